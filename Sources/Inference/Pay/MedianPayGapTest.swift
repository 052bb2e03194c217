public import Estimates

/// The test of equal median pay that agrees with the interval of the median pay gap.
///
///     Z = log(focalMedian / referenceMedian) / standardError
///
/// Positive when the focal group's median is higher. The standard error is that of `MedianPayGap`.
/// - Source: Bonett and Price (2020), Journal of Educational and Behavioral Statistics 45, 750-770.
public struct MedianPayGapTest: StatisticalMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "median-pay-gap-test", title: "Test of the median pay gap",
    formula: "log(focal median / reference median) / standard error",
    range: "any number; positive when the focal group's median is higher",
    assumptions: [
      "The amounts are one outcome of a pay process.", "Few amounts are tied around the medians.",
    ],
    source: "Bonett and Price (2020), Journal of Educational and Behavioral Statistics 45, 750-770")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "two-sided, log-ratio Z with Price and Bonett's variance of the median")
  }

  /// The test of equal medians, or why there is none.
  public func callAsFunction(_ arms: PayArms) -> Outcome {
    do {
      return try LogPayRatio.medians(arms).test(convention: stamp.convention)
    } catch {
      return .notEstimable(reason: error.reason)
    }
  }
}
