public import Aggregates

/// Units that lie within larger units, as teams do within functions and functions within companies.
public struct NestedUnits: Hashable, Sendable {
  /// The smallest units in rows, groups in columns.
  public let table: ContingencyTable
  /// Where each row belongs, from the largest unit to the row's own name, for example
  /// `["North", "Sales", "Team 3"]`.
  public let paths: [[String]]

  /// Makes nested units.
  ///
  /// `nil` unless there is one path per row, no path is empty, no two are equal and none continues
  /// another. Paths may differ in length.
  public init?(table: ContingencyTable, paths: [[String]]) {
    guard paths.count == table.rowCount else { return nil }
    let known = Set(paths)
    guard known.count == paths.count else { return nil }
    for path in paths {
      guard !path.isEmpty else { return nil }
      for length in 1..<path.count where known.contains(Array(path.prefix(length))) { return nil }
    }
    self.table = table
    self.paths = paths
  }
}
