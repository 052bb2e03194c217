public import Aggregates
public import Estimates
import NumericalKernel

/// The difference of two selection rates with Mee's score interval.
///
///     difference = focalSelected / focalTotal - referenceSelected / referenceTotal
///
/// Range -1 to 1; positive when the focal group is selected more often. The interval holds the
/// differences that the score test does not reject, with the plain variance.
/// It is defined for zero counts and where nobody or everybody was selected.
/// - Source: Mee (1984), Biometrics 40, 1175-1176.
public struct MeeDifference: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "risk-difference-mee",
    title: "Difference of rates (Mee interval)",
    formula: "focal selected / focal total - reference selected / reference total",
    range: "-1 to 1; positive when the focal group is selected more often",
    assumptions: ["People are selected independently with one probability per group."],
    source: "Mee (1984), Biometrics 40, 1175-1176")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "focal - reference, score interval without N/(N - 1), "
        + ConfidenceLevel.words(level))
  }

  /// The difference of the rates, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = table.problem ?? ConfidenceLevel.problem(level) {
      return .notEstimable(reason: problem)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let limits = try ScoreDifference(
        table: table, varianceFactor: 1
      ).limits(level: level)
      return .estimate(
        limits.value, from: limits.lower, to: limits.upper, level: level, method: "Mee score",
        agreesWith: PooledZTest.card.id)
    }
  }
}
