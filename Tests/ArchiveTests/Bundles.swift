import Archive
import Estimates
import Foundation
import LinearPrograms
import SolverClient
import TestSupport

/// Small bundles for tests, and the committed ones.
enum Bundles {
  /// The bytes of a committed report's results.
  static func committed(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: ProjectFolder.file("reports/\(name)/results.json")))
  }

  /// The solver beside the tests, where it is built; else the one in this process.
  static var solver: any LinearProgramSolver {
    let process = SolverProcess(
      path: SolverLocation.beside(URL(fileURLWithPath: CommandLine.arguments[0])))
    if FileManager.default.isExecutableFile(atPath: process.path) { return process }
    return ExactSimplex()
  }

  /// A release of one table of people by two attributes, with all its totals.
  ///
  /// - Parameters:
  ///   - rows: the levels of `department` with the counts of the levels of `group`.
  ///   - hidden: the cells that are hidden; `All` names a total.
  static func table(
    _ rows: [(String, [Int])], columns: [String], hidden: Set<[String]>, threshold: Int
  ) -> [UInt8] {
    var cells: [(name: String, row: String, column: String, count: Int)] = []
    func add(_ row: String?, _ column: String?, _ count: Int) {
      let conditions =
        [row.map { ("department", $0) }, column.map { ("group", $0) }]
        .compactMap { $0 } + [("quarter", "2025Q3")]
      let inside = conditions.map { "\($0.0)=\($0.1)" }.joined(separator: ", ")
      cells.append(("workforce[\(inside)]", row ?? "All", column ?? "All", count))
    }
    for (row, counts) in rows {
      for (column, count) in zip(columns, counts) { add(row, column, count) }
      add(row, nil, counts.reduce(0, +))
    }
    for (index, column) in columns.enumerated() {
      add(nil, column, rows.reduce(0) { $0 + $1.1[index] })
    }
    add(nil, nil, rows.reduce(0) { $0 + $1.1.reduce(0, +) })
    return release(
      cells.map { cell in
        (cell.name, hidden.contains([cell.row, cell.column]) ? nil : cell.count)
      }, threshold: threshold)
  }

  /// A release of cells, one a row; `nil` stands for a hidden count.
  static func release(
    _ cells: [(name: String, count: Int?)], threshold: Int = 10, notes: [String] = []
  ) -> [UInt8] {
    let rows = cells.map { cell in
      let state = cell.count.map {
        $0 == 0 ? #""status": "zero", "count": 0"# : #""status": "shown", "count": \#($0)"#
      }
      return
        #"{"label": "\#(cell.name)", "role": "item", "values": {"people": {"cell": "\#(cell.name)", \#(state ?? #""status": "not_shown""#)}}}"#
    }
    let hidden = cells.count { $0.count == nil }
    let quoted = notes.map { "\"\($0)\"" }.joined(separator: ", ")
    return Array(
      """
      {"schema": "parity.results/1",
       "disclosure": {"audience": "public", "threshold": \(threshold), "hidden": \(hidden)},
       "exhibits": [{"id": "table", "kind": "representation", "columns":
         [{"id": "people", "title": "People", "unit": "people"}], "notes": [\(quoted)],
         "rows": [\(rows.joined(separator: ",\n"))]}]}
      """.utf8)
  }

  /// An audit of bytes.
  static func audit(_ bytes: [UInt8], truth: [CellKey: Int]? = nil) throws -> BundleAudit {
    try BundleAudit(ArchivedRelease(resultsFile: bytes), truth: truth, solver: solver)
  }
}
