/// Proofs of protection: other counts of people that would print the very same release.
///
/// For a protected cell, changes of the hidden counts are sought that keep every identity and every
/// published count, leave at least one person in each hidden cell, and move the protected cell. One
/// such change proves that no reader, whatever the method, can be sure of the cell. Every change is
/// verified in plain integers.
struct AlternativeTables {
  private let block: SuppressionBlock
  private let isKnown: [Bool]
  /// For each coordinate of the quotient space, the cells it moves and by how much.
  private var moves: [[(cell: Int, by: Int)]] = []
  /// For each cell, the moves that move it.
  private var movesOfCell: [[Int]]
  /// The cells some verified change moves.
  private(set) var isProven: [Bool]

  /// Looks for a proof for each protected cell.
  init(block: SuppressionBlock, classes: [SparseVector], isProtected: [Bool]) {
    self.block = block
    isKnown = classes.map(\.isZero)
    movesOfCell = [[Int]](repeating: [], count: classes.count)
    isProven = [Bool](repeating: false, count: classes.count)
    var places: [Int: Int] = [:]
    for (cell, vector) in classes.enumerated() {
      for (column, residue) in zip(vector.columns, vector.residues) {
        let move = places[column] ?? moves.count
        if move == moves.count {
          places[column] = move
          moves.append([])
        }
        moves[move].append((cell, PrimeField.suppression.integer(residue)))
      }
    }
    for index in moves.indices {
      moves[index] = AlternativeTables.integral(moves[index])
      for part in moves[index] { movesOfCell[part.cell].append(index) }
    }
    for cell in classes.indices where isProtected[cell] && !isProven[cell] { prove(cell) }
  }

  /// The move in whole numbers: residues of fractions are cleared by a small factor. A move that
  /// stays large is dropped.
  private static func integral(_ move: [(cell: Int, by: Int)]) -> [(cell: Int, by: Int)] {
    let field = PrimeField.suppression
    for factor in 1...12 {
      let scaled = move.map { part in
        let product = field.product(field.residue(part.by), UInt64(factor))
        return (cell: part.cell, by: field.integer(product))
      }
      if scaled.allSatisfy({ abs($0.by) <= 1000 }) { return scaled }
    }
    return []
  }

  private mutating func prove(_ cell: Int) {
    let starts = movesOfCell[cell].sorted { (moves[$0].count, $0) < (moves[$1].count, $1) }
    for start in starts.prefix(24) {
      for sign in [1, -1] where accept(change([:], adding: start, times: sign), for: cell) {
        return
      }
    }
    for start in starts.prefix(6) {
      for sign in [1, -1] {
        if let repaired = repair(change([:], adding: start, times: sign), keeping: cell),
          accept(repaired, for: cell)
        {
          return
        }
      }
    }
  }

  private func change(
    _ change: [Int: Int], adding move: Int, times sign: Int
  ) -> [Int: Int] {
    var result = change
    for part in moves[move] {
      let total = (result[part.cell] ?? 0) + sign * part.by
      result[part.cell] = total == 0 ? nil : total
    }
    return result
  }

  /// How far a change takes a cell below one person.
  private func shortage(_ cell: Int, _ change: Int) -> Int {
    guard let people = block.counts[cell] else { return 0 }
    return max(0, 1 - people - change)
  }

  private func shortage(_ change: [Int: Int]) -> Int {
    change.reduce(0) { $0 + shortage($1.key, $1.value) }
  }

  /// Adds moves to a change until no cell is left short, keeping the protected cell moved.
  private func repair(_ start: [Int: Int], keeping cell: Int) -> [Int: Int]? {
    var current = start
    var last: (move: Int, sign: Int)?
    for _ in 0..<40 {
      let short = current.keys.filter { shortage($0, current[$0] ?? 0) > 0 }.min()
      guard let short else { return current }
      var best: (shortage: Int, move: Int, sign: Int, change: [Int: Int])?
      for move in movesOfCell[short].prefix(60) {
        let by = moves[move].first { $0.cell == short }?.by ?? 0
        let sign = by.signum()
        if let last, last.move == move, last.sign == -sign { continue }
        let candidate = change(current, adding: move, times: sign)
        guard candidate[cell] != nil else { continue }
        let rest = shortage(candidate)
        if best == nil || rest < (best?.shortage ?? 0) { best = (rest, move, sign, candidate) }
      }
      guard let best else { return nil }
      current = best.change
      last = (best.move, best.sign)
    }
    return nil
  }

  /// Verifies a change in plain integers; where it holds, it proves every cell it moves.
  private mutating func accept(_ change: [Int: Int], for cell: Int) -> Bool {
    guard change[cell] != nil, shortage(change) == 0 else { return false }
    var touched = Set<Int>()
    for moved in change.keys {
      if isKnown[moved] { return false }
      touched.formUnion(block.linesOfCell[moved])
    }
    for line in touched {
      let sum = block.lines[line].terms.reduce(0) {
        $0 + $1.coefficient * (change[$1.cell] ?? 0)
      }
      if sum != 0 { return false }
    }
    for moved in change.keys { isProven[moved] = true }
    return true
  }
}
