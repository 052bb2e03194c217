import Aggregates

extension ArgumentReader {
  /// One table: rows with semicolons between, counts with commas between; `nil`, with the problems
  /// noted, where it is none.
  mutating func table(
    _ texts: [String], rows rowName: String, columns columnName: String, example: String
  ) -> ContingencyTable? {
    let before = problems.count
    if texts.count != 1 {
      note(
        "\(texts.count) tables were given, one is needed",
        fix: "write rows with semicolons between, in quotation marks, as \(example)")
    }
    var rows: [[Int]] = []
    for text in texts {
      for (index, row) in text.split(separator: ";", omittingEmptySubsequences: false).enumerated()
      {
        rows.append(
          row.split(separator: ",", omittingEmptySubsequences: false).compactMap {
            count($0, in: "row \(index + 1)", example: example)
          })
      }
    }
    let widths = rows.map(\.count)
    guard problems.count == before, let first = widths.first else { return nil }
    for (index, width) in widths.enumerated() where width != first {
      note(
        "row \(index + 1) has \(width) counts, row 1 has \(first)",
        fix: "give every row one count per \(columnName), 0 where there is nobody")
    }
    if rows.count < 2 || first < 2 {
      note(
        "the table has \(rows.count) rows and \(first) columns",
        fix: "give at least two \(rowName)s and two \(columnName)s, as \(example)")
    }
    return problems.count == before ? ContingencyTable(rows: rows) : nil
  }
}

extension ContingencyTable {
  /// The counts row by row.
  var rows: [[Int]] {
    (0..<rowCount).map { Array(counts[($0 * columnCount)..<(($0 + 1) * columnCount)]) }
  }
}
