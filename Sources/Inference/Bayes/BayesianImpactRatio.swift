public import Aggregates
public import Estimates
import NumericalKernel

/// The posterior distribution of the impact ratio where the two rates are independent.
///
///     rate | data ~ Beta(prior selected + selected, prior rejected + rejected), each group
///     P(ratio < r) = mean over one rate of the probability that the other is below r times it
///
/// The estimate is the posterior median with an equal-tailed interval; `probability` is that of a
/// ratio below any value. Range 0 to infinity; below 1 the focal group is selected less often. By
/// quadrature, not by sampling, so the same counts give the same digits. Defined for all zero
/// counts: where nobody was selected it says how little is known. The shapes may not exceed a
/// million.
/// - Source: Jeffreys (1946), Proceedings of the Royal Society A 186, 453-461, for the prior;
///   Gelman et al. (2013), Bayesian Data Analysis, section 2.4, for the posterior.
public struct BayesianImpactRatio: StatisticalMethod {
  /// What is held about either rate before the data.
  public let prior: BetaPrior
  /// The posterior probability of the interval.
  public let level: Double

  /// Makes the method.
  public init(prior: BetaPrior = .jeffreys, level: Double = 0.95) {
    self.prior = prior
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "impact-ratio-bayesian", title: "Impact ratio (posterior)",
    formula: "median of focal rate / reference rate, each rate with a beta posterior",
    range: "0 to infinity; 1 means equal rates; below 1 the focal group is selected less often",
    assumptions: [
      "People are selected independently with one probability per group.",
      "Before the data the two rates are independent and follow the prior; with few people the "
        + "prior shows.",
    ],
    source: "Jeffreys (1946), Proceedings of the Royal Society A 186, 453-461; Gelman et al. "
      + "(2013), Bayesian Data Analysis, section 2.4")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "focal / reference, posterior median and equal-tailed interval, \(prior.words) "
        + "for both groups, independent, " + ConfidenceLevel.words(level))
  }

  /// The posterior median with its interval, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    return posterior(table) { (ratio) throws(NumericalError) -> Outcome in
      try .estimate(
        ratio.quantile(0.5), from: ratio.quantile((1 - level) / 2),
        to: ratio.quantile((1 + level) / 2), level: level, method: "equal-tailed posterior")
    }
  }

  /// The posterior probability that the ratio is below a value above 0, or why there is none.
  public func probability(below ratio: Double, _ table: TwoByTwoTable) -> Outcome {
    guard ratio > 0, ratio.isFinite else {
      return .notEstimable(reason: "The ratio to compare with must be above 0 and finite.")
    }
    return posterior(table) { (posterior) throws(NumericalError) -> Outcome in
      try .estimate(posterior.lowerTail(ratio))
    }
  }

  /// The posterior probability that the ratio is above a value above 0, or why there is none; it
  /// keeps its digits where it is small.
  public func probability(above ratio: Double, _ table: TwoByTwoTable) -> Outcome {
    guard ratio > 0, ratio.isFinite else {
      return .notEstimable(reason: "The ratio to compare with must be above 0 and finite.")
    }
    return posterior(table) { (posterior) throws(NumericalError) -> Outcome in
      try .estimate(posterior.upperTail(ratio))
    }
  }

  private func posterior(
    _ table: TwoByTwoTable, _ make: (BetaRatio) throws(NumericalError) -> Outcome
  ) -> Outcome {
    if let problem = table.problem ?? prior.problem { return .notEstimable(reason: problem) }
    return .computing { () throws(NumericalError) -> Outcome in
      try make(
        BetaRatio(
          focal: prior.posterior(selected: table.focalSelected, rejected: table.focalRejected),
          reference: prior.posterior(
            selected: table.referenceSelected, rejected: table.referenceRejected)))
    }
  }
}
