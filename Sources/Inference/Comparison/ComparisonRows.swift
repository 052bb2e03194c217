public import Aggregates
public import Estimates

/// Groups beside their comparator.
public struct ComparisonRows: Hashable, Sendable {
  /// One group.
  public struct Row: Hashable, Sendable {
    /// The group.
    public let group: GroupCount
    /// Its rate, or why there is none.
    public let rate: Outcome
    /// Its rate over the comparator's, or why there is none.
    public let impactRatio: Outcome
    /// The group as focal against its comparator; `nil` where there is no ratio, for the comparator
    /// itself, and where the comparator is everyone.
    public let table: TwoByTwoTable?
    /// Whether the group falls short of a minimum, so that it is no comparator.
    public let isSmall: Bool
  }

  /// The groups, in the order given.
  public let rows: [Row]
  /// The position of the comparator, where it is one group.
  public let comparator: Int?
  /// Why the comparison rests on little.
  public let warnings: [ComparatorWarning]
}
