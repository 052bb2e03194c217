public import Aggregates
public import Estimates
import NumericalKernel

/// Hutchens' square root index.
///
///     O = 1 - sum over units of sqrt((a / A) (b / B))
///
/// a, b: the unit's people of the first group and of the rest; A, B: everyone of each. Range 0 (the
/// same shares in every unit) to 1 (no unit has both). It adds up over parts of an organisation.
/// Its exact expectation by chance, sizes of units and groups kept, is a sum over hypergeometric
/// counts.
/// - Source: Hutchens (2001), Mathematical Social Sciences 42, 13-29.
public struct HutchensSquareRootIndex: CataloguedMethod, SegregationIndex {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "hutchens-square-root", title: "Hutchens' square root index",
    formula: "1 - the sum over units of sqrt((a / A) (b / B)); a, b: the unit's people of "
      + "the first group and of the rest, A, B: everyone of each",
    range: "0 (same shares in every unit) to 1 (no unit has both); larger is more "
      + "segregated",
    assumptions: [
      "Above 0 by chance alone, more so in small units; read the expectation by chance.",
      "Two groups: the first column against all others; exchanging the two changes nothing.",
    ],
    source: "Hutchens (2001), Mathematical Social Sciences 42, 13-29")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "first group against the rest") }

  /// The index alone, or why there is none.
  public func index(_ table: ContingencyTable) -> Outcome { outcome(table) }

  /// The index with its null expectation, its excess over that and a test.
  public func callAsFunction(_ table: ContingencyTable) -> SegregationResult { result(table) }
}

extension HutchensSquareRootIndex: CountedSegregationIndex {
  var groups: SegregationGroups { .firstAgainstRest }

  func value(_ counts: SegregationCounts) -> Double {
    // Half the squared distance of the roots, which cancels nothing.
    let sum = CompensatedSum(
      (0..<counts.unitCount).map { unit in
        Self.squaredDistance(counts[unit, 0], counts[unit, 1], of: counts.groupTotals)
      })
    return min(1, sum.value / 2)
  }

  func nullExpectation(_ counts: SegregationCounts) throws(NumericalError) -> Outcome {
    let groups = counts.groupTotals
    return try .estimate(
      RandomAllocation(counts).sum(ofGroup: groups[0]) { size, count in
        Self.squaredDistance(count, size - count, of: groups)
      } / 2)
  }

  private static func squaredDistance(_ first: Int, _ rest: Int, of groups: [Int]) -> Double {
    let distance =
      (Double(first) / Double(groups[0])).squareRoot()
      - (Double(rest) / Double(groups[1])).squareRoot()
    return distance * distance
  }
}
