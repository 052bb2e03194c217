public import Estimates
import NumericalKernel

/// The power of the pooled Z test by the normal approximation.
///
///     power = P(Z < (|difference| - z s0) / s1)
///     s0^2 = rate (1 - rate) (1 / focal total + 1 / reference total),  rate over both groups
///     s1^2 = focal rate (1 - focal rate) / focal total + the same of the reference group
///
/// z is the normal quantile of 1 - alpha / 2. Rejection on the wrong side is left out. An
/// approximation, and labelled so; with few people use the exact power.
/// - Source: Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions,
///   chapter 4.
public struct NormalPower: StatisticalMethod {
  /// The level of the two-sided test.
  public let alpha: Double

  /// Makes the method.
  public init(alpha: Double = 0.05) { self.alpha = alpha }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "power-normal", title: "Power (normal approximation)",
    formula: "P(Z < (|difference| - z x pooled standard error) / standard error)",
    range: "0 to 1",
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
      convention: "two-sided pooled Z test at level \(alpha), normal approximation, no continuity "
        + "correction")
  }

  /// The approximate power, or why there is none.
  public func callAsFunction(_ design: PowerDesign) -> Outcome {
    if let problem = RateTest.problem(alpha: alpha)
      ?? SupposedRates(focal: design.focalRate, reference: design.referenceRate).problem
    {
      return .notEstimable(reason: problem)
    }
    guard min(design.focalTotal, design.referenceTotal) >= 1 else {
      return .notEstimable(reason: "Nobody is in one of the groups.")
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let (p1, p2) = (design.focalRate, design.referenceRate)
      let (n1, n2) = (Double(design.focalTotal), Double(design.referenceTotal))
      let rate = (n1 * p1 + n2 * p2) / (n1 + n2)
      let null = (rate * (1 - rate) * (1 / n1 + 1 / n2)).squareRoot()
      let error = (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2).squareRoot()
      let z = try NormalDistribution.standard.criticalValue(level: 1 - alpha)
      let distance = abs(p1 - p2) - z * null
      if error == 0 { return .estimate(distance > 0 ? 1 : 0) }
      return try .estimate(NormalDistribution.standard.lowerTail(distance / error))
    }
  }
}
