public import Aggregates
public import Estimates
import NumericalKernel

/// The mutual information index M: how much knowing a person's unit says about their group.
///
///     M = sum over cells of p log(p / (unit share x group share))
///
/// p: the cell's share of everyone. An empty cell adds nothing. Range 0 (the same shares in every
/// unit) to the entropy of the groups (every unit has one group only), in nats, bits or bans. The
/// standard error is the delta method's for people drawn independently,
/// `sqrt((sum p l² - M²) / N)` with l the logarithm of the cell. Chance alone makes M positive: its
/// exact expectation with the sizes of units and groups kept stands beside it, as does the G test,
/// 2NM on (units - 1)(groups - 1) degrees of freedom. With the correction for bias 2N M loses its
/// degrees of freedom. Units in rows, groups in columns; the two can be exchanged. The index costs
/// one logarithm per cell; the expectation one sum per pair of different sizes.
/// - Source: Theil and Finizza (1971), Journal of Mathematical Sociology 1; Mora and
///   Ruiz-Castillo (2011), Sociological Methodology 41, 159-194.
public struct MutualInformationIndex: CataloguedMethod, SegregationIndex {
  /// The base of the logarithm.
  public let base: LogarithmBase
  /// Whether the bias is taken off the index.
  public let bias: InformationBias
  /// The level of the interval, between 0 and 1.
  public let level: Double

  /// Makes the method.
  public init(
    base: LogarithmBase = .natural, bias: InformationBias = .none, level: Double = 0.95
  ) {
    self.base = base
    self.bias = bias
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "mutual-information", title: "Mutual information index (M)",
    formula: "sum over the cells of p log(p / (unit share x group share)); p: the cell's share of "
      + "everyone",
    range: "0 (same shares in every unit) to the entropy of the groups; larger is more segregated",
    assumptions: [
      "Depends on the mix of groups and of units; to compare mixes, decompose the change.",
      "Above 0 by chance alone; read the expectation by chance beside it.",
      "Near 0 the index is not normal; there the test is to be read, not the interval.",
      "Standard error for people drawn independently; with few people per unit it is too small.",
    ],
    source: "Theil and Finizza (1971), Journal of Mathematical Sociology 1; Mora and "
      + "Ruiz-Castillo (2011), Sociological Methodology 41, 159-194")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: bias == .subtracted ? Self.card.id + "-debiased" : nil,
      convention: base.words + ", " + bias.words + ", delta method, "
        + ConfidenceLevel.words(level))
  }

  /// The index alone, or why there is none.
  public func index(_ table: ContingencyTable) -> Outcome { outcome(table) }

  /// The index with its null expectation, its excess over that and a test.
  public func callAsFunction(_ table: ContingencyTable) -> SegregationResult { result(table) }
}

extension MutualInformationIndex: CountedSegregationIndex {
  var optionProblem: String? { ConfidenceLevel.problem(level) }

  func value(_ counts: SegregationCounts) -> Double {
    InformationSums(counts).mutualInformation / base.nats
  }

  func reported(_ counts: SegregationCounts) -> Double {
    corrected(InformationSums(counts), counts) / base.nats
  }

  private func corrected(_ sums: InformationSums, _ counts: SegregationCounts) -> Double {
    switch bias {
    case .none: sums.mutualInformation
    case .subtracted: max(0, sums.mutualInformation - InformationSums.bias(counts))
    }
  }

  func estimate(_ counts: SegregationCounts) throws(NumericalError) -> Outcome {
    let sums = InformationSums(counts)
    return try InformationSums.estimate(
      corrected(sums, counts) / base.nats, standardError: sums.standardError(counts) / base.nats,
      level: level,
      within: 0...(.infinity))
  }

  func nullExpectation(_ counts: SegregationCounts) throws(NumericalError) -> Outcome {
    try .estimate(RandomAllocation(counts).information() / counts.people / base.nats)
  }

  func completeSegregation(_ counts: SegregationCounts) -> Double {
    InformationSums.entropy(counts.groupTotals, of: counts.total) / base.nats
  }
}
