import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Cochran-Mantel-Haenszel test")
struct CochranMantelHaenszelTestTests {
  @Test(
    "agrees with exact fractions and with R",
    arguments: [Fixtures.stratifiedPython, Fixtures.stratifiedR])
  func references(file: String) throws {
    for row in try ReferenceValue.read(file, method: "CochranMantelHaenszelTest") {
      let correction = try #require(
        CochranMantelHaenszelTest.ContinuityCorrection(
          rawValue: row.arguments["correction"] ?? ""))
      let outcome = CochranMantelHaenszelTest(continuityCorrection: correction)(
        try StratifiedTables(row))
      expectClose(
        Fixtures.part(row.quantity, of: outcome), row.value, relative: 2e-12, "\(row)")
    }
  }

  @Test("published: Berkeley 1973 (adverse-36) and the rabbits (adverse-38)")
  func published() throws {
    let plain = CochranMantelHaenszelTest()
    let corrected = CochranMantelHaenszelTest(continuityCorrection: .half)
    let berkeley = try StratifiedTables.berkeley()
    expectClose(corrected(berkeley).test?.statistic, 1.426946, relative: 1e-6)
    expectClose(corrected(berkeley).pValue, 0.2322635, relative: 1e-6)
    expectClose(plain(berkeley).test?.statistic, 1.524607, relative: 1e-6)
    expectClose(plain(berkeley).pValue, 0.2169237, relative: 1e-6)
    let rabbits = try #require(corrected(try .rabbits()).test)
    expectClose(rabbits.statistic, 3.928571, relative: 1e-6)
    expectClose(rabbits.pValue.value, 0.04747226, relative: 1e-6)
    #expect(rabbits.convention.hasSuffix("; strata without information: A, E"))
    #expect(rabbits.statisticName == "chi-squared" && rabbits.degreesOfFreedom == 1)
  }

  @Test("one stratum gives the square of the pooled Z times (N - 1) / N")
  func oneStratum() throws {
    let table = try TwoByTwoTable.rates(focal: 50, of: 64, reference: 455, of: 508)
    let z = try #require(PooledZTest()(table).test?.statistic)
    expectClose(
      CochranMantelHaenszelTest()(
        StratifiedTables([.init(label: "all", table: table)])
      ).test?.statistic,
      z * z * 571 / 572, relative: 1e-13)
  }

  @Test("equal rates within strata give exactly zero, whatever the pooled rates are")
  func equalRates() throws {
    let tables = try StratifiedTables.cells([[10, 30, 20, 60], [5, 5, 90, 90]])
    #expect(CochranMantelHaenszelTest()(tables).test?.statistic == 0)
    #expect(CochranMantelHaenszelTest()(tables).pValue == 1)
  }

  @Test("a difference of less than one half counts as none under the correction")
  func smallDifference() throws {
    let tables = try StratifiedTables.cells([[5, 10, 10, 19]])
    #expect(try #require(CochranMantelHaenszelTest()(tables).pValue) < 1)
    #expect(CochranMantelHaenszelTest(continuityCorrection: .half)(tables).pValue == 1)
  }

  @Test("exchanging the groups changes nothing; nothing to compare is a reason")
  func symmetry() throws {
    let tables = try StratifiedTables.berkeley()
    let pValue = try #require(CochranMantelHaenszelTest()(tables).pValue)
    expectClose(CochranMantelHaenszelTest()(tables.swapped).pValue, pValue, relative: 1e-13)
    #expect(CochranMantelHaenszelTest()(StratifiedTables([])).reason != nil)
    #expect(CochranMantelHaenszelTest()(try .cells([[3, 0, 4, 0]])).reason != nil)
  }
}
