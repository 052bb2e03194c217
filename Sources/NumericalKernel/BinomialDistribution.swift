#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The number of successes in independent trials.
package struct BinomialDistribution: UnimodalCountDistribution {
  /// How many trials.
  package let trials: Int
  /// The probability of a success.
  package let probability: Double
  /// The probability of a failure, kept apart so that it is exact near 0.
  package let complement: Double

  /// Makes a distribution from the probability of a success.
  package init(trials: Int, probability: Double) throws(NumericalError) {
    try self.init(trials: trials, probability: probability, complement: 1 - probability)
  }

  /// Makes a distribution from the probabilities of a success and of a failure.
  package init(
    trials: Int, probability: Double, complement: Double
  ) throws(NumericalError) {
    guard trials >= 0 else {
      throw .outsideDomain(function: "the binomial distribution", argument: Double(trials))
    }
    guard probability >= 0, probability <= 1, complement >= 0, complement <= 1 else {
      throw .outsideDomain(function: "the binomial distribution", argument: probability)
    }
    self.trials = trials
    self.probability = probability
    self.complement = complement
  }

  package var support: ClosedRange<Int> {
    if probability == 0 { return 0...0 }
    if complement == 0 { return trials...trials }
    return 0...trials
  }

  package var mode: Int {
    let position = (Double(trials) + 1) * probability
    return min(max(Int(position.rounded(.down)), support.lowerBound), support.upperBound)
  }

  package func logProbability(of count: Int) -> Double {
    guard support.contains(count) else { return -.infinity }
    return BinomialDistribution.logProbability(
      of: count, trials: trials, probability: probability, complement: complement)
  }

  package func ratio(above count: Int) -> Double {
    Double(trials - count) / Double(count + 1) * (probability / complement)
  }

  /// Loader's saddle-point form; the hypergeometric distribution is built from it too.
  static func logProbability(
    of count: Int, trials: Int, probability: Double, complement: Double
  ) -> Double {
    let n = Double(trials)
    if probability == 0 { return count == 0 ? 0 : -.infinity }
    if complement == 0 { return count == trials ? 0 : -.infinity }
    if count == 0 {
      return n * (probability < 0.5 ? log1p(-probability) : log(complement))
    }
    if count == trials {
      return n * (complement < 0.5 ? log1p(-complement) : log(probability))
    }
    let x = Double(count)
    let exponent =
      SaddlePoint.stirlingError(trials) - SaddlePoint.stirlingError(count)
      - SaddlePoint.stirlingError(trials - count)
      - SaddlePoint.deviance(x, mean: n * probability)
      - SaddlePoint.deviance(n - x, mean: n * complement)
    return exponent + 0.5 * log(n / (2 * .pi * x * (n - x)))
  }
}
