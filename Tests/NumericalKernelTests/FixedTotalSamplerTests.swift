import TestSupport
import Testing

@testable import NumericalKernel

@Suite("Counts with a fixed total at random")
struct FixedTotalSamplerTests {
  /// Hypergeometric counts, each from the people, the marked and the drawn.
  private static func sampler(
    _ strata: [[Int]], total: Int
  ) throws -> FixedTotalSampler {
    try FixedTotalSampler(try counts(strata), total: total)
  }

  private static func counts(_ strata: [[Int]]) throws -> [FixedTotalSampler.Count] {
    try strata.map { stratum in
      let distribution = try Hypergeometric(
        population: stratum[0], marked: stratum[1], drawn: stratum[2])
      return FixedTotalSampler.Count(
        least: distribution.support.lowerBound,
        logWeights: distribution.support.map { distribution.logProbability(of: $0) })
    }
  }

  private static func choose(_ n: Int, _ k: Int) -> Int {
    k < 0 || k > n ? 0 : (0..<k).reduce(1) { $0 * (n - $1) / ($1 + 1) }
  }

  /// Every set of counts with the total, with its ways in whole numbers.
  private static func listed(_ strata: [[Int]], total: Int) -> [[Int]: Int] {
    var sets: [[Int]: Int] = [[]: 1]
    for stratum in strata {
      var further: [[Int]: Int] = [:]
      for (set, ways) in sets {
        for count in 0...stratum[1] {
          let more =
            choose(stratum[1], count) * choose(stratum[0] - stratum[1], stratum[2] - count)
          if more > 0 { further[set + [count]] = ways * more }
        }
      }
      sets = further
    }
    return sets.filter { $0.key.reduce(0, +) == total }
  }

  @Test(
    "whole sets have the probabilities of listing all of them",
    arguments: [
      ([[9, 4, 4], [8, 3, 5]], 4), ([[9, 4, 4], [8, 3, 5], [11, 6, 3]], 7),
      ([[9, 4, 4], [6, 2, 5], [7, 3, 3], [5, 2, 1], [4, 2, 2]], 3),
      ([[9, 4, 4], [6, 2, 5], [7, 3, 3], [5, 2, 1], [4, 2, 2]], 12), ([[9, 4, 4]], 2),
      // All of the focal groups are drawn, or as few as can be: one set alone.
      ([[9, 4, 4], [8, 3, 5]], 7), ([[9, 6, 6], [8, 5, 5]], 5),
    ])
  func joint(strata: [[Int]], total: Int) throws {
    let sampler = try Self.sampler(strata, total: total)
    var drawing = FixedTotalDrawing(sampler)
    var words = WordStream(seed: 20_260_401, replicate: 0)
    var seen: [[Int]: Int] = [:]
    let draws = 100_000
    for _ in 0..<draws { seen[drawing.counts(&words), default: 0] += 1 }
    let all = Self.listed(strata, total: total)
    let everything = all.values.reduce(0, +)
    #expect(seen.keys.allSatisfy { all[$0] != nil })
    var misfit = 0.0
    var values = 0
    for (set, ways) in all {
      let expected = Double(draws) * Double(ways) / Double(everything)
      guard expected >= 5 else { continue }
      let difference = Double(seen[set] ?? 0) - expected
      misfit += difference * difference / expected
      values += 1
    }
    // 5 standard deviations above the mean of chi-squared.
    #expect(
      misfit < Double(values) + 5 * (2 * Double(values)).squareRoot(), "\(misfit) of \(values)")
  }

  @Test("the shares drawn of large counts are those of a long sum, also far from the middle")
  func large() throws {
    // The first of two counts has the probabilities of a product, here summed one by one.
    for (strata, total) in [
      ([[933, 601, 108], [585, 370, 25], [918, 322, 593]], 300),
      ([[300, 80, 90], [250, 100, 120], [200, 75, 50]], 195),
    ] {
      let sampler = try Self.sampler(strata, total: total)
      var drawing = FixedTotalDrawing(sampler)
      var words = WordStream(seed: 7, replicate: 3)
      let distributions = try strata.map {
        try Hypergeometric(population: $0[0], marked: $0[1], drawn: $0[2])
      }
      var weights: [Double] = []
      for first in distributions[0].support {
        var sum = CompensatedSum()
        for second in distributions[1].support {
          sum.add(
            distributions[1].probability(of: second)
              * distributions[2].probability(of: total - first - second))
        }
        weights.append(sum.value * distributions[0].probability(of: first))
      }
      let all = weights.reduce(0, +)
      var seen = Array(repeating: 0, count: weights.count)
      let draws = 50_000
      for _ in 0..<draws {
        let counts = drawing.counts(&words)
        #expect(counts.reduce(0, +) == total)
        seen[counts[0] - distributions[0].support.lowerBound] += 1
      }
      var misfit = 0.0
      var values = 0
      for (count, weight) in zip(seen, weights) where Double(draws) * weight / all >= 5 {
        let expected = Double(draws) * weight / all
        misfit += (Double(count) - expected) * (Double(count) - expected) / expected
        values += 1
      }
      #expect(values > 15)
      #expect(
        misfit < Double(values) + 5 * (2 * Double(values)).squareRoot(), "\(misfit) of \(values)")
    }
  }

  @Test("the count is the same for any number of lanes, and blocks add up")
  func lanes() throws {
    let sampler = try Self.sampler([[40, 18, 21], [35, 12, 9], [51, 30, 22]], total: 25)
    let threshold = sampler.logWeightSum([9, 4, 12])
    let draws = 2 * FixedTotalSampler.blockSize + 1234
    let one = sampler.count(logWeightSumAtMost: threshold, draws: draws, seed: 9, lanes: 1)
    #expect(one > 0 && one < draws)
    for lanes in [2, 3, 4, 16] {
      #expect(
        sampler.count(logWeightSumAtMost: threshold, draws: draws, seed: 9, lanes: lanes) == one)
    }
    #expect(sampler.count(logWeightSumAtMost: 0, draws: draws, seed: 9) == draws)
    #expect(sampler.count(logWeightSumAtMost: -.infinity, draws: draws, seed: 9) == 0)
    #expect(sampler.count(logWeightSumAtMost: threshold, draws: draws, seed: 10) != one)
  }

  @Test("totals out of reach and weights that are none are refused")
  func refused() throws {
    let counts = try Self.counts([[9, 4, 4], [8, 3, 5]])
    for total in [-1, 8] {
      #expect(throws: NumericalError.self) { try FixedTotalSampler(counts, total: total) }
    }
    #expect(throws: NumericalError.self) { try FixedTotalSampler([], total: 0) }
    let weights: [[Double]] = [
      [], [0, -.infinity], [.nan], Array(repeating: 0, count: FixedTotalSampler.mostValues + 1),
    ]
    for weights in weights {
      let count = FixedTotalSampler.Count(least: 0, logWeights: weights)
      #expect(throws: NumericalError.self) { try FixedTotalSampler([count], total: 0) }
    }
  }
}
