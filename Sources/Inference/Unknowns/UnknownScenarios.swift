import Estimates

/// What becomes of a comparison of many groups if all people of unknown group belong to one.
///
/// For tables that print how many people are of unknown group but not how many of them were
/// selected: for each group, all of them belong to it and are selected, or belong to it and are
/// not. The comparator is chosen again in each scenario. Other divisions of the unknown can lie
/// outside the scenarios; they are landmarks, not bounds.
/// - Source: 6 RCNY 5-301 for the tables.
public struct UnknownScenarios: Hashable, Sendable {
  /// What is supposed of the unknown.
  public enum Supposition: String, Hashable, Sendable, Codable, CaseIterable {
    /// All of them were selected.
    case allSelected = "all_selected"
    /// None of them was.
    case noneSelected = "none_selected"
  }

  /// One scenario.
  public struct Scenario: Hashable, Sendable {
    /// The position of the group all unknown people belong to.
    public let position: Int
    /// Whether they were selected.
    public let supposition: Supposition
    /// The comparison.
    public let comparison: ComparisonRows
  }

  /// Two scenarios for each group, in the order of the groups.
  public let scenarios: [Scenario]

  /// Makes the scenarios of a number of unknown people; `nil` if it is negative.
  public init?(_ groups: [GroupCount], unknown: Int, policy: ComparatorPolicy) {
    guard unknown >= 0 else { return nil }
    scenarios = groups.indices.flatMap { position in
      Supposition.allCases.compactMap { supposition in
        let group = groups[position]
        guard
          let changed = GroupCount(
            name: group.name,
            selected: group.selected + (supposition == .allSelected ? unknown : 0),
            total: group.total + unknown)
        else { return nil }
        var supposed = groups
        supposed[position] = changed
        return Scenario(
          position: position, supposition: supposition, comparison: policy(supposed))
      }
    }
  }

  /// The smallest and the largest ratio of the group at a position over the scenarios; `nil` where
  /// no scenario gives it one.
  public func ratios(of position: Int) -> ClosedRange<Double>? {
    let ratios = scenarios.compactMap { scenario -> Double? in
      guard scenario.comparison.rows.indices.contains(position),
        case .estimate(let estimate) = scenario.comparison.rows[position].impactRatio
      else { return nil }
      return estimate.value
    }
    guard let smallest = ratios.min(), let largest = ratios.max() else { return nil }
    return smallest...largest
  }
}
