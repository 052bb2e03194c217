public import Estimates
import NumericalKernel

/// How many people each of two equal groups needs, by the normal approximation.
///
///     n = ((z sqrt((p1 + p2) (1 - (p1 + p2) / 2)) + y sqrt(p1 (1 - p1) + p2 (1 - p2)))
///         / (p1 - p2))^2
///
/// z is the normal quantile of 1 - alpha / 2, y that of the power. Not rounded up. An
/// approximation, and labelled so; the exact sample size is that of the test used.
/// - Source: Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions,
///   chapter 4.
public struct NormalSampleSize: StatisticalMethod {
  /// The level of the two-sided test.
  public let alpha: Double
  /// The power to reach.
  public let power: Double

  /// Makes the method.
  public init(alpha: Double = 0.05, power: Double = 0.8) {
    self.alpha = alpha
    self.power = power
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "sample-size-normal", title: "Sample size (normal approximation)",
    formula: "people in each of two equal groups at which the approximate power is that stated",
    range: "people in each group, not rounded",
    assumptions: [
      "People are selected independently with one probability per group.",
      "Normal approximation to both rates.",
    ],
    source:
      "Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, chapter 4"
  )

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "two-sided pooled Z test at level \(alpha), power \(power), equal groups, normal "
        + "approximation, no continuity correction")
  }

  /// People in each group, not rounded, or why there is no number.
  public func callAsFunction(_ rates: SupposedRates) -> Outcome {
    if let problem = RateTest.problem(alpha: alpha, target: power) ?? rates.problem {
      return .notEstimable(reason: problem)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let (p1, p2) = (rates.focal, rates.reference)
      let z = try NormalDistribution.standard.criticalValue(level: 1 - alpha)
      let y = try NormalDistribution.standard.quantile(power)
      let null = ((p1 + p2) * (1 - (p1 + p2) / 2)).squareRoot()
      let error = (p1 * (1 - p1) + p2 * (1 - p2)).squareRoot()
      let root = (z * null + y * error) / (p1 - p2)
      return .estimate(root * root)
    }
  }
}
