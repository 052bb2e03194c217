/// Something wrong with a file: where, what, how many, and how to mend it.
public struct SourceProblem: Error, Sendable, Hashable {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable, Codable {
    case error
    case warning
  }

  /// A stable code, for example `D104`.
  public let code: String
  /// How bad it is.
  public let severity: Severity
  /// The file's name as the user gave it.
  public let file: String
  /// The column's header, where one column is concerned.
  public let column: String?
  /// Spreadsheet row numbers (the first line of the file is row 1), ascending, the first few.
  public let rows: [Int]
  /// How many rows are concerned.
  public let count: Int
  /// What is wrong, without any value of a sensitive column.
  public let message: String
  /// How to mend it.
  public let fix: String
  /// The exit code this problem alone would lead to: 65, 66, 77 or 78.
  public let exitCode: Int32

  /// Makes a problem.
  public init(
    code: String, severity: Severity = .error, file: String, column: String? = nil,
    rows: [Int] = [], count: Int = 1, message: String, fix: String, exitCode: Int32 = 65
  ) {
    self.code = code
    self.severity = severity
    self.file = file
    self.column = column
    self.rows = rows
    self.count = count
    self.message = message
    self.fix = fix
    self.exitCode = exitCode
  }
}

/// Everything that is wrong with the inputs, found in one pass.
public struct SourceProblems: Error, Sendable, Hashable {
  /// The problems, errors first, then by file, column and code.
  public let problems: [SourceProblem]

  /// Gathers problems and puts them in order.
  public init(_ problems: [SourceProblem]) {
    self.problems = problems.sorted {
      ($0.severity == .error ? 0 : 1, $0.file, $0.column ?? "", $0.code, $0.rows.first ?? 0)
        < ($1.severity == .error ? 0 : 1, $1.file, $1.column ?? "", $1.code, $1.rows.first ?? 0)
    }
  }
}
