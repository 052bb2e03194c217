package import DataSources

/// What an intake reads of a file: the people of one day as codes, their keys, and what was noted of
/// each column on the way.
package struct IntakeExtract: Sendable {
  /// A column of dates.
  package struct DateColumn: Sendable {
    /// The column's header, safe to print.
    package let name: String
    /// How exact the dates of people are; `nil` where there are none.
    package let precision: DatePrecision?
    /// Different dates.
    package let distinct: Int
    /// Rows with a date.
    package let dated: Int
    /// Rows whose date fewer than five rows have.
    package let rare: Int
    /// The attributes made of it, as which it is counted by; empty where it is by quarter.
    package let countedAs: [String]
  }

  /// A column of ages.
  package struct AgeColumn: Sendable {
    /// The column's header, safe to print.
    package let name: String
    /// The levels, where ages are levels; `nil` where they are exact numbers.
    package let precision: AgePrecision?
  }

  /// A column of keys.
  package struct KeyColumn: Sendable {
    /// The column's header, safe to print.
    package let name: String
    /// The column's identifier in the mapping.
    package let id: String
    /// The key of each row of the day with the day of hiring, where it is known.
    package var keys: [(key: [UInt8], hired: Int?)]
    /// The day of the latest earlier snapshot in the file with its keys.
    package var earlier: (day: CalendarDay, keys: Set<[UInt8]>)?
  }

  /// The identifier of the input.
  package let input: String
  /// The file's name, as messages print it.
  package let file: String
  /// What a row stands for.
  package let kind: InputSchema.Kind
  /// Sound rows of the file.
  package let rows: Int
  /// The columns with their roles.
  package let roles: RoleMap
  /// What the scan for identifiers saw.
  package let scans: [IdentifierReview.Column]
  /// Columns of dates of people.
  package let dates: [DateColumn]
  /// Columns of ages.
  package let ages: [AgeColumn]
  /// Columns of amounts.
  package let measures: [String]
  /// Columns of keys.
  package var keys: [KeyColumn]
  /// The people of the day, or why there is no table of them.
  package let table: IntakeOutcome<IntakeTable>
}
