public import Estimates

/// The gap between mean pay of two groups, relative to the reference group.
///
///     gap = (referenceMean - focalMean) / referenceMean
///
/// No unit; 0.1 means the focal group is paid 10 per cent less, negative that it is paid more. The
/// interval is that of the logarithm of the ratio of means,
///
///     variance = focalVariance / (focalCount focalMean^2)
///       + referenceVariance / (referenceCount referenceMean^2)
///
/// with Student's t and Satterthwaite's degrees of freedom, so it agrees with `MeanPayGapTest`.
/// - Source: Hedges, Gurevitch and Curtis (1999), Ecology 80, 1150-1156, for the log ratio of means;
///   Satterthwaite (1946), Biometrics Bulletin 2, 110-114.
public struct MeanPayGap: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "mean-pay-gap", title: "Mean pay gap",
    formula: "(reference mean - focal mean) / reference mean",
    range: "at most 1; positive when the focal group is paid less",
    assumptions: [
      "The amounts are one outcome of a pay process; the interval is what it might have given.",
      "Both groups are large enough for their means to be roughly normal.",
    ],
    source: "Hedges, Gurevitch and Curtis (1999), Ecology 80, 1150-1156; Satterthwaite (1946), "
      + "Biometrics Bulletin 2, 110-114")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "relative to the reference, log-ratio delta interval, Student's t with "
        + "Satterthwaite's degrees of freedom, \(ConfidenceLevel.words(level))")
  }

  /// The gap between the means, or why there is none.
  public func callAsFunction(_ arms: PayArms) -> Outcome {
    do {
      return try LogPayRatio.means(arms).gap(level: level, method: "log-ratio t")
    } catch {
      return .notEstimable(reason: error.reason)
    }
  }
}
