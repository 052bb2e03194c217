import NumericalKernel

/// A tree of units with the term of the mutual information each node has.
struct ChainTree {
  /// A unit with others in it.
  struct Node {
    let path: [String]
    let people: Int
    let groupTotals: [Int]
    let parts: Int
    let term: ChainTerm
  }

  /// The nodes, each before those within it.
  private(set) var nodes: [Node] = []
  /// The terms of all nodes of a depth together, by depth.
  private(set) var levels: [ChainTerm] = []
  private let counts: SegregationCounts
  private let paths: [[String]]

  /// The tree of the occupied units of a table, with a path for each.
  init(_ counts: SegregationCounts, paths: [[String]]) {
    self.counts = counts
    self.paths = paths
    visit(Array(0..<counts.unitCount), depth: 0, totals: counts.groupTotals)
  }

  private mutating func visit(_ units: [Int], depth: Int, totals: [Int]) {
    // Units sharing a name at this depth lie together, in the order they first occur.
    var places: [String: Int] = [:]
    var parts: [[Int]] = []
    for unit in units {
      let name = paths[unit][depth]
      if let place = places[name] {
        parts[place].append(unit)
      } else {
        places[name] = parts.count
        parts.append([unit])
      }
    }
    let partTotals = parts.map { units in
      (0..<counts.groupCount).map { group in units.reduce(0) { $0 + counts[$1, group] } }
    }
    let term = Self.term(partTotals, totals)
    if levels.count == depth { levels.append(ChainTerm()) }
    levels[depth].cells += term.cells
    nodes.append(
      Node(
        path: Array(paths[units[0]].prefix(depth)), people: totals.reduce(0, +),
        groupTotals: totals, parts: parts.count, term: term))
    for (part, totals) in zip(parts, partTotals) where paths[part[0]].count > depth + 1 {
      visit(part, depth: depth + 1, totals: totals)
    }
  }

  private static func term(_ parts: [[Int]], _ totals: [Int]) -> ChainTerm {
    let people = totals.reduce(0, +)
    var term = ChainTerm()
    for part in parts {
      let size = part.reduce(0, +)
      for (group, count) in part.enumerated() where count > 0 {
        term.cells.append(
          .init(
            count: count, group: group,
            logarithm: InformationSums.logarithm(
              of: count, row: size, column: totals[group], total: people)))
      }
    }
    return term
  }
}
