import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Life table")
struct LifeTableTests {
  private static func table(_ rows: [(Int, Int, Int)]) throws -> RiskTable {
    try #require(
      RiskTable(
        groupCount: 1, causeCount: 1,
        rows: rows.map { .init(time: $0.0, atRisk: [$0.1], events: [[$0.2]]) }))
  }

  @Test("with one period per interval it is the Kaplan-Meier curve")
  func kaplanMeier() throws {
    let records = try SurvivalRecords.data("careers")
    let table = try #require(records.riskTable.group(2))
    // Every unit of time is an interval, so that each is one period.
    let rows = (1...40).map { time in
      let row = table.rows.first { $0.time == time }
      let atRisk = records.spells.count { $0.group == 2 && $0.entry < time && $0.exit >= time }
      return (time, atRisk, row.map { $0.events[0].reduce(0, +) } ?? 0)
    }
    let life = try Self.table(rows)
    for time in [15, 25, 33] {
      let expected = SurvivalProbability(at: time)(table)
      let outcome = LifeTableSurvival(at: time, periodsPerUnit: 1)(life)
      expectClose(outcome.value, try #require(expected.value), relative: 1e-13)
      expectClose(outcome.standardError, try #require(expected.standardError), relative: 1e-12)
      let interval = try #require(expected.interval)
      expectClose(outcome.interval?.lower, interval.lower, relative: 1e-12)
      expectClose(outcome.interval?.upper, interval.upper, relative: 1e-12)
    }
  }

  @Test("four quarters of one chance are a year of it, with the same error")
  func quarters() throws {
    let year = try Self.table([(1, 4 * 250, 4 * 8)])
    let quarters = try Self.table((1...4).map { ($0, 250, 8) })
    let whole = LifeTableSurvival(at: 1, periodsPerUnit: 4)(year)
    let parts = LifeTableSurvival(at: 4, periodsPerUnit: 1)(quarters)
    expectClose(whole.value, pow(242.0 / 250, 4), relative: 1e-14)
    expectClose(whole.value, try #require(parts.value), relative: 1e-14)
    expectClose(whole.standardError, try #require(parts.standardError), relative: 1e-13)
  }

  @Test("the median is where the share is one half")
  func median() throws {
    // 16 of 100 leave in each year, then 36 of 100 in each of two: 0.84 x 0.64^(t - 1) is a half.
    let table = try Self.table([(1, 100, 16), (3, 200, 72)])
    let outcome = LifeTableMedian(periodsPerUnit: 1)(table)
    expectClose(outcome.value, 1 + log(0.84 / 0.5) / log(1 / 0.64), relative: 1e-13)
    let share = try #require(LifeTableSurvival(at: 3, periodsPerUnit: 1)(table).interval)
    let interval = try #require(outcome.interval)
    #expect(interval.lower < 2.16 && interval.upper > 2.17 && interval.upper < 3)
    #expect(share.contains(0.84 * 0.64 * 0.64))
    #expect(
      LifeTableMedian(periodsPerUnit: 1)(try Self.table([(1, 100, 16)])).reason
        == "Fewer than half had had the event after 1.")
  }

  @Test("without events the share is one; with all it is nought; without people there is none")
  func degenerate() throws {
    let table = try Self.table([(1, 50, 0), (2, 10, 10), (3, 4, 1)])
    #expect(LifeTableSurvival(at: 1, periodsPerUnit: 4)(table).value == 1)
    #expect(LifeTableSurvival(at: 1, periodsPerUnit: 4)(table).interval == nil)
    #expect(LifeTableSurvival(at: 2, periodsPerUnit: 4)(table).value == 0)
    #expect(LifeTableSurvival(at: 3, periodsPerUnit: 4)(table).value == 0)
    #expect(LifeTableMedian(periodsPerUnit: 4)(table).value == 2)
    #expect(LifeTableSurvival(at: 4, periodsPerUnit: 4)(table).reason != nil)
    let gap = try Self.table([(1, 50, 1), (2, 0, 0)])
    #expect(
      LifeTableSurvival(at: 2, periodsPerUnit: 4)(gap).reason
        == "In one of the intervals nobody was at risk.")
    #expect(LifeTableMedian(periodsPerUnit: 4)(gap).reason != nil)
    #expect(LifeTableSurvival(at: 1, periodsPerUnit: 4, level: 0)(table).reason != nil)
  }
}
