import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Difference and shortfall of rates")
struct RiskDifferenceTests {
  @Test("Newcombe limits agree with statsmodels")
  func references() throws {
    for row in try ReferenceValue.read(Fixtures.python, method: "RiskDifference") {
      let outcome = RiskDifference()(try TwoByTwoTable(row))
      expectClose(
        Fixtures.part(row.quantity, of: outcome), row.value, relative: 1e-10, absolute: 1e-14,
        "\(row)")
    }
  }

  @Test("Newcombe's own example, adverse-32")
  func published() throws {
    let outcome = RiskDifference()(try .rates(focal: 56, of: 70, reference: 48, of: 80))
    expectClose(outcome.value, 0.2, relative: 1e-12)
    expectClose(outcome.interval?.lower, 0.052431, relative: 1e-5)
    expectClose(outcome.interval?.upper, 0.333873, relative: 1e-5)
  }

  @Test("exchanging the groups mirrors the interval; limits stay within -1 and 1")
  func symmetry() throws {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<200 {
      let focalTotal = Int.random(in: 1...60, using: &generator)
      let referenceTotal = Int.random(in: 1...60, using: &generator)
      let table = try TwoByTwoTable.rates(
        focal: Int.random(in: 0...focalTotal, using: &generator), of: focalTotal,
        reference: Int.random(in: 0...referenceTotal, using: &generator), of: referenceTotal)
      let interval = try #require(RiskDifference()(table).interval)
      let swapped = try #require(table.swapped)
      let other = try #require(RiskDifference()(swapped).interval)
      expectClose(interval.lower, -other.upper, absolute: 1e-15)
      #expect(interval.lower >= -1 && interval.upper <= 1)
      #expect(interval.contains(try #require(RiskDifference()(table).value)))
    }
  }

  @Test("shortfall in people: 14 fewer than at the reference rate, and exactly none at equal rates")
  func shortfall() throws {
    // The funnel of adverse-impact 4.13: 18 of 400 against 48 of 600.
    let funnel = ShortfallToReferenceRate()(try .rates(focal: 18, of: 400, reference: 48, of: 600))
    #expect(funnel.value == 14)
    let teal = ShortfallToReferenceRate()(try .rates(focal: 26, of: 48, reference: 206, of: 259))
    expectClose(teal.value, 48.0 * 206 / 259 - 26, relative: 1e-12)
    let equal = ShortfallToReferenceRate()(try .rates(focal: 7, of: 21, reference: 101, of: 303))
    #expect(equal.value == 0)
    #expect(
      try #require(
        ShortfallToReferenceRate()(try .rates(focal: 9, of: 10, reference: 1, of: 10)).value) < 0)
    #expect(
      ShortfallToReferenceRate()(try .rates(focal: 1, of: 2, reference: 0, of: 0)).reason != nil)
  }
}
