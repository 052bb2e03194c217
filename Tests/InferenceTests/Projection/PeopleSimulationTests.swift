import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

/// The projection against a simulation that follows every person on their own.
@Suite("Markov projection against people one by one", .enabled(if: ThoroughTier.isOn))
struct PeopleSimulationTests {
  private static let chances: [[[Double]]] = [
    [[0.80, 0.07, 0.01], [0.02, 0.85, 0.05], [0, 0, 0.92]],
    [[0.78, 0.10, 0.02], [0.01, 0.86, 0.07], [0, 0.01, 0.95]],
  ]
  private static let stock = [[60, 25, 8], [80, 45, 22]]
  private static let hires = [[9.0, 2, 0.3], [10, 3, 0.6]]

  /// The shares of the first group at the two upper levels in each period of one history.
  private static func history(_ periods: Int, _ generator: inout SeededGenerator) -> [Double] {
    var people: [(group: Int, level: Int)] = []
    for (group, levels) in stock.enumerated() {
      for (level, count) in levels.enumerated() {
        people += Array(repeating: (group, level), count: count)
      }
    }
    return (0..<periods).map { _ in
      var next: [(group: Int, level: Int)] = []
      for person in people {
        var left = Double.random(in: 0..<1, using: &generator)
        for (level, chance) in chances[person.group][person.level].enumerated() {
          left -= chance
          if left < 0 {
            next.append((person.group, level))
            break
          }
        }
      }
      for (group, levels) in hires.enumerated() {
        for (level, mean) in levels.enumerated() {
          // Knuth's product of uniform numbers.
          var product = Double.random(in: 0..<1, using: &generator)
          while product > exp(-mean) {
            next.append((group, level))
            product *= Double.random(in: 0..<1, using: &generator)
          }
        }
      }
      people = next
      let upper = people.filter { $0.level > 0 }
      return Double(upper.count { $0.group == 0 }) / Double(upper.count)
    }
  }

  @Test("quantiles and chances of reaching a target agree within the error of both")
  func agreement() throws {
    let (periods, histories) = (8, 20_000)
    var generator = SeededGenerator(seed: 1_201)
    let shares = (0..<histories).map { _ in Self.history(periods, &generator) }
    let chain = try #require(
      LevelChain(
        levels: ["1", "2", "3"],
        groups: (0..<2).map { group in
          LevelChain.Group(
            name: "\(group)", stock: Self.stock[group],
            transitions: Self.chances[group].map { .chances($0) },
            hires: .expected(Self.hires[group]))
        }))
    let target = ShareTarget(0.36, by: 6)
    let result = MarkovProjection(target: target, horizon: periods, draws: 100_000, seed: 8)(
      chain, share: FollowedShare(groups: [0], levels: [1, 2]))
    for period in 0..<periods {
      let sorted = shares.map { $0[period] }.sorted()
      for (probability, quantile) in zip(MarkovProjection.probabilities, result.fan[period]) {
        let value = try #require(quantile.value)
        // How many histories lie below the quantile, against a binomial number.
        let below = Double(sorted.count { $0 < value }) / Double(histories)
        let upTo = Double(sorted.count { $0 <= value }) / Double(histories)
        let reach = 5 * (probability * (1 - probability) / Double(histories)).squareRoot() + 0.003
        #expect(below - reach < probability && probability < upTo + reach, "\(period)")
      }
    }
    let arrived = shares.count { $0.prefix(target.by).contains { $0 >= 0.36 - 1e-9 } }
    let there = shares.count { $0[target.by - 1] >= 0.36 - 1e-9 }
    let error = 5 * (0.25 * (1 / Double(histories) + 1 / 100_000)).squareRoot()
    let arrival = try #require(result.arrival)
    expectClose(
      arrival.byDate.value, Double(arrived) / Double(histories), absolute: error)
    expectClose(arrival.onDate.value, Double(there) / Double(histories), absolute: error)
  }
}
