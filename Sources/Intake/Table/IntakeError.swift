/// Why a table of coded rows cannot be made.
public enum IntakeError: Error, Sendable, Hashable {
  /// A column has another number of rows than the table.
  case raggedColumn(name: String, rows: Int, expected: Int)
  /// A code is negative or not below the number of levels.
  case codeOutOfRange(column: String, levels: Int)
  /// A weight is negative, or all weights together do not fit into a number.
  case badWeights
}
