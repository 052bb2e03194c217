public import Aggregates
public import Estimates

/// The median of the amounts: the middle one, or halfway between the two middle ones.
///
/// In the measure's unit; the quantile of type 7 at one half. People without an amount are not
/// counted.
/// - Source: Hyndman and Fan (1996), The American Statistician 50, 361-365, definition 7.
public struct MedianAmount: StatisticalMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "median-amount", title: "Median",
    formula: "the middle amount, or halfway between the two middle ones",
    range: "the measure's unit",
    assumptions: ["People without an amount are left out."],
    source: "Hyndman and Fan (1996), The American Statistician 50, 361-365, definition 7")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "quantile type 7, everyone counts once") }

  /// The median of the amounts, or why there is none.
  public func callAsFunction(_ summary: Cell.MeasureSummary) -> Outcome {
    guard let values = summary.values else {
      return .notEstimable(reason: "The amounts were not tallied, so they have no median.")
    }
    guard let median = values.quantile(0.5) else {
      return .notEstimable(reason: "Nobody has an amount.")
    }
    return .estimate(median)
  }
}
