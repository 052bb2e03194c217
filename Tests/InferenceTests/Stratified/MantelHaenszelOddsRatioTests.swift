import Aggregates
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Mantel-Haenszel odds ratio")
struct MantelHaenszelOddsRatioTests {
  @Test(
    "agrees with exact fractions, statsmodels and R",
    arguments: [Fixtures.stratifiedPython, Fixtures.stratifiedR])
  func references(file: String) throws {
    for row in try ReferenceValue.read(file, method: "MantelHaenszelOddsRatio") {
      let outcome = MantelHaenszelOddsRatio(level: try row.number("level"))(
        try StratifiedTables(row))
      expectClose(
        Fixtures.part(row.quantity, of: outcome), row.value, relative: 2e-12, "\(row)")
    }
  }

  @Test("published: Berkeley 1973 (adverse-36, men over women) and the rabbits (adverse-38)")
  func published() throws {
    let men = MantelHaenszelOddsRatio()(try StratifiedTables.berkeley().swapped)
    expectClose(men.value, 0.9046968, relative: 1e-7)
    expectClose(men.interval?.lower, 0.7719074, relative: 1e-7)
    expectClose(men.interval?.upper, 1.0603298, relative: 1e-7)
    let women = MantelHaenszelOddsRatio()(try .berkeley())
    expectClose(women.value, 1.1053427, relative: 1e-7)
    expectClose(women.interval?.lower, 0.9431028, relative: 1e-7)
    expectClose(women.interval?.upper, 1.2954922, relative: 1e-7)
    let rabbits = MantelHaenszelOddsRatio()(try .rabbits())
    expectClose(rabbits.value, 7, relative: 1e-14)
    expectClose(rabbits.interval?.lower, 1.026713, relative: 1e-6)
    expectClose(rabbits.interval?.upper, 47.725133, relative: 1e-6)
    #expect(
      rabbits.interval?.method
        == "Robins-Breslow-Greenland; strata without information: A, E")
  }

  @Test("Berkeley pooled has the coefficient of the unadjusted logistic regression (adverse-37)")
  func pooledLogistic() throws {
    let pooled = try #require(try StratifiedTables.berkeley().pooled)
    let one = MantelHaenszelOddsRatio()(StratifiedTables([.init(label: "all", table: pooled)]))
    for outcome in [one, LogitOddsRatio()(pooled)] {
      expectClose(log(try #require(outcome.value)), -0.6103524, relative: 1e-7)
      // The 0.0638911 in circulation is R's before its iterations have settled.
      let interval = try #require(outcome.interval)
      expectClose(
        log(interval.upper / interval.lower) / (2 * 1.959963984540054), 0.063893049,
        relative: 1e-8)
    }
  }

  @Test("one stratum gives the cross product with Woolf's variance")
  func oneStratum() throws {
    let outcome = MantelHaenszelOddsRatio()(try .cells([[12, 28, 48, 32]]))
    let width = 1.959963984540054 * (1.0 / 12 + 1.0 / 28 + 1.0 / 48 + 1.0 / 32).squareRoot()
    let interval = try #require(outcome.interval)
    expectClose(outcome.value, 12.0 * 32 / (28 * 48), relative: 1e-14)
    expectClose(log(interval.upper / interval.lower), 2 * width, relative: 1e-12)
  }

  @Test("exchanging the groups inverts it; the order of strata does not matter")
  func symmetry() throws {
    let tables = try StratifiedTables.berkeley()
    let interval = try #require(MantelHaenszelOddsRatio()(tables).interval)
    let swapped = try #require(MantelHaenszelOddsRatio()(tables.swapped).interval)
    expectClose(swapped.lower, 1 / interval.upper, relative: 1e-13)
    expectClose(swapped.upper, 1 / interval.lower, relative: 1e-13)
    expectClose(
      MantelHaenszelOddsRatio()(tables.reversed).interval?.lower, interval.lower, relative: 1e-14)
  }

  @Test("sums that are zero give 0 or infinity without an interval; nothing to compare, a reason")
  func degenerate() throws {
    let none = MantelHaenszelOddsRatio()(try .cells([[0, 4, 3, 2], [0, 5, 1, 7]]))
    #expect(none.value == 0 && none.interval == nil)
    let all = MantelHaenszelOddsRatio()(try .cells([[4, 0, 3, 2], [5, 0, 1, 7]]))
    #expect(all.value == .infinity && all.interval == nil)
    #expect(MantelHaenszelOddsRatio()(StratifiedTables([])).reason != nil)
    #expect(MantelHaenszelOddsRatio()(try .cells([[0, 4, 0, 2], [0, 0, 1, 7]])).reason != nil)
    #expect(MantelHaenszelOddsRatio(level: 1)(try .berkeley()).reason != nil)
  }
}
