import TestSupport
import Testing

@testable import NumericalKernel

@Suite("Multinomial counts at random")
struct MultinomialSamplerTests {
  /// Chi-squared of how often each value occurs, over the values expected at least five times, the
  /// others taken together.
  private static func misfit(
    _ numbers: [Int], _ distribution: BinomialDistribution
  ) -> (statistic: Double, values: Int) {
    var seen: [Int: Int] = [:]
    for number in numbers { seen[number, default: 0] += 1 }
    var (sum, values) = (0.0, 0)
    var (otherSeen, otherExpected) = (Double(numbers.count), Double(numbers.count))
    for value in distribution.support {
      let expected = Double(numbers.count) * distribution.probability(of: value)
      guard expected >= 5 else { continue }
      let count = Double(seen[value] ?? 0)
      sum += (count - expected) * (count - expected) / expected
      otherSeen -= count
      otherExpected -= expected
      values += 1
    }
    if otherExpected >= 5 {
      sum += (otherSeen - otherExpected) * (otherSeen - otherExpected) / otherExpected
    }
    return (sum, values)
  }

  @Test("binomial numbers have their distribution, by search and under the hat")
  func binomial() throws {
    for (trials, probability) in [
      (1, 0.5), (9, 0.5), (5, 0.01), (400, 0.02), (100_000, 0.00009), (20, 0.5), (100, 0.11),
      (100, 0.5), (2_500, 0.3), (40_000, 0.001), (100_000, 0.5),
    ] {
      let distribution = try BinomialDistribution(trials: trials, probability: probability)
      let sampling = BinomialSampling(probability: probability, complement: 1 - probability)
      var words = WordStream(seed: 20_261_125, replicate: UInt64(trials))
      let numbers = (0..<(ThoroughTier.isOn ? 1_000_000 : 30_000)).map { _ in
        sampling.draw(trials, from: &words)
      }
      #expect(numbers.allSatisfy { (0...trials).contains($0) })
      let (statistic, values) = Self.misfit(numbers, distribution)
      // 5 standard deviations above the mean of chi-squared.
      let most = Double(values) + 5 * (2 * Double(values)).squareRoot()
      #expect(statistic < most, "\(trials) \(probability): \(statistic) of \(values)")
    }
  }

  @Test("every cell is binomial, and empty cells stay empty")
  func cells() throws {
    let weights = [3, 0, 40, 900, 1, 7, 0, 49]
    let people = weights.reduce(0, +)
    let sampler = MultinomialSampler(weights: weights)
    let draws = (0..<(ThoroughTier.isOn ? 100_000 : 10_000)).map {
      sampler.draw(people, seed: 7, replicate: UInt64($0))
    }
    for draw in draws {
      #expect(draw.reduce(0, +) == people && draw[1] == 0 && draw[6] == 0)
    }
    for (cell, weight) in weights.enumerated() where weight > 0 {
      let distribution = try BinomialDistribution(
        trials: people, probability: Double(weight) / Double(people))
      let (statistic, values) = Self.misfit(draws.map { $0[cell] }, distribution)
      let most = Double(values) + 5 * (2 * Double(values)).squareRoot()
      #expect(statistic < most, "\(cell): \(statistic) of \(values)")
    }
  }

  @Test("whole draws have multinomial probabilities")
  func joint() {
    // Four people into cells of 1/6, 1/3 and 1/2: 4! / (a! b! c!) 2^b 3^c / 6^4.
    let sampler = MultinomialSampler(weights: [1, 2, 3])
    var seen: [[Int]: Int] = [:]
    let draws = ThoroughTier.isOn ? 1_300_000 : 60_000
    for replicate in 0..<draws {
      seen[sampler.draw(4, seed: 11, replicate: UInt64(replicate)), default: 0] += 1
    }
    let factorials = [1.0, 1, 2, 6, 24]
    var all = 0.0
    for first in 0...4 {
      for second in 0...(4 - first) {
        let third = 4 - first - second
        let powers =
          (0..<second).reduce(1.0) { value, _ in value * 2 }
          * (0..<third).reduce(1.0) { value, _ in value * 3 }
        let probability =
          24 / (factorials[first] * factorials[second] * factorials[third]) * powers / 1296
        all += probability
        let expected = probability * Double(draws)
        #expect(
          abs(Double(seen[[first, second, third]] ?? 0) - expected) < 5 * expected.squareRoot())
      }
    }
    expectClose(all, 1, relative: 1e-14)
  }

  @Test("nothing to draw, one cell, and a very large number of people")
  func extremes() {
    #expect(MultinomialSampler(weights: [0, 0]).draw(5, seed: 1, replicate: 0) == [0, 0])
    #expect(MultinomialSampler(weights: []).draw(5, seed: 1, replicate: 0).isEmpty)
    #expect(MultinomialSampler(weights: [0, 3, 0]).draw(5, seed: 1, replicate: 0) == [0, 5, 0])
    #expect(MultinomialSampler(weights: [2, 3]).draw(0, seed: 1, replicate: 0) == [0, 0])
    let people = 1 << 50
    let large = MultinomialSampler(weights: [people, people, 2]).draw(
      2 * people, seed: 1, replicate: 0)
    #expect(large.reduce(0, +) == 2 * people && large[2] < 20)
    #expect(abs(Double(large[0] - people)) < 6 * Double(people).squareRoot())
    let sampler = MultinomialSampler(weights: [3, 4, 5])
    #expect(sampler.draw(99, seed: 1, replicate: 4) == sampler.draw(99, seed: 1, replicate: 4))
    #expect(sampler.draw(99, seed: 1, replicate: 4) != sampler.draw(99, seed: 1, replicate: 5))
  }
}
