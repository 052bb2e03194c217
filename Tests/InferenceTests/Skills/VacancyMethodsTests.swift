import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Vacancies and labour markets")
struct VacancyMethodsTests {
  @Test("fill rates agree with the roots of Wilson's equation")
  func fillRate() throws {
    for row in try ReferenceValue.read(SkillsReferences.file, method: "FillRate") {
      let counts = try #require(
        VacancyCounts(
          filled: row.whole("filled"), withdrawn: row.whole("withdrawn"), open: row.whole("open")))
      let base = try #require(FillRate.Base(rawValue: row.arguments["base"] ?? ""))
      expectClose(
        Fixtures.part(row.quantity, of: FillRate(base: base)(counts)), row.value, relative: 1e-9,
        "\(row)")
    }
    let open = try #require(VacancyCounts(filled: 0, withdrawn: 0, open: 4))
    #expect(FillRate(base: .closed)(open).reason?.contains("closed") == true)
    #expect(FillRate()(open).value == 0)
    #expect(FillRate()(try #require(VacancyCounts(filled: 0, withdrawn: 0, open: 0))).reason != nil)
    #expect(FillRate().stamp.id != FillRate(base: .closed).stamp.id)
  }

  @Test("suitable applicants per vacancy agree with roots of Poisson tails")
  func suitable() throws {
    let method = "SuitableApplicantsPerVacancy"
    for row in try ReferenceValue.read(SkillsReferences.file, method: method) {
      let counts = try #require(
        ApplicantCounts(suitable: row.whole("suitable"), vacancies: row.whole("vacancies")))
      let outcome = SuitableApplicantsPerVacancy()(counts)
      expectClose(
        Fixtures.part(row.quantity, of: outcome), row.value, relative: 1e-8, "\(row)")
      // A hundredth of the events per 100.
      let rate = try #require(
        EventRate(events: counts.suitable, exposure: Double(counts.vacancies)))
      expectClose(
        outcome.interval?.upper,
        try #require(EventRatePer100()(rate).interval).upper / 100, relative: 1e-14)
    }
    let none = try #require(ApplicantCounts(suitable: 0, vacancies: 0))
    #expect(SuitableApplicantsPerVacancy()(none).reason != nil)
  }

  @Test("vacancies per unemployed person: the ratio of the counts, its limits turned over")
  func tightness() throws {
    let counts = try #require(VacanciesAndUnemployed(vacancies: 120, unemployed: 80))
    let turned = try #require(VacanciesAndUnemployed(vacancies: 80, unemployed: 120))
    let outcome = VacancyUnemploymentRatio()(counts)
    #expect(outcome.value == 1.5)
    let interval = try #require(outcome.interval)
    let other = try #require(VacancyUnemploymentRatio()(turned).interval)
    expectClose(interval.lower, 1 / other.upper, relative: 1e-12)
    expectClose(interval.upper, 1 / other.lower, relative: 1e-12)
    // scipy.stats.binomtest(120, 200).proportion_ci(0.95, "exact") as odds.
    let odds = try ClopperPearsonInterval.limits(successes: 120, total: 200, level: 0.95)
    expectClose(interval.lower, odds.lower / (1 - odds.lower), relative: 1e-12)
    let none = try #require(VacanciesAndUnemployed(vacancies: 0, unemployed: 0))
    #expect(VacancyUnemploymentRatio()(none).reason != nil)
    let nobody = try #require(VacanciesAndUnemployed(vacancies: 3, unemployed: 0))
    #expect(VacancyUnemploymentRatio()(nobody).value == .infinity)
  }

  @Test("a market that matches less well has both rates higher")
  func beveridge() throws {
    let periods = try [("2024", 50, 950, 50), ("2025", 90, 910, 90), ("empty", 0, 0, 0)].map {
      try #require(
        LabourMarketPeriod(label: $0.0, vacancies: $0.1, employed: $0.2, unemployed: $0.3))
    }
    let points = BeveridgeCurve()(periods)
    #expect(points.map(\.label) == ["2024", "2025", "empty"])
    #expect(points[0].unemploymentRate.value == 0.05 && points[0].vacancyRate.value == 0.05)
    #expect(points[1].unemploymentRate.value == 0.09 && points[1].vacancyRate.value == 0.09)
    #expect(points[1].tightness.value == 1)
    #expect(points[2].unemploymentRate.reason != nil && points[2].vacancyRate.reason != nil)
    #expect(points[2].tightness.reason != nil)
  }

  @Test("growth is the ratio of the averages less 1, with the pay gap's limits on the other side")
  func growth() throws {
    let earlier = (0..<80).map { 1000 + $0 * 11 % 130 }
    let arms = PayReferences.arms(earlier.map { $0 + $0 / 25 }, earlier)
    let pay = PayAtTwoDates(later: arms.focal, earlier: arms.reference)
    for (average, gap) in [
      (WageGrowth.Average.mean, MeanPayGap()(arms)), (.median, MedianPayGap()(arms)),
    ] {
      let outcome = WageGrowth(average: average)(pay)
      expectClose(outcome.value, 0.04, absolute: 0.002)
      expectClose(outcome.value, -(try #require(gap.value)), relative: 1e-12)
      let limits = try #require(gap.interval)
      expectClose(outcome.interval?.lower, -limits.upper, relative: 1e-12)
      expectClose(outcome.interval?.upper, -limits.lower, relative: 1e-12)
    }
    let none = PayReferences.arms([5], [])
    let missing = WageGrowth(average: .mean)(
      PayAtTwoDates(later: none.focal, earlier: none.reference))
    #expect(missing.reason == "Nobody at the earlier date has an amount.")
    let single = PayReferences.arms([104], [100])
    let sole = WageGrowth(average: .mean)(
      PayAtTwoDates(later: single.focal, earlier: single.reference))
    expectClose(sole.value, 0.04, absolute: 1e-12)
    #expect(sole.interval == nil)
  }

  @Test("time to fill is the median of the Kaplan-Meier curve with open vacancies censored")
  func timeToFill() throws {
    // Filled after 30, 40, 50 and 60 days; one open since 45 and one since 70.
    let spells = [(30, 1), (40, 1), (45, 0), (50, 1), (60, 1), (70, 0)].map {
      SurvivalSpell(exit: $0.0, cause: $0.1)
    }
    let records = try #require(SurvivalRecords(spells))
    // 5/6, 4/6, then 4/6 x 2/3 = 4/9 at 50.
    #expect(MedianSurvivalTime()(records.riskTable).value == 50)
  }
}
