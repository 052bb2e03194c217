public import Aggregates
public import Estimates

/// Whether two groups compare within strata as they do when all strata are thrown together.
///
/// The pooled impact ratio and its Z test stand beside the Mantel-Haenszel ratio and the
/// Cochran-Mantel-Haenszel test, and a test of its own says whether the two ratios differ:
///
///     difference = log pooled ratio - log Mantel-Haenszel ratio
///     Z = difference / standard error
///
/// Both ratios are functions of the same independent binomial counts, so the delta method gives the
/// standard error of their difference; it is not that of two independent ratios. The strata's sizes
/// count as fixed. In its variance the rate of a group in a stratum is by default
/// (selected + 1/2) / (total + 1), so that a stratum where everybody or nobody of a few people is
/// selected does not count as certain; nothing is added to the ratios themselves. The status is defined at one alpha, and intervals have the level 1 - alpha.
/// - Source: Simpson (1951), Journal of the Royal Statistical Society B 13, 238-241; Mantel and
///   Haenszel (1959), Journal of the National Cancer Institute 22, 719-748; Bickel, Hammel and
///   O'Connell (1975), Science 187, 398-404.
public struct SimpsonStatus: CataloguedMethod {
  /// The rates from which the variance of the difference is made.
  public enum VarianceRates: String, Codable, Hashable, Sendable, CaseIterable {
    /// Selected + 1/2 over total + 1: with few people per stratum the test keeps its level.
    case halfAdded = "half_added"
    /// Selected over total, the plain delta method: with few people per stratum the test rejects
    /// far too often.
    case observed

    /// What is added to each count.
    var added: Double { self == .halfAdded ? 0.5 : 0 }

    /// The rates as they are printed.
    var words: String {
      switch self {
      case .halfAdded: "delta method, rates in the variance (selected + 1/2) / (total + 1)"
      case .observed: "delta method, observed rates in the variance"
      }
    }
  }

  /// The p-value under which a test rejects, between 0 and 1.
  public let alpha: Double
  /// The rates from which the variance of the difference is made.
  public let varianceRates: VarianceRates

  /// Makes the method.
  public init(alpha: Double = 0.05, varianceRates: VarianceRates = .halfAdded) {
    self.alpha = alpha
    self.varianceRates = varianceRates
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "simpson-status", title: "Pooled against stratified (Simpson's paradox)",
    formula: "log pooled impact ratio - log Mantel-Haenszel ratio, over its delta-method standard "
      + "error; the status follows from this test, the pooled Z test and the "
      + "Cochran-Mantel-Haenszel test",
    range: "the difference of logarithms is any number, 0 where pooling changes nothing, below 0 "
      + "where the focal group looks worse pooled; the status is one of "
      + SimpsonStatusResult.Status.allCases.map(\.rawValue).joined(separator: ", "),
    assumptions: [
      "People are selected independently with one probability per group and stratum.",
      "Who is in which stratum is given; whether it ought to be is not asked.",
      "Normal approximations; with few selected in all of a group they are not to be trusted.",
      "Strata that differ in opposite directions cancel; read a test of equal odds ratios beside "
        + "it.",
    ],
    source: "Simpson (1951), Journal of the Royal Statistical Society B 13, 238-241; Mantel and "
      + "Haenszel (1959), Journal of the National Cancer Institute 22, 719-748; Bickel, Hammel "
      + "and O'Connell (1975), Science 187, 398-404")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: varianceRates == .observed ? SimpsonStatus.card.id + "-observed-rates" : nil,
      convention: "focal / reference, pooled Z and Cochran-Mantel-Haenszel without correction, "
        + varianceRates.words + ", alpha \(ConfidenceLevel.plain(alpha)), "
        + ConfidenceLevel.words(1 - alpha))
  }

  /// Both views of the strata and how they stand to one another.
  public func callAsFunction(_ tables: StratifiedTables) -> SimpsonStatusResult {
    let problem =
      alpha > 0 && alpha < 1 ? nil : "Alpha must lie between 0 and 1."
    func outcome<Input>(_ method: some StatisticalMethod<Input>, _ input: Input?) -> Outcome {
      if let problem { return .notEstimable(reason: problem) }
      guard let input else { return .notEstimable(reason: "There are no strata.") }
      return method(input)
    }
    let pooledTest = outcome(PooledZTest(), tables.pooled)
    let stratifiedTest = outcome(CochranMantelHaenszelTest(), tables)
    let difference = PoolingDifference(tables, rates: varianceRates)
    let differenceTest = problem.map { .notEstimable(reason: $0) } ?? difference.test()
    let answer = Self.status(
      difference, alpha: alpha, pooled: pooledTest, stratified: stratifiedTest,
      different: differenceTest)
    return SimpsonStatusResult(
      table: tables.pooled,
      pooledRatio: outcome(ImpactRatio(level: 1 - alpha), tables.pooled), pooledTest: pooledTest,
      stratifiedRatio: outcome(MantelHaenszelRiskRatio(level: 1 - alpha), tables),
      stratifiedTest: stratifiedTest, equalOddsRatios: outcome(BreslowDayTest(), tables),
      logDifference: problem.map { .notEstimable(reason: $0) }
        ?? difference.outcome(level: 1 - alpha),
      differenceTest: differenceTest, status: answer.status, reason: answer.reason,
      strataWithoutInformation: InformativeStrata(tables, about: .ratio).withoutInformation)
  }

  /// The status, or why there is none.
  private static func status(
    _ difference: PoolingDifference, alpha: Double, pooled: Outcome, stratified: Outcome,
    different: Outcome
  ) -> (status: SimpsonStatusResult.Status?, reason: String?) {
    func rejects(_ outcome: Outcome) -> (rejects: Bool, reason: String?) {
      switch outcome {
      case .test(let test): (test.pValue.value < alpha, nil)
      case .notEstimable(let reason): (false, reason)
      case .estimate: (false, nil)
      }
    }
    let isPooled = rejects(pooled)
    let isWithin = rejects(stratified)
    // Where the groups are spread over the strata alike the ratios are one and need no test.
    let isDifferent =
      difference.isAlwaysZero ? (rejects: false, reason: nil) : rejects(different)
    if let reason = isPooled.reason ?? isWithin.reason ?? difference.problem ?? isDifferent.reason {
      return (nil, reason)
    }
    return (
      SimpsonStatusResult.Status(
        pooledRejects: isPooled.rejects, stratifiedRejects: isWithin.rejects,
        ratiosDiffer: isDifferent.rejects, logPooled: difference.logPooled,
        logStratified: difference.logStratified),
      nil
    )
  }
}

extension SimpsonStatusResult.Status {
  /// The status of three answers and two logarithms of ratios.
  init(
    pooledRejects: Bool, stratifiedRejects: Bool, ratiosDiffer: Bool, logPooled: Double,
    logStratified: Double
  ) {
    switch (pooledRejects, stratifiedRejects, ratiosDiffer) {
    case (true, true, _) where (logPooled > 0) != (logStratified > 0): self = .reversed
    case (true, true, true):
      self = abs(logStratified) < abs(logPooled) ? .attenuated : .amplified
    case (true, false, true): self = .vanishes
    case (false, true, true): self = .emerges
    case (false, false, true): self = .shifted
    case (true, false, false), (false, true, false): self = .undetermined
    case (true, true, false), (false, false, false): self = .agree
    }
  }
}
