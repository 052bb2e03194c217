import Aggregates

/// What one worker counted for one query.
struct PartialCells: Sendable {
  /// Cells by code, without value counts.
  var cells: [Int: Cell] = [:]
  /// For each measure, how often each amount occurs in each cell.
  var tallies: [[(code: Int, value: Int64, count: Int)]] = []

  /// The table of a query from all workers' parts.
  static func table(_ parts: [PartialCells], query: PassPlan.Query) -> CellTable {
    var cells: [Int: Cell] = [:]
    for part in parts {
      for (code, cell) in part.cells {
        if cells[code] == nil { cells[code] = cell } else { cells[code]?.merge(cell) }
      }
    }
    for (measure, sum) in query.sums.enumerated() where sum.keepsValues {
      var tallies: [Int: [Int64: Int]] = [:]
      for part in parts {
        for entry in part.tallies[measure] {
          tallies[entry.code, default: [:]][entry.value, default: 0] += entry.count
        }
      }
      for code in cells.keys {
        cells[code]?.measures[measure].values = ValueCounts(
          scale: sum.scale, tallies: tallies[code] ?? [:])
      }
    }
    let entries = cells.map { code, cell in
      CellTable.Entry(
        coordinates: query.attributes.indices.map {
          code / query.strides[$0] % max(1, query.attributes[$0].levels.count)
        }, cell: cell)
    }
    return CellTable(
      attributes: query.attributes, measures: query.sums.map(\.id), entries: entries)
  }
}
