import Aggregates
import TestSupport

/// Every table with given margins by plain recursion, for second routes by brute force.
enum AllTables {
  /// The p-value of a table by minimum likelihood: the number of ways people can be dealt out to make
  /// a table no more probable, over the number of all ways, in whole numbers (up to 20 people).
  static func pValue(_ table: ContingencyTable) -> Double {
    let seen = ways(table.rows)
    var extreme = 0
    var all = 0
    visit(table.rowTotals, table.columnTotals, []) { rows in
      let ways = Self.ways(rows)
      all += ways
      if ways <= seen { extreme += ways }
    }
    return Double(extreme) / Double(all)
  }

  /// The probability of every table with these margins, in the order of the recursion.
  static func probabilities(_ rowTotals: [Int], _ columnTotals: [Int]) -> [([[Int]], Double)] {
    var found: [([[Int]], Int)] = []
    visit(rowTotals, columnTotals, []) { found.append(($0, ways($0))) }
    let all = found.reduce(0) { $0 + $1.1 }
    return found.map { ($0.0, Double($0.1) / Double(all)) }
  }

  /// In how many ways the people of the rows can have the outcomes of the table.
  private static func ways(_ rows: [[Int]]) -> Int {
    rows.reduce(1) { product, row in
      var left = row.reduce(0, +)
      return row.reduce(product) { product, count in
        defer { left -= count }
        return product * SmallTables.choose(left, count)
      }
    }
  }

  private static func visit(
    _ rowTotals: [Int], _ left: [Int], _ rows: [[Int]], _ body: ([[Int]]) -> Void
  ) {
    guard rows.count < rowTotals.count else {
      if left.allSatisfy({ $0 == 0 }) { body(rows) }
      return
    }
    compositions(rowTotals[rows.count], left, []) { row in
      visit(rowTotals, zip(left, row).map { $0 - $1 }, rows + [row], body)
    }
  }

  private static func compositions(
    _ total: Int, _ most: [Int], _ begun: [Int], _ body: ([Int]) -> Void
  ) {
    if begun.count == most.count {
      if total == 0 { body(begun) }
      return
    }
    for count in 0...min(total, most[begun.count]) {
      compositions(total - count, most, begun + [count], body)
    }
  }

  /// Small tables of a size, filled from a fixed generator; rows or columns may be empty.
  static func some(_ number: Int, rows: Int, columns: Int, below bound: UInt64) throws
    -> [ContingencyTable]
  {
    var state = UInt64(rows * 10 + columns)
    return try (0..<number).map { _ in
      try .of(
        (0..<rows).map { _ in
          (0..<columns).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % bound)
          }
        })
    }
  }
}
