public import Estimates

/// The test of equal mean pay that agrees with the interval of the mean pay gap.
///
///     t = log(focalMean / referenceMean) / standardError
///
/// Positive when the focal group is paid more. The standard error and the degrees of freedom are
/// those of `MeanPayGap`.
/// - Source: Hedges, Gurevitch and Curtis (1999), Ecology 80, 1150-1156; Satterthwaite (1946).
public struct MeanPayGapTest: StatisticalMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "mean-pay-gap-test", title: "Test of the mean pay gap",
    formula: "log(focal mean / reference mean) / standard error",
    range: "any number; positive when the focal group is paid more",
    assumptions: [
      "The amounts are one outcome of a pay process.",
      "Both groups are large enough for their means to be roughly normal.",
    ],
    source: "Hedges, Gurevitch and Curtis (1999), Ecology 80, 1150-1156; Satterthwaite (1946), "
      + "Biometrics Bulletin 2, 110-114")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "two-sided, log-ratio delta standard error, Student's t with Satterthwaite's "
        + "degrees of freedom")
  }

  /// The test of equal means, or why there is none.
  public func callAsFunction(_ arms: PayArms) -> Outcome {
    do {
      return try LogPayRatio.means(arms).test(convention: stamp.convention)
    } catch {
      return .notEstimable(reason: error.reason)
    }
  }
}
