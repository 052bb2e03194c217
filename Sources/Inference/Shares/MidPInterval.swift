public import Estimates
import NumericalKernel

/// A share with the mid-p interval.
///
///     lower: P(more than x | lower) + P(x | lower) / 2 = (1 - level) / 2
///     upper: P(fewer than x | upper) + P(x | upper) / 2 = (1 - level) / 2
///
/// Clopper and Pearson's limits with half of the count seen in each tail. Coverage is near the
/// level, sometimes a little below it; the interval lies within Clopper and Pearson's. Range 0 to
/// 1. A share of 0 has lower limit 0, a share of 1 upper limit 1.
/// - Source: Berry and Armitage (1995), The Statistician 44, 417-423; Newcombe (1998), Statistics
///   in Medicine 17, 857-872, method 6.
public struct MidPInterval: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "mid-p-interval", title: "Share (mid-p interval)",
    formula: "successes / total",
    range: "0 to 1",
    assumptions: ["The people are independent draws with one probability."],
    source: "Berry and Armitage (1995), The Statistician 44, 417-423; Newcombe (1998), Statistics "
      + "in Medicine 17, 857-872")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "binomial tails with half of the count seen, " + ConfidenceLevel.words(level))
  }

  /// The share, or why there is none.
  public func callAsFunction(_ count: BinomialCount) -> Outcome {
    if let problem = count.problem ?? ConfidenceLevel.problem(level) {
      return .notEstimable(reason: problem)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let tail = (1 - level) / 2
      let (seen, total) = (count.successes, count.total)
      let lower =
        seen == 0
        ? 0
        : try ClopperPearsonInterval.root(seen, total) { distribution in
          (distribution.upperTail(from: seen + 1) + distribution.probability(of: seen) / 2) / tail
            - 1
        }
      let upper =
        seen == total
        ? 1
        : try ClopperPearsonInterval.root(seen, total) { distribution in
          1
            - (distribution.lowerTail(through: seen - 1) + distribution.probability(of: seen) / 2)
            / tail
        }
      return .estimate(count.share, from: lower, to: upper, level: level, method: "mid-p")
    }
  }
}
