import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Kaplan-Meier, Nelson-Aalen and the median")
struct SurvivalCurvesTests {
  private static func table(_ row: ReferenceValue) throws -> RiskTable {
    try #require(try SurvivalRecords(row).riskTable.group(try row.whole("group")))
  }

  @Test("the curve, Greenwood's error and the log-log limits agree with R, late entry included")
  func kaplanMeier() throws {
    for row in try ReferenceValue.read(Fixtures.survivalR, method: "KaplanMeierCurve") {
      let method = KaplanMeierCurve(event: .init(row), level: try row.number("level"))
      let curve = try #require(method(try Self.table(row)).value)
      let time = try row.whole("time")
      let step = try #require(curve.step(at: time))
      #expect(step.time == time)
      let value: Double? =
        switch row.quantity {
        case "atRisk": Double(step.atRisk)
        case "events": Double(step.events)
        case "survival": step.survival
        case "standardError": step.standardError
        case "lower": step.interval?.lower
        case "upper": step.interval?.upper
        default: nil
        }
      expectClose(value, row.value, relative: 1e-12, "\(row)")
    }
  }

  @Test("the cumulative hazard agrees with R")
  func nelsonAalen() throws {
    for row in try ReferenceValue.read(Fixtures.survivalR, method: "NelsonAalenCurve") {
      let method = NelsonAalenCurve(event: .init(row), level: try row.number("level"))
      let step = try #require(
        method(try Self.table(row)).value?.step(at: try row.whole("time")))
      let value: Double? =
        switch row.quantity {
        case "value": step.value
        case "standardError": step.standardError
        case "lower": step.interval?.lower
        case "upper": step.interval?.upper
        default: nil
        }
      expectClose(value, row.value, relative: 1e-12, "\(row)")
    }
  }

  @Test("the median and its limits agree with R")
  func median() throws {
    for row in try ReferenceValue.read(Fixtures.survivalR, method: "MedianSurvivalTime") {
      let method = MedianSurvivalTime(event: .init(row), level: try row.number("level"))
      #expect(
        Fixtures.part(row.quantity, of: method(try Self.table(row))) == row.value, "\(row)")
    }
  }

  @Test("published: maintained chemotherapy, Miller (adverse-54)")
  func published() throws {
    let maintained = try #require(try SurvivalRecords.data("aml").riskTable.group(0))
    let curve = try #require(KaplanMeierCurve()(maintained).value)
    let shares = [0.9091, 0.8182, 0.7159, 0.6136, 0.4909, 0.3682, 0.1841]
    #expect(curve.steps.map(\.time) == [9, 13, 18, 23, 31, 34, 48])
    for (step, share) in zip(curve.steps, shares) {
      expectClose(step.survival, share, absolute: 5e-5)
    }
    #expect(MedianSurvivalTime()(maintained).value == 31)
    let other = try #require(try SurvivalRecords.data("aml").riskTable.group(1))
    #expect(MedianSurvivalTime()(other).value == 23)
  }

  @Test("the share at a time is the step in force, and unknown after the last person left")
  func atTime() throws {
    let table = try SurvivalRecords.people([(0, 2, 1, 0), (0, 4, 0, 0), (1, 5, 1, 0), (3, 6, 0, 1)])
      .riskTable
    // At risk at 2 are three, at 5 two (the third person and the one who entered at 3).
    #expect(SurvivalProbability(at: 1)(table).value == 1)
    #expect(SurvivalProbability(at: 1)(table).interval == nil)
    expectClose(SurvivalProbability(at: 4)(table).value, 2.0 / 3, relative: 1e-15)
    expectClose(SurvivalProbability(at: 6)(table).value, 1.0 / 3, relative: 1e-15)
    #expect(SurvivalProbability(at: 7)(table).reason == "Nobody was watched for longer than 6.")
    expectClose(
      SurvivalProbability(at: 4)(table).standardError, (2.0 / 27).squareRoot(), relative: 1e-14)
  }

  @Test("without censoring the curve is the share still there, its error the binomial one")
  func withoutCensoring() throws {
    var generator = SeededGenerator(seed: 5)
    let people = (0..<37).map { _ in (0, Int.random(in: 1...9, using: &generator), 1, 0) }
    let curve = try #require(
      KaplanMeierCurve()(try SurvivalRecords.people(people).riskTable).value)
    for step in curve.steps {
      let share = Double(people.count { $0.1 > step.time }) / 37
      expectClose(step.survival, share, relative: 1e-13, absolute: 1e-16)
      if share > 0 {
        expectClose(
          step.standardError, (share * (1 - share) / 37).squareRoot(), relative: 1e-12)
      } else {
        #expect(step.standardError == nil && step.interval == nil)
      }
    }
    #expect(curve.survival(at: 1000) == 0)
  }

  @Test("a spell cut in two at any time changes nothing")
  func cutting() throws {
    let whole = try SurvivalRecords.data("careers")
    let cut = try #require(
      SurvivalRecords(
        whole.spells.flatMap { spell -> [SurvivalSpell] in
          guard spell.entry < 17, spell.exit > 17 else { return [spell] }
          return [
            SurvivalSpell(entry: spell.entry, exit: 17, cause: 0, group: spell.group),
            SurvivalSpell(entry: 17, exit: spell.exit, cause: spell.cause, group: spell.group),
          ]
        }, groups: whole.groups, causes: whole.causes))
    #expect(KaplanMeierCurve()(cut.riskTable) == KaplanMeierCurve()(whole.riskTable))
    #expect(
      LogRankTest()(StratifiedRiskTables(cut.riskTable))
        == LogRankTest()(StratifiedRiskTables(whole.riskTable)))
  }

  @Test("where the curve rests at one half the middle or the beginning is taken")
  func rest() throws {
    // R: quantile(survfit(Surv(c(1, 2, 4, 5), rep(1, 4)) ~ 1), 0.5) is 3.
    let table = try SurvivalRecords.people([(0, 1, 1, 0), (0, 2, 1, 0), (0, 4, 1, 0), (0, 5, 1, 0)])
      .riskTable
    #expect(MedianSurvivalTime()(table).value == 3)
    #expect(MedianSurvivalTime(rest: .beginning)(table).value == 2)
    #expect(MedianSurvivalTime()(table).interval?.lower == 1)
  }

  @Test("undefined without anybody at risk, with a level that is none, with too few events")
  func degenerate() throws {
    let nobody = try SurvivalRecords.people([]).riskTable
    #expect(KaplanMeierCurve()(nobody).reason == "Nobody was at risk.")
    #expect(NelsonAalenCurve()(nobody).reason != nil)
    #expect(SurvivalProbability(at: 1)(nobody).reason != nil)
    let table = try SurvivalRecords.people([(0, 1, 1, 0), (0, 9, 0, 0), (0, 9, 0, 0)]).riskTable
    #expect(KaplanMeierCurve(level: 1)(table).reason != nil)
    #expect(
      MedianSurvivalTime()(table).reason
        == "Fewer than half had had the event by the end of follow-up, 9.")
    let sole = try SurvivalRecords.people([(0, 3, 1, 0)]).riskTable
    #expect(MedianSurvivalTime()(sole).value == 3 && MedianSurvivalTime()(sole).interval == nil)
    let quiet = try SurvivalRecords.people([(0, 3, 0, 0)]).riskTable
    #expect(KaplanMeierCurve()(quiet).value?.survival(at: 3) == 1)
  }

  @Test("impossible records and tables are refused")
  func refused() {
    #expect(SurvivalRecords([SurvivalSpell(entry: 3, exit: 3, cause: 0)]) == nil)
    #expect(SurvivalRecords([SurvivalSpell(exit: 3, cause: 2)]) == nil)
    #expect(SurvivalRecords([SurvivalSpell(exit: 3, cause: 0, group: 1)]) == nil)
    #expect(SurvivalRecords([SurvivalSpell(exit: 3, cause: 0, covariates: [1])]) == nil)
    #expect(
      SurvivalRecords([SurvivalSpell(exit: 3, cause: 0, covariates: [.nan])], covariates: ["x"])
        == nil)
    typealias Row = RiskTable.Row
    #expect(
      RiskTable(groupCount: 1, causeCount: 1, rows: [Row(time: 1, atRisk: [1], events: [[2]])])
        == nil)
    let row = Row(time: 1, atRisk: [3], events: [[1]])
    #expect(RiskTable(groupCount: 1, causeCount: 1, rows: [row, row]) == nil)
    #expect(RiskTable(groupCount: 2, causeCount: 1, rows: [row]) == nil)
  }
}
