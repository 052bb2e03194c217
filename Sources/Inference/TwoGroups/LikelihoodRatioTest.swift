public import Aggregates
public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The likelihood ratio (G) test of equal selection rates.
///
///     G = 2 sum of seen log(seen / expected) over the four counts
///
/// A count of 0 adds nothing. Range 0 to infinity, without direction. Undefined where nobody or
/// everybody was selected.
/// - Source: Wilks (1938); Sokal and Rohlf (1995), Biometry, chapter 17.
public struct LikelihoodRatioTest: StatisticalMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "g-test", title: "Likelihood ratio test (G)",
    formula: "2 x the sum over the four counts of seen x log(seen / expected), 1 degree of freedom",
    range: "0 to infinity; larger is farther from equal rates, in either direction",
    assumptions: [
      "People are selected independently with one probability per group.",
      "Large-sample approximation; with expected counts under 5 read the exact test beside it.",
    ],
    source: "Wilks (1938); Sokal and Rohlf (1995), Biometry, chapter 17")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "no continuity correction") }

  /// The test of equal rates, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = table.problem ?? table.outcomeProblem {
      return .notEstimable(reason: problem)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let people = Double(table.total)
      // Each count is its expectation plus or minus the same deviation.
      let deviation = Double(table.crossDifference) / people
      let unselected = table.total - table.selected
      let cells: [(seen: Int, group: Int, outcome: Int, sign: Double)] = [
        (table.focalSelected, table.focalTotal, table.selected, 1),
        (table.focalRejected, table.focalTotal, unselected, -1),
        (table.referenceSelected, table.referenceTotal, table.selected, -1),
        (table.referenceRejected, table.referenceTotal, unselected, 1),
      ]
      var sum = CompensatedSum()
      for cell in cells where cell.seen > 0 {
        let expected = Double(cell.group) * (Double(cell.outcome) / people)
        sum.add(Double(cell.seen) * log1p(cell.sign * deviation / expected))
      }
      let statistic = max(0, 2 * sum.value)
      return try .test(
        "G", statistic, degreesOfFreedom: 1,
        pValue: ChiSquared(degreesOfFreedom: 1).upperTail(statistic), convention: stamp.convention)
    }
  }
}
