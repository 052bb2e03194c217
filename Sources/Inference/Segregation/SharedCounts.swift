import Aggregates

/// The units and groups that have people at two dates.
struct SharedCounts {
  /// The counts of the units and groups that both dates have.
  let earlier: SegregationCounts
  let later: SegregationCounts
  /// The names of the units and groups that both dates have.
  let unitNames: [String]
  let groupNames: [String]
  /// The names of the units and groups that have people at one date only.
  let unsharedUnits: [String]
  let unsharedGroups: [String]
  /// Why the two dates share nothing to compare, or `nil`.
  let problem: String?

  /// The shared part of two tables with the same rows and columns.
  ///
  /// A unit whose people are all of groups that one date does not have is not shared, and so with
  /// groups, until nothing more is left out.
  init(earlier: ContingencyTable, later: ContingencyTable) {
    let occupied = (
      rows: Self.occupied(earlier.rowTotals, later.rowTotals),
      columns: Self.occupied(earlier.columnTotals, later.columnTotals)
    )
    var (rows, columns) = occupied
    var size = -1
    while rows.count + columns.count != size {
      size = rows.count + columns.count
      rows = rows.filter { row in
        [earlier, later].allSatisfy { table in columns.contains { table[row, $0] > 0 } }
      }
      columns = columns.filter { column in
        [earlier, later].allSatisfy { table in rows.contains { table[$0, column] > 0 } }
      }
    }
    problem =
      if rows.count < 2 {
        "Fewer than two units have people at both dates."
      } else if columns.count < 2 {
        "Fewer than two groups have people at both dates."
      } else {
        nil
      }
    self.earlier = SegregationCounts(earlier, rows: rows, columns: columns)
    self.later = SegregationCounts(later, rows: rows, columns: columns)
    let kept = (rows: Set(rows), columns: Set(columns))
    let unitName = earlier.rowLabels == nil ? later.unitName : earlier.unitName
    let groupName = earlier.columnLabels == nil ? later.groupName : earlier.groupName
    unitNames = rows.map(unitName)
    groupNames = columns.map(groupName)
    unsharedUnits = occupied.rows.filter { !kept.rows.contains($0) }.map(unitName)
    unsharedGroups = occupied.columns.filter { !kept.columns.contains($0) }.map(groupName)
  }

  private static func occupied(_ earlier: [Int], _ later: [Int]) -> [Int] {
    earlier.indices.filter { earlier[$0] > 0 || later[$0] > 0 }
  }

  /// The shares of the units at the earlier and the later date; the same numbers where they did not
  /// change.
  var unitShares: [[Double]] {
    Self.shares(earlier.unitTotals, of: earlier.total, later.unitTotals, of: later.total)
  }

  /// The shares of the groups at the earlier and the later date; the same numbers where they did
  /// not change.
  var groupShares: [[Double]] {
    Self.shares(earlier.groupTotals, of: earlier.total, later.groupTotals, of: later.total)
  }

  private static func shares(
    _ earlier: [Int], of all: Int, _ later: [Int], of others: Int
  ) -> [[Double]] {
    let first = earlier.map { Double($0) / Double(all) }
    let isSame = zip(earlier, later).allSatisfy {
      $0.multipliedFullWidth(by: others) == $1.multipliedFullWidth(by: all)
    }
    return [first, isSame ? first : later.map { Double($0) / Double(others) }]
  }
}
