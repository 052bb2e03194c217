public import Estimates
import NumericalKernel

/// A weighted share with Korn and Graubard's interval.
///
///     effective people m = share (1 - share) / variance x (t(n - 1) / t(degrees of freedom))^2
///     lower: the (1 - level) / 2 quantile of Beta(m share, m (1 - share) + 1)
///     upper: the (1 + level) / 2 quantile of Beta(m share + 1, m (1 - share))
///
/// t are the quantiles of Student's distribution that leave (1 - level) / 2 above, n the people who
/// answered. Clopper and Pearson's limits for the effective number of people: safe where the share
/// is small. Range 0 to 1. Undefined where nobody or everybody who answered has the property. For
/// up to about a million effective people.
/// - Source: Korn and Graubard (1998), Survey Methodology 24, 193-201.
public struct KornGraubardInterval: StatisticalMethod {
  /// Whether the effective number of people may be above the number who answered.
  public enum EffectiveNumber: String, Codable, Hashable, Sendable, CaseIterable {
    /// It is what the formula gives.
    case computed
    /// It is at most the number of people who answered.
    case atMostAnswered = "at_most_answered"
  }

  /// Whether the effective number of people may be above the number who answered.
  public let effectiveNumber: EffectiveNumber
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(effectiveNumber: EffectiveNumber = .computed, level: Double = 0.95) {
    self.effectiveNumber = effectiveNumber
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "korn-graubard", title: "Weighted share (Korn-Graubard interval)",
    formula: "weighted people with the property / weighted people",
    range: "0 to 1",
    assumptions: [
      "The weights make those who answered stand for the population.",
      "The standard error and the degrees of freedom are those of the design.",
    ],
    source: "Korn and Graubard (1998), Survey Methodology 24, 193-201")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "Clopper-Pearson limits for the effective number of people, "
        + (effectiveNumber == .atMostAnswered ? "at most those who answered, " : "")
        + ConfidenceLevel.words(level))
  }

  /// The share, or why there is none.
  public func callAsFunction(_ share: DesignWeightedShare) -> Outcome {
    if let problem = ConfidenceLevel.problem(level) ?? share.problem {
      return .notEstimable(reason: problem)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let (p, error) = (share.share, share.standardError)
      let simple = try StudentT(degreesOfFreedom: Double(share.answered - 1))
      let design = try StudentT(degreesOfFreedom: share.degreesOfFreedom)
      let ratio = try simple.criticalValue(level: level) / design.criticalValue(level: level)
      var people = p * (1 - p) / (error * error) * ratio * ratio
      if effectiveNumber == .atMostAnswered { people = min(people, Double(share.answered)) }
      let (yes, no) = (people * p, people * (1 - p))
      let tail = (1 - level) / 2
      let lower = try BetaDistribution(alpha: yes, beta: no + 1).quantile(tail)
      // The upper limit is one less the lower limit of the others.
      let upper = try 1 - BetaDistribution(alpha: no, beta: yes + 1).quantile(tail)
      return .estimate(
        p, standardError: error, from: lower, to: upper, level: level, method: "Korn-Graubard")
    }
  }
}
