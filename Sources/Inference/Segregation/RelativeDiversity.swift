public import Aggregates
public import Estimates
import NumericalKernel

/// The relative diversity index R: how much less mixed units are than everyone together.
///
///     R = sum over groups and units of (t / N) (pi - P)^2 / sum P (1 - P)
///
/// t: the unit's people, pi: the group's share of them, P: the group's share of everyone. One less
/// the mean chance that two people of a unit differ over the chance that any two differ. Range 0
/// (the same shares in every unit) to 1 (every unit has one group only). Its expectation by chance,
/// sizes of units and groups kept, is exactly (units - 1) / (N - 1).
/// - Source: Goodman and Kruskal (1954), Journal of the American Statistical Association 49,
///   732-764; Reardon and Firebaugh (2002), Sociological Methodology 32, 33-67.
public struct RelativeDiversity: CataloguedMethod, SegregationIndex {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "relative-diversity", title: "Relative diversity index (R)",
    formula: "the sum over groups and units of (t / N) (pi - P)^2, over the sum of P (1 - "
      + "P); t: the unit's people, pi: the group's share of them, P: the group's "
      + "share of everyone",
    range: "0 (same shares in every unit) to 1 (one group per unit); larger is more "
      + "segregated",
    assumptions: [
      "Above 0 by chance alone, more so in small units; read the expectation by chance.",
      "Pairs are drawn with replacement; a person counts as a colleague of themselves.",
    ],
    source: "Goodman and Kruskal (1954), Journal of the American Statistical Association "
      + "49, 732-764; Reardon and Firebaugh (2002), Sociological Methodology 32, "
      + "33-67")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "all groups, pairs drawn with replacement") }

  /// The index alone, or why there is none.
  public func index(_ table: ContingencyTable) -> Outcome { outcome(table) }

  /// The index with its null expectation, its excess over that and a test.
  public func callAsFunction(_ table: ContingencyTable) -> SegregationResult { result(table) }
}

extension RelativeDiversity: CountedSegregationIndex {
  func value(_ counts: SegregationCounts) -> Double {
    min(1, CompensatedSum(counts.squaredDeviations).value / counts.interaction)
  }

  func nullExpectation(_ counts: SegregationCounts) throws(NumericalError) -> Outcome {
    .estimate(counts.expectedVarianceRatio)
  }
}
