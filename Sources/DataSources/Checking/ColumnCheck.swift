import Aggregates

/// What is noted about the fields of one column during the pass, and judged after it.
protocol ColumnCheck: Sendable {
  /// Looks at a field of a row.
  mutating func see(_ field: ArraySlice<UInt8>, row: Int) -> SeenField

  /// What is wrong with the column.
  func problems(at place: ColumnPlace) -> [SourceProblem]
}

/// What a field says to the checks that look at several columns of a row.
enum SeenField: Sendable, Hashable {
  /// Nothing of use.
  case nothing
  /// A date.
  case day(CalendarDay)
  /// An answer, or one of the ways of missing.
  case answer(Declaration)
}

/// Where a column is, for messages.
struct ColumnPlace: Sendable {
  /// The file's name.
  let file: String
  /// The identifier of the input in the configuration.
  let input: String
  /// The column's header, safe to print; empty for a problem of whole rows.
  let column: String
  /// The column's identifier in the mapping.
  let id: String
  /// Whether labels of the file may be printed.
  let showsValues: Bool

  /// The place in the configuration that maps the column.
  var mapping: String { "[mapping.\(input)] \(id)" }

  /// A problem of the column; nothing where no row is concerned.
  func problem(
    _ code: ProblemCode, _ tally: RowTally, _ message: String, fix: String? = nil,
    severity: SourceProblem.Severity? = nil
  ) -> [SourceProblem] {
    guard tally.count > 0 else { return [] }
    return [
      code.problem(
        file: file, column: column.isEmpty ? nil : column, rows: tally.rows, count: tally.count,
        message: message,
        fix: fix, severity: severity)
    ]
  }
}

/// How many rows are concerned, and the first of them.
struct RowTally: Sendable, Hashable {
  /// Row numbers kept.
  static let rowsKept = 20

  private(set) var count = 0
  private(set) var rows: [Int] = []

  mutating func add(_ row: Int) {
    count += 1
    if rows.count < Self.rowsKept { rows.append(row) }
  }

  /// Takes in another tally.
  mutating func add(_ other: RowTally) {
    count += other.count
    rows = Array((rows + other.rows).sorted().prefix(Self.rowsKept))
  }
}
