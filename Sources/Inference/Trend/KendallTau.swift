public import Estimates

/// Kendall's tau-b of a series with time: how consistently it rises.
///
///     tau = S / sqrt(all pairs x pairs of different values)
///
/// S are the pairs of an earlier and a later value that rise less those that fall. Range -1 (every
/// pair falls) to 1 (every pair rises); with ties among the values its ends cannot be reached.
/// - Source: Kendall (1975), Rank Correlation Methods.
public struct KendallTau: StatisticalMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "kendall-tau", title: "Kendall's tau with time",
    formula: "(pairs that rise - pairs that fall) / sqrt(pairs x pairs of different values)",
    range: "-1 to 1; positive where the series rises",
    assumptions: ["Says how consistent a trend is, not how steep."],
    source: "Kendall (1975), Rank Correlation Methods")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "tau-b, times all different") }

  /// The coefficient, or why there is none.
  public func callAsFunction(_ series: TimeSeries) -> Outcome {
    if let problem = series.problem { return .notEstimable(reason: problem) }
    let (all, untied) = (series.values.count.pairs, series.untiedPairs)
    let score = Double(series.kendallScore)
    return .estimate(
      all == untied
        ? score / Double(all) : score / (Double(all) * Double(untied)).squareRoot())
  }
}
