public import Estimates

/// One place of an archived exhibit.
public struct ArchivedEntry: Hashable, Sendable {
  /// What a release says of a place.
  public enum Status: String, Hashable, Sendable {
    /// A number is shown.
    case shown
    /// Nobody: a count of 0.
    case zero
    /// Hidden to protect people.
    case notShown = "not_shown"
    /// There is nothing that could be shown.
    case notApplicable = "not_applicable"
    /// There is nobody to say something of.
    case noData = "no_data"
  }

  /// The status.
  public let status: Status
  /// The name of the cell, where the place holds a count.
  public let cell: CellKey?
  /// The count, where one is shown.
  public let count: Int?
  /// The estimate, where one is shown.
  public let value: Double?
  /// The name of the statistic, where the place holds one.
  public let statistic: String?
}

/// One column of an archived exhibit.
public struct ArchivedColumn: Hashable, Sendable {
  /// The identifier.
  public let id: String
  /// The unit, as the release names it.
  public let unit: String
  /// The group the column belongs to, where there is one column per group.
  public let group: String?
}

/// One row of an archived exhibit.
public struct ArchivedRow: Hashable, Sendable {
  /// The label.
  public let label: String
  /// The role, as the release names it.
  public let role: String
  /// The entries, one per column; `nil` where nothing stands.
  public let entries: [ArchivedEntry?]
}

/// An exhibit of a release that was written earlier.
public struct ArchivedExhibit: Hashable, Sendable {
  /// The identifier.
  public let id: String
  /// The kind, as the release names it.
  public let kind: String
  /// The attribute whose groups are compared, where there is one.
  public let attribute: String?
  /// The attribute that breaks the population down, where there is one.
  public let by: String?
  /// The columns.
  public let columns: [ArchivedColumn]
  /// The rows.
  public let rows: [ArchivedRow]
  /// The notes.
  public let notes: [String]
}
