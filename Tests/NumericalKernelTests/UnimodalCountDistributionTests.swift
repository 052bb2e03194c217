import TestSupport
import Testing

@testable import NumericalKernel

@Suite("Discrete tails against full enumeration")
struct UnimodalCountDistributionTests {
  /// n over k as an exact whole number, for small n.
  private static func choose(_ n: Int, _ k: Int) -> Int {
    guard k >= 0, k <= n else { return 0 }
    return (0..<k).reduce(1) { $0 * (n - $1) / ($1 + 1) }
  }

  @Test("hypergeometric of every small population")
  func hypergeometric() throws {
    for population in 1...12 {
      for marked in 0...population {
        for drawn in 0...population {
          let distribution = try Hypergeometric(
            population: population, marked: marked, drawn: drawn)
          let weights = (0...drawn).map {
            Self.choose(marked, $0) * Self.choose(population - marked, drawn - $0)
          }
          let whole = Double(weights.reduce(0, +))
          for count in 0...drawn {
            let lower = weights[...count].reduce(0, +)
            let upper = weights[count...].reduce(0, +)
            expectClose(
              distribution.probability(of: count), Double(weights[count]) / whole, relative: 1e-13)
            expectClose(
              distribution.lowerTail(through: count), Double(lower) / whole, relative: 1e-13)
            expectClose(
              distribution.upperTail(from: count), Double(upper) / whole, relative: 1e-13)
            guard weights[count] > 0 else { continue }
            let rare = weights.filter { $0 <= weights[count] }.reduce(0, +)
            expectClose(
              distribution.minimumLikelihoodTail(of: count), Double(rare) / whole, relative: 1e-13)
            expectClose(
              distribution.centralTail(of: count), min(1, 2 * Double(min(lower, upper)) / whole),
              relative: 1e-13)
          }
        }
      }
    }
  }

  @Test("the largest minimum-likelihood tail up to a threshold, of every small population")
  func largestMinimumLikelihoodTail() throws {
    for population in 1...10 {
      for marked in 0...population {
        for drawn in 0...population {
          let distribution = try Hypergeometric(
            population: population, marked: marked, drawn: drawn)
          let weights = distribution.support.map {
            Self.choose(marked, $0) * Self.choose(population - marked, drawn - $0)
          }
          let whole = Double(weights.reduce(0, +))
          let tails = weights.map { weight in
            Double(weights.filter { $0 <= weight }.reduce(0, +)) / whole
          }
          for tail in tails {
            expectClose(
              distribution.largestMinimumLikelihoodTail(atMost: tail * (1 + 1e-9)), tail,
              relative: 1e-13)
            let smaller = tails.filter { $0 < tail * (1 - 1e-9) }.max() ?? 0
            expectClose(
              distribution.largestMinimumLikelihoodTail(atMost: tail * (1 - 1e-6)), smaller,
              relative: 1e-13)
          }
        }
      }
    }
  }

  @Test("binomial with a probability of two fifths")
  func binomial() throws {
    for trials in 0...16 {
      let distribution = try BinomialDistribution(trials: trials, probability: 0.4)
      func power(_ base: Int, _ exponent: Int) -> Int {
        (0..<exponent).reduce(1) { p, _ in p * base }
      }
      let weights = (0...trials).map {
        Self.choose(trials, $0) * power(2, $0) * power(3, trials - $0)
      }
      let whole = Double(weights.reduce(0, +))
      for count in 0...trials {
        expectClose(
          distribution.lowerTail(through: count), Double(weights[...count].reduce(0, +)) / whole,
          relative: 1e-13)
        let rare = weights.filter { $0 <= weights[count] }.reduce(0, +)
        expectClose(
          distribution.minimumLikelihoodTail(of: count), Double(rare) / whole, relative: 1e-13)
      }
    }
  }

  @Test("probabilities outside the support are zero and the tails close")
  func support() throws {
    let distribution = try Hypergeometric(population: 20, marked: 15, drawn: 8)
    #expect(distribution.support == 3...8)
    #expect(distribution.probability(of: 2) == 0)
    #expect(distribution.lowerTail(through: 2) == 0)
    #expect(distribution.upperTail(from: 9) == 0)
    #expect(distribution.lowerTail(through: 8) == 1)
    let certain = try BinomialDistribution(trials: 5, probability: 1)
    #expect(certain.probability(of: 5) == 1)
    #expect(certain.lowerTail(through: 4) == 0)
    let never = try BinomialDistribution(trials: 5, probability: 0)
    #expect(never.probability(of: 0) == 1)
    #expect(never.upperTail(from: 1) == 0)
  }

  @Test("tails far below what one minus the other could hold")
  func smallTails() throws {
    let distribution = try BinomialDistribution(trials: 1000, probability: 0.5)
    // 2^-1000 and 1001 2^-1000.
    expectClose(distribution.lowerTail(through: 0), 9.332636185032189e-302, relative: 1e-12)
    expectClose(distribution.upperTail(from: 999), 1001 * 9.332636185032189e-302, relative: 1e-12)
  }

  @Test("impossible parameters are refused")
  func domain() {
    #expect(throws: NumericalError.self) {
      try Hypergeometric(population: 5, marked: 6, drawn: 1)
    }
    #expect(throws: NumericalError.self) { try BinomialDistribution(trials: -1, probability: 0.5) }
    #expect(throws: NumericalError.self) { try BinomialDistribution(trials: 3, probability: .nan) }
  }
}
