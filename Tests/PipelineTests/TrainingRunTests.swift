import Analyses
import Configuration
import Disclosure
import Estimates
import Findings
import Foundation
import Reports
import TestSupport
import Testing

@testable import Pipeline

/// What is planted in the training of the HealthTech example, found through the gate.
@Suite("The training pipeline of the HealthTech example")
struct TrainingRunTests {
  @Test("Hispanic or Latino learners lose out between starting and completing, women nowhere")
  func planted() async throws {
    let configuration = try ConfigurationFile.read(
      ProjectFolder.file("datasets/healthtech/parity.toml").path)
    let policy = try ContextBuilder.policy(configuration)
    let walk = ReleaseWalk(
      configuration: configuration, breadth: .report, progress: { _, _ in })
    let release = try await walk.release(policy).release
    let context = try ReportContextBuilder.context(
      configuration, policy: policy, warnings: [],
      provenance: try Provenance(configuration, policy: policy).lines)
    let findings = ReportInput(release: release, context: context).findings
      .filter { $0.kind == .training }
    let gaps = findings.filter(\.isGap)
    #expect(
      gaps.map { "\($0.subject.focal), \($0.subject.part ?? "")" } == [
        "Hispanic or Latino, Completed"
      ])
    #expect(gaps.first?.direction == .focalWorseOff)
    let women = findings.filter { $0.subject.focal == "Women" }
    #expect(women.count == 4 && women.allSatisfy { $0.verdict == .aboutTheSame })
    let attribution = try #require(
      release.exhibit("training/race_ethnicity/Hispanic or Latino/attribution"))
    let parts = (0..<3).map { attribution.entry(row: $0, column: "people").estimate?.value ?? 0 }
    let whole = try #require(attribution.entry(row: 3, column: "people").estimate?.value)
    #expect(parts[1] / whole > 0.9)
    expectClose(parts.reduce(0, +), whole, relative: 1e-10)
    // 900 for each of 103 enrolments, over 35 credentialed.
    let cost = try #require(release.exhibit("training/race_ethnicity/Hispanic or Latino/cost"))
    expectClose(
      cost.entry(row: 2, column: "focal_amount").estimate?.value, 900.0 * 103 / 35,
      relative: 1e-12)
  }
}
