import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Rate needed to reach a target share")
struct RequiredRateTests {
  private static let first = FollowedShare(groups: [0])

  @Test("equal exits: the share of hires in closed form")
  func hireShare() throws {
    // s(t) = h + (s0 - h)(1 - e)^t, so h = (s* - s0 q) / (1 - q) with q = (1 - e)^t.
    let exit = 0.05
    let chain = try MarkovProjectionTests.chain((300, exit, 10), (700, exit, 40))
    let target = ShareTarget(0.36, by: 12)
    let q = pow(1 - exit, 12.0)
    let needed = RequiredRate(lever: .hireShare, target: target)(chain, share: Self.first)
    expectClose(needed.value, (0.36 - 0.3 * q) / (1 - q), relative: 1e-10)
  }

  @Test("with the rate found the expected share meets the target, for every lever")
  func roundTrip() throws {
    let chain = try #require(
      LevelChain(
        levels: ["Below", "Above"],
        groups: [
          LevelChain.Group(
            name: "A", stock: [400, 60],
            transitions: [.counts([360, 12, 28]), .counts([1, 54, 5])],
            hires: .counts([110, 9], periods: 4)),
          LevelChain.Group(
            name: "B", stock: [600, 140],
            transitions: [.counts([530, 30, 40]), .counts([0, 130, 10])],
            hires: .counts([170, 22], periods: 4)),
        ]))
    let share = FollowedShare(groups: [0], levels: [1])
    let target = ShareTarget(0.33, by: 9)
    for lever in RequiredRate.Lever.allCases {
      let needed = try #require(
        RequiredRate(lever: lever, target: target)(chain, share: share).value, "\(lever)")
      let change: ProjectionScenario.Change =
        switch lever {
        case .hireShare: .init(group: 0, hireShare: needed)
        case .promotions: .init(group: 0, promotions: needed)
        case .exits: .init(group: 0, exits: needed)
        }
      let result = MarkovProjection(
        target: target, horizon: 9, scenario: ProjectionScenario([change]), draws: 4_000)(
          chain, share: share)
      expectClose(result.expected[9].value, 0.33, relative: 1e-9, "\(lever)")
      // About as often as not.
      let chance = try #require(result.arrival?.onDate.value)
      #expect(chance > 0.4 && chance < 0.6, "\(lever) \(chance)")
    }
  }

  @Test("a target out of reach is an outcome with the share that could be had")
  func unreachable() throws {
    let chain = try MarkovProjectionTests.chain((30, 0.05, 1), (970, 0.05, 49))
    let hires = RequiredRate(lever: .hireShare, target: ShareTarget(0.5, by: 4))(
      chain, share: Self.first)
    #expect(hires.reason?.contains("cannot be reached") == true)
    let exits = RequiredRate(lever: .exits, target: ShareTarget(0.5, by: 4))(
      chain, share: Self.first)
    #expect(exits.reason?.contains("multiplier of exit chances of 0") == true)
    let promotions = RequiredRate(lever: .promotions, target: ShareTarget(0.5, by: 4))(
      chain, share: Self.first)
    #expect(promotions.reason?.contains("does not change") == true)
  }

  @Test("a target that is met anyhow needs no hires; one from above is met from above")
  func met() throws {
    let chain = try MarkovProjectionTests.chain((500, 0.05, 10), (500, 0.05, 40))
    let anyhow = RequiredRate(lever: .hireShare, target: ShareTarget(0.3, by: 2))(
      chain, share: Self.first)
    #expect(anyhow.value == 0)
    let lower = try #require(
      RequiredRate(
        lever: .hireShare, target: ShareTarget(0.45, by: 6, direction: .atMost))(
          chain, share: Self.first
        ).value)
    let q = pow(0.95, 6.0)
    expectClose(lower, (0.45 - 0.5 * q) / (1 - q), relative: 1e-10)
  }
}
