import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Test of proportional hazards")
struct ProportionalHazardsTestTests {
  private static let scales: [String: ProportionalHazardsTest.TimeScale] = [
    "km": .kaplanMeier, "identity": .identity, "log": .logarithm, "rank": .rank,
  ]

  @Test("agrees with cox.zph of R's survival 3.5: scales, ties, strata, late entry")
  func references() throws {
    for row in try ReferenceValue.read(Fixtures.survivalR, method: "ProportionalHazardsTest") {
      let method = ProportionalHazardsTest(
        regression: CoxRegression(
          event: .init(row),
          ties: try #require(CoxRegression.Ties(rawValue: row.arguments["ties"] ?? ""))),
        timeScale: try #require(Self.scales[row.arguments["scale"] ?? ""]))
      let check = try #require(method.check(try SurvivalRecords(row)).value)
      let value: Double?
      if row.quantity == "all" {
        value = check.all.statistic
      } else if row.quantity == "pValue" {
        value = check.all.pValue.value
      } else if row.quantity.hasPrefix("each") {
        value = check.each[try #require(Int(row.quantity.suffix(1)))].statistic
      } else {
        let time = try #require(Int(row.quantity.dropFirst("residual".count)))
        value = check.residuals.first { $0.time == time }?.values[0]
      }
      expectClose(value, row.value, relative: 1e-8, "\(row)")
    }
  }

  @Test("published: lung by sex (adverse-53)")
  func published() throws {
    let outcome = ProportionalHazardsTest()(try .data("lung", columns: ["group"]))
    expectClose(outcome.test?.statistic, 2.8632, absolute: 5e-5)
    expectClose(outcome.pValue, 0.0906, absolute: 5e-5)
    #expect(outcome.test?.degreesOfFreedom == 1)
  }

  @Test("a course in time that is stretched or shifted is the same course")
  func stretching() throws {
    let records = try SurvivalRecords.data("careers", columns: ["age", "grade"])
    let later = try #require(
      SurvivalRecords(
        records.spells.map {
          SurvivalSpell(
            entry: 1000 + 30 * $0.entry, exit: 1000 + 30 * $0.exit, cause: $0.cause,
            covariates: $0.covariates)
        }, causes: records.causes, covariates: records.covariates))
    let method = ProportionalHazardsTest(timeScale: .identity)
    expectClose(
      method(later).test?.statistic, try #require(method(records).test?.statistic),
      relative: 1e-9)
  }

  @Test("a ratio that turns over half-way is seen")
  func crossing() throws {
    // Early events are all of high x, late ones all of low x.
    let early = (1...20).map {
      SurvivalSpell(exit: $0, cause: 1, covariates: [Double(10 + $0 % 7)])
    }
    let late = (1...20).map {
      SurvivalSpell(exit: 40 + $0, cause: 1, covariates: [Double($0 % 5)])
    }
    let stay = (0..<20).map { SurvivalSpell(exit: 90, cause: 0, covariates: [Double($0)]) }
    let records = try #require(SurvivalRecords(early + late + stay, covariates: ["x"]))
    #expect(try #require(ProportionalHazardsTest()(records).pValue) < 1e-4)
  }

  @Test("undefined where the regression is, with one event, and for log time from 0")
  func degenerate() throws {
    #expect(ProportionalHazardsTest()(try .data("aml")).reason == "There is no covariate.")
    let one = try #require(
      SurvivalRecords(
        [1.0, 0, 2].enumerated().map {
          SurvivalSpell(
            exit: 1 + $0.offset, cause: $0.offset == 0 ? 1 : 0, covariates: [$0.element])
        }, covariates: ["x"]))
    #expect(
      ProportionalHazardsTest()(one).reason
        == "There are too few events to see a course in time.")
    let before = try #require(
      SurvivalRecords(
        [SurvivalSpell(entry: -5, exit: 0, cause: 1, covariates: [1])], covariates: ["x"]))
    #expect(
      ProportionalHazardsTest(timeScale: .logarithm)(before).reason
        == "Log time needs times above 0.")
  }
}
