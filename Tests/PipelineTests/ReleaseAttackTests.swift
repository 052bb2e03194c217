import Aggregates
import Analyses
import Configuration
import Disclosure
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite("Attack on the release")
struct ReleaseAttackTests {
  private func prepared(
    _ dataset: String
  ) async throws -> (plan: ReleasePlan, release: Release, threshold: Int, small: [CellKey: Int]) {
    let configuration = try ConfigurationFile.read(
      ProjectFolder.file("datasets/\(dataset)/parity.toml").path)
    let policy = try ContextBuilder.policy(configuration)
    let plan = try await ReportRun(
      configuration, product: .results, folder: "unused", force: false
    ).plan()
    let result = try DisclosureGate(policy: policy).rule(on: plan)
    return (plan, result.release, policy.threshold, result.smallCounts.exposed)
  }

  @Test(
    "nothing hidden in the Cincinnati report comes back by subtraction",
    .enabled(if: ProjectFolder.realData != nil, "PARITY_DATA is not set"))
  func cincinnati() async throws {
    let (plan, release, threshold, _) = try await prepared("cincinnati-2020")
    let attack = ReleaseAttack(plan: plan, release: release, threshold: threshold)
    #expect(attack.targets > 20, "there is something to protect")
    #expect(attack.equations > 100)
    #expect(attack.recovered.isEmpty, "\(attack.recovered.prefix(5))")
    // The attacker is no straw man: larger groups, which the policy does not protect, do come back.
    let stronger = ReleaseAttack(plan: plan, release: release, threshold: 50)
    #expect(stronger.recovered.count > 10)
  }

  @Test("nothing hidden in the HealthTech report comes back by subtraction")
  func healthTech() async throws {
    let (plan, release, threshold, small) = try await prepared("healthtech")
    // What the second audit is told: small counts that have a place, and every one of them hidden.
    #expect(small.count > 10 && small.values.allSatisfy { (1..<threshold).contains($0) })
    let shown = Set(
      release.exhibits.flatMap { published in
        zip(published.exhibit.rows, published.entries).flatMap { row, entries in
          zip(row.entries, entries).compactMap { reference, entry -> CellKey? in
            guard case .cell(let key)? = reference, entry.people != nil else { return nil }
            return key
          }
        }
      })
    #expect(shown.isDisjoint(with: small.keys))
    let attack = ReleaseAttack(plan: plan, release: release, threshold: threshold)
    #expect(attack.targets > 20, "there is something to protect")
    #expect(attack.recovered.isEmpty, "\(attack.recovered.prefix(5))")
  }
}
