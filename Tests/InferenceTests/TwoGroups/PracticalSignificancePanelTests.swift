import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Practical significance side by side")
struct PracticalSignificancePanelTests {
  @Test("flip counts of section 5.3 in the panel's order, with the reversal by trying all")
  func flips() throws {
    let cases: [([Int], [Double])] = [
      ([26, 48, 206, 259], [5, 4, 6, 5, 6, 5]), ([12, 40, 48, 80], [8, 6, 5, 3, 4, 3]),
      ([50, 64, 455, 508], [0, 0, 2, 2, 2, 2]), ([2, 10, 15, 25], [3, 3, 1, 1, 0, 0]),
    ]
    for (counts, expected) in cases {
      let (a, first, b, second) = (counts[0], counts[1], counts[2], counts[3])
      let panel = PracticalSignificancePanel(
        try .rates(focal: a, of: first, reference: b, of: second))
      #expect(
        panel.flipCounts.map(\.stamp.id) == [
          "flip-count-four-fifths", "flip-count-four-fifths-swap",
          "flip-count-two-standard-deviations", "flip-count-two-standard-deviations-swap",
          "flip-count-p-value", "flip-count-p-value-swap", "flip-count-direction",
          "flip-count-direction-swap",
        ])
      let added = (0...first).first { (a + $0) * second > b * first }
      let exchanged = (0...first).first { (a + $0) * second > (b - $0) * first }
      #expect(
        panel.flipCounts.map(\.outcome.value)
          == expected.map { $0 } + [added, exchanged].map { $0.map(Double.init) })
    }
  }

  @Test("the measures of adverse-2, from the counts")
  func measures() throws {
    // 12 of 40 against 48 of 80: rates 0.3, 0.6 and 0.5 in all.
    let table = try TwoByTwoTable.rates(focal: 12, of: 40, reference: 48, of: 80)
    let panel = PracticalSignificancePanel(table)
    expectClose(panel.impactRatio.outcome.value, 0.5, relative: 1e-15)
    expectClose(panel.riskDifference.outcome.value, -0.3, relative: 1e-15)
    expectClose(panel.oddsRatio.outcome.value, 2.0 / 7, relative: 1e-15)
    // Z^2 = N phi^2; Z of adverse-2 is published as -3.098387.
    expectClose(panel.phi.outcome.value, -3.098387 / 120.0.squareRoot(), relative: 2e-7)
    // 2 asin(sqrt 0.3) - 2 asin(sqrt 0.6), by R.
    expectClose(panel.cohenH.outcome.value, -0.612874766858, relative: 1e-11)
    expectClose(panel.shortfallToPoolRate.outcome.value, 8, relative: 1e-15)
    expectClose(panel.shortfallToReferenceRate.outcome.value, 12, relative: 1e-15)
    expectClose(panel.affectedSelections.outcome.value, 100 * 8.0 / 60, relative: 1e-15)
    #expect(panel.rows.count == 16)
    #expect(Set(panel.rows.map(\.stamp.id)).count == 16)
    #expect(panel.impactRatio.outcome.interval?.agreesWith == "z-pooled")
    #expect(panel.riskDifference.outcome.interval?.agreesWith == "z-pooled")
    #expect(panel.oddsRatio.outcome.interval?.agreesWith == "z-pooled")
  }

  @Test("level and alpha are handed on; nobody in a group leaves reasons only")
  func options() throws {
    let table = try TwoByTwoTable.rates(focal: 12, of: 40, reference: 48, of: 80)
    let panel = PracticalSignificancePanel(table, level: 0.99, alpha: 0.01)
    #expect(panel.impactRatio.outcome.interval?.level == 0.99)
    #expect(
      panel.flipCounts[4].outcome == FlipCounts(criterion: .pValue(alpha: 0.01))(table))
    let empty = PracticalSignificancePanel(try .rates(focal: 0, of: 0, reference: 1, of: 2))
    #expect(empty.rows.allSatisfy { $0.outcome.reason != nil })
  }
}

@Suite("Shortfall to the pool rate and selections affected")
struct ShortfallToPoolRateTests {
  @Test("every small table: exchanging the shortfall gives equal rates; shares say the same")
  func meaning() throws {
    for table in try SmallTables.all(upTo: 8) {
      let shortfall = try #require(ShortfallToPoolRate()(table).value)
      let focal = (Double(table.focalSelected) + shortfall) / Double(table.focalTotal)
      let reference =
        (Double(table.referenceSelected) - shortfall) / Double(table.referenceTotal)
      expectClose(focal, reference, relative: 1e-14, absolute: 1e-15)
      let whole = try #require(ShortfallToReferenceRate()(table).value)
      expectClose(
        shortfall, whole * Double(table.referenceTotal) / Double(table.total), relative: 1e-14)
      let swapped = try #require(table.swapped)
      expectClose(ShortfallToPoolRate()(swapped).value, -shortfall, relative: 1e-15)
      guard table.selected > 0 else {
        #expect(AffectedSelections()(table).reason != nil)
        continue
      }
      expectClose(
        AffectedSelections()(table).value,
        100
          * (Double(table.focalTotal) / Double(table.total)
            - Double(table.focalSelected) / Double(table.selected)),
        relative: 1e-12,
        absolute: 1e-13)
    }
    #expect(ShortfallToPoolRate()(try .rates(focal: 0, of: 0, reference: 1, of: 2)).reason != nil)
    let equal = try TwoByTwoTable.rates(focal: 7, of: 21, reference: 101, of: 303)
    #expect(ShortfallToPoolRate()(equal).value == 0 && AffectedSelections()(equal).value == 0)
  }
}
