import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Selections that change the result")
struct FlipCountsTests {
  private func count(
    _ criterion: FlipCounts.Criterion, _ change: FlipCounts.Change, _ table: TwoByTwoTable
  ) -> Double? {
    FlipCounts(criterion: criterion, change: change)(table).value
  }

  @Test("recomputed cases: four fifths, two standard deviations, Fisher; added and exchanged")
  func published() throws {
    let cases: [(String, [Int], [Double])] = [
      ("Teal exam", [26, 48, 206, 259], [5, 4, 6, 5, 6, 5]),
      ("adverse-2", [12, 40, 48, 80], [8, 6, 5, 3, 4, 3]),
      ("adverse-12", [50, 64, 455, 508], [0, 0, 2, 2, 2, 2]),
      ("adverse-23", [2, 10, 15, 25], [3, 3, 1, 1, 0, 0]),
    ]
    for (id, counts, expected) in cases {
      let table = try TwoByTwoTable.rates(
        focal: counts[0], of: counts[1], reference: counts[2], of: counts[3])
      let criteria: [FlipCounts.Criterion] = [.fourFifths, .twoStandardDeviations, .pValue()]
      let actual = criteria.flatMap { criterion in
        FlipCounts.Change.allCases.map { count(criterion, $0, table) }
      }
      #expect(actual == expected, "\(id)")
    }
  }

  @Test("exactly four fifths needs nothing; the reversal needs the other side of equal")
  func boundaries() throws {
    // 48 % of 60 %: the Guidelines' own example is not below four fifths.
    let edge = try TwoByTwoTable.rates(focal: 48, of: 100, reference: 60, of: 100)
    #expect(count(.fourFifths, .add, edge) == 0)
    let below = try TwoByTwoTable.rates(focal: 47, of: 100, reference: 60, of: 100)
    #expect(count(.fourFifths, .add, below) == 1)
    // 13 added reach 60; the 14th reverses. Exchanged, 7 do: 54 against 53.
    #expect(count(.directionReversal, .add, below) == 14)
    #expect(count(.directionReversal, .swap, below) == 7)
    let swapped = try #require(below.swapped)
    #expect(count(.directionReversal, .add, swapped) == 14)
    #expect(count(.fourFifths, .add, swapped) == 0)
  }

  @Test("the count is the smallest, found by trying all, and exchanging never needs more")
  func smallest() throws {
    var generator = SeededGenerator(seed: 414)
    for _ in 0..<60 {
      let table = try TwoByTwoTable.rates(
        focal: Int.random(in: 0...12, using: &generator), of: 30,
        reference: Int.random(in: 12...40, using: &generator), of: 40)
      func pValue(_ more: Int) -> Double? {
        TwoByTwoTable(
          focalSelected: table.focalSelected + more, focalRejected: table.focalRejected - more,
          referenceSelected: table.referenceSelected, referenceRejected: table.referenceRejected
        ).flatMap { FisherExactTest()($0).pValue }
      }
      let rate = table.focalRate < table.referenceRate
      guard rate else { continue }
      let expected = (0...table.focalRejected).first { (pValue($0) ?? 0) >= 0.05 }
      #expect(count(.pValue(), .add, table) == expected.map(Double.init), "\(table)")
      let added = try #require(count(.twoStandardDeviations, .add, table))
      let exchanged = try #require(count(.twoStandardDeviations, .swap, table))
      #expect(exchanged <= added)
    }
  }

  @Test("no answer where there is none")
  func edges() throws {
    let nobody = try TwoByTwoTable.rates(focal: 0, of: 4, reference: 0, of: 5)
    let equal = try TwoByTwoTable.rates(focal: 2, of: 4, reference: 4, of: 8)
    let certain = try TwoByTwoTable.rates(focal: 1, of: 4, reference: 5, of: 5)
    #expect(FlipCounts(criterion: .fourFifths)(nobody).reason != nil)
    #expect(FlipCounts(criterion: .directionReversal)(equal).reason != nil)
    #expect(FlipCounts(criterion: .directionReversal)(certain).reason != nil)
    #expect(count(.directionReversal, .swap, certain) != nil)
    #expect(FlipCounts(criterion: .pValue(alpha: 0))(equal).reason != nil)
    #expect(
      FlipCounts(criterion: .fourFifths)(try .rates(focal: 0, of: 0, reference: 1, of: 2)).reason
        != nil)
    #expect(
      FlipCounts(criterion: .fourFifths, change: .swap).stamp.id
        == "flip-count-four-fifths-swap")
  }
}
