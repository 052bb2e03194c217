import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

/// Error rates and coverage summed over all tables, not simulated.
@Suite("Error rates of tests and coverage of intervals of two groups")
struct ErrorRatesTests {
  private static let sizes: [(focal: Int, reference: Int)] =
    ThoroughTier.isOn ? [(10, 25), (20, 20), (50, 50)] : [(6, 11)]

  /// The binomial probabilities of all counts.
  private static func binomial(_ trials: Int, _ rate: Double) -> [Double] {
    var probabilities = [1.0]
    for _ in 0..<trials {
      var next = [Double](repeating: 0, count: probabilities.count + 1)
      for (count, probability) in probabilities.enumerated() {
        next[count] += probability * (1 - rate)
        next[count + 1] += probability * rate
      }
      probabilities = next
    }
    return probabilities
  }

  /// What a method makes of every table, by the two numbers selected.
  private static func all(
    _ method: any StatisticalMethod<TwoByTwoTable>, _ size: (focal: Int, reference: Int)
  ) throws -> [[Outcome]] {
    try (0...size.focal).map { focal in
      try (0...size.reference).map { reference in
        method(
          try .rates(focal: focal, of: size.focal, reference: reference, of: size.reference))
      }
    }
  }

  /// The share of samples with a p-value below alpha, by what a test makes of every table, at each
  /// common rate.
  private static func sizes(_ outcomes: [[Outcome]], alpha: Double) -> [Double] {
    let rejected = outcomes.map { row in row.map { outcome in (outcome.pValue ?? 1) < alpha } }
    return rates.map { rate in
      let focal = binomial(outcomes.count - 1, rate)
      let reference = binomial(outcomes[0].count - 1, rate)
      var sum = 0.0
      for first in focal.indices {
        for second in reference.indices where rejected[first][second] {
          sum += focal[first] * reference[second]
        }
      }
      return sum
    }
  }

  private static let rates = (0...100).map { Double($0) / 100 }

  @Test("exact tests never reject equal rates more often than alpha, at any common rate")
  func exact() throws {
    var methods: [any StatisticalMethod<TwoByTwoTable>] = [
      FisherExactTest(), FisherExactTest(twoSided: .central), BlakerExactTest(), BarnardTest(),
      BarnardTest(twoSided: .central, rates: .bergerBoos()), BarnardTest(rates: .bergerBoos()),
    ]
    for twoSided in TwoSidedConvention.allCases {
      methods.append(BoschlooTest(twoSided: twoSided))
      methods.append(BoschlooTest(twoSided: twoSided, rates: .bergerBoos()))
    }
    for size in Self.sizes {
      let csm: [any StatisticalMethod<TwoByTwoTable>] =
        size.focal + size.reference <= 40 ? [BarnardCSMTest()] : []
      for method in methods + csm {
        let outcomes = try Self.all(method, size)
        for alpha in [0.01, 0.05] {
          let largest = Self.sizes(outcomes, alpha: alpha).max() ?? 1
          #expect(largest <= alpha * (1 + 1e-12), "\(method.stamp.id) \(size) \(alpha)")
        }
      }
    }
  }

  @Test("Boschloo rejects wherever Fisher does, at every table and more often somewhere")
  func power() throws {
    for size in Self.sizes {
      for twoSided in TwoSidedConvention.allCases {
        let fisher = try Self.all(FisherExactTest(twoSided: twoSided), size).joined()
        let boschloo = try Self.all(BoschlooTest(twoSided: twoSided), size).joined()
        var more = 0
        for (conditional, unconditional) in zip(fisher, boschloo) {
          let first = try #require(conditional.pValue)
          let second = try #require(unconditional.pValue)
          #expect(second <= first * (1 + 1e-9))
          if second < 0.05, first >= 0.05 { more += 1 }
        }
        #expect(more > 0)
      }
    }
  }

  @Test("approximate tests: mid-p and pooled Z near alpha, unpooled Z above it, Yates below")
  func approximate() throws {
    for size in Self.sizes {
      func largest(_ method: any StatisticalMethod<TwoByTwoTable>) throws -> Double {
        Self.sizes(try Self.all(method, size), alpha: 0.05).max() ?? 1
      }
      #expect(try largest(FisherExactTest(observedTable: .half)) < 0.065)
      #expect(try largest(FisherExactTest(twoSided: .central, observedTable: .half)) < 0.065)
      #expect(try largest(BlakerExactTest(observedTable: .half)) < 0.065)
      #expect(try largest(PooledZTest()) < 0.08)
      #expect(try largest(HypergeometricZTest()) < 0.08)
      #expect(try largest(UnpooledZTest()) > 0.055)
      #expect(try largest(PearsonChiSquaredTest(correction: .yates)) <= 0.05)
    }
  }

