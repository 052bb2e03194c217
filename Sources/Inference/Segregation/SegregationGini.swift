public import Aggregates
public import Estimates
import NumericalKernel

/// The Gini index of segregation, of all groups or of the first against the rest.
///
///     G = sum over groups and pairs of units of t u |pi - rho| / (2 N^2 sum P (1 - P))
///
/// t, u: the people of the two units, pi, rho: the group's shares of them, P: the group's share of
/// everyone. Range 0 (the same shares in every unit) to 1 (every unit has one group only). At least
/// as large as the index of dissimilarity. Units are put in order of each group's share, so the cost
/// is about the number of units per group, and the sums are whole numbers. Its expectation by
/// chance needs every pair of units and is not given.
/// - Source: James and Taeuber (1985), Sociological Methodology 15, 1-32; Reardon and Firebaugh
///   (2002), Sociological Methodology 32, 33-67.
public struct SegregationGini: CataloguedMethod, SegregationIndex {
  /// Which groups are compared.
  public enum Comparison: String, Codable, Hashable, Sendable, CaseIterable {
    /// All groups of the table.
    case allGroups = "all_groups"
    /// The first group against everybody else.
    case firstAgainstRest = "first_against_rest"

    /// The comparison as it is printed.
    var words: String {
      switch self {
      case .allGroups: "all groups"
      case .firstAgainstRest: "first group against the rest"
      }
    }
  }

  /// Which groups are compared.
  public let comparison: Comparison

  /// Makes the method.
  public init(comparison: Comparison = .allGroups) { self.comparison = comparison }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "segregation-gini", title: "Gini index of segregation",
    formula: "the sum over groups and pairs of units of t u |pi - rho| / (2 N^2 sum P (1 "
      + "- P)); t, u: the people of the two units, pi, rho: the group's shares of "
      + "them, P: the group's share of everyone",
    range: "0 (same shares in every unit) to 1 (one group per unit); larger is more "
      + "segregated",
    assumptions: [
      "Above 0 by chance alone, more so in small units.",
      "Groups count by their size.",
    ],
    source: "James and Taeuber (1985), Sociological Methodology 15, 1-32; Reardon and "
      + "Firebaugh (2002), Sociological Methodology 32, 33-67")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: comparison == .firstAgainstRest ? Self.card.id + "-two-group" : nil,
      convention: comparison.words)
  }

  /// The index alone, or why there is none.
  public func index(_ table: ContingencyTable) -> Outcome { outcome(table) }

  /// The index with its null expectation, its excess over that and a test.
  public func callAsFunction(_ table: ContingencyTable) -> SegregationResult { result(table) }
}

extension SegregationGini: CountedSegregationIndex {
  var groups: SegregationGroups { comparison == .allGroups ? .all : .firstAgainstRest }

  func value(_ counts: SegregationCounts) -> Double {
    var sum = 0.0
    for group in 0..<counts.groupCount { sum += Self.pairs(counts, group) }
    return min(1, sum / counts.people / counts.people / counts.interaction)
  }

  /// The sum over pairs of units, each once, of `t u |pi - rho|`, of a group.
  private static func pairs(_ counts: SegregationCounts, _ group: Int) -> Double {
    let units = ShareOrder.ascending(
      counts.unitTotals.indices.map {
        ShareOrder.Unit(count: counts[$0, group], size: counts.unitTotals[$0])
      })
    var (count, size, sum) = (0, 0, Int128(0))
    for unit in units {
      sum += Int128(unit.count) * Int128(size) - Int128(unit.size) * Int128(count)
      count += unit.count
      size += unit.size
    }
    return Double(sum)
  }

  func nullExpectation(_ counts: SegregationCounts) throws(NumericalError) -> Outcome {
    .notEstimable(reason: "The Gini index has no exact expectation in closed form.")
  }
}
