import Intake
import TestSupport

/// Tables for tests, made of rows of codes.
enum SampleTable {
  /// A table of rows; the last `sensitive` columns are sensitive, the others quasi-identifiers.
  static func make(
    _ rows: [[Int32]], sensitive: Int = 0, ordered: Bool = false, weights: [Int]? = nil
  ) throws -> IntakeTable {
    let width = rows.first?.count ?? 0
    let columns = (0..<width).map { index in
      IntakeTable.Column(
        name: "c\(index)", role: index < width - sensitive ? .quasiIdentifier : .sensitive,
        codes: rows.map { $0[index] }, levelCount: Int(rows.map { $0[index] }.max() ?? 0) + 1,
        isOrdered: ordered)
    }
    return try IntakeTable(columns: columns, rowCount: rows.count, weights: weights)
  }

  /// Random rows of so many columns, each with 1 to 4 levels.
  static func random(
    rows: Int, columns: Int, using generator: inout SeededGenerator
  ) -> [[Int32]] {
    let levels = (0..<columns).map { _ in Int32.random(in: 1...4, using: &generator) }
    return (0..<rows).map { _ in levels.map { Int32.random(in: 0..<$0, using: &generator) } }
  }

  /// Case privacy-R1: three classes of three people with salaries 3 to 11, one each.
  static let r1: [[Int32]] = [
    [0, 0], [0, 1], [0, 2], [1, 3], [1, 8], [1, 5], [2, 4], [2, 6], [2, 7],
  ]

  /// Case privacy-R2: Eng W W A B W, Ops W W W W, Legal W A B.
  static let r2: [[Int32]] = [
    [0, 0], [0, 0], [0, 1], [0, 2], [0, 0], [1, 0], [1, 0], [1, 0], [1, 0], [2, 0], [2, 1], [2, 2],
  ]
}
