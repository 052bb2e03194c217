import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Mantel-Haenszel difference of rates")
struct MantelHaenszelRiskDifferenceTests {
  @Test("agrees with exact fractions")
  func references() throws {
    for row in try ReferenceValue.read(
      Fixtures.stratifiedPython, method: "MantelHaenszelRiskDifference")
    {
      let outcome = MantelHaenszelRiskDifference(level: try row.number("level"))(
        try StratifiedTables(row))
      let actual =
        row.quantity == "standardError"
        ? outcome.standardError : Fixtures.part(row.quantity, of: outcome)
      expectClose(actual, row.value, relative: 2e-12, absolute: 1e-14, "\(row)")
    }
  }

  @Test("published: Berkeley 1973 (adverse-36)")
  func published() throws {
    expectClose(
      MantelHaenszelRiskDifference()(try .berkeley()).value, 0.018425, relative: 3e-5)
  }

  @Test("strata with one observed difference have the variance of the weighted unpooled Z")
  func unpooled() throws {
    // Rates 0.5 and 0.25 in both strata.
    let tables = try StratifiedTables.cells([[10, 10, 20, 60], [15, 15, 3, 9]])
    let weights = [20.0 * 80 / 100, 30.0 * 12 / 42]
    let variances = [0.25 / 20 + 0.1875 / 80, 0.25 / 30 + 0.1875 / 12]
    let whole = weights[0] + weights[1]
    let variance =
      (weights[0] * weights[0] * variances[0] + weights[1] * weights[1] * variances[1])
      / (whole * whole)
    let outcome = MantelHaenszelRiskDifference()(tables)
    expectClose(outcome.value, 0.25, relative: 1e-14)
    expectClose(outcome.standardError, variance.squareRoot(), relative: 1e-13)
  }

  @Test("exchanging the groups turns the sign; limits stay within -1 and 1")
  func symmetry() throws {
    let tables = try StratifiedTables.berkeley()
    let here = MantelHaenszelRiskDifference()(tables)
    let there = MantelHaenszelRiskDifference()(tables.swapped)
    expectClose(there.value, -(try #require(here.value)), relative: 1e-14)
    expectClose(there.interval?.lower, -(try #require(here.interval?.upper)), relative: 1e-12)
    let wide = try #require(
      MantelHaenszelRiskDifference(level: 0.999)(try .cells([[2, 0, 1, 2], [1, 0, 0, 2]])).interval)
    #expect(wide.upper == 1 && wide.lower >= -1)
  }

  @Test("no interval where no rate can vary; a stratum with one group only is named")
  func degenerate() throws {
    let still = MantelHaenszelRiskDifference()(try .cells([[0, 4, 0, 5], [3, 0, 2, 0]]))
    #expect(still.value == 0 && still.interval == nil)
    for cells in [[[2, 0, 0, 3], [5, 0, 0, 7]], [[1, 0, 0, 9], [11, 0, 0, 3], [3, 0, 0, 7]]] {
      let apart = MantelHaenszelRiskDifference()(try .cells(cells))
      expectClose(apart.value, 1, relative: 1e-14)
      #expect(apart.interval == nil)
    }
    #expect(MantelHaenszelRiskDifference()(try .cells([[0, 0, 2, 5]])).reason != nil)
    let outcome = MantelHaenszelRiskDifference()(try .cells([[1, 2, 3, 4], [0, 0, 2, 5]]))
    #expect(outcome.interval?.method == "Sato; strata without information: B")
  }
}
