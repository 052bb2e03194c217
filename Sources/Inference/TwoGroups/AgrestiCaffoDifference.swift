public import Aggregates
public import Estimates
import NumericalKernel

/// The difference of two selection rates with Agresti and Caffo's interval.
///
///     difference = focalSelected / focalTotal - referenceSelected / referenceTotal
///
/// Range -1 to 1; positive when the focal group is selected more often. The estimate is of the
/// counts as they are; the limits are the plain ones of the table with one selected and one not
/// selected added to each group, cut to -1 and 1.
/// - Source: Agresti and Caffo (2000), American Statistician 54, 280-288.
public struct AgrestiCaffoDifference: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "risk-difference-agresti-caffo", title: "Difference of rates (Agresti-Caffo interval)",
    formula: "focal selected / focal total - reference selected / reference total",
    range: "-1 to 1; positive when the focal group is selected more often",
    assumptions: ["People are selected independently with one probability per group."],
    source: "Agresti and Caffo (2000), American Statistician 54, 280-288")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "focal - reference, limits with one selected and one rejected added to each "
        + "group, " + ConfidenceLevel.words(level))
  }

  /// The difference of the rates, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = table.problem ?? ConfidenceLevel.problem(level) {
      return .notEstimable(reason: problem)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let critical = try NormalDistribution.standard.criticalValue(level: level)
      let (focalTotal, referenceTotal) = (
        Double(table.focalTotal) + 2, Double(table.referenceTotal) + 2
      )
      let focal = (Double(table.focalSelected) + 1) / focalTotal
      let reference = (Double(table.referenceSelected) + 1) / referenceTotal
      let half =
        critical
        * (focal * (1 - focal) / focalTotal + reference * (1 - reference) / referenceTotal)
        .squareRoot()
      return .estimate(
        table.focalRate - table.referenceRate, from: max(-1, focal - reference - half),
        to: min(1, focal - reference + half), level: level, method: "Agresti-Caffo")
    }
  }
}
