public import Aggregates
public import Estimates
import NumericalKernel

/// The difference of two selection rates with Newcombe's interval.
///
///     difference = focalSelected / focalTotal - referenceSelected / referenceTotal
///
/// Range -1 to 1; positive when the focal group is selected more often. The interval squares and
/// adds the distances from each rate to its Wilson limits.
/// - Source: Newcombe (1998), Statistics in Medicine 17, 873-890, method 10.
public struct RiskDifference: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "risk-difference-newcombe", title: "Difference of rates (Newcombe interval)",
    formula: "focal selected / focal total - reference selected / reference total",
    range: "-1 to 1; positive when the focal group is selected more often",
    assumptions: ["People are selected independently with one probability per group."],
    source: "Newcombe (1998), Statistics in Medicine 17, 873-890, method 10")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "focal - reference, from Wilson limits without continuity correction, "
        + ConfidenceLevel.words(level))
  }

  /// The difference of the rates, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = table.problem ?? ConfidenceLevel.problem(level) {
      return .notEstimable(reason: problem)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let focal = try WilsonInterval.limits(
        successes: table.focalSelected, total: table.focalTotal, level: level)
      let reference = try WilsonInterval.limits(
        successes: table.referenceSelected, total: table.referenceTotal, level: level)
      let difference = table.focalRate - table.referenceRate
      func length(_ first: Double, _ second: Double) -> Double {
        (first * first + second * second).squareRoot()
      }
      return .estimate(
        difference,
        from: difference
          - length(table.focalRate - focal.lower, reference.upper - table.referenceRate),
        to: difference
          + length(focal.upper - table.focalRate, table.referenceRate - reference.lower),
        level: level, method: "Newcombe hybrid score")
    }
  }
}
