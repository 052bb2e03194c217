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
  /// The limits of the estimate's interval, where one is shown.
  public let interval: ArchivedInterval?
  /// The p-value, where one is shown.
  public let pValue: Double?
  /// The name of the statistic, where the place holds one.
  public let statistic: String?
}

/// The limits of an archived interval; either may be infinite.
public struct ArchivedInterval: Hashable, Sendable {
  /// The lower limit.
  public let lower: Double
  /// The upper limit.
  public let upper: Double
}

/// One column of an archived exhibit.
public struct ArchivedColumn: Hashable, Sendable {
  /// The identifier.
  public let id: String
  /// The heading; the identifier where the release has none.
  public let title: String
  /// The unit, as the release names it.
  public let unit: String
  /// The group the column belongs to, where there is one column per group.
  public let group: String?
}

/// The method behind a column of an archived exhibit.
public struct ArchivedMethod: Hashable, Sendable {
  /// The column's identifier.
  public let column: String
  /// The method's identifier, for example `impact-ratio`.
  public let id: String
  /// The method's name.
  public let title: String
  /// The conventions and options that fix the number.
  public let convention: String
  /// Who published it.
  public let source: String
}

/// How the rows of an archived exhibit were judged.
public struct ArchivedComparison: Hashable, Sendable {
  /// The column with the effect.
  public let effect: String
  /// The column with the test, where there is one.
  public let test: String?
  /// The scale of the effect, as the release names it, for example `ratio`.
  public let scale: String
}

/// What an archived row says about a gap.
public struct ArchivedFinding: Hashable, Sendable {
  /// Who is worse off, where a gap was found.
  public enum Direction: String, Hashable, Sendable {
    /// The focal group.
    case focalWorseOff = "focal_worse_off"
    /// The group it is compared with.
    case referenceWorseOff = "reference_worse_off"
    /// Nobody, or nobody known.
    case neither
  }

  /// The verdict.
  public let verdict: Verdict
  /// Who is worse off; `nil` where the release does not say.
  public let direction: Direction?

  /// Whether the verdict says that there is a gap.
  public var isGap: Bool {
    switch verdict {
    case .clearGap, .gapSizeUncertain, .smallGap: true
    case .aboutTheSame, .tooUncertain, .notReported: false
    }
  }
}

/// One row of an archived exhibit.
public struct ArchivedRow: Hashable, Sendable {
  /// The label.
  public let label: String
  /// The role, as the release names it.
  public let role: String
  /// What the row says about a gap, where it is judged.
  public let finding: ArchivedFinding?
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
  /// The quarter or span the numbers belong to; `nil` where the release does not say.
  public let period: String?
  /// The focal group's label, where two groups are compared.
  public let focal: String?
  /// The reference group's label, where two groups are compared.
  public let reference: String?
  /// Whether levels were merged to protect people.
  public let isRolledUp: Bool
  /// How the rows were judged, where they were and the release says so.
  public let comparison: ArchivedComparison?
  /// The methods behind the columns.
  public let methods: [ArchivedMethod]
  /// The columns.
  public let columns: [ArchivedColumn]
  /// The rows.
  public let rows: [ArchivedRow]
  /// The notes.
  public let notes: [String]
}
