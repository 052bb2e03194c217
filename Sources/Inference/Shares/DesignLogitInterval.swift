public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A weighted share with an interval on the logit scale.
///
///     logit of the limits = ln(share / (1 - share)) -+ t x standard error / (share (1 - share))
///
/// t is the quantile of Student's distribution on the design's degrees of freedom. Range 0 to 1.
/// Undefined where nobody or everybody who answered has the property.
/// - Source: Korn and Graubard (1998), Survey Methodology 24, 193-201; Lumley (2010), Complex
///   Surveys, chapter 2.
public struct DesignLogitInterval: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "design-logit", title: "Weighted share (logit interval)",
    formula: "weighted people with the property / weighted people",
    range: "0 to 1",
    assumptions: [
      "The weights make those who answered stand for the population.",
      "The standard error and the degrees of freedom are those of the design.",
      "Large-sample approximation on the logit scale.",
    ],
    source: "Korn and Graubard (1998), Survey Methodology 24, 193-201; Lumley (2010), Complex "
      + "Surveys, chapter 2")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "logit scale, Student's t on the design's degrees of freedom, "
        + ConfidenceLevel.words(level))
  }

  /// The share, or why there is none.
  public func callAsFunction(_ share: DesignWeightedShare) -> Outcome {
    if let problem = ConfidenceLevel.problem(level) ?? share.problem {
      return .notEstimable(reason: problem)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let p = share.share
      let centre = log(p) - log1p(-p)
      let reach =
        try StudentT(degreesOfFreedom: share.degreesOfFreedom).criticalValue(level: level)
        * share.standardError / (p * (1 - p))
      return .estimate(
        p, standardError: share.standardError, from: 1 / (1 + exp(reach - centre)),
        to: 1 / (1 + exp(-centre - reach)), level: level, method: "logit")
    }
  }
}
