public import Estimates
import NumericalKernel

/// The segregation of two groups over small units by the beta-binomial model.
public struct BetaBinomialSegregationResult: Hashable, Sendable {
  /// The mean share m of the first group over the units, each counting alike.
  public let share: Outcome
  /// The overdispersion rho, which is the correlation ratio eta squared of the units' shares.
  public let overdispersion: Outcome
  /// The index of dissimilarity D.
  public let dissimilarity: Outcome
  /// The Gini index.
  public let gini: Outcome
  /// Theil's H.
  public let theil: Outcome
  /// Atkinson's index with the shape of the method.
  public let atkinson: Outcome
  /// Hutchens' square root index.
  public let hutchens: Outcome
  /// The likelihood ratio test that every unit has the same share and people are binomial.
  public let binomialTest: Outcome
  /// The share of the first group below which a tenth of units are, by the model.
  public let lowestTenth: Outcome
  /// The share of the first group above which a tenth of units are, by the model.
  public let highestTenth: Outcome
  /// How many people the model was fitted to.
  public let people: Int
  /// How many units have anybody in them.
  public let units: Int
  /// The names of the units nobody is in, left out, in the order of the table.
  public let emptyUnits: [String]
  /// The name and conventions of the method.
  public let stamp: MethodStamp

  /// Nothing, and why.
  init(_ problem: String, _ counts: SegregationCounts, _ stamp: MethodStamp) {
    let nothing = Outcome.notEstimable(reason: problem)
    (share, overdispersion, dissimilarity, gini) = (nothing, nothing, nothing, nothing)
    (theil, atkinson, hutchens, binomialTest) = (nothing, nothing, nothing, nothing)
    (lowestTenth, highestTenth) = (nothing, nothing)
    people = counts.total
    units = counts.unitCount
    emptyUnits = counts.emptyUnits
    self.stamp = stamp
  }

  /// The numbers of a fit.
  init(
    _ fit: OverdispersionFit, _ counts: SegregationCounts, shape: Double, level: Double,
    _ stamp: MethodStamp
  ) {
    share = .estimate(fit.best.shares[0])
    overdispersion = fit.estimate(level: level) { $0.overdispersion }
    dissimilarity = fit.estimate(level: level) { DirichletIndices($0).dissimilarity }
    gini = fit.estimate(level: level) { DirichletIndices($0).gini }
    theil = fit.estimate(level: level) { DirichletIndices($0).theil }
    atkinson = fit.estimate(level: level) { DirichletIndices($0).atkinson(shape: shape) }
    hutchens = fit.estimate(level: level) { DirichletIndices($0).hutchens }
    binomialTest = fit.test
    lowestTenth = Self.quantile(0.1, fit.best)
    highestTenth = Self.quantile(0.9, fit.best)
    people = counts.total
    units = counts.unitCount
    emptyUnits = counts.emptyUnits
    self.stamp = stamp
  }

  private static func quantile(_ probability: Double, _ point: OverdispersionFit.Point) -> Outcome {
    let (share, rho) = (point.shares[0], point.overdispersion)
    if rho == 0 { return .estimate(share) }
    // With one group per unit, or all but, a share of units m is all of the first group.
    let extreme = Outcome.estimate(1 - share >= probability ? 0 : 1)
    if rho == 1 { return extreme }
    let size = (1 - rho) / rho
    return .computing { () throws(NumericalError) -> Outcome in
      let distribution = try BetaDistribution(alpha: share * size, beta: (1 - share) * size)
      do throws(NumericalError) {
        return .estimate(try distribution.quantile(probability))
      } catch {
        // The quantile is nearer to 0 or 1 than a number can be.
        guard error == .noSignChange else { throw error }
        return extreme
      }
    }
  }
}
