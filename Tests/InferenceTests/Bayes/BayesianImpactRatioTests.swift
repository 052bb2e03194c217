import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Posterior of the impact ratio")
struct BayesianImpactRatioTests {
  @Test("agrees with quadrature over the angle at 30 digits (Python)")
  func references() throws {
    for row in try ReferenceValue.read(
      "Tests/InferenceTests/Fixtures/Bayes/python.csv", method: "BayesianImpactRatio")
    {
      let prior: BetaPrior =
        switch row.arguments["prior"] {
        case "jeffreys": .jeffreys
        case "uniform": .uniform
        default: .shapes(selected: 2, rejected: 0.25)
        }
      let method = BayesianImpactRatio(prior: prior)
      let table = try TwoByTwoTable(row)
      if row.quantity.hasPrefix("below") {
        let ratio = try #require(Double(row.quantity.dropFirst(5)))
        expectClose(
          method.probability(below: ratio, table).value, row.value, relative: 2e-12, "\(row)")
        expectClose(
          method.probability(above: ratio, table).value, 1 - row.value, absolute: 2e-13, "\(row)")
      } else {
        expectClose(
          Fixtures.part(row.quantity, of: method(table)), row.value, relative: 1e-11, "\(row)")
      }
    }
  }

  @Test("the table of section 5.3")
  func published() throws {
    let cases: [([Int], Double, Double, [Double])] = [
      ([12, 40, 48, 80], 0.977843376, 0.999118737, [0.504445, 0.286993, 0.791524]),
      ([2, 10, 15, 25], 0.947107329, 0.985464056, [0.354955, 0.072858, 0.918031]),
      ([26, 48, 206, 259], 0.901133982, 0.999824331, [0.681564, 0.503130, 0.860473]),
      ([50, 64, 455, 508], 0.125890376, 0.993833074, [0.871177, 0.745716, 0.975268]),
    ]
    for (counts, fourFifths, one, quantiles) in cases {
      let table = try TwoByTwoTable.rates(
        focal: counts[0], of: counts[1], reference: counts[2], of: counts[3])
      let method = BayesianImpactRatio()
      expectClose(method.probability(below: 0.8, table).value, fourFifths, absolute: 5.1e-10)
      expectClose(method.probability(below: 1, table).value, one, absolute: 5.1e-10)
      let outcome = method(table)
      expectClose(outcome.value, quantiles[0], absolute: 5.1e-7)
      expectClose(outcome.interval?.lower, quantiles[1], absolute: 5.1e-7)
      expectClose(outcome.interval?.upper, quantiles[2], absolute: 5.1e-7)
    }
  }

  @Test("with whole shapes it agrees with the finite sum over order statistics")
  func finiteSum() throws {
    // With uniform priors and equal rates at issue, P(focal < reference) is the probability that at
    // most k of a hypergeometric draw come from one group (Thompson 1933), here by products.
    func choose(_ n: Int, _ k: Int) -> Double {
      k < 0 || k > n ? 0 : (0..<k).reduce(1) { $0 * Double(n - $1) / Double($1 + 1) }
    }
    for focal in 0...6 {
      for reference in 0...5 {
        let table = try TwoByTwoTable.rates(focal: focal, of: 6, reference: reference, of: 5)
        let (a, b, c, d) = (focal + 1, 7 - focal, reference + 1, 6 - reference)
        let total = a + b + c + d - 2
        // focal < reference: of the total order statistics, fewer than needed lie below.
        let sum = (0..<c).reduce(0.0) { sum, k in
          sum + choose(a + b - 1, a + c - 1 - k) * choose(c + d - 1, k)
        }
        let expected = sum / choose(total, a + c - 1)
        let value = BayesianImpactRatio(prior: .uniform).probability(below: 1, table).value
        expectClose(value, expected, relative: 1e-12)
      }
    }
  }

  @Test("exchanging the groups inverts the median and the limits")
  func reciprocal() throws {
    var generator = SeededGenerator(seed: 415)
    for _ in 0..<6 {
      let focalTotal = Int.random(in: 1...400, using: &generator)
      let referenceTotal = Int.random(in: 1...400, using: &generator)
      let table = try TwoByTwoTable.rates(
        focal: Int.random(in: 0...focalTotal, using: &generator), of: focalTotal,
        reference: Int.random(in: 0...referenceTotal, using: &generator), of: referenceTotal)
      let outcome = BayesianImpactRatio()(table)
      let interval = try #require(outcome.interval)
      let other = BayesianImpactRatio()(try #require(table.swapped))
      expectClose(try #require(outcome.value) * (other.value ?? 0), 1, relative: 1e-10)
      expectClose(interval.lower * (other.interval?.upper ?? 0), 1, relative: 1e-10)
      expectClose(interval.upper * (other.interval?.lower ?? 0), 1, relative: 1e-10)
      let below = BayesianImpactRatio().probability(below: interval.upper, table).value
      expectClose(below, 0.975, relative: 1e-11)
    }
  }

  @Test("large counts approach Koopman's interval; far tails keep their digits")
  func large() throws {
    let table = try TwoByTwoTable.rates(
      focal: 180_000, of: 400_000, reference: 200_000, of: 420_000)
    let posterior = try #require(BayesianImpactRatio()(table).interval)
    let score = try #require(ImpactRatio()(table).interval)
    expectClose(posterior.lower, score.lower, relative: 1e-5)
    expectClose(posterior.upper, score.upper, relative: 1e-5)
    let extreme = try TwoByTwoTable.rates(focal: 0, of: 400, reference: 399, of: 400)
    let above = try #require(BayesianImpactRatio().probability(above: 1, extreme).value)
    #expect(above > 0 && above < 1e-200)
  }

  @Test("empty groups, impossible ratios, priors and levels give reasons")
  func degenerate() throws {
    let table = try TwoByTwoTable.rates(focal: 1, of: 5, reference: 2, of: 5)
    #expect(BayesianImpactRatio()(try .rates(focal: 0, of: 0, reference: 2, of: 5)).reason != nil)
    #expect(BayesianImpactRatio(level: 1)(table).reason != nil)
    for ratio in [0, -1, Double.nan, .infinity] {
      #expect(BayesianImpactRatio().probability(below: ratio, table).reason != nil)
      #expect(BayesianImpactRatio().probability(above: ratio, table).reason != nil)
    }
    for shape in [0, -1, .nan, .infinity, 0.05] {
      let method = BayesianImpactRatio(prior: .shapes(selected: shape, rejected: 1))
      #expect(method(table).reason?.contains("shapes") == true)
    }
    let equal = BayesianImpactRatio()(try .rates(focal: 0, of: 9, reference: 0, of: 9))
    expectClose(equal.value, 1, relative: 1e-12)
  }

  @Test("the words name the prior")
  func stamps() {
    #expect(BayesianImpactRatio().stamp.id == "impact-ratio-bayesian")
    #expect(BayesianImpactRatio().stamp.convention.contains("Jeffreys prior"))
    #expect(
      BayesianImpactRatio(prior: .shapes(selected: 2, rejected: 0.5)).stamp.convention
        .contains("shapes 2 and 0.5"))
  }
}
