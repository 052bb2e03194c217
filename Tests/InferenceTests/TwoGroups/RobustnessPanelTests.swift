import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("All tests of equal rates side by side")
struct RobustnessPanelTests {
  @Test("adverse-23 is borderline: the tests that reject, with their published p-values")
  func borderline() throws {
    let table = try TwoByTwoTable.rates(focal: 2, of: 10, reference: 15, of: 25)
    let panel = try #require(RobustnessPanel(table))
    #expect(panel.verdict == .dependsOnMethod)
    #expect(panel.verdict.words == "borderline: depends on method")
    #expect(panel.primary == "z-pooled" && panel.primaryRejects == true)
    #expect(
      panel.rejecting == [
        "z-pooled", "z-hypergeometric", "g-test", "fisher-exact-mid-p",
        "fisher-exact-central-mid-p", "fisher-exact-blaker-mid-p", "boschloo-central-berger-boos",
        "boschloo-minlike-berger-boos", "barnard-z-pooled-berger-boos",
      ])
    #expect(
      panel.notRejecting == [
        "chi-squared-yates", "fisher-exact-minlike", "fisher-exact-central", "fisher-exact-blaker",
      ])
    let published = [
      "z-pooled": 0.03243865, "chi-squared-yates": 0.0776235, "fisher-exact-minlike": 0.059907834,
      "fisher-exact-central": 0.074315377,
    ]
    for row in panel.rows {
      if let expected = published[row.stamp.id] {
        expectClose(row.outcome.pValue, expected, relative: 1e-6, "\(row.stamp.id)")
      }
    }
  }

  @Test("one answer: adverse-4 and adverse-18; the primary can be another and comes first")
  func unanimous() throws {
    let teal = try TwoByTwoTable.rates(focal: 26, of: 48, reference: 206, of: 259)
    #expect(RobustnessPanel(teal)?.verdict == .allReject)
    let retained = try TwoByTwoTable.rates(focal: 8, of: 17, reference: 8, of: 13)
    #expect(RobustnessPanel(retained)?.verdict == .noneRejects)
    let panel = try #require(
      RobustnessPanel(teal, alpha: 0.01, primary: BoschlooTest(rates: .bergerBoos())))
    #expect(panel.primary == "boschloo-central-berger-boos")
    #expect(panel.rows.count == RobustnessPanel.companions.count)
    #expect(Set(panel.rows.map(\.stamp.id)).count == panel.rows.count)
  }

  @Test("alpha decides: p-values at alpha do not reject")
  func line() throws {
    let table = try TwoByTwoTable.rates(focal: 3, of: 4, reference: 1, of: 4)
    // Fisher's p is 34/70.
    let pValue = try #require(FisherExactTest()(table).pValue)
    let at = try #require(
      RobustnessPanel(table, alpha: pValue, primary: FisherExactTest(), companions: []))
    #expect(at.verdict == .noneRejects)
    let above = try #require(
      RobustnessPanel(table, alpha: pValue.nextUp, primary: FisherExactTest(), companions: []))
    #expect(above.verdict == .allReject)
  }

  @Test("tests that cannot be made do not vote; an impossible alpha makes no panel")
  func edges() throws {
    let nobody = try #require(
      RobustnessPanel(try .rates(focal: 0, of: 4, reference: 0, of: 5)))
    #expect(nobody.primaryRejects == nil && nobody.rows[0].outcome.reason != nil)
    #expect(nobody.verdict == .noneRejects)
    let empty = try #require(RobustnessPanel(try .rates(focal: 0, of: 0, reference: 0, of: 5)))
    #expect(empty.verdict == .notTested && empty.rejecting.isEmpty && empty.notRejecting.isEmpty)
    let large = try #require(
      RobustnessPanel(try .rates(focal: 900, of: 11_000, reference: 700, of: 11_000)))
    #expect(large.verdict == .allReject)
    #expect(large.rows.filter { $0.rejects == nil }.count == 3)
    for alpha in [0, 1, -0.5, .nan] {
      #expect(
        RobustnessPanel(try .rates(focal: 1, of: 4, reference: 2, of: 5), alpha: alpha) == nil)
    }
  }

  @Test("exchanging groups or outcomes changes no vote")
  func symmetry() throws {
    for table in try SmallTables.all(upTo: 8, step: 31) {
      let panel = try #require(RobustnessPanel(table, alpha: 0.1))
      let exchanged = try #require(table.swapped)
      let swapped = try #require(RobustnessPanel(exchanged, alpha: 0.1))
      let other = try TwoByTwoTable.rates(
        focal: table.focalRejected, of: table.focalTotal, reference: table.referenceRejected,
        of: table.referenceTotal)
      let turned = try #require(RobustnessPanel(other, alpha: 0.1))
      #expect(panel.rows.map(\.rejects) == swapped.rows.map(\.rejects), "\(table)")
      #expect(panel.rows.map(\.rejects) == turned.rows.map(\.rejects), "\(table)")
    }
  }
}
