public import Estimates

/// The gap between median pay of two groups, relative to the reference group.
///
///     gap = (referenceMedian - focalMedian) / referenceMedian
///
/// No unit; 0.1 means the focal group's median is 10 per cent lower, negative that it is higher.
/// The interval is that of the logarithm of the ratio of medians, with each median's variance from
/// a pair of order statistics near it. With fewer than five people in a group, or where the amounts
/// around both medians are all the same, there is no interval.
/// - Source: Bonett and Price (2020), Journal of Educational and Behavioral Statistics 45, 750-770;
///   Price and Bonett (2001) for the variance of the median.
public struct MedianPayGap: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "median-pay-gap", title: "Median pay gap",
    formula: "(reference median - focal median) / reference median",
    range: "at most 1; positive when the focal group is paid less",
    assumptions: [
      "The amounts are one outcome of a pay process; the interval is what it might have given.",
      "Few amounts are tied around the medians.",
    ],
    source: "Bonett and Price (2020), Journal of Educational and Behavioral Statistics 45, 750-770")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "relative to the reference, quantile type 7, log-ratio interval with Price and "
        + "Bonett's variance of the median, \(ConfidenceLevel.words(level))")
  }

  /// The gap between the medians, or why there is none.
  public func callAsFunction(_ arms: PayArms) -> Outcome {
    do {
      return try LogPayRatio.medians(arms).gap(level: level, method: "Price-Bonett log-ratio")
    } catch {
      return .notEstimable(reason: error.reason)
    }
  }
}
