import Aggregates
import TestSupport

@testable import Inference

extension Fixtures {
  static let tables = "Tests/InferenceTests/Fixtures/Tables/r.csv"
}

extension ContingencyTable {
  /// A table for tests.
  static func of(_ rows: [[Int]]) throws -> ContingencyTable {
    guard let table = ContingencyTable(rows: rows) else { throw ReadingProblem.impossibleCounts }
    return table
  }

  /// The table of a reference value.
  init(_ row: ReferenceValue) throws {
    guard
      let table = ContingencyTable(
        rowCount: try row.whole("rows"), counts: try row.wholes("counts"))
    else { throw ReadingProblem.impossibleCounts }
    self = table
  }

  /// The counts as rows.
  var rows: [[Int]] {
    (0..<rowCount).map { row in (0..<columnCount).map { self[row, $0] } }
  }

  /// Agresti's income by job satisfaction, women and men together.
  static func jobSatisfaction() throws -> ContingencyTable {
    try .of([[1, 2, 1, 0], [3, 3, 6, 1], [10, 10, 14, 9], [6, 7, 12, 11]])
  }
}

extension StratifiedContingencyTables {
  /// Strata named A, B, C … of these tables.
  static func of(_ tables: [ContingencyTable]) -> StratifiedContingencyTables {
    StratifiedContingencyTables(
      zip("ABCDEFGHIJ".map { String($0) }, tables).map { Stratum(label: $0, table: $1) })
  }

  /// The strata of a reference value: their counts row by row, one stratum after the other.
  init(_ row: ReferenceValue) throws {
    let counts = try row.wholes("counts")
    let size = counts.count / (try row.whole("strata"))
    self = .of(
      try stride(from: 0, to: counts.count, by: size).map { start in
        guard
          let table = ContingencyTable(
            rowCount: try row.whole("rows"), counts: Array(counts[start..<(start + size)]))
        else { throw ReadingProblem.impossibleCounts }
        return table
      })
  }
}
