import Testing

@testable import DataSources

@Suite("Dates and calendar days")
struct DateParserTests {
  private func parse(_ text: String, _ format: String) -> ParsedField<CalendarDay>? {
    guard let parser = DateParser(format: format, missing: ["never"]) else { return nil }
    return Array(text.utf8).withUnsafeBytes { parser.parse($0) }
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDay {
    try #require(CalendarDay(year: year, month: month, day: day))
  }

  @Test("dates are read in the declared pattern only")
  func patterns() throws {
    let expected = ParsedField.value(try day(1999, 1, 10))
    #expect(parse("1999-01-10", "yyyy-MM-dd") == expected)
    #expect(parse("1/10/1999 0:00", "M/d/yyyy H:mm") == expected)
    #expect(parse("01/10/1999", "M/d/yyyy") == expected)
    #expect(parse("10.01.1999", "dd.MM.yyyy") == expected)
    #expect(parse("19990110", "yyyyMMdd") == expected)
    #expect(parse(" 1999-01-10T23:59:59 ", "yyyy-MM-ddTHH:mm:ss") == expected)
    for text in ["1/10/1999 0:00", "1/10/99", "1-10-1999", "1/10/19990", "x", "1/10/"] {
      guard case .malformed = parse(text, "M/d/yyyy") else {
        Issue.record("\(text) was read")
        continue
      }
    }
    #expect(parse("", "yyyy-MM-dd") == .blank)
    #expect(parse("never", "yyyy-MM-dd") == .blank)
  }

  @Test(
    "days that do not exist are refused",
    arguments: [
      "2023-02-29", "2024-02-30", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-10",
      "2024-01-00", "0001-01-01", "9999-12-31", "1899-12-31", "2200-01-01",
    ])
  func calendar(text: String) {
    guard case .malformed = parse(text, "yyyy-MM-dd") else {
      Issue.record("\(text) was read")
      return
    }
  }

  @Test(
    "patterns without a full date are refused",
    arguments: ["yyyy-MM", "yy-MM-dd", "MMM d yyyy", "yyyy-MM-dd dd", "", "h:mmm"])
  func badPatterns(format: String) { #expect(DateParser(format: format, missing: []) == nil) }

  @Test("days since 1970 agree with Python's date.toordinal() - 719163")
  func epoch() throws {
    #expect(try day(1970, 1, 1).daysSinceEpoch == 0)
    #expect(try day(1900, 1, 1).daysSinceEpoch == -25567)
    #expect(try day(2000, 2, 29).daysSinceEpoch == 11016)
    #expect(try day(2025, 9, 30).daysSinceEpoch == 20361)
    #expect(try day(2199, 12, 31).daysSinceEpoch == 84005)
  }

  @Test("fiscal quarters are named after the year they end in")
  func quarters() throws {
    #expect(try day(2025, 9, 30).quarter(firstMonth: 1) == "2025Q3")
    #expect(try day(2025, 10, 1).quarter(firstMonth: 1) == "2025Q4")
    #expect(try day(2025, 3, 31).quarter(firstMonth: 4) == "FY2025Q4")
    #expect(try day(2025, 4, 1).quarter(firstMonth: 4) == "FY2026Q1")
    #expect(try day(2025, 12, 31).quarter(firstMonth: 10) == "FY2026Q1")
    #expect(try day(2026, 1, 1).quarter(firstMonth: 10) == "FY2026Q2")
  }

  @Test("years are complete on the anniversary")
  func completedYears() throws {
    let start = try day(2020, 9, 30)
    #expect(start.completedYears(to: try day(2025, 9, 29)) == 4)
    #expect(start.completedYears(to: try day(2025, 9, 30)) == 5)
    let leap = try day(2020, 2, 29)
    #expect(leap.completedYears(to: try day(2021, 2, 28)) == 0)
    #expect(leap.completedYears(to: try day(2021, 3, 1)) == 1)
    #expect(start.completedYears(to: try day(2020, 9, 29)) == -1)
  }
}
