import Analyses
import Configuration
import Disclosure
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite("Attack on the release")
struct ReleaseAttackTests {
  private func prepared(
    _ dataset: String
  ) async throws -> (plan: ReleasePlan, release: Release, threshold: Int) {
    let configuration = try ConfigurationFile.read(
      ProjectFolder.file("datasets/\(dataset)/parity.toml").path)
    let policy = try ContextBuilder.policy(configuration)
    let plan = try await ReportRun(
      configuration, product: .results, folder: "unused", force: false
    ).plan()
    let result = try DisclosureGate(policy: policy).rule(on: plan)
    return (plan, result.release, policy.threshold)
  }

  @Test(
    "nothing hidden in the Cincinnati report comes back by subtraction",
    .enabled(if: ProjectFolder.realData != nil, "PARITY_DATA is not set"))
  func cincinnati() async throws {
    let (plan, release, threshold) = try await prepared("cincinnati-2020")
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
    let (plan, release, threshold) = try await prepared("healthtech")
    let attack = ReleaseAttack(plan: plan, release: release, threshold: threshold)
    #expect(attack.targets > 20, "there is something to protect")
    #expect(attack.recovered.isEmpty, "\(attack.recovered.prefix(5))")
  }
}
