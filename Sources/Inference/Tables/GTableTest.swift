public import Aggregates
public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The likelihood ratio (G) test that all groups have the same shares of every outcome.
///
///     G = 2 x the sum over cells of seen log(seen / expected)
///
/// expected: row total x column total / N; (rows - 1) (columns - 1) degrees of freedom. A count of 0
/// adds nothing. Rows and columns with nobody are left out and named. Range 0 to infinity, without
/// direction. Undefined where only one group or one outcome has anybody.
/// - Source: Wilks (1938), Annals of Mathematical Statistics 9, 60-62; Sokal and Rohlf (1995),
///   Biometry, chapter 17.
public struct GTableTest: StatisticalMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "g-test-table", title: "Likelihood ratio test (G) of a table",
    formula: "2 x the sum over the cells of seen x log(seen / expected); expected: row total x "
      + "column total / N; (rows - 1) (columns - 1) degrees of freedom",
    range: "0 to infinity; larger is farther from equal shares, in any direction",
    assumptions: [
      "People are independent, with one set of outcome probabilities per group.",
      "Large-sample approximation; with expected counts under 5 read the exact test beside it.",
    ],
    source: "Wilks (1938), Annals of Mathematical Statistics 9, 60-62; Sokal and Rohlf (1995), "
      + "Biometry, chapter 17")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "no continuity correction") }

  /// The test of equal shares, or why there is none.
  public func callAsFunction(_ table: ContingencyTable) -> Outcome {
    let occupied = OccupiedTable(table)
    if let problem = occupied.problem { return .notEstimable(reason: problem) }
    return .computing { () throws(NumericalError) -> Outcome in
      let sum = CompensatedSum(
        occupied.cells.filter { $0.seen > 0 }
          .map { Double($0.seen) * log1p($0.deviation / $0.expected) })
      let statistic = max(0, 2 * sum.value)
      return try .test(
        "G", statistic, degreesOfFreedom: occupied.degreesOfFreedom,
        pValue: ChiSquared(degreesOfFreedom: occupied.degreesOfFreedom).upperTail(statistic),
        convention: occupied.naming(stamp.convention))
    }
  }
}
