import Foundation
import SyntheticWorkforce
import TestSupport
import Testing

@Suite("The synthetic HealthTech employer")
struct HealthTechWorkforceTests {
  private static let files = HealthTechWorkforce(seed: HealthTechWorkforce.publishedSeed).files()

  private static func rows(_ path: String) throws -> [[String: String]] {
    let file = try #require(files.first { $0.path == path })
    let lines = file.text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let header = try #require(lines.first)
    return lines.dropFirst().map { fields in
      Dictionary(uniqueKeysWithValues: zip(header, fields))
    }
  }

  @Test("stocks and flows come out for every level of every attribute")
  func reconciliation() throws {
    let employees = try #require(Self.files.first { $0.path == "employees.csv" }).text
    let events = try #require(Self.files.first { $0.path == "events.csv" }).text
    let check = StockFlowReconciliation(employees: employees, events: events)
    #expect(check.comparisons == 8)
    #expect(check.mismatches().isEmpty)
    let lost = events.split(separator: "\n").filter { !$0.contains(",2024-08-") }
    let broken = StockFlowReconciliation(
      employees: employees, events: lost.joined(separator: "\n"))
    #expect(Set(broken.mismatches().map(\.date)) == ["2024-09-30"])
  }

  @Test("every person can be followed from snapshot to snapshot through the events")
  func replay() throws {
    let attributes = StockFlowReconciliation.attributes
    let events = try Self.rows("events.csv")
    let employees = Dictionary(grouping: try Self.rows("employees.csv")) {
      $0["snapshot_date"] ?? ""
    }
    let dates = employees.keys.sorted()
    #expect(dates.first == "2023-09-30")
    #expect(dates.last == "2025-09-30")
    #expect(dates.count == 9)
    func state(_ row: [String: String]) -> [String] { attributes.map { row[$0] ?? "?" } }
    for (opening, closing) in zip(dates, dates.dropFirst()) {
      var people: [String: [String]] = [:]
      for row in employees[opening] ?? [] { people[row["person_id"] ?? ""] = state(row) }
      for event in events {
        guard let date = event["date"], date > opening, date <= closing else { continue }
        let person = event["person_id"] ?? ""
        switch event["kind"] {
        case "Hire":
          #expect(people[person] == nil)
          people[person] = state(event)
        case "Exit":
          #expect(people[person] == state(event))
          people[person] = nil
        default:
          let changed = attributes.firstIndex(of: event["attribute"] ?? "")
          let position = try #require(changed)
          #expect(people[person]?[position] == event["from"])
          people[person]?[position] = event["to"] ?? ""
          #expect(people[person] == state(event))
        }
      }
      var found: [String: [String]] = [:]
      for row in employees[closing] ?? [] { found[row["person_id"] ?? ""] = state(row) }
      #expect(found.count == employees[closing]?.count)
      #expect(found == people)
    }
  }

  @Test("every hire is an application that reached the last stage")
  func hiresAreApplications() throws {
    let keys = ["specialization", "level", "gender", "race_ethnicity", "disability"]
    func counted(_ rows: [[String: String]]) -> [[String]: Int] {
      rows.reduce(into: [:]) { counts, row in counts[keys.map { row[$0] ?? "" }, default: 0] += 1 }
    }
    let hires = try Self.rows("events.csv").filter { $0["kind"] == "Hire" }
    let applications = try Self.rows("applications.csv").filter { $0["stage"] == "Hired" }
    #expect(counted(hires) == counted(applications))
    #expect(hires.count > 900)
  }

  @Test("sizes are as described and codes are unique and show no order")
  func sizes() throws {
    let employees = try Self.rows("employees.csv")
    for (_, people) in Dictionary(grouping: employees, by: { $0["snapshot_date"] ?? "" }) {
      #expect((3_850...4_150).contains(people.count))
    }
    let applications = try Self.rows("applications.csv")
    #expect((11_000...13_000).contains(applications.count))
    #expect(Set(applications.compactMap { $0["application_id"] }).count == applications.count)
    let last = employees.filter { $0["snapshot_date"] == "2025-09-30" }
    let byCode = last.compactMap { $0["hire_date"] }
    let rising = zip(byCode, byCode.dropFirst()).count { $0 < $1 }
    expectClose(Double(rising) / Double(byCode.count), 0.5, absolute: 0.03)
    #expect(Self.files.reduce(0) { $0 + $1.text.utf8.count } < 6_000_000)
  }

  @Test("the same seed makes the same files, another seed makes others")
  func seeds() {
    #expect(HealthTechWorkforce(seed: HealthTechWorkforce.publishedSeed).files() == Self.files)
    for seed: UInt64 in [0, .max] {
      let files = HealthTechWorkforce(seed: seed).files()
      #expect(files != Self.files)
      let check = StockFlowReconciliation(employees: files[0].text, events: files[1].text)
      #expect(check.mismatches().isEmpty)
    }
  }

  @Test("the committed files are the ones the published seed makes")
  func committed() throws {
    for file in Self.files {
      let path = ProjectFolder.file("datasets/healthtech/\(file.path)")
      let committed = try String(contentsOf: path, encoding: .utf8)
      #expect(committed == file.text, "\(file.path)")
    }
  }
}
