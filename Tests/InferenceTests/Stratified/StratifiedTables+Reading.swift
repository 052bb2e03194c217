import Aggregates
import Estimates
import TestSupport

@testable import Inference

extension Fixtures {
  static let stratifiedPython = "Tests/InferenceTests/Fixtures/stratified-python.csv"
  static let stratifiedR = "Tests/InferenceTests/Fixtures/stratified-r.csv"
}

extension StratifiedTables {
  /// Strata named A, B, C … from focal selected and rejected, reference selected and rejected.
  static func cells(_ cells: [[Int]]) throws -> StratifiedTables {
    let names = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map { String($0) }
    return StratifiedTables(
      try zip(names, cells).map { name, counts in
        guard counts.count == 4,
          let table = TwoByTwoTable(
            focalSelected: counts[0], focalRejected: counts[1], referenceSelected: counts[2],
            referenceRejected: counts[3])
        else { throw ReadingProblem.impossibleCounts }
        return Stratum(label: name, table: table)
      })
  }

  /// The strata of a reference value.
  init(_ row: ReferenceValue) throws {
    let columns = [
      try row.wholes("focalSelected"), try row.wholes("focalRejected"),
      try row.wholes("referenceSelected"), try row.wholes("referenceRejected"),
    ]
    self = try .cells(columns[0].indices.map { index in columns.map { $0[index] } })
  }

  /// The groups exchanged.
  var swapped: StratifiedTables {
    StratifiedTables(
      strata.map { Stratum(label: $0.label, table: $0.table.swapped ?? $0.table) })
  }

  /// The strata in the opposite order.
  var reversed: StratifiedTables { StratifiedTables(strata.reversed()) }

  /// Berkeley 1973 by department: women are focal.
  static func berkeley() throws -> StratifiedTables {
    try .cells([
      [89, 19, 512, 313], [17, 8, 353, 207], [202, 391, 120, 205], [131, 244, 138, 279],
      [94, 299, 53, 138], [24, 317, 22, 351],
    ])
  }

  /// Mantel's rabbits; the first and the last stratum have one outcome only.
  static func rabbits() throws -> StratifiedTables {
    try .cells([[0, 6, 0, 5], [3, 3, 0, 6], [6, 0, 2, 4], [5, 1, 6, 0], [2, 0, 5, 0]])
  }
}
