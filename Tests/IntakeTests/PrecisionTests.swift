import DataSources
import Intake
import Testing

@Suite("Precision")
struct PrecisionTests {
  private func precision(_ days: [(Int, Int, Int)]) -> DatePrecision? {
    DatePrecision.of(days.compactMap { CalendarDay(year: $0.0, month: $0.1, day: $0.2) })
  }

  @Test("dates are as exact as the days they stand on")
  func dates() {
    #expect(precision([]) == nil)
    #expect(precision([(2020, 1, 1), (2021, 1, 1)]) == .year)
    #expect(precision([(2020, 12, 31)]) == .year)
    #expect(precision([(2020, 1, 1), (2020, 7, 1)]) == .quarter)
    #expect(precision([(2020, 3, 31), (2020, 6, 30)]) == .quarter)
    #expect(precision([(2020, 1, 1), (2020, 5, 1)]) == .month)
    #expect(precision([(2020, 2, 29), (2021, 2, 28)]) == .month)
    // First and last days mixed, or any other day, are days.
    #expect(precision([(2020, 1, 1), (2020, 12, 31)]) == .day)
    #expect(precision([(2020, 1, 1), (2020, 1, 2)]) == .day)
    #expect(DatePrecision.quarter < .month && DatePrecision.year < .quarter)
  }

  @Test("ages in bands with the oldest together are coarse")
  func ages() {
    #expect(AgePrecision(labels: ["Under 30", "30 to 39", "60 and over"]).isCoarse)
    #expect(AgePrecision(labels: ["80-89", "90+"]).isCoarse)
    #expect(AgePrecision(labels: ["34", "35", "36"]).singleYears == 3)
    #expect(!AgePrecision(labels: ["34", "35"]).isCoarse)
    #expect(!AgePrecision(labels: ["80-89", "90-94", "95-99"]).isCoarse)
    #expect(AgePrecision.isAge(words: ["age", "band"]))
    #expect(AgePrecision.isAge(words: ["year", "of", "birth"]))
    #expect(!AgePrecision.isAge(words: ["manager"]))
  }
}