  /// The coverage of an interval at each pair of rates; a table without an interval counts as
  /// covering.
  private static func coverage(
    of method: any StatisticalMethod<TwoByTwoTable>, _ size: (focal: Int, reference: Int),
    rates: [Double], _ truth: (Double, Double) -> Double
  ) throws -> [Double] {
    let intervals = try all(method, size).map { $0.map(\.interval) }
    var coverage: [Double] = []
    for first in rates {
      for second in rates {
        let value = truth(first, second)
        let focal = binomial(size.focal, first)
        let reference = binomial(size.reference, second)
        var sum = 0.0
        for (x, row) in intervals.enumerated() {
          for (y, interval) in row.enumerated() where interval?.contains(value) ?? true {
            sum += focal[x] * reference[y]
          }
        }
        coverage.append(sum)
      }
    }
    return coverage
  }

  @Test("score and hybrid intervals cover about the level on average, the exact one always")
  func intervals() throws {
    let step = ThoroughTier.isOn ? 0.05 : 0.15
    let rates = (1...Int((0.95 / step).rounded())).map { Double($0) * step }
    func difference(_ first: Double, _ second: Double) -> Double { first - second }
    func ratio(_ first: Double, _ second: Double) -> Double { first / second }
    func odds(_ first: Double, _ second: Double) -> Double {
      first / (1 - first) / (second / (1 - second))
    }
    let cases: [(any StatisticalMethod<TwoByTwoTable>, (Double, Double) -> Double)] = [
      (MeeDifference(), difference), (MiettinenNurminenDifference(), difference),
      (RiskDifference(), difference), (AgrestiCaffoDifference(), difference),
      (ImpactRatio(), ratio), (MiettinenNurminenRatio(), ratio), (MoverRatio(), ratio),
      (ScoreOddsRatio(), odds),
    ]
    for size in Self.sizes {
      for (method, truth) in cases {
        let coverage = try Self.coverage(of: method, size, rates: rates, truth)
        let mean = coverage.reduce(0, +) / Double(coverage.count)
        #expect(mean > 0.94 && mean < 0.975, "\(method.stamp.id) \(size) \(mean)")
        #expect((coverage.min() ?? 0) > 0.85, "\(method.stamp.id) \(size)")
      }
      let exact = try Self.coverage(of: ConditionalOddsRatio(), size, rates: rates, odds)
      #expect((exact.min() ?? 0) >= 0.95 - 1e-9, "\(size)")
      for twoSided in ExactOddsRatio.TwoSided.allCases where size.focal + size.reference < 50 {
        let inverted = try Self.coverage(
          of: ExactOddsRatio(twoSided: twoSided), size, rates: rates, odds)
        #expect((inverted.min() ?? 0) >= 0.95 - 1e-6, "\(twoSided) \(size)")
        let mean = inverted.reduce(0, +) / Double(inverted.count)
        #expect(mean <= exact.reduce(0, +) / Double(exact.count))
      }
      let half = try Self.coverage(
        of: ConditionalOddsRatio(observedTable: .half), size, rates: rates, odds)
      #expect(zip(half, exact).allSatisfy { $0 <= $1 + 1e-12 })
    }
  }

  @Test("shares: Clopper-Pearson never covers less than the level, Jeffreys and Wilson about it")
  func shares() throws {
    for total in ThoroughTier.isOn ? [5, 10, 20, 50, 100] : [5, 10, 20] {
      let rates = (1..<200).map { Double($0) / 200 }
      func coverage(_ method: any StatisticalMethod<BinomialCount>) throws -> [Double] {
        let intervals = try (0...total).map { method(try BinomialCount($0, of: total)).interval }
        return rates.map { rate in
          zip(Self.binomial(total, rate), intervals)
            .reduce(0) { $0 + ($1.1?.contains(rate) == true ? $1.0 : 0) }
        }
      }
      #expect((try coverage(ClopperPearsonInterval()).min() ?? 0) >= 0.95 - 1e-12)
      for method in [JeffreysInterval(), WilsonInterval()] as [any StatisticalMethod<BinomialCount>]
      {
        let values = try coverage(method)
        let mean = values.reduce(0, +) / Double(values.count)
        #expect(abs(mean - 0.95) < 0.01, "\(method.stamp.id) \(total) \(mean)")
      }
    }
  }
}
