public import Estimates
import NumericalKernel

/// The share of a property over organisations that differ by more than chance: the beta-binomial.
///
///     share of an organisation ~ Beta(m / theta, (1 - m) / theta),  count ~ Binomial(people, share)
///     tau = sqrt(m (1 - m) rho),  rho = theta / (1 + theta)
///
/// m: the mean of organisations' shares, each counting alike however large it is; tau: their standard
/// deviation, in the unit of the share; rho: the overdispersion, 0 where organisations differ by no
/// more than chance. All are those of the greatest likelihood, their intervals those of the profile
/// likelihood, that of m by Student's t on organisations less one, as they are few; it is the same on the
/// logit scale as on any other. Where the greatest
/// likelihood lies at tau 0 that is the estimate, and `isAtBoundary` says so. `prediction` is the
/// interval in which the share of a further organisation lies; it averages over every mean and every
/// rho by their likelihood, each as likely beforehand, so that few organisations make it wider and tau
/// 0 does not make it a point. Range 0 to 1. The cost does not depend on the people.
/// - Source: Skellam (1948), Journal of the Royal Statistical Society B 10, 257-261, for the model;
///   Higgins, Thompson and Spiegelhalter (2009), Journal of the Royal Statistical Society A 172,
///   137-159, for the prediction.
public struct BetaBinomialPooling: CataloguedMethod {
  /// The level of the intervals, between 0 and 1.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "beta-binomial-pooling", title: "Pooled share of organisations (beta-binomial)",
    formula: "the mean m and the standard deviation tau = sqrt(m (1 - m) rho) of the beta "
      + "distribution of organisations' shares that makes the counts most likely",
    range: "0 to 1; tau 0 where organisations differ by no more than chance",
    assumptions: [
      "Organisations' shares follow a beta distribution, whatever the organisations' sizes.",
      "Within an organisation people come independently with its share.",
      "The organisations are a fair sample of those a reader has in mind; those that take part in a "
        + "pool chose to.",
      "With fewer than about ten organisations tau is rough; see its interval.",
    ],
    source: "Skellam (1948), Journal of the Royal Statistical Society B 10, 257-261; Higgins, "
      + "Thompson and Spiegelhalter (2009), Journal of the Royal Statistical Society A 172, 137-159"
  )

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention:
        "organisations count alike, maximum likelihood, profile intervals (that of the mean "
        + "by Student's t on organisations less one), prediction averaged over mean and overdispersion, "
        + ConfidenceLevel.words(level))
  }

  /// What was found.
  public struct Result: Hashable, Sendable {
    /// The mean m of organisations' shares.
    public let mean: Outcome
    /// The standard deviation tau of organisations' shares.
    public let deviation: Outcome
    /// The overdispersion rho.
    public let overdispersion: Outcome
    /// The mean share of a further organisation, with the interval its share lies in.
    public let prediction: Outcome
    /// The likelihood ratio test that organisations differ by no more than chance.
    public let homogeneityTest: Outcome
    /// Whether the greatest likelihood lies at tau 0; `nil` where there is none.
    public let isAtBoundary: Bool?
    /// The beta distribution of organisations' shares; `nil` at the boundary, or where there is none.
    let population: (alpha: Double, beta: Double)?

    /// Whether two results are equal.
    public static func == (left: Result, right: Result) -> Bool {
      left.mean == right.mean && left.deviation == right.deviation
        && left.overdispersion == right.overdispersion && left.prediction == right.prediction
        && left.homogeneityTest == right.homogeneityTest
        && left.isAtBoundary == right.isAtBoundary
    }

    /// Adds what makes results equal.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(mean)
      hasher.combine(deviation)
    }
  }

  /// The mean, the spread and what they foretell, each with a reason where it is not defined.
  public func callAsFunction(_ organisations: OrganisationCounts) -> Result {
    if let problem = ConfidenceLevel.problem(level) ?? organisations.problem {
      return nothing(problem)
    }
    let likelihood = BetaBinomialLikelihood(organisations)
    guard !likelihood.isUnbounded else {
      return nothing(
        "Every organisation has nobody or everybody, so nothing says how far they differ.")
    }
    do throws(NumericalError) {
      return try result(BetaBinomialFit(likelihood))
    } catch {
      return nothing("The computation did not succeed: \(error.description).")
    }
  }

  private func nothing(_ problem: String) -> Result {
    let none = Outcome.notEstimable(reason: problem)
    return Result(
      mean: none, deviation: none, overdispersion: none, prediction: none, homogeneityTest: none,
      isAtBoundary: nil, population: nil)
  }

  private func result(_ fit: BetaBinomialFit) throws(NumericalError) -> Result {
    let best = fit.best
    let isAtBoundary = best.spread == 0
    let mean = try fit.meanLimits(level: level)
    let spread = try fit.spreadLimits(level: level)
    let statistic = max(0, 2 * (best.value - fit.none.value))
    let mixture = try fit.averaged()
    let tail = (1 - level) / 2
    return Result(
      mean: .estimate(
        best.mean, from: mean.lower, to: mean.upper, level: level,
        method: "Profile likelihood, Student's t"),
      deviation: .estimate(
        best.deviation, from: min(best.deviation, spread.lower.deviation),
        to: max(best.deviation, spread.upper.deviation), level: level,
        method: "Profile likelihood"),
      overdispersion: .estimate(
        best.correlation, from: spread.lower.correlation, to: spread.upper.correlation,
        level: level, method: "Profile likelihood"),
      prediction: try .estimate(
        mixture.mean, from: mixture.lowerLimit(tail), to: mixture.upperLimit(tail), level: level,
        method: "Prediction averaged by the likelihood"),
      homogeneityTest: try .test(
        "LR", statistic,
        pValue: statistic > 0 ? ChiSquared(degreesOfFreedom: 1).upperTail(statistic) / 2 : 1,
        convention: "likelihood ratio of overdispersion 0, at the end of its range: half "
          + "chi-squared on 1 degree of freedom"),
      isAtBoundary: isAtBoundary,
      population: isAtBoundary
        ? nil : (alpha: best.mean / best.spread, beta: best.complement / best.spread))
  }
}
