import TestSupport
import Testing

/// What is planted in the vacancies, and how they fit the other files.
@Suite("Synthetic vacancies")
struct VacanciesTests {
  /// Days since the beginning of 2020, by counting.
  private func day(_ text: Substring) throws -> Int {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    try #require(parts.count == 3)
    var days = 0
    for year in 2020..<parts[0] { days += year % 4 == 0 ? 366 : 365 }
    let february = parts[0] % 4 == 0 ? 29 : 28
    let months = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return days + months.prefix(parts[1] - 1).reduce(0, +) + parts[2]
  }

  @Test("every hire since 2024 closes one vacancy of its specialization and level that day")
  func hires() throws {
    func counted(_ rows: [WorkforceRow], _ date: Substring) -> [[Substring]: Int] {
      rows.filter { $0[date] >= "2024-01-01" }
        .reduce(into: [:]) { counts, row in
          counts[[row[date], row["specialization"], row["level"]], default: 0] += 1
        }
    }
    let hires = try PublishedWorkforce.rows("events.csv").filter { $0["kind"] == "Hire" }
    let filled = try PublishedWorkforce.rows("vacancies.csv").filter { $0["outcome"] == "Filled" }
    #expect(counted(hires, "date") == counted(filled, "closed_on"))
    #expect(filled.count > 900)
  }

  @Test("days open lead from opening to closing, or to the last day; codes are unique")
  func days() throws {
    let vacancies = try PublishedWorkforce.rows("vacancies.csv")
    let last = try day("2025-09-30")
    for row in vacancies {
      let end = row["closed_on"].isEmpty ? last : try day(row["closed_on"])
      let opened = try day(row["opened_on"])
      #expect(Int(row["days_open"]) == max(1, end - opened))
      #expect((row["outcome"] == "Open") == row["closed_on"].isEmpty)
      #expect(row["opened_on"] >= "2023-07-01" && row["opened_on"] <= "2025-09-30")
      let suitable = try #require(Int(row["suitable_applicants"]))
      #expect(try #require(Int(row["applicants"])) >= suitable + 4)
    }
    #expect(Set(vacancies.map { $0["vacancy_id"] }).count == vacancies.count)
  }

  @Test(
    "the shares filled, the days and the suitable applicants are those planted",
    arguments: [
      ("Cybersecurity", 0.42, 60...170, 1...4),
      ("Data science and analytics", 0.48, 55...150, 1...6),
      ("Health informatics", 0.60, 45...110, 3...8),
      ("Software development", 0.72, 30...65, 4...11),
      ("User experience design", 0.72, 30...65, 4...11),
      ("Clinical operations", 0.72, 30...65, 4...11),
      ("Corporate", 0.72, 30...65, 4...11),
    ])
  func planted(
    specialization: String, share: Double, days: ClosedRange<Int>, suitable: ClosedRange<Int>
  ) throws {
    // Opened early enough that all of them have ended.
    let rows = try PublishedWorkforce.rows("vacancies.csv").filter {
      $0["specialization"] == specialization && $0["opened_on"] < "2025-03-01"
    }
    #expect(!rows.isEmpty && !rows.contains { $0["outcome"] == "Open" })
    let filled = rows.filter { $0["outcome"] == "Filled" }
    let error = (share * (1 - share) / Double(rows.count)).squareRoot()
    expectClose(Double(filled.count) / Double(rows.count), share, absolute: 4 * error)
    for row in filled { #expect(days.contains(Int(row["days_open"]) ?? 0)) }
    for row in rows { #expect(suitable.contains(Int(row["suitable_applicants"]) ?? -1)) }
  }
}
