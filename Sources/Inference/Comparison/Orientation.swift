public import Aggregates

/// Whether the event that is counted is good or bad for the people it happens to.
///
/// Declared once; every table then speaks of the favourable outcome. The same layoffs can pass four
/// fifths as rates of being kept and fail as rates of being dismissed, so the orientation belongs
/// to the data and is never chosen after the fact.
public enum Orientation: String, Codable, Hashable, Sendable, CaseIterable {
  /// The event is favourable, such as being hired, promoted or retained.
  case favourable
  /// The event is unfavourable, such as being dismissed.
  case unfavourable

  /// The table of the favourable outcome, from the counts of the event.
  public func favourableTable(fromEvents table: TwoByTwoTable) -> TwoByTwoTable {
    switch self {
    case .favourable: table
    case .unfavourable:
      TwoByTwoTable(
        focalSelected: table.focalRejected, focalRejected: table.focalSelected,
        referenceSelected: table.referenceRejected, referenceRejected: table.referenceSelected)
        ?? table
    }
  }

  /// The group's count of the favourable outcome, from its count of the event.
  public func favourableCount(fromEvents group: GroupCount) -> GroupCount {
    switch self {
    case .favourable: group
    case .unfavourable:
      GroupCount(
        name: group.name, selected: group.total - group.selected, total: group.total) ?? group
    }
  }
}
