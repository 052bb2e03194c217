import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Pooled Z test")
struct PooledZTestTests {
  @Test("agrees with mpmath and R", arguments: [Fixtures.python, Fixtures.r])
  func references(file: String) throws {
    for row in try ReferenceValue.read(file, method: "PooledZTest") {
      let outcome = PooledZTest()(try TwoByTwoTable(row))
      expectClose(
        Fixtures.part(row.quantity, of: outcome), row.value, relative: 5e-12, absolute: 1e-14,
        "\(row)")
    }
  }

  @Test("published and recomputed Z")
  func published() throws {
    let cases: [(String, [Int], Double)] = [
      ("adverse-2", [12, 40, 48, 80], -3.098387), ("adverse-4", [26, 48, 206, 259], -3.757385),
      ("adverse-10", [3, 8, 16, 25], -1.320009), ("adverse-11", [6, 19, 25, 43], -1.928337),
      ("adverse-11", [3, 15, 25, 43], -2.545245), ("adverse-12", [50, 64, 455, 508], -2.682477),
      ("adverse-12 plus 1", [51, 64, 455, 508], -2.331334),
      ("adverse-12 plus 2", [52, 64, 455, 508], -1.975705),
      ("adverse-12 swap 2", [52, 64, 453, 508], -1.857543),
      ("adverse-13", [55, 4222, 30, 10835], 7.546828),
      ("adverse-17", [71, 906, 17, 581], 3.915587),
      ("adverse-22", [396, 980, 936, 1885], -4.707704),
      ("adverse-23", [2, 10, 15, 25], -2.138963),
      ("adverse-36", [557, 1835, 1198, 2691], -9.602358),
    ]
    for (id, counts, expected) in cases {
      let table = try TwoByTwoTable.rates(
        focal: counts[0], of: counts[1], reference: counts[2], of: counts[3])
      let test = try #require(PooledZTest()(table).test)
      expectClose(test.statistic, expected, relative: 5e-7, "\(id)")
      #expect(test.statisticName == "Z")
    }
  }

  @Test("two standard deviations and five per cent are different lines")
  func twoLines() throws {
    let table = try TwoByTwoTable.rates(focal: 52, of: 64, reference: 455, of: 508)
    let test = try #require(PooledZTest()(table).test)
    #expect(abs(try #require(test.statistic)) < 2)
    expectClose(test.pValue.value, 0.0482, relative: 1e-3)
  }

  @Test("exchanging the groups turns the sign; equal rates give exactly zero")
  func symmetry() throws {
    let table = try TwoByTwoTable.rates(focal: 17, of: 50, reference: 80, of: 133)
    let swapped = try #require(table.swapped)
    expectClose(
      PooledZTest()(swapped).test?.statistic,
      -(try #require(PooledZTest()(table).test?.statistic)), relative: 1e-15)
    let equal = PooledZTest()(try .rates(focal: 7, of: 21, reference: 101, of: 303))
    #expect(equal.test?.statistic == 0 && equal.pValue == 1)
  }

  @Test("undefined where the groups cannot differ")
  func degenerate() throws {
    #expect(PooledZTest()(try .rates(focal: 0, of: 5, reference: 0, of: 6)).reason != nil)
    #expect(PooledZTest()(try .rates(focal: 5, of: 5, reference: 6, of: 6)).reason != nil)
    #expect(PooledZTest()(try .rates(focal: 0, of: 0, reference: 2, of: 6)).reason != nil)
    #expect(PooledZTest()(try .rates(focal: 1, of: 2, reference: 0, of: 0)).reason != nil)
  }
}
