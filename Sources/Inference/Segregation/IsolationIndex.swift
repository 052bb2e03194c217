public import Aggregates
public import Estimates
import NumericalKernel

/// The isolation index xPx: the share of their own group a member of the first group has around
/// them.
///
///     xPx = sum over units of (a / A) (a / t)
///
/// a: the unit's people of the first group, t: all its people, A: everyone of the group. With
/// oneself left out the last factor is (a - 1) / (t - 1), the share among colleagues; units of one
/// person have none and are left out and named. Range the group's share (the same shares in every
/// unit) to 1 (no unit has both). Its expectation by chance, sizes of units and groups kept, is
/// exactly P + (1 - P)(units - 1) / (N - 1), and (A - 1) / (N - 1) with oneself left out. With
/// oneself left out the index can lie a little below the group's share. Units under 20 people ought
/// to be read with oneself left out.
/// - Source: Bell (1954), Social Forces 32, 357-364; Lieberson (1981), in Peach, Robinson and
///   Smith, Ethnic Segregation in Cities.
public struct IsolationIndex: CataloguedMethod, SegregationIndex {
  /// Whether a person counts among the people around them.
  public let themselves: SelfExclusion

  /// Makes the method.
  public init(themselves: SelfExclusion = .included) { self.themselves = themselves }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "isolation", title: "Isolation index (xPx)",
    formula: "the sum over units of (a / A) (a / t); a: the unit's people of the first "
      + "group, t: all its people, A: everyone of the group; self-excluded (a - 1) / "
      + "(t - 1)",
    range: "the group's share (same shares in every unit) to 1 (no unit has both); larger "
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

extension IsolationIndex: CountedSegregationIndex {
  var groups: SegregationGroups { .firstAgainstRest }

  func counts(_ table: ContingencyTable) -> SegregationCounts {
    let counts = SegregationCounts(table, groups: groups)
    return themselves == .excluded ? counts.withoutSinglePersonUnits(named: table) : counts
  }

  func value(_ counts: SegregationCounts) -> Double {
    let sum = CompensatedSum(
      (0..<counts.unitCount).map { unit in
        let (count, size) = (counts[unit, 0], counts.unitTotals[unit])
        return Double(count) / Double(counts.groupTotals[0])
          * (Double(max(0, count - themselves.subtracted))
            / Double(size - themselves.subtracted))
      })
    return min(1, sum.value)
  }

  func nullExpectation(_ counts: SegregationCounts) throws(NumericalError) -> Outcome {
    let share = counts.share(of: 0)
    return .estimate(
      themselves == .excluded
        ? Double(counts.groupTotals[0] - 1) / Double(counts.total - 1)
        : share + (1 - share) * counts.expectedVarianceRatio)
  }
}
