import Aggregates

/// Counts a delimited text one character at a time, with none of the machinery of the fast pass.
struct ReferenceCount {
  /// Splits a text into records of unquoted fields; blank lines are left out.
  static func records(_ text: String, delimiter: Character) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var wasQuoted = false
    let characters = Array(text.unicodeScalars)
    var index = 0
    func isBlank() -> Bool { record.isEmpty && field.isEmpty && !wasQuoted }
    while index < characters.count {
      let character = Character(characters[index])
      index += 1
      if isQuoted {
        if character != "\"" {
          field.append(character)
        } else if index < characters.count, characters[index] == "\"" {
          field.append("\"")
          index += 1
        } else {
          isQuoted = false
        }
      } else if character == "\"" {
        isQuoted = true
        wasQuoted = true
      } else if character == delimiter {
        record.append(field)
        field = ""
      } else if character == "\r", index < characters.count, characters[index] == "\n" {
        continue
      } else if character == "\n" {
        if !isBlank() { records.append(record + [field]) }
        record = []
        field = ""
        wasQuoted = false
      } else {
        field.append(character)
      }
    }
    if !isBlank() { records.append(record + [field]) }
    return records
  }

  /// A table from rows of coordinates, weights and amounts.
  static func table(
    _ attributes: [Attribute], measures: [(id: String, scale: Int, values: Bool)],
    rows: [(coordinates: [Int], weight: Int, amounts: [Int64?])]
  ) -> CellTable {
    var groups: [[Int]: [(weight: Int, amounts: [Int64?])]] = [:]
    for row in rows where row.weight > 0 {
      groups[row.coordinates, default: []].append((row.weight, row.amounts))
    }
    return CellTable(
      attributes: attributes, measures: measures.map(\.id),
      entries: groups.map { coordinates, rows in
        CellTable.Entry(
          coordinates: coordinates,
          cell: Cell(
            count: rows.reduce(0) { $0 + $1.weight },
            measures: measures.indices.map { summary(rows, $0, measures[$0]) }))
      })
  }

  private static func summary(
    _ rows: [(weight: Int, amounts: [Int64?])], _ index: Int,
    _ measure: (id: String, scale: Int, values: Bool)
  ) -> Cell.MeasureSummary {
    var moments = Moments(scale: measure.scale)
    var tallies: [Int64: Int] = [:]
    var all: [Int64] = []
    for row in rows {
      guard let amount = row.amounts[index] else { continue }
      for _ in 0..<row.weight {
        moments.add(amount)
        all.append(amount)
      }
      tallies[amount, default: 0] += row.weight
    }
    all.sort(by: >)
    return Cell.MeasureSummary(
      moments: moments,
      values: measure.values ? ValueCounts(scale: measure.scale, tallies: tallies) : nil,
      largest: all.first, secondLargest: all.dropFirst().first)
  }
}
