public import Aggregates
public import Estimates
import NumericalKernel

/// Theil's information index H: the mutual information over the entropy of the groups.
///
///     H = M / E, E = sum over groups of p log(1 / p)
///
/// How much of what there is to know about a person's group their unit tells. Range 0 (the same
/// shares in every unit) to 1 (every unit has one group only), whatever the base of the logarithm.
/// Over the entropy of the units instead, units and groups change places. The standard error is the
/// delta method's for people drawn independently; the correction for bias is that of M over the
/// entropy. Chance alone makes H positive: its exact expectation, that of M over E, stands beside
/// it.
/// - Source: Theil (1972), Statistical Decomposition Analysis; Reardon and Firebaugh (2002),
///   Sociological Methodology 32, 33-67.
public struct TheilInformationIndex: CataloguedMethod, SegregationIndex {
  /// Whose entropy the mutual information is divided by.
  public enum Entropy: String, Codable, Hashable, Sendable, CaseIterable {
    /// That of the groups: how well units tell groups.
    case groups
    /// That of the units: how well groups tell units.
    case units

    /// The choice as it is printed.
    var words: String { "over the entropy of the \(rawValue)" }
  }

  /// Whose entropy the mutual information is divided by.
  public let entropy: Entropy
  /// Whether the bias is taken off the index.
  public let bias: InformationBias
  /// The level of the interval, between 0 and 1.
  public let level: Double

  /// Makes the method.
  public init(
    entropy: Entropy = .groups, bias: InformationBias = .none, level: Double = 0.95
  ) {
    self.entropy = entropy
    self.bias = bias
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "theil-h", title: "Theil's information index (H)",
    formula: "M / E; M: the mutual information of units and groups, E: the entropy of the groups",
    range: "0 (same shares in every unit) to 1 (one group per unit); larger is more segregated",
    assumptions: [
      "Above 0 by chance alone; read the expectation by chance beside it.",
      "Near 0 the index is not normal; there the test is to be read, not the interval.",
      "Standard error for people drawn independently; with few people per unit it is too small.",
    ],
    source: "Theil (1972), Statistical Decomposition Analysis; Reardon and Firebaugh (2002), "
      + "Sociological Methodology 32, 33-67")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: Self.card.id + (entropy == .units ? "-by-units" : "")
        + (bias == .subtracted ? "-debiased" : ""),
      convention: entropy.words + ", " + bias.words + ", delta method, "
        + ConfidenceLevel.words(level))
  }

  /// The index alone, or why there is none.
  public func index(_ table: ContingencyTable) -> Outcome { outcome(table) }

  /// The index with its null expectation, its excess over that and a test.
  public func callAsFunction(_ table: ContingencyTable) -> SegregationResult { result(table) }
}

extension TheilInformationIndex: CountedSegregationIndex {
  var optionProblem: String? { ConfidenceLevel.problem(level) }

  /// The counts with the entropy's side in the place of the groups.
  private func turned(_ counts: SegregationCounts) -> SegregationCounts {
    entropy == .groups ? counts : counts.transposed
  }

  private func entropy(_ counts: SegregationCounts) -> Double {
    InformationSums.entropy(counts.groupTotals, of: counts.total)
  }

  func value(_ counts: SegregationCounts) -> Double {
    min(1, InformationSums(counts).mutualInformation / entropy(turned(counts)))
  }

  func reported(_ counts: SegregationCounts) -> Double {
    let counts = turned(counts)
    return min(1, corrected(InformationSums(counts), counts) / entropy(counts))
  }

  private func corrected(_ sums: InformationSums, _ counts: SegregationCounts) -> Double {
    switch bias {
    case .none: sums.mutualInformation
    case .subtracted: max(0, sums.mutualInformation - InformationSums.bias(counts))
    }
  }

  func estimate(_ counts: SegregationCounts) throws(NumericalError) -> Outcome {
    let counts = turned(counts)
    let sums = InformationSums(counts)
    let entropy = entropy(counts)
    return try InformationSums.estimate(
      min(1, corrected(sums, counts) / entropy),
      standardError: sums.standardErrorOfRatio(counts, entropy: entropy), level: level,
      within: 0...1)
  }

  func nullExpectation(_ counts: SegregationCounts) throws(NumericalError) -> Outcome {
    try .estimate(
      RandomAllocation(counts).information() / counts.people / entropy(turned(counts)))
  }

  func completeSegregation(_ counts: SegregationCounts) -> Double {
    entropy == .groups
      ? 1
      : InformationSums.entropy(counts.groupTotals, of: counts.total) / entropy(counts.transposed)
  }
}
