public import Estimates
import NumericalKernel

/// The median of what people earn some time after a programme, of those who earn anything.
///
///     median = the middle of the earnings above zero, or halfway between the two middle ones
///     limits = the k-th earnings from below and from above, k the largest number with
///              P(Binomial(n, 1/2) < k) <= (1 - level) / 2
///
/// In the unit of the earnings; higher is better. People who earn nothing are excluded, as public
/// programmes of the United States do, and counted beside: with few employed a high median says
/// little about the programme, so it stands with the rate of employment. The interval holds for any
/// shape of earnings, ties included; with fewer than six people there is none at 95 %. Cost: that of
/// sorting.
/// - Source: 20 CFR 677.155(a)(1)(iii), for who is counted; Conover (1999), Practical Nonparametric
///   Statistics, 3rd edition, section 3.2, for the interval.
public struct MedianEarningsAfterExit: CataloguedMethod {
  /// The median and who it is of.
  public struct Result: Hashable, Sendable {
    /// The median with its interval, or why there is none.
    public let median: Outcome
    /// How many people earn anything.
    public let earners: Int
    /// How many people earn nothing and are excluded.
    public let zeroEarners: Int
  }

  /// The nominal coverage of the interval; the true one is at least as high.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "median-earnings-after-exit", title: "Median earnings after a programme",
    formula: "the median of the earnings above zero",
    range: "above 0, in the unit of the earnings",
    assumptions: [
      "People who earn nothing are excluded; read it beside the rate of employment.",
      "The people are independent draws.",
    ],
    source: "20 CFR 677.155(a)(1)(iii); Conover (1999), Practical Nonparametric Statistics, 3rd "
      + "edition, section 3.2")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "zero earners excluded, quantile type 7, limits by order statistics, "
        + ConfidenceLevel.words(level))
  }

  /// The median, with a reason where there is none; `nil` where an amount is negative or no number.
  public func callAsFunction(_ amounts: [Double]) -> Result? {
    guard amounts.allSatisfy({ $0.isFinite && $0 >= 0 }) else { return nil }
    let earnings = amounts.filter { $0 > 0 }.sorted()
    return Result(
      median: median(earnings), earners: earnings.count,
      zeroEarners: amounts.count - earnings.count)
  }

  private func median(_ earnings: [Double]) -> Outcome {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    guard !earnings.isEmpty else {
      return .notEstimable(reason: "Nobody earns anything, so there is no median of earnings.")
    }
    let count = earnings.count
    let median = earnings[(count - 1) / 2] / 2 + earnings[count / 2] / 2
    return .computing { () throws(NumericalError) -> Outcome in
      let rank = try Self.rank(count, level: level)
      guard rank > 0 else { return .estimate(median) }
      return .estimate(
        median, from: earnings[rank - 1], to: earnings[count - rank], level: level,
        method: "order statistics")
    }
  }

  /// The largest k with `P(Binomial(n, 1/2) < k) <= (1 - level) / 2`; 0 where there is none.
  static func rank(_ count: Int, level: Double) throws(NumericalError) -> Int {
    let tosses = try BinomialDistribution(trials: count, probability: 0.5)
    var (rank, below) = (0, 0.0)
    while rank < count / 2 {
      below += tosses.probability(of: rank)
      // A tail at the bound belongs to it, whatever the last digit says.
      guard below <= (1 - level) / 2 * (1 + 1e-12) else { break }
      rank += 1
    }
    return rank
  }
}
