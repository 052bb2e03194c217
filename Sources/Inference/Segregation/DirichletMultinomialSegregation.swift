public import Aggregates
public import Estimates
import NumericalKernel

/// The segregation of several groups over small units, by a model of the units' shares: the
/// Dirichlet-multinomial.
///
/// The shares of the groups in a unit are drawn from a Dirichlet distribution with means m and
/// overdispersion rho, and people are drawn from those shares. The indices are those of the
/// Dirichlet distribution, of the shares units stand for and not of the few people they happen to
/// have, so chance adds nothing to them:
///
///     M = E - E[entropy of a unit's shares], H = M / E, P = R = C = rho
///     D, Gini: those of each group against the rest, weighted by m (1 - m)
///
/// E: the entropy of m, units counting alike whatever their size. All rise with rho from 0 to 1,
/// and M to E. m and rho are those of the greatest likelihood; the interval of rho is that of its
/// profile likelihood, 0 included, and is mapped to the indices. `multinomialTest` is the
/// likelihood ratio test of rho 0, whose p-value is halved because 0 is the end of the range. With
/// two groups it is `BetaBinomialSegregation`. The usual choice where units have fewer than 30
/// people on average, `SegregationApproach.usual`. The cost grows with the people of the largest
/// units, not their number.
/// - Source: Mosimann (1962), Biometrika 49, 65-82, for the distribution; Self and Liang (1987),
///   Journal of the American Statistical Association 82, 605-610, for the test.
public struct DirichletMultinomialSegregation: CataloguedMethod {
  /// The base of the logarithm of M and of the entropy.
  public let base: LogarithmBase
  /// The level of the intervals, between 0 and 1.
  public let level: Double

  /// Makes the method.
  public init(base: LogarithmBase = .natural, level: Double = 0.95) {
    self.base = base
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "segregation-dirichlet-multinomial",
    title: "Segregation over small units (Dirichlet-multinomial)",
    formula: "the indices M, H, D, Gini and P = R = C of the Dirichlet distribution of the units' "
      + "shares that makes the counts most likely",
    range: "0 (the same shares in every unit) to 1 (one group per unit), M to the entropy of the "
      + "mean shares; larger is more segregated",
    assumptions: [
      "The units' shares follow a Dirichlet distribution, whatever the units' sizes: one "
        + "overdispersion for all groups.",
      "Within a unit people come independently with its shares; people who bring in others of "
        + "their own group count as segregation.",
      "Another distribution of shares gives other indices; with units of few people the counts "
        + "cannot tell.",
      "Describes what makes units as they are; for the people there are, take indices of counts.",
    ],
    source: "Mosimann (1962), Biometrika 49, 65-82; Self and Liang (1987), Journal of the American "
      + "Statistical Association 82, 605-610")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "units count alike, \(base.words), profile likelihood, "
        + ConfidenceLevel.words(level))
  }

  /// The indices, or why there are none.
  public func callAsFunction(_ table: ContingencyTable) -> DirichletMultinomialSegregationResult {
    let counts = SegregationCounts(table)
    if let problem = ConfidenceLevel.problem(level) ?? counts.modelProblem {
      return DirichletMultinomialSegregationResult(problem, counts, table, stamp)
    }
    do {
      let fit = try OverdispersionFit(DirichletMultinomialLikelihood(counts), level: level)
      return DirichletMultinomialSegregationResult(
        fit, counts, table, nats: base.nats, level: level, stamp)
    } catch {
      return DirichletMultinomialSegregationResult(
        "The computation did not succeed: \(error.description).", counts, table, stamp)
    }
  }
}
