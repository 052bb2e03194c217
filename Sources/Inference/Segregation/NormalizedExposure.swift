public import Aggregates
public import Estimates
import NumericalKernel

/// Normalized exposure P, the mean over groups of how much isolation there is.
///
///     P = sum over groups and units of (t / N) (pi - P)^2 / (1 - P)
///
/// t: the unit's people, pi: the group's share of them, P: the group's share of everyone. Range 0
/// (the same shares in every unit) to 1 (every unit has one group only); with two groups it is the
/// correlation ratio. Its expectation by chance, sizes of units and groups kept, is exactly
/// `(units - 1) / (N - 1)`.
/// - Source: Reardon and Firebaugh (2002), Sociological Methodology 32, 33-67.
public struct NormalizedExposure: CataloguedMethod, SegregationIndex {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "normalized-exposure", title: "Normalized exposure (P)",
    formula: "the sum over groups and units of (t / N) (pi - P)^2 / (1 - P); t: the "
      + "unit's people, pi: the group's share of them, P: the group's share of "
      + "everyone",
    range: "0 (same shares in every unit) to 1 (one group per unit); larger is more "
      + "segregated",
    assumptions: [
      "Above 0 by chance alone, more so in small units; read the expectation by chance.",
      "Groups count by their size; the largest group dominates.",
    ],
    source: "Reardon and Firebaugh (2002), Sociological Methodology 32, 33-67")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "all groups, weighted by size") }

  /// The index alone, or why there is none.
  public func index(_ table: ContingencyTable) -> Outcome { outcome(table) }

  /// The index with its null expectation, its excess over that and a test.
  public func callAsFunction(_ table: ContingencyTable) -> SegregationResult { result(table) }
}

extension NormalizedExposure: CountedSegregationIndex {
  func value(_ counts: SegregationCounts) -> Double {
    let sum = CompensatedSum(
      counts.squaredDeviations.enumerated().map { group, square in
        square * (counts.people / Double(counts.total - counts.groupTotals[group]))
      })
    return min(1, sum.value)
  }

  func nullExpectation(_ counts: SegregationCounts) throws(NumericalError) -> Outcome {
    .estimate(counts.expectedVarianceRatio)
  }
}
