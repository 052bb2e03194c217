import Configuration
import Disclosure
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite("Attack on the release")
struct ReleaseAttackTests {
  private func attack(_ dataset: String) async throws -> ReleaseAttack {
    let configuration = try ConfigurationFile.read(
      ProjectFolder.file("datasets/\(dataset)/parity.toml").path)
    let policy = try ContextBuilder.policy(configuration)
    let plan = try await ReportRun(
      configuration, product: .results, folder: "unused", force: false
    ).plan()
    let result = try DisclosureGate(policy: policy).rule(on: plan)
    return ReleaseAttack(plan: plan, release: result.release, threshold: policy.threshold)
  }

  @Test(
    "nothing hidden in the Cincinnati report comes back by subtraction",
    .enabled(if: ProjectFolder.realData != nil, "PARITY_DATA is not set"))
  func cincinnati() async throws {
    let attack = try await attack("cincinnati-2020")
    #expect(attack.targets > 20, "there is something to protect")
    #expect(attack.equations > 100)
    #expect(attack.recovered.isEmpty, "\(attack.recovered.prefix(5))")
  }

  @Test(
    "nothing hidden in the HealthTech report comes back by subtraction",
    .enabled(if: ThoroughTier.isOn, "thorough tier"))
  func healthTech() async throws {
    let attack = try await attack("healthtech")
    #expect(attack.targets > 20, "there is something to protect")
    #expect(attack.recovered.isEmpty, "\(attack.recovered.prefix(5))")
  }
}
