import Aggregates
public import Estimates
import NumericalKernel

/// The gap between mean pay of two groups with Fieller's interval, for a reference mean that is
/// itself uncertain.
///
///     gap = (referenceMean - focalMean) / referenceMean
///
/// The limits are 1 - r for the ratios r at which the focal mean minus r times the reference mean
/// is no more than t standard errors from 0,
///
///     (focalMean - r referenceMean)^2 = t^2 (focalVariance / focalCount
///       + r^2 referenceVariance / referenceCount)
///
/// with Satterthwaite's degrees of freedom, those of `MeanPayGap`. No unit; positive when the focal
/// group is paid less. Where the reference mean is within t standard errors of 0 the ratio has no
/// upper limit and the gap no lower one (minus infinity). Ratios below 0 are left out, as mean pay
/// is not negative. It serves where the standard error of the reference mean is above a tenth of it
/// (`isAdvised`); elsewhere the two intervals are nearly the same.
/// - Source: Fieller (1954), Journal of the Royal Statistical Society B 16, 175-185.
public struct FiellerMeanPayGap: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "mean-pay-gap-fieller", title: "Mean pay gap with Fieller's interval",
    formula: "(reference mean - focal mean) / reference mean; limits from the ratios r with "
      + "(focal mean - r reference mean)^2 = t^2 (its variance)",
    range: "at most 1; positive when the focal group is paid less; the lower limit may be infinite",
    assumptions: [
      "The amounts are one outcome of a pay process; the interval is what it might have given.",
      "Both groups are large enough for their means to be roughly normal.",
    ],
    source: "Fieller (1954), Journal of the Royal Statistical Society B 16, 175-185")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "relative to the reference, Fieller's interval, Student's t with Satterthwaite's "
        + "degrees of freedom, \(ConfidenceLevel.words(level))")
  }

  /// Whether the reference mean is so uncertain that this interval should stand for that of
  /// `MeanPayGap`: its standard error is above a tenth of it.
  public static func isAdvised(_ arms: PayArms) -> Bool {
    guard let mean = arms.reference.moments.mean, mean > 0,
      let variance = arms.reference.moments.variance
    else { return false }
    return variance / Double(arms.reference.moments.count) > mean * mean / 100
  }

  /// The gap between the means, or why there is none.
  public func callAsFunction(_ arms: PayArms) -> Outcome {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    guard let focal = arms.focal.moments.mean else {
      return .notEstimable(reason: "Nobody of the focal group has an amount.")
    }
    guard let reference = arms.reference.moments.mean else {
      return .notEstimable(reason: "Nobody of the reference group has an amount.")
    }
    guard reference > 0 else {
      return .notEstimable(reason: "The reference group's mean is not above 0.")
    }
    let ratio = focal / reference
    guard focal >= 0, let focalSpread = arms.focal.moments.variance,
      let referenceSpread = arms.reference.moments.variance, focalSpread + referenceSpread > 0
    else { return .estimate(1 - ratio) }
    let focalCount = Double(arms.focal.moments.count)
    let referenceCount = Double(arms.reference.moments.count)
    let focalVariance = focalSpread / focalCount
    let referenceVariance = referenceSpread / referenceCount
    let parts = (focalVariance, ratio * ratio * referenceVariance)
    guard parts.0 + parts.1 > 0 else { return .estimate(1 - ratio) }
    let degreesOfFreedom =
      (parts.0 + parts.1) * (parts.0 + parts.1)
      / (parts.0 * parts.0 / (focalCount - 1) + parts.1 * parts.1 / (referenceCount - 1))
    return .computing { () throws(NumericalError) -> Outcome in
      let t = try StudentT(degreesOfFreedom: degreesOfFreedom).criticalValue(level: level)
      let limits = Self.ratios(
        focal: focal, reference: reference, focalVariance: t * t * focalVariance,
        referenceVariance: t * t * referenceVariance)
      return .estimate(
        1 - ratio, standardError: (parts.0 + parts.1).squareRoot() / reference,
        from: 1 - limits.upper, to: 1 - limits.lower, level: level, method: "Fieller")
    }
  }

  /// The least and the greatest ratio from 0 up, for variances times t squared.
  private static func ratios(
    focal: Double, reference: Double, focalVariance: Double, referenceVariance: Double
  ) -> (lower: Double, upper: Double) {
    let square = reference * reference - referenceVariance
    let rest = focal * focal - focalVariance
    // The discriminant (focal reference)^2 - square rest, without its cancelling leading term.
    let inner =
      reference * reference * focalVariance + focal * focal * referenceVariance
      - focalVariance * referenceVariance
    guard square > 0 else {
      // Everything, or everything but a stretch between a negative and a positive ratio.
      guard inner > 0, rest > 0 else { return (0, .infinity) }
      return (rest / (focal * reference + inner.squareRoot()), .infinity)
    }
    let root = max(0, inner).squareRoot()
    let upper = (focal * reference + root) / square
    let sum = focal * reference + root
    return (max(0, sum > 0 ? rest / sum : 0), max(0, upper))
  }
}
