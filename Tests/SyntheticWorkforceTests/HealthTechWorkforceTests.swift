import Foundation
import SyntheticWorkforce
import TestSupport
import Testing

@Suite("The synthetic HealthTech employer")
struct HealthTechWorkforceTests {
  @Test("stocks and flows come out for every level of every attribute")
  func reconciliation() throws {
    let employees = try PublishedWorkforce.text("employees.csv")
    let events = try PublishedWorkforce.text("events.csv")
    let check = StockFlowReconciliation(employees: employees, events: events)
    #expect(check.comparisons == 8)
    #expect(check.mismatches().isEmpty)
    let lost = events.split(separator: "\n").filter { row in
      !row.split(separator: ",", omittingEmptySubsequences: false)[1].hasPrefix("2024-08-")
    }
    let broken = StockFlowReconciliation(
      employees: employees, events: lost.joined(separator: "\n"))
    #expect(Set(broken.mismatches().map(\.date)) == ["2024-09-30"])
  }

  @Test("every person can be followed from snapshot to snapshot through the events")
  func replay() throws {
    let attributes = StockFlowReconciliation.attributes.map { Substring($0) }
    let events = try PublishedWorkforce.rows("events.csv")
    let employees = Dictionary(grouping: try PublishedWorkforce.rows("employees.csv")) {
      $0["snapshot_date"]
    }
    let dates = employees.keys.sorted()
    #expect(dates.first == "2023-09-30")
    #expect(dates.last == "2025-09-30")
    #expect(dates.count == 9)
    func state(_ row: WorkforceRow) -> [Substring] { attributes.map { row[$0] } }
    for (opening, closing) in zip(dates, dates.dropFirst()) {
      var people: [Substring: [Substring]] = [:]
      for row in employees[opening] ?? [] { people[row["person_id"]] = state(row) }
      for event in events {
        let date = event["date"]
        guard date > opening, date <= closing else { continue }
        let person = event["person_id"]
        switch event["kind"] {
        case "Hire":
          #expect(people[person] == nil)
          people[person] = state(event)
        case "Exit":
          #expect(people[person] == state(event))
          people[person] = nil
        default:
          let changed = attributes.firstIndex(of: event["attribute"])
          let position = try #require(changed)
          #expect(people[person]?[position] == event["from"])
          people[person]?[position] = event["to"]
          #expect(people[person] == state(event))
        }
      }
      var found: [Substring: [Substring]] = [:]
      for row in employees[closing] ?? [] { found[row["person_id"]] = state(row) }
      #expect(found.count == employees[closing]?.count)
      #expect(found == people)
    }
  }

  @Test("every hire is an application that reached the last stage")
  func hiresAreApplications() throws {
    let keys: [Substring] = ["specialization", "level", "gender", "race_ethnicity", "disability"]
    func counted(_ rows: [WorkforceRow]) -> [[Substring]: Int] {
      rows.reduce(into: [:]) { counts, row in counts[keys.map { row[$0] }, default: 0] += 1 }
    }
    let hires = try PublishedWorkforce.rows("events.csv").filter { $0["kind"] == "Hire" }
    let applications = try PublishedWorkforce.rows("applications.csv").filter {
      $0["stage"] == "Hired"
    }
    #expect(counted(hires) == counted(applications))
    #expect(hires.count > 900)
  }

  @Test("sizes are as described and codes are unique and show no order")
  func sizes() throws {
    let employees = try PublishedWorkforce.rows("employees.csv")
    for (_, people) in Dictionary(grouping: employees, by: { $0["snapshot_date"] }) {
      #expect((3_850...4_150).contains(people.count))
    }
    let applications = try PublishedWorkforce.rows("applications.csv")
    #expect((11_000...13_000).contains(applications.count))
    #expect(Set(applications.map { $0["application_id"] }).count == applications.count)
    let last = employees.filter { $0["snapshot_date"] == "2025-09-30" }
    let byCode = last.map { $0["hire_date"] }
    let rising = zip(byCode, byCode.dropFirst()).count { $0 < $1 }
    expectClose(Double(rising) / Double(byCode.count), 0.5, absolute: 0.03)
    #expect(PublishedWorkforce.files.reduce(0) { $0 + $1.text.utf8.count } < 7_000_000)
  }

  @Test("the same seed makes the same files, another seed makes others")
  func seeds() {
    let same = HealthTechWorkforce(seed: HealthTechWorkforce.publishedSeed).files()
    #expect(same == PublishedWorkforce.files)
    let other = HealthTechWorkforce(seed: .max).files()
    #expect(other != same)
    let check = StockFlowReconciliation(employees: other[0].text, events: other[1].text)
    #expect(check.mismatches().isEmpty)
  }

  @Test("the committed files are the ones the published seed makes")
  func committed() throws {
    for file in PublishedWorkforce.files {
      let path = ProjectFolder.file("datasets/healthtech/\(file.path)")
      let committed = try String(contentsOf: path, encoding: .utf8)
      #expect(committed == file.text, "\(file.path)")
    }
  }
}
