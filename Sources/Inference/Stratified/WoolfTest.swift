public import Aggregates
public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The test that the odds ratio is the same in every stratum, by Woolf.
///
///     chi-squared = sum over strata of weight × (log odds ratio - weighted mean)^2
///
/// The weight is 1 / (sum of the reciprocals of the four counts). Where a stratum with both groups
/// and both outcomes has a zero count its odds ratio is 0 or infinite and the test is undefined:
/// nothing is added to the count.
/// - Source: Woolf (1955), Annals of Human Genetics 19, 251-253.
public struct WoolfTest: StatisticalMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "woolf", title: "Woolf's test of equal odds ratios",
    formula: "sum over strata of (log odds ratio - weighted mean)^2 / (sum of the reciprocals of "
      + "the four counts)",
    range: "chi-squared from 0; degrees of freedom are the strata with information less one",
    assumptions: [
      "People are selected independently with one probability per group and stratum.",
      "Every count is large; with a zero count the test is not made.",
    ],
    source: "Woolf (1955), Annals of Human Genetics 19, 251-253")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "nothing added to zero counts") }

  /// The test of equal odds ratios, or why there is none.
  public func callAsFunction(_ tables: StratifiedTables) -> Outcome {
    let informative = InformativeStrata(tables, about: .odds)
    guard informative.strata.count > 1 else {
      return .notEstimable(reason: "Fewer than two strata have both groups and both outcomes.")
    }
    let withZero = informative.strata.filter { stratum in
      let table = stratum.table
      return min(
        table.focalSelected, table.focalRejected, table.referenceSelected, table.referenceRejected)
        == 0
    }
    guard withZero.isEmpty else {
      return .notEstimable(
        reason: "A count is zero in: " + withZero.map(\.label).joined(separator: ", ") + ".")
    }
    let terms = informative.tables.map { table -> (weight: Double, logarithm: Double) in
      let counts = [
        table.focalSelected, table.referenceRejected, table.focalRejected, table.referenceSelected,
      ].map { Double($0) }
      return (
        1 / CompensatedSum(counts.map { 1 / $0 }).value,
        log(counts[0] / counts[2] * (counts[1] / counts[3]))
      )
    }
    let mean =
      CompensatedSum(terms.map { $0.weight * $0.logarithm }).value
      / CompensatedSum(terms.map(\.weight)).value
    let statistic = CompensatedSum(
      terms.map { $0.weight * ($0.logarithm - mean) * ($0.logarithm - mean) }
    ).value
    let degreesOfFreedom = Double(terms.count - 1)
    return .computing { () throws(NumericalError) -> Outcome in
      try .test(
        "chi-squared", statistic, degreesOfFreedom: degreesOfFreedom,
        pValue: ChiSquared(degreesOfFreedom: degreesOfFreedom).upperTail(statistic),
        convention: informative.naming(stamp.convention))
    }
  }
}
