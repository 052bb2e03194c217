public import Aggregates
public import Estimates
import NumericalKernel

/// Pearson's chi-squared test that all groups have the same shares of every outcome.
///
///     chiSquared = sum over cells of (seen - expected)^2 / expected
///
/// expected: row total x column total / N; (rows - 1) (columns - 1) degrees of freedom. Rows and
/// columns with nobody are left out and named. Range 0 to infinity, without direction. With two
/// outcomes it is the test that the rates of several groups are equal. Undefined where only one
/// group or one outcome has anybody.
/// - Source: Pearson (1900), Philosophical Magazine 50, 157-175.
public struct ChiSquaredTableTest: StatisticalMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "chi-squared-table", title: "Pearson's chi-squared test of a table",
    formula: "sum over the cells of (seen - expected)^2 / expected; expected: row total x column "
      + "total / N; (rows - 1) (columns - 1) degrees of freedom",
    range: "0 to infinity; larger is farther from equal shares, in any direction",
    assumptions: [
      "People are independent, with one set of outcome probabilities per group.",
      "Large-sample approximation; with expected counts under 5 read the exact test beside it.",
      "It says that groups differ, not which; an order of the groups or outcomes is not used.",
    ],
    source: "Pearson (1900), Philosophical Magazine 50, 157-175")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "no continuity correction") }

  /// The test of equal shares, or why there is none.
  public func callAsFunction(_ table: ContingencyTable) -> Outcome {
    let occupied = OccupiedTable(table)
    if let problem = occupied.problem { return .notEstimable(reason: problem) }
    return .computing { () throws(NumericalError) -> Outcome in
      let statistic = occupied.chiSquared
      return try .test(
        "Chi-squared", statistic, degreesOfFreedom: occupied.degreesOfFreedom,
        pValue: ChiSquared(degreesOfFreedom: occupied.degreesOfFreedom).upperTail(statistic),
        convention: occupied.naming(stamp.convention))
    }
  }
}

extension OccupiedTable {
  /// Pearson's chi-squared; call only where there is no problem.
  var chiSquared: Double {
    CompensatedSum(cells.map { $0.deviation * ($0.deviation / $0.expected) }).value
  }
}
