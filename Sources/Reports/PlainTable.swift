/// Rows of text in columns that line up.
struct PlainTable {
  private let rows: [[String]]
  private let words: Set<Int>

  /// Makes a table whose first row is the heading; the columns of words are flush left, those of
  /// numbers flush right.
  init(_ rows: [[String]], words: Set<Int>) {
    self.rows = rows
    self.words = words
  }

  /// The lines: heading, rule, rows.
  var lines: [String] {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    var lines = rows.map { row in
      let cells = row.indices.map { column -> String in
        let room = String(repeating: " ", count: widths[column] - row[column].count)
        return words.contains(column) ? row[column] + room : room + row[column]
      }
      let line = "  " + cells.joined(separator: "   ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
    if !lines.isEmpty {
      let width = widths.reduce(0, +) + 3 * max(0, count - 1)
      lines.insert("  " + String(repeating: "─", count: width), at: 1)
    }
    return lines
  }

  /// A sentence over lines of at most 96 characters, each moved in by two.
  static func wrapped(_ sentence: String) -> [String] {
    var lines: [String] = []
    for word in sentence.split(separator: " ") {
      if let last = lines.last, last.count + word.count + 1 <= 96 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append("  " + word)
      }
    }
    return lines
  }
}
