public import Aggregates
public import Estimates
import NumericalKernel

/// The squared coefficient of variation C, chi-squared over its maximum.
///
///     C = sum over groups and units of (t / N) (pi - P)^2 / ((groups - 1) P)
///
/// t: the unit's people, pi: the group's share of them, P: the group's share of everyone. It is
/// chi-squared / (N (groups - 1)). Range 0 (the same shares in every unit) to 1 (every unit has one
/// group only). Small groups count as much as large ones. Its expectation by chance, sizes of units
/// and groups kept, is exactly (units - 1) / (N - 1).
/// - Source: Reardon and Firebaugh (2002), Sociological Methodology 32, 33-67.
public struct SquaredCoefficientOfVariation: CataloguedMethod, SegregationIndex {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "squared-coefficient-of-variation", title: "Squared coefficient of variation (C)",
    formula: "the sum over groups and units of (t / N) (pi - P)^2 / ((groups - 1) P); t: "
      + "the unit's people, pi: the group's share of them, P: the group's share of "
      + "everyone",
    range: "0 (same shares in every unit) to 1 (one group per unit); larger is more "
      + "segregated",
    assumptions: [
      "Above 0 by chance alone, more so in small units; read the expectation by chance.",
      "All groups count alike whatever their size; a tiny group can dominate.",
    ],
    source: "Reardon and Firebaugh (2002), Sociological Methodology 32, 33-67")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "groups with anybody in them, counted alike") }

  /// The index alone, or why there is none.
  public func index(_ table: ContingencyTable) -> Outcome { outcome(table) }

  /// The index with its null expectation, its excess over that and a test.
  public func callAsFunction(_ table: ContingencyTable) -> SegregationResult { result(table) }
}

extension SquaredCoefficientOfVariation: CountedSegregationIndex {
  func value(_ counts: SegregationCounts) -> Double {
    let sum = CompensatedSum(
      counts.squaredDeviations.enumerated().map { group, square in
        square * (counts.people / Double(counts.groupTotals[group]))
      })
    return min(1, sum.value / Double(counts.groupCount - 1))
  }

  func nullExpectation(_ counts: SegregationCounts) throws(NumericalError) -> Outcome {
    .estimate(counts.expectedVarianceRatio)
  }
}
