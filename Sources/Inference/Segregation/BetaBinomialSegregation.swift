public import Aggregates
public import Estimates
import NumericalKernel

/// The segregation of two groups over small units, by a model of the units' shares: the
/// beta-binomial.
///
/// The share of the first group in a unit is drawn from a beta distribution with mean m and
/// overdispersion rho, and people are drawn from that share. The indices are those of the beta
/// distribution, of the shares units stand for and not of the few people they happen to have, so
/// chance adds nothing to them:
///
///     eta^2 = rho, D = E|p - m| / (2 m (1 - m)), Gini = E|p - q| / (2 m (1 - m)),
///     H = 1 - E[h(p)] / h(m),
///     A = 1 - (E[p^b (1 - p)^(1 - b)] / (m^b (1 - m)^(1 - b)))^(1 / (1 - b)),
///     Hutchens = 1 - E[sqrt(p (1 - p))] / sqrt(m (1 - m))
///
/// p, q: the shares of two units drawn independently, units counting alike whatever their size, h:
/// the entropy of a share and its rest, b: the shape. All range from 0 to 1 and rise with rho. m
/// and rho are those of the greatest likelihood; the interval of rho is that of its profile
/// likelihood, 0 included, and is mapped to the indices. `binomialTest` is the likelihood ratio
/// test of rho 0, whose p-value is halved because 0 is the end of the range. Of 800 samples of
/// fifty units of eight people, 93 to 98 of a hundred intervals at 95 % held the true D, more
/// where it was near 0. Units of one person say something of m only. The usual choice where units
/// have fewer than 30 people on average, `SegregationApproach.usual`. The cost grows with the
/// people of the largest units, not their number.
/// - Source: Rathelot (2012), Journal of Business and Economic Statistics 30, for the model and its
///   indices; Self and Liang (1987), Journal of the American Statistical Association 82, 605-610,
///   for the test.
public struct BetaBinomialSegregation: CataloguedMethod {
  /// The shape b of Atkinson's index, strictly between 0 and 1.
  public let shape: Double
  /// The level of the intervals, between 0 and 1.
  public let level: Double

  /// Makes the method.
  public init(shape: Double = 0.5, level: Double = 0.95) {
    self.shape = shape
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "segregation-beta-binomial", title: "Segregation over small units (beta-binomial)",
    formula: "the indices D, Gini, H, Atkinson, Hutchens and eta squared of the beta distribution "
      + "of the units' shares that makes the counts most likely",
    range: "0 (the same share in every unit) to 1 (no unit has both); larger is more segregated",
    assumptions: [
      "The units' shares follow a beta distribution, whatever the units' sizes.",
      "Within a unit people come independently with its share; people who bring in others of their "
        + "own group count as segregation.",
      "Another distribution of shares, such as a few units of one group only, gives other indices; "
        + "with units of few people the counts cannot tell.",
      "Two groups: the first column against all others.",
      "Describes what makes units as they are; for the people there are, take indices of counts.",
    ],
    source: "Rathelot (2012), Journal of Business and Economic Statistics 30; Self and Liang "
      + "(1987), Journal of the American Statistical Association 82, 605-610")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "first group against the rest, units count alike, Atkinson's shape "
        + "\(ConfidenceLevel.plain(shape)), profile likelihood, " + ConfidenceLevel.words(level))
  }

  /// The indices, or why there are none.
  public func callAsFunction(_ table: ContingencyTable) -> BetaBinomialSegregationResult {
    let counts = SegregationCounts(table, groups: .firstAgainstRest)
    if let problem = ConfidenceLevel.problem(level)
      ?? AtkinsonSegregationIndex(shape: shape).optionProblem ?? counts.modelProblem
    {
      return BetaBinomialSegregationResult(problem, counts, stamp)
    }
    do {
      let fit = try OverdispersionFit(DirichletMultinomialLikelihood(counts), level: level)
      return BetaBinomialSegregationResult(fit, counts, shape: shape, level: level, stamp)
    } catch {
      return BetaBinomialSegregationResult(
        "The computation did not succeed: \(error.description).", counts, stamp)
    }
  }
}

extension SegregationCounts {
  /// The most people of one unit the models of shares are fitted to.
  private static let mostInUnit = 1_000_000

  /// Why the units' shares cannot be modelled, or `nil`.
  var modelProblem: String? {
    if let problem { return problem }
    let largest = unitTotals.max() ?? 0
    if largest < 2 { return "Every unit has one person, who says nothing of how units differ." }
    if largest > Self.mostInUnit {
      return "A unit has more than \(Self.mostInUnit) people; the indices of the counts serve."
    }
    return nil
  }
}
