public import Estimates
import NumericalKernel

/// The slope of a series by Theil and Sen, with the exact interval.
///
///     slope = median over all pairs of (later value - earlier value) / (later time - earlier time)
///     interval: the slopes b for which Kendall's S of the values less b x time is not significant
///
/// In the unit of the values per unit of time; positive where the series rises. The limits are
/// ordered slopes; the distribution of S is the exact one of different values. A series too short
/// to reject at the level has infinite limits: at 95 % that is one of fewer than five values. For
/// up to 100 values. Without ties the interval leaves out 0 exactly where the exact Mann-Kendall
/// test rejects.
/// - Source: Theil (1950), Proceedings of the Koninklijke Nederlandse Akademie van Wetenschappen
///   53; Sen (1968), Journal of the American Statistical Association 63, 1379-1389.
public struct TheilSenSlope: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "theil-sen", title: "Theil-Sen slope",
    formula: "median of (later value - earlier value) / (later time - earlier time) over all pairs",
    range: "in the unit of the values per unit of time; positive where the series rises",
    assumptions: [
      "Around a straight line every order of the deviations is equally likely.",
      "Stocks of the same people at successive times are dependent; the interval is then too "
        + "short.",
    ],
    source: "Theil (1950), Proceedings of the Koninklijke Nederlandse Akademie van Wetenschappen "
      + "53; Sen (1968), Journal of the American Statistical Association 63, 1379-1389")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "median of all pairs, exact interval by Kendall's S, "
        + ConfidenceLevel.words(level))
  }

  /// The slope, or why there is none.
  public func callAsFunction(_ series: TimeSeries) -> Outcome {
    let count = series.values.count
    if count < 2 { return .notEstimable(reason: "A trend needs two values or more.") }
    if count > 100 {
      return .notEstimable(reason: "Theil and Sen's slope is made for at most 100 values.")
    }
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    var slopes: [Double] = []
    for later in 0..<count {
      for earlier in 0..<later {
        slopes.append(
          (series.values[later] - series.values[earlier])
            / (series.times[later] - series.times[earlier]))
      }
    }
    slopes.sort()
    let pairs = slopes.count
    let median = (slopes[(pairs - 1) / 2] + slopes[pairs / 2]) / 2
    let distribution = KendallScoreDistribution(
      tieSizes: [Int](repeating: 1, count: count))
    // Between the slopes of rank i and i + 1 the score is pairs - 2 i.
    let rank = (pairs - distribution.critical(tail: (1 - level) / 2)) / 2 + 1
    return .estimate(
      median, from: rank >= 1 ? slopes[rank - 1] : -.infinity,
      to: rank >= 1 ? slopes[pairs - rank] : .infinity, level: level,
      method: "exact, by Kendall's S",
      agreesWith: series.untiedPairs == pairs ? MannKendallTest.card.id + "-exact" : nil)
  }
}
