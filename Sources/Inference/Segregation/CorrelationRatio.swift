public import Aggregates
public import Estimates
import NumericalKernel

/// The correlation ratio, eta squared: isolation beyond what a group's share makes it.
///
///     eta^2 = (xPx - P) / (1 - P)
///
/// xPx: the isolation of the first group, P: its share of everyone. It is the share of the variance
/// of membership that lies between units. Range 0 (the same shares in every unit) to 1 (no unit has
/// both). Its expectation by chance, sizes of units and groups kept, is exactly (units - 1) / (N -
/// 1).
/// - Source: Bell (1954), Social Forces 32, 357-364; James and Taeuber (1985), Sociological
///   Methodology 15, 1-32.
public struct CorrelationRatio: CataloguedMethod, SegregationIndex {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "correlation-ratio", title: "Correlation ratio (eta squared)",
    formula: "(xPx - P) / (1 - P); xPx: the isolation of the first group, P: its share of "
      + "everyone",
    range: "0 (same shares in every unit) to 1 (no unit has both); larger is more "
      + "segregated",
    assumptions: [
      "Above 0 by chance alone, more so in small units; read the expectation by chance.",
      "Two groups: the first column against all others; exchanging the two changes nothing.",
    ],
    source: "Bell (1954), Social Forces 32, 357-364; James and Taeuber (1985), "
      + "Sociological Methodology 15, 1-32")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "first group against the rest") }

  /// The index alone, or why there is none.
  public func index(_ table: ContingencyTable) -> Outcome { outcome(table) }

  /// The index with its null expectation, its excess over that and a test.
  public func callAsFunction(_ table: ContingencyTable) -> SegregationResult { result(table) }
}

extension CorrelationRatio: CountedSegregationIndex {
  var groups: SegregationGroups { .firstAgainstRest }

  func value(_ counts: SegregationCounts) -> Double {
    // xPx - P is the squared deviation over P.
    min(1, counts.squaredDeviations[0] / (counts.interaction / 2))
  }

  func nullExpectation(_ counts: SegregationCounts) throws(NumericalError) -> Outcome {
    .estimate(counts.expectedVarianceRatio)
  }
}
