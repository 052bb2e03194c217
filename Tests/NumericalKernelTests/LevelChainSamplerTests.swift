import TestSupport
import Testing

@testable import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("Chains of levels at random")
struct LevelChainSamplerTests {
  private static let numbers = ThoroughTier.isOn ? 1_000_000 : 40_000

  @Test("Poisson numbers have their distribution, by search and under the hat")
  func poisson() throws {
    for mean in [0, 0.02, 0.7, 3, 9.9, 10, 25, 180, 4_000] {
      let sampling = PoissonSampling(mean: mean)
      var words = WordStream(seed: 20_261_201, replicate: UInt64(mean * 100))
      var seen: [Int: Int] = [:]
      for _ in 0..<Self.numbers { seen[sampling.draw(from: &words), default: 0] += 1 }
      guard mean > 0 else {
        #expect(seen == [0: Self.numbers])
        continue
      }
      var (statistic, values, rest) = (0.0, 0.0, Double(Self.numbers))
      for value in 0...Int(mean + 12 * mean.squareRoot() + 20) {
        let expected =
          Double(Self.numbers) * exp(PoissonDistribution.logProbability(of: value, mean: mean))
        guard expected >= 5 else { continue }
        let count = Double(seen[value] ?? 0)
        statistic += (count - expected) * (count - expected) / expected
        rest -= count
        values += 1
      }
      // 5 standard deviations above the mean of chi-squared.
      #expect(statistic < values + 5 * (2 * values).squareRoot() + 5, "\(mean): \(statistic)")
      #expect(rest < 0.02 * Double(Self.numbers) + 20, "\(mean)")
    }
  }

  @Test("gamma numbers have the mean, the variance and the third moment of theirs")
  func gamma() {
    for shape in [0.02, 0.3, 1, 1.5, 7, 240] {
      var words = WordStream(seed: 5, replicate: UInt64(shape * 100))
      let numbers = (0..<Self.numbers).map { _ in words.gamma(shape: shape) }
      #expect(numbers.allSatisfy { $0 >= 0 && $0.isFinite })
      let n = Double(numbers.count)
      let mean = numbers.reduce(0, +) / n
      let variance = numbers.reduce(0) { $0 + ($1 - shape) * ($1 - shape) } / n
      let third = numbers.reduce(0) { $0 + ($1 - shape) * ($1 - shape) * ($1 - shape) } / n
      // The variance of (x - shape)^2 is 2 shape^2 + 6 shape, that of the cube follows from the
      // sixth central moment 15 shape^3 + 130 shape^2 + 120 shape.
      let square = 2 * shape * shape + 6 * shape
      let cube = 15 * shape * shape * shape + 130 * shape * shape + 120 * shape
      #expect(abs(mean - shape) < 5 * (shape / n).squareRoot(), "\(shape)")
      #expect(abs(variance - shape) < 5 * (square / n).squareRoot(), "\(shape)")
      #expect(abs(third - 2 * shape) < 5 * (cube / n).squareRoot(), "\(shape)")
    }
  }

  private static func sampler(
    fixed: Bool = false, levers: ChainLevers? = nil
  ) -> LevelChainSampler {
    LevelChainSampler(
      levels: 2, stock: [40, 10, 60, 30],
      rows: [
        .known([0.8, 0.1, 0.1]), .dirichlet([0, 45, 5]), .known([0.85, 0.05, 0.1]),
        .known([0, 0.95, 0.05]),
      ],
      hires: .known([3, 0.5, 5.5, 1]), hasFixedTotal: fixed,
      levers: levers ?? ChainLevers(groups: 2), followed: [true, true, false, false],
      whole: [true, true, true, true])
  }

  @Test("a path depends on the seed and its number alone, on no number of lanes or draws")
  func reproducible() {
    let sampler = Self.sampler()
    let paths = sampler.paths(draws: 200, periods: 6, seed: 9, lanes: 1)
    #expect(sampler.paths(draws: 200, periods: 6, seed: 9, lanes: 4) == paths)
    #expect(sampler.paths(draws: 200, periods: 6, seed: 9, lanes: 7) == paths)
    #expect(Array(sampler.paths(draws: 201, periods: 6, seed: 9).prefix(200)) == paths)
    #expect(sampler.paths(draws: 200, periods: 6, seed: 10) != paths)
    // Later periods do not change earlier ones.
    #expect(
      sampler.paths(draws: 200, periods: 3, seed: 9).map { $0[...] } == paths.map { $0[..<6] })
  }

  @Test("the mean of the draws is the expected path")
  func means() {
    for fixed in [false, true] {
      let draws = 20_000
      let paths = Self.sampler(fixed: fixed).paths(draws: draws, periods: 4, seed: 3)
      var now = [40.0, 10, 60, 30]
      for period in 0..<4 {
        now = [
          now[0] * 0.8 + 3, now[0] * 0.1 + now[1] * 0.9 + 0.5, now[2] * 0.85 + 5.5,
          now[2] * 0.05 + now[3] * 0.95 + 1,
        ]
        let followed = paths.reduce(0) { $0 + Double($1[2 * period]) } / Double(draws)
        let everyone = paths.reduce(0) { $0 + Double($1[2 * period + 1]) } / Double(draws)
        expectClose(followed, now[0] + now[1], absolute: 0.2)
        expectClose(everyone, now.reduce(0, +), absolute: 0.3)
      }
    }
  }

  @Test("with a fixed number of hires and nobody leaving the headcount is certain")
  func fixedTotal() {
    let sampler = LevelChainSampler(
      levels: 1, stock: [5, 7], rows: [.known([1, 0]), .known([1, 0])],
      hires: .known([0.75, 1.5]), hasFixedTotal: true, levers: ChainLevers(groups: 2),
      followed: [true, false], whole: [true, true])
    for path in sampler.paths(draws: 50, periods: 4, seed: 1) {
      // 2.25 a period, parts of a person carried on.
      #expect([path[1], path[3], path[5], path[7]] == [14, 16, 18, 21])
    }
  }

  @Test("levers turn chances and hires, and keep them chances")
  func levers() {
    var levers = ChainLevers(groups: 2)
    levers.promotions[0] = 2
    levers.exits[0] = 0.5
    var row = [0.1, 0.6, 0.1, 0.2]
    levers.turn(&row, level: 1, group: 0)
    for (value, expected) in zip(row, [0.1, 0.6, 0.2, 0.1]) { expectClose(value, expected) }
    levers.promotions[0] = 100
    row = [0.1, 0.6, 0.1, 0.2]
    levers.turn(&row, level: 1, group: 0)
    for (value, expected) in zip(row, [0.1, 0, 0.8, 0.1]) {
      expectClose(value, expected, absolute: 1e-15)
    }
    levers.exits[0] = 100
    levers.turn(&row, level: 1, group: 0)
    #expect(row == [0, 0, 0, 1])
    row = [0.1, 0.6, 0.1, 0.2]
    levers.turn(&row, level: 1, group: 1)
    #expect(row == [0.1, 0.6, 0.1, 0.2])
    levers.hireShares[0] = 0.5
    var hires = [2.0, 0, 6, 4]
    levers.turn(hires: &hires, levels: 2)
    #expect(hires == [4, 2, 4, 2])
    hires = [2, 0, 0, 4]
    levers.turn(hires: &hires, levels: 2)
    #expect(hires == [2, 2, 0, 2])
  }
}
