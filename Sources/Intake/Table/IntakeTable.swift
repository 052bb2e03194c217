/// Rows of people as numbers of levels: what anonymity is measured on.
///
/// A field without an answer is a level of its own, with a code of its own: that somebody did not
/// answer can be known, too. No text of the file is kept.
public struct IntakeTable: Sendable, Hashable {
  /// One column as codes.
  public struct Column: Sendable, Hashable {
    /// The column's name, safe to print.
    public let name: String
    /// What the column is.
    public let role: ColumnRole
    /// The level of each row, 0 to `levelCount - 1`.
    public let codes: [Int32]
    /// How many levels there can be.
    public let levelCount: Int
    /// Whether the order of the codes means something.
    public let isOrdered: Bool
    /// The codes that are no answer: declined, empty, never asked.
    ///
    /// They are levels like others, but that people share one of them tells nothing.
    public let unanswered: Set<Int32>

    /// Makes a column.
    public init(
      name: String, role: ColumnRole, codes: [Int32], levelCount: Int, isOrdered: Bool = false,
      unanswered: Set<Int32> = []
    ) {
      self.name = name
      self.role = role
      self.codes = codes
      self.levelCount = levelCount
      self.isOrdered = isOrdered
      self.unanswered = unanswered
    }
  }

  /// The columns, in the order of the file.
  public let columns: [Column]
  /// How many rows there are.
  public let rowCount: Int
  /// How many people each row stands for; `nil` where each stands for one.
  public let weights: [Int]?
  /// How many people there are.
  public let people: Int

  /// Makes a table.
  ///
  /// - Throws: what is wrong with a column or the weights.
  public init(columns: [Column], rowCount: Int, weights: [Int]? = nil) throws(IntakeError) {
    for column in columns {
      guard column.codes.count == rowCount else {
        throw .raggedColumn(name: column.name, rows: column.codes.count, expected: rowCount)
      }
      guard column.codes.allSatisfy({ $0 >= 0 && Int($0) < column.levelCount }) else {
        throw .codeOutOfRange(column: column.name, levels: column.levelCount)
      }
    }
    self.columns = columns
    self.rowCount = rowCount
    self.weights = weights
    guard let weights else {
      people = rowCount
      return
    }
    guard weights.count == rowCount, weights.allSatisfy({ $0 >= 0 }) else { throw .badWeights }
    var sum = 0
    for weight in weights {
      let (next, overflow) = sum.addingReportingOverflow(weight)
      if overflow { throw .badWeights }
      sum = next
    }
    people = sum
  }

  /// The positions of the columns with a role.
  public func columns(_ role: ColumnRole) -> [Int] {
    columns.indices.filter { columns[$0].role == role }
  }

  /// How many people a row stands for.
  func weight(_ row: Int) -> Int { weights.map { $0[row] } ?? 1 }
}
