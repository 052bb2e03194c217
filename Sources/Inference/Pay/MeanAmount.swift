public import Aggregates
public import Estimates

/// The mean of the amounts.
///
///     mean = sum of amounts / number of amounts
///
/// In the measure's unit, from exact integer sums. People without an amount are not counted. The
/// standard error is the sample standard deviation over the root of the number.
/// - Source: Student (1908), Biometrika 6, 1-25, for the standard error.
public struct MeanAmount: StatisticalMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "mean-amount", title: "Mean",
    formula: "sum of amounts / number of amounts",
    range: "the measure's unit",
    assumptions: ["People without an amount are left out."],
    source: "Student (1908), Biometrika 6, 1-25")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "arithmetic mean, everyone counts once") }

  /// The mean of the amounts, or why there is none.
  public func callAsFunction(_ summary: Cell.MeasureSummary) -> Outcome {
    guard let mean = summary.moments.mean else {
      return .notEstimable(reason: "Nobody has an amount.")
    }
    let error = summary.moments.variance.map {
      ($0 / Double(summary.moments.count)).squareRoot()
    }
    return .estimate(mean, standardError: error)
  }
}
