public import Aggregates
public import Estimates
import NumericalKernel

/// The index of dissimilarity of any number of groups.
///
///     D = sum over units and groups of t |pi - P| / (2 N sum P (1 - P))
///
/// t: the unit's people, pi: the group's share of them, P: the group's share of everyone. Range 0
/// (the same shares in every unit) to 1 (every unit has one group only); with two groups it is the
/// ordinary index. Chance alone makes it positive: the exact expectation with the sizes of units
/// and groups kept stands beside it.
/// - Source: Sakoda (1981), Demography 18, 245-250; Reardon and Firebaugh (2002), Sociological
///   Methodology 32, 33-67.
public struct MultigroupDissimilarityIndex: CataloguedMethod, SegregationIndex {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "dissimilarity-multigroup", title: "Multigroup index of dissimilarity",
    formula: "the sum over units and groups of t |pi - P| / (2 N sum P (1 - P)); t: the "
      + "unit's people, pi: the group's share of them, P: the group's share of "
      + "everyone",
    range: "0 (same shares in every unit) to 1 (one group per unit); larger is more "
      + "segregated",
    assumptions: [
      "Above 0 by chance alone, more so in small units; read the expectation by chance.",
      "Groups count by their size; a small group hardly shows.",
    ],
    source: "Sakoda (1981), Demography 18, 245-250; Reardon and Firebaugh (2002), "
      + "Sociological Methodology 32, 33-67")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "all groups") }

  /// The index alone, or why there is none.
  public func index(_ table: ContingencyTable) -> Outcome { outcome(table) }

  /// The index with its null expectation, its excess over that and a test.
  public func callAsFunction(_ table: ContingencyTable) -> SegregationResult { result(table) }
}

extension MultigroupDissimilarityIndex: CountedSegregationIndex {
  func value(_ counts: SegregationCounts) -> Double {
    min(1, counts.absoluteDeviation / (2 * counts.people * counts.interaction))
  }

  func nullExpectation(_ counts: SegregationCounts) throws(NumericalError) -> Outcome {
    try .estimate(
      RandomAllocation(counts).absoluteDeviation() / (2 * counts.people * counts.interaction))
  }

  func peopleToMove(_ counts: SegregationCounts) -> Outcome? {
    .estimate(counts.absoluteDeviation / 2)
  }
}
