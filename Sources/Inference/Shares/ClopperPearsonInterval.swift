public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A share with Clopper and Pearson's exact interval.
///
///     lower: P(at least x successes | lower) = (1 - level) / 2
///     upper: P(at most x successes | upper) = (1 - level) / 2
///
/// Range 0 to 1. Coverage is never below the level. It contains a probability exactly where the
/// exact binomial test by twice the smaller tail does not reject it.
/// - Source: Clopper and Pearson (1934), Biometrika 26, 404-413.
public struct ClopperPearsonInterval: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "clopper-pearson", title: "Share (Clopper-Pearson interval)",
    formula: "successes / total",
    range: "0 to 1",
    assumptions: ["The people are independent draws with one probability."],
    source: "Clopper and Pearson (1934), Biometrika 26, 404-413")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "exact, " + ConfidenceLevel.words(level)) }

  /// The share, or why there is none.
  public func callAsFunction(_ count: BinomialCount) -> Outcome {
    if let problem = count.problem ?? ConfidenceLevel.problem(level) {
      return .notEstimable(reason: problem)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let limits = try ClopperPearsonInterval.limits(
        successes: count.successes, total: count.total, level: level)
      return .estimate(
        count.share, from: limits.lower, to: limits.upper, level: level, method: "Clopper-Pearson",
        agreesWith: ExactBinomialTest.card.id + "-central")
    }
  }

  /// The limits, for a total of at least 1.
  ///
  /// They are roots of the binomial tails on the logit scale, so they agree with the exact test and
  /// hold for any number of people.
  static func limits(
    successes: Int, total: Int, level: Double
  ) throws(NumericalError) -> (lower: Double, upper: Double) {
    let tail = (1 - level) / 2
    let lower =
      successes == 0
      ? 0
      : try root(successes, total) { distribution in
        distribution.upperTail(from: successes) / tail - 1
      }
    let upper =
      successes == total
      ? 1
      : try root(successes, total) { distribution in
        1 - distribution.lowerTail(through: successes) / tail
      }
    return (lower, upper)
  }

  /// The probability at which a function that rises with it is 0.
  static func root(
    _ successes: Int, _ total: Int, _ function: (BinomialDistribution) -> Double
  ) throws(NumericalError) -> Double {
    let yes = Double(successes) + 0.5
    let no = Double(total - successes) + 0.5
    let logit = try RootFinder.increasingRoot(
      near: log(yes / no), step: 2 * (1 / yes + 1 / no).squareRoot(), within: -740...740
    ) { (logit: Double) throws(NumericalError) -> Double in
      try function(
        BinomialDistribution(
          trials: total, probability: 1 / (1 + exp(-logit)), complement: 1 / (1 + exp(logit))))
    }
    return 1 / (1 + exp(-logit))
  }
}
