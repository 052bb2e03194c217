/// Counts of people by group and outcome, for any number of groups and outcomes.
///
/// Rows are groups, columns are outcomes; the counts are whole numbers from 0, row by row.
public struct ContingencyTable: Hashable, Sendable, Codable {
  /// How many groups there are, at least 1.
  public let rowCount: Int
  /// How many outcomes there are, at least 1.
  public let columnCount: Int
  /// The counts, row by row: that of row `i` and column `j` stands at `i * columnCount + j`.
  public let counts: [Int]
  /// What the groups are called, in the order of the rows; `nil` where they have no names.
  public let rowLabels: [String]?
  /// What the outcomes are called, in the order of the columns; `nil` where they have no names.
  public let columnLabels: [String]?

  /// Makes a table from its counts row by row.
  ///
  /// `nil` if there is no row, the rows do not divide the counts evenly, a row is empty of columns,
  /// a count is negative, everyone together is more than an `Int` holds, or the labels are not one
  /// per row or column.
  public init?(
    rowCount: Int, counts: [Int], rowLabels: [String]? = nil, columnLabels: [String]? = nil
  ) {
    guard rowCount > 0, counts.count >= rowCount, counts.count % rowCount == 0 else { return nil }
    let columnCount = counts.count / rowCount
    guard rowLabels.map({ $0.count == rowCount }) ?? true,
      columnLabels.map({ $0.count == columnCount }) ?? true
    else { return nil }
    var total = 0
    for count in counts {
      let (sum, overflow) = total.addingReportingOverflow(count)
      guard count >= 0, !overflow else { return nil }
      total = sum
    }
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.counts = counts
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
  }

  /// Makes a table from its rows; `nil` as for counts row by row, or if the rows differ in length.
  public init?(
    rows: [[Int]], rowLabels: [String]? = nil, columnLabels: [String]? = nil
  ) {
    guard rows.allSatisfy({ $0.count == rows.first?.count }) else { return nil }
    self.init(
      rowCount: rows.count, counts: rows.flatMap { $0 }, rowLabels: rowLabels,
      columnLabels: columnLabels)
  }

  /// The two-by-two table with rows focal, reference and columns selected, rejected; `nil` where
  /// everyone together is more than an `Int` holds.
  public init?(_ table: TwoByTwoTable) {
    self.init(rows: [
      [table.focalSelected, table.focalRejected],
      [table.referenceSelected, table.referenceRejected],
    ])
  }

  /// Reads a table; counts that make no table are an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard
      let table = ContingencyTable(
        rowCount: try container.decode(Int.self, forKey: .rowCount),
        counts: try container.decode([Int].self, forKey: .counts),
        rowLabels: try container.decodeIfPresent([String].self, forKey: .rowLabels),
        columnLabels: try container.decodeIfPresent([String].self, forKey: .columnLabels)),
      table.columnCount == (try container.decode(Int.self, forKey: .columnCount))
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .counts, in: container, debugDescription: "The counts make no table.")
    }
    self = table
  }

  /// The count of one row and column, both from 0.
  public subscript(row: Int, column: Int) -> Int { counts[row * columnCount + column] }

  /// Everyone of each row.
  public var rowTotals: [Int] {
    (0..<rowCount).map { row in (0..<columnCount).reduce(0) { $0 + self[row, $1] } }
  }
  /// Everyone of each column.
  public var columnTotals: [Int] {
    (0..<columnCount).map { column in (0..<rowCount).reduce(0) { $0 + self[$1, column] } }
  }
  /// Everyone.
  public var total: Int { counts.reduce(0, +) }

  /// Rows and columns exchanged.
  public var transposed: ContingencyTable { ContingencyTable(transposing: self) }

  private init(transposing table: ContingencyTable) {
    rowCount = table.columnCount
    columnCount = table.rowCount
    counts = (0..<table.columnCount).flatMap { column in
      (0..<table.rowCount).map { table[$0, column] }
    }
    rowLabels = table.columnLabels
    columnLabels = table.rowLabels
  }
}
