public import Aggregates
public import Estimates

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Cohen's h, the difference of two selection rates on the arcsine scale.
///
///     h = 2 asin(sqrt(focalRate)) - 2 asin(sqrt(referenceRate))
///
/// Range -pi to pi; positive when the focal group is selected more often. Equal steps of h are
/// about equally easy to detect at any rate.
/// - Source: Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, section 6.2.
public struct CohenH: StatisticalMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "cohen-h", title: "Cohen's h",
    formula: "2 asin(sqrt(focal rate)) - 2 asin(sqrt(reference rate))",
    range: "-pi to pi; positive when the focal group is selected more often",
    assumptions: ["A size, not a test: it does not depend on how many people there are."],
    source: "Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, section 6.2")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "focal - reference, no interval") }

  /// The size of the difference, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = table.problem { return .notEstimable(reason: problem) }
    if table.crossDifference == 0 { return .estimate(0) }
    // The angle from both legs keeps its digits at rates near 0 and 1.
    func angle(_ selected: Int, _ rejected: Int) -> Double {
      2 * atan2(Double(selected).squareRoot(), Double(rejected).squareRoot())
    }
    return .estimate(
      angle(table.focalSelected, table.focalRejected)
        - angle(table.referenceSelected, table.referenceRejected))
  }
}
