public import Estimates
import NumericalKernel

/// A share with Jeffreys's interval.
///
///     lower: the (1 - level) / 2 quantile of Beta(x + 1/2, n - x + 1/2)
///     upper: the (1 + level) / 2 quantile
///
/// The middle of the posterior under Jeffreys's prior, used as a confidence interval: its coverage
/// is near the level on average, sometimes below it. Range 0 to 1. A share of 0 has lower limit 0,
/// a share of 1 upper limit 1. For up to about a million people.
/// - Source: Brown, Cai and DasGupta (2001), Statistical Science 16, 101-133.
public struct JeffreysInterval: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "jeffreys", title: "Share (Jeffreys interval)",
    formula: "successes / total",
    range: "0 to 1",
    assumptions: ["The people are independent draws with one probability."],
    source: "Brown, Cai and DasGupta (2001), Statistical Science 16, 101-133")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "equal tails of the posterior under Jeffreys's prior, lower limit 0 for nobody, "
        + "upper limit 1 for everybody, " + ConfidenceLevel.words(level))
  }

  /// The share, or why there is none.
  public func callAsFunction(_ count: BinomialCount) -> Outcome {
    if let problem = count.problem ?? ConfidenceLevel.problem(level) {
      return .notEstimable(reason: problem)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let tail = (1 - level) / 2
      let failures = count.total - count.successes
      let share = try BetaDistribution(
        alpha: Double(count.successes) + 0.5, beta: Double(failures) + 0.5)
      let rest = try BetaDistribution(alpha: share.beta, beta: share.alpha)
      // Either limit from the tail itself, not from one minus it.
      let lower = count.successes == 0 ? 0 : try share.quantile(tail)
      let upper = failures == 0 ? 1 : try 1 - rest.quantile(tail)
      return .estimate(count.share, from: lower, to: upper, level: level, method: "Jeffreys")
    }
  }
}
