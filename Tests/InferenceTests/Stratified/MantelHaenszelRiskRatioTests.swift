import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Mantel-Haenszel ratio of rates")
struct MantelHaenszelRiskRatioTests {
  @Test("agrees with exact fractions and statsmodels")
  func references() throws {
    for row in try ReferenceValue.read(Fixtures.stratifiedPython, method: "MantelHaenszelRiskRatio")
    {
      let outcome = MantelHaenszelRiskRatio(level: try row.number("level"))(
        try StratifiedTables(row))
      expectClose(
        Fixtures.part(row.quantity, of: outcome), row.value, relative: 2e-12, "\(row)")
    }
  }

  @Test("one stratum gives the impact ratio with Katz's variance")
  func oneStratum() throws {
    let table = try TwoByTwoTable.rates(focal: 10, of: 75, reference: 12, of: 225)
    let outcome = MantelHaenszelRiskRatio()(StratifiedTables([.init(label: "all", table: table)]))
    // Relative risk 2.5 with limits 1.1261564 and 5.5498508 (adverse-35).
    expectClose(outcome.value, 2.5, relative: 1e-14)
    expectClose(outcome.interval?.lower, 1.1261564, relative: 1e-7)
    expectClose(outcome.interval?.upper, 5.5498508, relative: 1e-7)
    expectClose(outcome.value, try #require(ImpactRatio()(table).value), relative: 1e-14)
  }

  @Test("equal ratios within strata are found although the pooled ratio is reversed")
  func reversal() throws {
    // Focal over reference is 1.2 in both strata.
    let tables = try StratifiedTables.cells([[12, 8, 50, 50], [24, 176, 2, 18]])
    let pooled = try #require(tables.pooled)
    expectClose(MantelHaenszelRiskRatio()(tables).value, 1.2, relative: 1e-14)
    #expect(try #require(ImpactRatio()(pooled).value) < 1)
  }

  @Test("exchanging the groups inverts it")
  func symmetry() throws {
    let tables = try StratifiedTables.rabbits()
    let here = try #require(MantelHaenszelRiskRatio()(tables).interval)
    let there = try #require(MantelHaenszelRiskRatio()(tables.swapped).interval)
    expectClose(there.lower, 1 / here.upper, relative: 1e-12)
    #expect(here.method == "Greenland-Robins; strata without information: A")
  }

  @Test("0, infinity and 1 without an interval where no rate can vary, or a reason")
  func degenerate() throws {
    let none = MantelHaenszelRiskRatio()(try .cells([[0, 4, 3, 2], [0, 5, 1, 7]]))
    #expect(none.value == 0 && none.interval == nil)
    let only = MantelHaenszelRiskRatio()(try .cells([[1, 4, 0, 2]]))
    #expect(only.value == .infinity && only.interval == nil)
    let all = MantelHaenszelRiskRatio()(try .cells([[3, 0, 7, 0], [1, 0, 2, 0]]))
    expectClose(all.value, 1, relative: 1e-14)
    #expect(all.interval == nil)
    #expect(MantelHaenszelRiskRatio()(try .cells([[0, 4, 0, 2]])).reason != nil)
  }
}
