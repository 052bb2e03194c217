public import Estimates
import NumericalKernel

/// Where one organisation stands among organisations like those of the pool: the share of them whose
/// true share is lower.
///
///     percentile = E[F(p)],  p ~ Beta(x + m / theta, n - x + (1 - m) / theta)
///
/// F: the beta distribution of organisations' shares as ``BetaBinomialPooling`` finds it, taken as
/// known; x of n: the organisation's count. The interval is F of the central interval of p. Range 0 to
/// 1, 0.5 in the middle; a small organisation's is drawn to the middle and its interval is wide. Where
/// organisations differ by no more than chance nobody stands anywhere, and the outcome says so.
/// - Source: Laird and Louis (1989), Journal of Educational Statistics 14, 29-46.
public struct OrganisationPercentile: CataloguedMethod {
  /// The level of the interval, between 0 and 1.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "organisation-percentile", title: "Percentile of an organisation (empirical Bayes)",
    formula: "the mean of F(p), F: the beta distribution of organisations' shares, p: the "
      + "organisation's share given its count",
    range: "0 to 1, the share of organisations with a lower true share",
    assumptions: [
      "Organisations' shares follow the beta distribution of the pool, taken as known.",
      "A percentile is no judgement: two organisations far apart in it may differ by a few people.",
    ],
    source: "Laird and Louis (1989), Journal of Educational Statistics 14, 29-46")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "beta distribution of the pool taken as known, central interval, "
        + ConfidenceLevel.words(level))
  }

  /// The percentile of a count among the organisations of a pool, or why there is none.
  public func callAsFunction(
    _ own: BinomialCount, among pool: BetaBinomialPooling.Result
  ) -> Outcome {
    if let problem = own.problem ?? ConfidenceLevel.problem(level) {
      return .notEstimable(reason: problem)
    }
    if case .notEstimable(let reason) = pool.mean { return .notEstimable(reason: reason) }
    guard let population = pool.population else {
      return .notEstimable(
        reason: "Organisations differ by no more than chance, so none stands above another.")
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let all = try BetaDistribution(alpha: population.alpha, beta: population.beta)
      let posterior = BetaMixture(
        components: [
          BetaMixture.Component(
            weight: 1, alpha: Double(own.successes) + population.alpha,
            beta: Double(own.total - own.successes) + population.beta)
        ])
      let tail = (1 - level) / 2
      let lower = try all.lowerTail(posterior.lowerLimit(tail))
      let upper = try all.lowerTail(posterior.upperLimit(tail))
      // E[F(p)] is the integral over its probabilities of F at the quantiles of p.
      let points = [0, 0.001, 0.01, 0.1, 0.5, 0.9, 0.99, 0.999, 1]
      var mean = CompensatedSum()
      for node in Quadrature.rule(over: points) {
        mean.add(try node.weight * all.lowerTail(posterior.lowerLimit(node.position)))
      }
      return .estimate(
        min(max(mean.value, lower), upper), from: lower, to: upper, level: level,
        method: "empirical Bayes")
    }
  }
}
