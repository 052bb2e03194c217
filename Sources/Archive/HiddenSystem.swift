import LinearPrograms

/// The equations that say something of hidden cells, without those that any counts satisfy.
///
/// An unknown count that stands in one equation alone, and has no place, can take up whatever that
/// equation leaves: several of them are as good as one, and where there is one on either side the
/// equation says nothing. Without it others may stand alone, so this is repeated until nothing moves.
struct HiddenSystem {
  /// The positions of the cells that take part, the hidden ones first.
  let cells: [Int]
  /// How many of them are hidden cells with a place.
  let hiddenCount: Int
  /// The equations, the columns being positions in `cells`.
  let rows: [LinearProgram.Row]
  /// How many groups of hidden cells there are that no equation ties together.
  let components: Int

  init(cellCount: Int, hidden: [Int], rows: [LinearProgram.Row]) {
    var isHidden = [Bool](repeating: false, count: cellCount)
    for cell in hidden { isHidden[cell] = true }
    var rows: [LinearProgram.Row?] = rows
    var rowsOfCell = [[Int]](repeating: [], count: cellCount)
    for (index, row) in rows.enumerated() {
      for term in row?.terms ?? [] { rowsOfCell[term.column].append(index) }
    }
    var uses = rowsOfCell.map(\.count)
    var waiting = Array(rows.indices)
    while let index = waiting.popLast() {
      guard let row = rows[index] else { continue }
      let alone = row.terms.filter { !isHidden[$0.column] && uses[$0.column] == 1 }
      let canRise = alone.contains { $0.coefficient > 0 }
      let canFall = alone.contains { $0.coefficient < 0 }
      if (canRise && canFall) || alone.count == row.terms.count {
        rows[index] = nil
        for term in row.terms {
          uses[term.column] -= 1
          guard uses[term.column] == 1, !isHidden[term.column] else { continue }
          waiting += rowsOfCell[term.column].filter { rows[$0] != nil }
        }
      } else if alone.count > 1 {
        let kept = alone.min { left, right in
          (left.coefficient.magnitude, left.column) < (right.coefficient.magnitude, right.column)
        }
        rows[index] = LinearProgram.Row(
          terms: row.terms.filter {
            isHidden[$0.column] || uses[$0.column] > 1 || $0.column == kept?.column
          }, constant: row.constant)
      }
    }
    let left = rows.compactMap(\.self)
    var parents = Array(0..<cellCount)
    func root(_ cell: Int) -> Int {
      var cell = cell
      while parents[cell] != cell {
        parents[cell] = parents[parents[cell]]
        cell = parents[cell]
      }
      return cell
    }
    for row in left {
      guard let first = row.terms.first else { continue }
      for term in row.terms.dropFirst() {
        let (one, other) = (root(first.column), root(term.column))
        parents[max(one, other)] = min(one, other)
      }
    }
    var isWanted = [Bool](repeating: false, count: cellCount)
    for cell in hidden { isWanted[root(cell)] = true }
    components = Set(hidden.map { root($0) }).count
    let used = Set(left.flatMap { $0.terms.map(\.column) })
    let others = used.filter { !isHidden[$0] && isWanted[root($0)] }.sorted()
    cells = hidden + others
    hiddenCount = hidden.count
    var columns = [Int](repeating: -1, count: cellCount)
    for (column, cell) in cells.enumerated() { columns[cell] = column }
    self.rows = left.compactMap { row in
      guard let first = row.terms.first, isWanted[root(first.column)] else { return nil }
      return LinearProgram.Row(
        terms: row.terms.map {
          LinearProgram.Term(column: columns[$0.column], coefficient: $0.coefficient)
        }, constant: row.constant)
    }
  }
}
