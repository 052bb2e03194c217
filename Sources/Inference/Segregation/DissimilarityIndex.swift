public import Aggregates
public import Estimates
import NumericalKernel

/// The index of dissimilarity D of two groups, the first group of the table against the rest.
///
///     D = 1/2 sum over units of |a / A - b / B|
///
/// a, b: the unit's people of the first group and of the rest; A, B: everyone of each. Range 0 (the
/// same shares in every unit) to 1 (no unit has both). It is the share of one group that would have
/// to change units for equal shares, sizes of units not kept. Chance alone makes D positive: the
/// exact expectation with the sizes of units and groups kept stands beside it, and the excess over
/// that relative to 1 less that. Without standard error or interval: near 0 the index is far from
/// normal, and intervals from debiased resampling leave out 0 far too often where nothing is
/// segregated.
/// - Source: Duncan and Duncan (1955), American Sociological Review 20, 210-217; Carrington and
///   Troske (1997), Journal of Business and Economic Statistics 15, 402-409.
public struct DissimilarityIndex: CataloguedMethod, SegregationIndex {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "dissimilarity", title: "Index of dissimilarity (D)",
    formula: "1/2 the sum over units of |a / A - b / B|; a, b: the unit's people of the "
      + "first group and of the rest, A, B: everyone of each",
    range: "0 (same shares in every unit) to 1 (no unit has both); larger is more "
      + "segregated",
    assumptions: [
      "Above 0 by chance alone, more so in small units; read the expectation by chance.",
      "Two groups: the first column against all others.",
      "Moves between units that are on the same side of the overall share do not change it.",
    ],
    source: "Duncan and Duncan (1955), American Sociological Review 20, 210-217; "
      + "Carrington and Troske (1997), Journal of Business and Economic Statistics "
      + "15, 402-409")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "first group against the rest") }

  /// The index alone, or why there is none.
  public func index(_ table: ContingencyTable) -> Outcome { outcome(table) }

  /// The index with its null expectation, its excess over that and a test.
  public func callAsFunction(_ table: ContingencyTable) -> SegregationResult { result(table) }
}

extension DissimilarityIndex: CountedSegregationIndex {
  var groups: SegregationGroups { .firstAgainstRest }

  func value(_ counts: SegregationCounts) -> Double {
    min(1, counts.absoluteDeviation / (2 * counts.people * counts.interaction))
  }

  func nullExpectation(_ counts: SegregationCounts) throws(NumericalError) -> Outcome {
    try .estimate(
      RandomAllocation(counts).absoluteDeviation() / (2 * counts.people * counts.interaction))
  }
}
