public import Aggregates
public import Estimates
import NumericalKernel

/// The Karmel-MacLachlan index: the share of everyone that would have to move for equal shares,
/// with the units keeping their sizes.
///
///     IP = sum over units of |a - P t| / N = 2 P (1 - P) D
///
/// a: the unit's people of the first group, t: all its people, P: the group's share of everyone, D:
/// the index of dissimilarity. Range 0 (the same shares in every unit) to 2 P (1 - P) (no unit has
/// both). IP times N is the number of people to move, of both groups, not rounded; that is the
/// number to print. Chance alone makes it positive: its exact expectation is 2 P (1 - P) times that
/// of D.
/// - Source: Karmel and MacLachlan (1988), Economic Record 64, 187-195.
public struct KarmelMacLachlanIndex: CataloguedMethod, SegregationIndex {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "karmel-maclachlan", title: "Karmel-MacLachlan index (IP)",
    formula: "the sum over units of |a - P t| / N; a: the unit's people of the first "
      + "group, t: all its people, P: the group's share of everyone",
    range: "0 (same shares in every unit) to 2 P (1 - P) (no unit has both); share of "
      + "everyone to move",
    assumptions: [
      "Above 0 by chance alone, more so in small units; read the expectation by chance.",
      "Units keep their sizes: whoever leaves is replaced from the other side.",
      "Depends on the groups' sizes; D does not.",
    ],
    source: "Karmel and MacLachlan (1988), Economic Record 64, 187-195")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "first group against the rest") }

  /// The index alone, or why there is none.
  public func index(_ table: ContingencyTable) -> Outcome { outcome(table) }

  /// The index with its null expectation, its excess over that and a test.
  public func callAsFunction(_ table: ContingencyTable) -> SegregationResult { result(table) }
}

extension KarmelMacLachlanIndex: CountedSegregationIndex {
  var groups: SegregationGroups { .firstAgainstRest }

  func value(_ counts: SegregationCounts) -> Double {
    counts.absoluteDeviation / 2 / counts.people
  }

  func nullExpectation(_ counts: SegregationCounts) throws(NumericalError) -> Outcome {
    try .estimate(RandomAllocation(counts).absoluteDeviation() / 2 / counts.people)
  }

  func completeSegregation(_ counts: SegregationCounts) -> Double { counts.interaction }

  func peopleToMove(_ counts: SegregationCounts) -> Outcome? {
    .estimate(counts.absoluteDeviation / 2)
  }
}
