/// The quarter reported and the history before it.
public struct PeriodConfiguration: Sendable, Hashable {
  /// The quarter reported, for example `2025Q3` or `FY2025Q3`.
  public let quarter: String
  /// The day of the snapshot reported, as `2025-09-30`.
  public let snapshotDate: String
  /// The quarters used, earliest first; the last one is the quarter reported.
  public let quarters: [String]
  /// The month the year starts in: 1 for calendar quarters.
  public let firstMonth: Int
}
