import Aggregates

/// A table without its empty rows and columns, and the names of those.
struct OccupiedTable {
  /// The rows of counts in which each row and each column has somebody.
  let rows: [[Int]]
  /// Everyone of each row, of each column and in all.
  let rowTotals: [Int]
  let columnTotals: [Int]
  let total: Int
  /// The names of the empty rows and columns, in the order of the table, rows first.
  let empty: [String]

  /// Drops the empty rows and columns.
  init(_ table: ContingencyTable) {
    let everyRow = table.rowTotals
    let everyColumn = table.columnTotals
    let columns = everyColumn.indices.filter { everyColumn[$0] > 0 }
    rows = everyRow.indices.filter { everyRow[$0] > 0 }.map { row in
      columns.map { table[row, $0] }
    }
    rowTotals = everyRow.filter { $0 > 0 }
    columnTotals = everyColumn.filter { $0 > 0 }
    total = everyRow.reduce(0, +)
    empty =
      everyRow.indices.filter { everyRow[$0] == 0 }
      .map { table.rowLabels?[$0] ?? "row \($0 + 1)" }
      + everyColumn.indices.filter { everyColumn[$0] == 0 }
      .map { table.columnLabels?[$0] ?? "column \($0 + 1)" }
  }

  /// Why groups cannot differ, or `nil`.
  var problem: String? {
    if total == 0 { return "Nobody is in the table." }
    if rows.count < 2 { return "Only one group has anybody in it." }
    if columnTotals.count < 2 { return "Everybody has the same outcome." }
    return nil
  }

  /// One less than the rows times one less than the columns.
  var degreesOfFreedom: Double { Double(rows.count - 1) * Double(columnTotals.count - 1) }

  /// One cell: its count, what is expected of it and how far it is from that.
  struct Cell {
    let seen: Int
    let expected: Double
    let deviation: Double
  }

  /// The cells, row by row; call only where there is somebody.
  var cells: [Cell] {
    let people = Double(total)
    return rows.indices.flatMap { row in
      columnTotals.indices.map { column in
        // N x seen - row total x column total in integers, so equal shares give exactly zero.
        let excess =
          Int128(total) * Int128(rows[row][column])
          - Int128(rowTotals[row]) * Int128(columnTotals[column])
        return Cell(
          seen: rows[row][column],
          expected: Double(rowTotals[row]) * (Double(columnTotals[column]) / people),
          deviation: Double(excess) / people)
      }
    }
  }

  /// A convention followed by the empty rows and columns if there are any.
  func naming(_ words: String) -> String {
    empty.isEmpty ? words : words + "; empty and left out: " + empty.joined(separator: ", ")
  }
}
