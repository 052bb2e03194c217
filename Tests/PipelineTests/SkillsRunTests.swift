import Analyses
import Configuration
import Disclosure
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// What is planted in the skills of the HealthTech example, found through the gate.
@Suite("Skills across domains of the HealthTech example")
struct SkillsRunTests {
  private func configuration(_ path: String) throws -> RunConfiguration {
    try ConfigurationFile.read(path)
  }

  @Test("FHIR goes with SQL, machine learning grows, health informatics bridges the domains")
  func planted() async throws {
    let configuration = try configuration(
      ProjectFolder.file("datasets/healthtech/parity.toml").path)
    let walk = ReleaseWalk(
      configuration: configuration, breadth: .report, progress: { _, _ in })
    let release = try await walk.release(try ContextBuilder.policy(configuration)).release
    func found(_ id: String, _ column: String, _ isFound: (Double) -> Bool) throws -> [String] {
      let published = try #require(release.exhibit(id))
      return published.exhibit.rows.indices.filter { row in
        guard let value = published.entry(row: row, column: column).estimate?.value,
          let p = published.entry(row: row, column: "adjusted").test?.pValue.value
        else { return false }
        return p < 0.05 && isFound(value)
      }.map { published.exhibit.rows[$0].label }
    }
    #expect(try found("skills/pairs", "lift") { $0 > 1.5 } == ["FHIR + SQL"])
    #expect(try found("skills/growth", "shrunk") { $0 > 1 } == ["Machine learning"])
    let pairs = try #require(release.exhibit("skills/pairs"))
    for technology in ["Python", "SQL", "Cloud platforms"] {
      let row = try #require(pairs.row("Health privacy law + \(technology)"))
      #expect((pairs.entry(row: row, column: "adjusted").test?.pValue.value ?? 0) > 0.05)
    }
    let places = try #require(release.exhibit("skills/hybrid/specialization"))
    let shares = places.exhibit.rows.indices.map {
      places.entry(row: $0, column: "share").estimate?.value ?? 0
    }
    let highest = try #require(shares.indices.max { shares[$0] < shares[$1] })
    #expect(places.exhibit.rows[highest].label == "Health informatics")
    // Full counts: shares have no interval, and nothing of it is judged.
    #expect(places.entry(row: 0, column: "share").estimate?.interval == nil)
    #expect(places.exhibit.comparison == nil)
    #expect(
      places.exhibit.rows.indices.allSatisfy {
        !places.entry(row: $0, column: "both").isHidden
      })
  }

  @Test("skills of other people than those of the snapshot are refused")
  func otherPeople() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let data = folder.appendingPathComponent("data")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    for name in [
      "parity.toml", "employees.csv", "events.csv", "applications.csv", "training.csv",
      "skills.csv", "vacancies.csv", "specializations.toml",
    ] {
      try FileManager.default.copyItem(
        at: ProjectFolder.file("datasets/healthtech/\(name)"),
        to: data.appendingPathComponent(name))
    }
    try FileManager.default.copyItem(
      at: ProjectFolder.file("datasets/published-test-key.txt"),
      to: folder.appendingPathComponent("published-test-key.txt"))
    let skills = data.appendingPathComponent("skills.csv")
    let rows = try String(contentsOf: skills, encoding: .utf8).split(separator: "\n")
    try (rows.dropLast().joined(separator: "\n") + "\n")
      .write(to: skills, atomically: true, encoding: .utf8)
    let configuration = try configuration(data.appendingPathComponent("parity.toml").path)
    let walk = ReleaseWalk(
      configuration: configuration, breadth: .report, progress: { _, _ in })
    await #expect {
      _ = try await walk.plan()
    } throws: { error in
      (error as? RunFailure)?.lines.first?.hasPrefix("error D302 2025Q3") == true
    }
  }
}
