import Estimates
import LinearPrograms

/// Cells that are tied together, directly or through others, and to no cell outside: the unit the
/// gate protects on its own.
///
/// Cells of zero people are left out, but for those that would give a sensitive attribute away: zeros
/// are public, so they are known from the start. Cells are
/// in the order in which they are offered for publication: fewer conditions first, then more
/// people, then by name.
struct SuppressionBlock {
  /// The cells' positions in the system.
  let cells: [Int]
  /// How many people each holds; `nil` where nobody knows.
  let counts: [Int?]
  /// Whether each tells a sensitive attribute of a whole group.
  let isGivingAway: [Bool]
  /// The identities among them.
  let lines: [CellSystem.Line]
  /// For each cell, the identities it stands in.
  let linesOfCell: [[Int]]
  /// For each cell, the cells it is a part of.
  let wholesOfCell: [[Int]]

  /// The spanning identities, as terms.
  var identities: [[CellSystem.Term]] { lines.filter(\.isSpanning).map(\.terms) }

  /// The least number of people a reader may take a hidden cell to hold: none where nobody knows.
  var leasts: [Int] { counts.map { ($0 ?? 0) == 0 ? 0 : 1 } }

  init(
    cells: [Int], counts: [Int?], isGivingAway: [Bool]? = nil, lines: [CellSystem.Line]
  ) {
    self.cells = cells
    self.counts = counts
    self.isGivingAway = isGivingAway ?? counts.map { _ in false }
    self.lines = lines
    var linesOfCell = [[Int]](repeating: [], count: cells.count)
    var wholesOfCell = [[Int]](repeating: [], count: cells.count)
    for (index, line) in lines.enumerated() {
      for term in line.terms { linesOfCell[term.cell].append(index) }
      guard let whole = line.whole else { continue }
      for term in line.terms where term.cell != whole { wholesOfCell[term.cell].append(whole) }
    }
    self.linesOfCell = linesOfCell
    self.wholesOfCell = wholesOfCell
  }

  /// Every cell that a cell is a part of, directly or through others, ascending.
  func ancestors(of cell: Int) -> [Int] {
    var found = Set<Int>()
    var waiting = wholesOfCell[cell]
    while let next = waiting.popLast() {
      if found.insert(next).inserted { waiting += wholesOfCell[next] }
    }
    return found.sorted()
  }

  /// Cuts a system into its blocks, in the order of their first cells.
  static func blocks(of system: CellSystem) -> [SuppressionBlock] {
    let order = system.keys.indices.filter { !system.isKnownZero($0) }.sorted { left, right in
      let leftKey = system.keys[left]
      let rightKey = system.keys[right]
      if leftKey.conditions.count != rightKey.conditions.count {
        return leftKey.conditions.count < rightKey.conditions.count
      }
      let leftCount = system.counts[left] ?? -1
      let rightCount = system.counts[right] ?? -1
      return leftCount != rightCount ? leftCount > rightCount : leftKey < rightKey
    }
    let lines = system.lines.map { line in
      CellSystem.Line(
        terms: line.terms.filter { !system.isKnownZero($0.cell) }, constant: line.constant,
        isSpanning: line.isSpanning)
    }
    var sets = DisjointSets(count: system.keys.count)
    for line in lines { sets.tie(line.terms.map(\.cell)) }
    let roots = sets.representatives()
    var blockOfRoot: [Int: Int] = [:]
    var members: [[Int]] = []
    var place = [Int](repeating: 0, count: system.keys.count)
    for cell in order {
      let block = blockOfRoot[roots[cell]] ?? members.count
      if block == members.count {
        blockOfRoot[roots[cell]] = block
        members.append([])
      }
      place[cell] = members[block].count
      members[block].append(cell)
    }
    var linesOfBlock = [[CellSystem.Line]](repeating: [], count: members.count)
    for line in lines {
      guard let first = line.terms.first, let block = blockOfRoot[roots[first.cell]] else {
        continue
      }
      linesOfBlock[block].append(
        CellSystem.Line(
          terms: line.terms.map {
            CellSystem.Term(cell: place[$0.cell], coefficient: $0.coefficient)
          },
          constant: line.constant, isSpanning: line.isSpanning))
    }
    return members.indices.map { block in
      SuppressionBlock(
        cells: members[block], counts: members[block].map { system.counts[$0] },
        isGivingAway: members[block].map { system.isGivingAway[$0] },
        lines: distinct(linesOfBlock[block]))
    }
  }

  /// The identities in an order that depends on their cells only, each once.
  private static func distinct(_ lines: [CellSystem.Line]) -> [CellSystem.Line] {
    let sorted = lines.map { line in
      CellSystem.Line(
        terms: line.terms.sorted { $0.cell < $1.cell }, constant: line.constant,
        isSpanning: line.isSpanning)
    }.sorted { left, right in
      if left.terms != right.terms {
        return left.terms.lexicographicallyPrecedes(right.terms) {
          ($0.cell, $0.coefficient) < ($1.cell, $1.coefficient)
        }
      }
      return left.isSpanning && !right.isSpanning
    }
    var result: [CellSystem.Line] = []
    for line in sorted where result.last?.terms != line.terms { result.append(line) }
    return result
  }
}

extension CellSystem.Line {
  /// The cell the others add up to, in an identity `whole = Σ parts`.
  var whole: Int? {
    let positive = terms.filter { $0.coefficient > 0 }
    let negative = terms.filter { $0.coefficient < 0 }
    guard constant == 0, terms.allSatisfy({ abs($0.coefficient) == 1 }) else { return nil }
    if positive.count == 1 { return positive[0].cell }
    if negative.count == 1 { return negative[0].cell }
    return nil
  }
}
