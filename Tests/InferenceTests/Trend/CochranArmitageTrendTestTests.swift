import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Cochran-Armitage trend test")
struct CochranArmitageTrendTestTests {
  private static func numbers(_ text: String?) -> [Double] {
    (text ?? "").split(separator: " ").compactMap { Double($0) }
  }

  private static func groups(_ selected: [Int], of totals: [Int]) throws -> [BinomialCount] {
    try zip(selected, totals).map { try BinomialCount($0, of: $1) }
  }

  @Test(
    "agrees with exact fractions (Python) and with R",
    arguments: [Fixtures.stratifiedPython, Fixtures.stratifiedR])
  func references(file: String) throws {
    for row in try ReferenceValue.read(file, method: "CochranArmitageTrendTest") {
      let method = CochranArmitageTrendTest(scores: Self.numbers(row.arguments["scores"]))
      let outcome = method(try Self.groups(row.wholes("selected"), of: row.wholes("totals")))
      expectClose(
        Fixtures.part(row.quantity, of: outcome), row.value, relative: 1e-10, absolute: 1e-14,
        "\(row)")
    }
  }

  @Test("published: malformations (adverse-41), smokers (adverse-42), adverse-44")
  func published() throws {
    let alcohol = try #require(
      CochranArmitageTrendTest(scores: [0, 0.5, 1.5, 4, 7])(
        try Self.groups([48, 38, 5, 1, 1], of: [17114, 14502, 793, 127, 38])
      ).test)
    let z = try #require(alcohol.statistic)
    expectClose(z * z, 6.570134, relative: 1e-6)
    expectClose(alcohol.pValue.value, 0.01037041, relative: 1e-6)
    #expect(alcohol.convention.hasSuffix("scores 0, 0.5, 1.5, 4, 7"))
    let smokers = try #require(
      CochranArmitageTrendTest(scores: [1, 2, 3, 4])(
        try Self.groups([83, 90, 129, 70], of: [86, 93, 136, 82])
      ).test)
    let fall = try #require(smokers.statistic)
    #expect(fall < 0)
    expectClose(fall * fall, 8.224922, relative: 1e-6)
    expectClose(smokers.pValue.value, 0.004131897, relative: 1e-6)
    let doses = try #require(
      CochranArmitageTrendTest(scores: [0, 1, 2, 3])(
        try Self.groups([0, 1, 3, 6], of: [50, 50, 50, 50])
      ).test)
    expectClose(doses.statistic, 2.901905, relative: 1e-6)
    expectClose(doses.pValue.value, 0.003709, relative: 1e-4)
  }

  @Test("two groups give the pooled Z, with the sign of the second less the first")
  func twoGroups() throws {
    let table = try TwoByTwoTable.rates(focal: 48, of: 80, reference: 12, of: 40)
    expectClose(
      CochranArmitageTrendTest(scores: [0, 1])(try Self.groups([12, 48], of: [40, 80])).test?
        .statistic,
      try #require(PooledZTest()(table).test?.statistic), relative: 1e-13)
  }

  @Test("shifting and stretching the scores changes nothing; turning them turns the sign")
  func scores() throws {
    let groups = try Self.groups([19, 11, 4, 7], of: [40, 37, 44, 21])
    let z = try #require(CochranArmitageTrendTest(scores: [1, 2, 4, 7])(groups).test?.statistic)
    expectClose(
      CochranArmitageTrendTest(scores: [1001, 1003, 1007, 1013])(groups).test?.statistic, z,
      relative: 1e-12)
    expectClose(
      CochranArmitageTrendTest(scores: [-1, -2, -4, -7])(groups).test?.statistic, -z,
      relative: 1e-12)
  }

  @Test("equal rates give exactly zero; undefined cases have reasons")
  func degenerate() throws {
    let method = CochranArmitageTrendTest(scores: [1, 2, 3])
    #expect(method(try Self.groups([5, 10, 15], of: [20, 40, 60])).test?.statistic == 0)
    #expect(method(try Self.groups([0, 0, 0], of: [20, 40, 60])).reason != nil)
    #expect(method(try Self.groups([2, 4, 6], of: [2, 4, 6])).reason != nil)
    #expect(method(try Self.groups([0, 0, 0], of: [0, 0, 0])).reason != nil)
    #expect(method(try Self.groups([0, 3, 0], of: [0, 5, 0])).reason != nil)
    #expect(method(try Self.groups([1, 3], of: [4, 5])).reason != nil)
    #expect(
      CochranArmitageTrendTest(scores: [1, .nan])(try Self.groups([1, 3], of: [4, 5])).reason
        != nil)
  }
}
