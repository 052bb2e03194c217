import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Ratios of counts to what was expected, drawn towards the ratio of all of them.
///
/// Counts are Poisson with mean ratio x expected, and true ratios have a gamma distribution with the
/// mean of all together and shape `1 / spread`. The spread is that of the largest likelihood: the
/// best of a grid on the scale of logarithms, made finer by golden sections, or 0.
struct GammaPoisson {
  /// A count and what was expected.
  struct Count {
    let count: Int
    let expected: Double
  }

  /// The ratio of all counts together; `nil` with fewer than three counts or none above 0.
  let mean: Double?
  /// How far true ratios spread around it; 0 where counts differ no more than chance would make.
  let spread: Double

  init(_ counts: [Count]) {
    let all = counts.reduce(0) { $0 + $1.count }
    guard counts.count >= 3, all > 0 else {
      mean = nil
      spread = 0
      return
    }
    let mean = Double(all) / counts.reduce(0) { $0 + $1.expected }
    self.mean = mean
    spread = Self.spread(counts, mean: mean)
  }

  /// The log-likelihood of a spread, less what does not depend on it.
  static func logLikelihood(_ spread: Double, _ counts: [Count], mean: Double) -> Double {
    var sum = CompensatedSum()
    for item in counts {
      let mu = mean * item.expected
      guard spread > 0 else {
        sum.add(-mu)
        continue
      }
      var product = 1.0
      for position in 0..<item.count {
        product *= 1 + Double(position) * spread
        if product > 1e200 {
          sum.add(log(product))
          product = 1
        }
      }
      sum.add(log(product))
      sum.add(-(Double(item.count) + 1 / spread) * log1p(spread * mu))
    }
    return sum.value
  }

  private static func spread(_ counts: [Count], mean: Double) -> Double {
    func value(_ logarithm: Double) -> Double {
      logLikelihood(exp(logarithm), counts, mean: mean)
    }
    let grid = (0...120).map { -18 + 0.2 * Double($0) }
    let values = grid.map(value)
    let best = values.indices.reduce(0) { values[$1] > values[$0] ? $1 : $0 }
    // Beyond the smallest spread of the grid likelihoods differ by less than their last digits.
    guard best > 0, values[best] > logLikelihood(0, counts, mean: mean) else { return 0 }
    var (low, high) = (grid[best - 1], grid[min(best + 1, grid.count - 1)])
    let golden = (5.0.squareRoot() - 1) / 2
    for _ in 0..<60 {
      let (left, right) = (high - golden * (high - low), low + golden * (high - low))
      if value(left) < value(right) { low = left } else { high = right }
    }
    return exp((low + high) / 2)
  }

  /// A ratio drawn towards the mean, with the middle of its distribution.
  func ratio(_ count: Int, expected: Double, level: Double) -> Outcome {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    guard let mean else {
      return .notEstimable(
        reason: "Fewer than three skills, or nobody with one, do not tell how growth spreads.")
    }
    guard expected > 0 else {
      return .notEstimable(reason: "Nobody had the skill before, so there is nothing to grow from.")
    }
    guard spread > 0 else { return .estimate(mean) }
    return .computing { () throws(NumericalError) -> Outcome in
      let shape = 1 / spread + Double(count)
      let rate = 1 / (spread * mean) + expected
      let tail = (1 - level) / 2
      let distribution = try ChiSquared(degreesOfFreedom: 2 * shape)
      return .estimate(
        shape / rate, standardError: shape.squareRoot() / rate,
        from: try distribution.quantile(lowerTail: tail) / 2 / rate,
        to: try distribution.quantile(upperTail: tail) / 2 / rate, level: level,
        method: "gamma posterior")
    }
  }
}
