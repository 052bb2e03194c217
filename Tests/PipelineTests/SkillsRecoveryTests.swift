import Analyses
import Configuration
import Disclosure
import Estimates
import Findings
import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// What is planted in the vacancies of HealthTech, and whether the report finds it.
@Suite("Recovery of the planted skills gap")
struct SkillsRecoveryTests {
  @Test("finds the two hard specializations and the one between, and calls the others as they are")
  func planted() async throws {
    let configuration = try ConfigurationFile.read(
      ProjectFolder.file("datasets/healthtech/parity.toml").path)
    var plan = try await ReportRun(
      configuration, product: .results, folder: "unused", force: false
    ).plan()
    plan.ladders = plan.ladders.filter { $0.rungs.first?.exhibit.kind == .skillsGap }
    #expect(plan.ladders.count == 1)
    let release = try DisclosureGate(policy: try ContextBuilder.policy(configuration))
      .rule(on: plan).release
    #expect(release.summary.hidden == 0)
    let bands = try #require(PracticalBands.standard)
    let engine = try #require(FindingsEngine(confidence: 0.95, bands: bands))
    let findings = engine.findings(in: release)
    var verdicts: [String: Verdict] = [:]
    for finding in findings { verdicts[finding.subject.focal] = finding.verdict }
    #expect(verdicts["Cybersecurity"] == .clearGap)
    #expect(verdicts["Data science and analytics"] == .clearGap)
    #expect(verdicts["Health informatics"] == .gapSizeUncertain)
    #expect(verdicts["Software development"] == .aboutTheSame)
    #expect(verdicts["User experience design"] == .tooUncertain)
    #expect(verdicts.count == 5)
    for finding in findings where finding.isGap { #expect(finding.direction == .focalWorseOff) }
    // Filled within 60 to 170 days, against 30 to 65.
    let published = try #require(release.exhibits.first)
    func days(_ label: String) throws -> Double {
      let row = try #require(published.row(label))
      return try #require(published.entry(row: row, column: "days").estimate).value
    }
    #expect(try days("Cybersecurity") > 2 * (try days("Clinical operations")))
    #expect(try days("Data science and analytics") > 2 * (try days("Software development")))
  }
}
