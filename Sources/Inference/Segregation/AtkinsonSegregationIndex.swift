public import Aggregates
public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Atkinson's index of segregation.
///
///     A = 1 - (sum over units of (a / A)^b (c / C)^(1 - b))^(1 / (1 - b))
///
/// a, c: the unit's people of the first group and of the rest; A, C: everyone of each; b: the
/// shape. Range 0 (the same shares in every unit) to 1 (no unit has both). With a shape above 1/2
/// units where the first group is over-represented weigh more, below 1/2 those where it is
/// under-represented; at 1/2 both weigh alike and A = 1 - (1 - O)^2 with Hutchens' index O. Its
/// expectation by chance has no closed form except through all pairs of units and is not given.
/// - Source: James and Taeuber (1985), Sociological Methodology 15, 1-32; Massey and Denton (1988),
///   Social Forces 67, 281-315.
public struct AtkinsonSegregationIndex: CataloguedMethod, SegregationIndex {
  /// The shape b, strictly between 0 and 1.
  public let shape: Double

  /// Makes the method.
  public init(shape: Double = 0.5) { self.shape = shape }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "atkinson-segregation", title: "Atkinson's index of segregation",
    formula: "1 - (the sum over units of (a / A)^b (c / C)^(1 - b))^(1 / (1 - b)); a, c: "
      + "the unit's people of the first group and of the rest, A, C: everyone of "
      + "each, b: the shape",
    range: "0 (same shares in every unit) to 1 (no unit has both); larger is more "
      + "segregated",
    assumptions: [
      "Above 0 by chance alone, more so in small units; read Hutchens' index beside it.",
      "Two groups: the first column against all others.",
      "Depends on the shape, which is a choice and not found in the data.",
    ],
    source: "James and Taeuber (1985), Sociological Methodology 15, 1-32; Massey and "
      + "Denton (1988), Social Forces 67, 281-315")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "first group against the rest, shape \(ConfidenceLevel.plain(shape))")
  }

  /// The index alone, or why there is none.
  public func index(_ table: ContingencyTable) -> Outcome { outcome(table) }

  /// The index with its null expectation, its excess over that and a test.
  public func callAsFunction(_ table: ContingencyTable) -> SegregationResult { result(table) }
}

extension AtkinsonSegregationIndex: CountedSegregationIndex {
  var groups: SegregationGroups { .firstAgainstRest }

  var optionProblem: String? {
    shape > 0 && shape < 1 ? nil : "The shape must lie between 0 and 1."
  }

  func value(_ counts: SegregationCounts) -> Double {
    let sum = CompensatedSum(
      (0..<counts.unitCount).map { unit in
        pow(Double(counts[unit, 0]) / Double(counts.groupTotals[0]), shape)
          * pow(Double(counts[unit, 1]) / Double(counts.groupTotals[1]), 1 - shape)
      })
    return max(0, 1 - pow(sum.value, 1 / (1 - shape)))
  }

  func nullExpectation(_ counts: SegregationCounts) throws(NumericalError) -> Outcome {
    .notEstimable(reason: "Atkinson's index has no exact expectation in closed form.")
  }
}
