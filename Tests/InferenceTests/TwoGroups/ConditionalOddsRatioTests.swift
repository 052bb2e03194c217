import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Conditional odds ratio")
struct ConditionalOddsRatioTests {
  @Test("agrees with whole-number weights and bisection at 40 digits (Python)")
  func references() throws {
    for row in try ReferenceValue.read(
      BlakerExactTestTests.intervals, method: "ConditionalOddsRatio")
    {
      let half = row.quantity.hasSuffix("MidP")
      let outcome = ConditionalOddsRatio(observedTable: half ? .half : .whole)(
        try TwoByTwoTable(row))
      expectClose(
        Fixtures.part(half ? String(row.quantity.dropLast(4)) : row.quantity, of: outcome),
        row.value, relative: 1e-9, "\(row)")
    }
  }

  @Test("published and recomputed cases")
  func published() throws {
    // id, counts, value, lower, upper, digits; a zero is not compared. The limits of adverse-24, 25
    // and 48 were printed by programs whose root finders stop early, hence the few digits.
    let cases: [(String, [Int], Double, Double, Double, Double)] = [
      ("adverse-24", [3, 4, 1, 4], 6.408309, 0.2117, 621.93, 1e-2),
      ("adverse-25", [2, 12, 15, 18], 0.04693661, 0.003325764, 0.363182271, 4e-3),
      ("adverse-32", [56, 70, 48, 80], 0, 1.209115, 6.039873, 1e-6),
      ("adverse-45", [28, 126, 23, 117], 1.166956, 0, 0, 3e-6),
      ("adverse-48", [5, 197, 40, 90], 0, 0.0096757, 0.0896358, 2e-4),
      ("R's loose limit", [9, 10, 3, 10], 17.2690, 0, 1047.84, 1e-5),
    ]
    for (id, counts, value, lower, upper, digits) in cases {
      let outcome = ConditionalOddsRatio()(
        try .rates(focal: counts[0], of: counts[1], reference: counts[2], of: counts[3]))
      if value > 0 { expectClose(outcome.value, value, relative: digits, "\(id)") }
      if lower > 0 { expectClose(outcome.interval?.lower, lower, relative: digits, "\(id)") }
      if upper > 0 { expectClose(outcome.interval?.upper, upper, relative: digits, "\(id)") }
    }
  }

  @Test("the interval holds 1 where Fisher's central test does not reject; groups turn it over")
  func coherence() throws {
    var generator = SeededGenerator(seed: 24)
    for _ in 0..<150 {
      let focalTotal = Int.random(in: 1...60, using: &generator)
      let referenceTotal = Int.random(in: 1...60, using: &generator)
      let table = try TwoByTwoTable.rates(
        focal: Int.random(in: 0...focalTotal, using: &generator), of: focalTotal,
        reference: Int.random(in: 0...referenceTotal, using: &generator), of: referenceTotal)
      guard table.outcomeProblem == nil else { continue }
      for observed in FisherExactTest.ObservedTable.allCases {
        let outcome = ConditionalOddsRatio(observedTable: observed)(table)
        let interval = try #require(outcome.interval)
        let pValue = try #require(
          FisherExactTest(twoSided: .central, observedTable: observed)(table).pValue)
        #expect(interval.contains(1) == (pValue >= 0.05), "\(table)")
        #expect(interval.contains(try #require(outcome.value)))
        let swapped = try #require(table.swapped)
        let other = try #require(ConditionalOddsRatio(observedTable: observed)(swapped).interval)
        expectClose(interval.lower, 1 / other.upper, relative: 1e-9)
      }
    }
  }

  @Test("ends of the support, degenerate margins, large counts")
  func edges() throws {
    let none = ConditionalOddsRatio()(try .rates(focal: 0, of: 12, reference: 9, of: 40))
    #expect(none.value == 0 && none.interval?.lower == 0)
    let all = ConditionalOddsRatio()(try .rates(focal: 12, of: 12, reference: 9, of: 40))
    #expect(all.value == .infinity && all.interval?.upper == .infinity)
    let closed = ConditionalOddsRatio()
    #expect(closed(try .rates(focal: 0, of: 4, reference: 0, of: 5)).reason != nil)
    #expect(closed(try .rates(focal: 4, of: 4, reference: 5, of: 5)).reason != nil)
    #expect(closed(try .rates(focal: 0, of: 0, reference: 1, of: 5)).reason != nil)
    #expect(
      ConditionalOddsRatio(level: 1)(try .rates(focal: 1, of: 4, reference: 2, of: 5)).reason
        != nil)
    // With many people the plain odds ratio and its logarithmic interval are close.
    let large = closed(try .rates(focal: 52_100, of: 482_110, reference: 90_040, of: 731_200))
    let plain = (52_100.0 / 430_010) / (90_040.0 / 641_160)
    expectClose(large.value, plain, relative: 1e-4)
    #expect(ConditionalOddsRatio(observedTable: .half).stamp.id == "odds-ratio-conditional-mid-p")
  }
}
