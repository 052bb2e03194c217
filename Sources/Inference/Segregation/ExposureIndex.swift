public import Aggregates
public import Estimates
import NumericalKernel

/// The exposure index xPy: the share of everybody else a member of the first group has around them.
///
///     xPy = sum over units of (a / A) (b / t)
///
/// a, b: the unit's people of the first group and of the rest, t: all its people, A: everyone of
/// the first group. With oneself left out the last factor is b / (t - 1), the share among
/// colleagues; units of one person have none and are left out and named. Range 0 (no unit has both)
/// to the rest's share (the same shares in every unit): smaller is more segregated. Its expectation
/// by chance, sizes of units and groups kept, is exactly 1 less that of isolation, as is the index
/// itself.
/// - Source: Bell (1954), Social Forces 32, 357-364; Lieberson (1981), in Peach, Robinson and
///   Smith, Ethnic Segregation in Cities.
public struct ExposureIndex: CataloguedMethod, SegregationIndex {
  /// Whether a person counts among the people around them.
  public let themselves: SelfExclusion

  /// Makes the method.
  public init(themselves: SelfExclusion = .included) { self.themselves = themselves }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "exposure", title: "Exposure index (xPy)",
    formula: "the sum over units of (a / A) (b / t); a, b: the unit's people of the first "
      + "group and of the rest, t: all its people, A: everyone of the first group; "
      + "self-excluded b / (t - 1)",
    range: "0 (no unit has both) to the rest's share (same shares in every unit); smaller "
      + "is more segregated",
    assumptions: [
      "Depends on the group's share of everyone; the correlation ratio takes it out.",
      "Counting oneself, a small unit isolates its members by themselves.",
      "Two groups: the first column against all others.",
    ],
    source: "Bell (1954), Social Forces 32, 357-364; Lieberson (1981), in Peach, Robinson "
      + "and Smith, Ethnic Segregation in Cities")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: themselves == .excluded ? Self.card.id + "-self-excluded" : nil,
      convention: "first group against the rest, " + themselves.words)
  }

  /// The index alone, or why there is none.
  public func index(_ table: ContingencyTable) -> Outcome { outcome(table) }

  /// The index with its null expectation, its excess over that and a test.
  public func callAsFunction(_ table: ContingencyTable) -> SegregationResult { result(table) }
}

extension ExposureIndex: CountedSegregationIndex {
  var groups: SegregationGroups { .firstAgainstRest }
  var direction: SegregationDirection { .falling }

  func counts(_ table: ContingencyTable) -> SegregationCounts {
    let counts = SegregationCounts(table, groups: groups)
    return themselves == .excluded ? counts.withoutSinglePersonUnits(named: table) : counts
  }

  func value(_ counts: SegregationCounts) -> Double {
    let sum = CompensatedSum(
      (0..<counts.unitCount).map { unit in
        Double(counts[unit, 0]) / Double(counts.groupTotals[0])
          * (Double(counts[unit, 1]) / Double(counts.unitTotals[unit] - themselves.subtracted))
      })
    return min(1, sum.value)
  }

  func nullExpectation(_ counts: SegregationCounts) throws(NumericalError) -> Outcome {
    .estimate(
      themselves == .excluded
        ? Double(counts.groupTotals[1]) / Double(counts.total - 1)
        : counts.share(of: 1) * (1 - counts.expectedVarianceRatio))
  }

  func completeSegregation(_ counts: SegregationCounts) -> Double { 0 }
}
