/// Proofs of protection: other counts of people that would print the very same release.
///
/// For a protected cell, changes of the hidden counts are sought that keep every identity and every
/// published count, leave at least one person in each hidden cell, and move the protected cell. One
/// such change proves that no reader, whatever the method, can be sure of the cell. Every change is
/// verified in plain integers. The search is bounded by counted steps, so that its result does not
/// depend on the machine; a cell without a proof counts as unprotected.
struct AlternativeTables {
  /// A change of counts, or a part of one.
  struct Shift {
    let cell: Int
    let by: Int
  }

  private let block: SuppressionBlock
  /// How many people each hidden cell holds at least.
  private let least: [Int]
  private var isKnown: [Bool] = []
  /// For each coordinate of the quotient space, the cells it moves and by how much.
  private var moves: [[Shift]] = []
  /// For each cell, the moves that move it, the shortest first.
  private var movesOfCell: [[Int]] = []
  /// Changes that were verified once; with more cells hidden most of them still hold.
  private var found: [[Shift]] = []
  /// The change under construction, one entry per cell, and the cells it touches.
  private var change: [Int]
  private var touched: [Int] = []
  /// The cells the change leaves short of people.
  private var short: Set<Int> = []
  private var steps = 0
  /// The cells some verified change moves.
  private(set) var isProven: [Bool]

  /// Steps a search over one block may take.
  private static let stepLimit = 4_000_000

  /// Prepares the search in a block, given the least that a reader may take each hidden cell to hold.
  init(block: SuppressionBlock, leasts: [Int]) {
    self.block = block
    least = leasts
    change = [Int](repeating: 0, count: block.cells.count)
    isProven = [Bool](repeating: false, count: block.cells.count)
  }

  /// Looks for a proof for each protected cell, given the classes of all cells.
  mutating func prove(_ isProtected: [Bool], classes: [SparseVector]) {
    isKnown = classes.map(\.isZero)
    isProven = [Bool](repeating: false, count: classes.count)
    steps = 0
    readMoves(classes)
    let earlier = found
    found = []
    for shifts in earlier where holds(shifts) { record(shifts) }
    var walk = LineWalk(block: block, isKnown: isKnown)
    for cell in classes.indices where isProtected[cell] && !isProven[cell] { prove(cell, &walk) }
  }

  /// Takes a change found elsewhere if it moves the cell and is verified.
  mutating func take(_ shifts: [Shift], moving cell: Int) {
    guard shifts.contains(where: { $0.cell == cell && $0.by != 0 }), holds(shifts) else { return }
    record(shifts)
  }

  private mutating func readMoves(_ classes: [SparseVector]) {
    var places: [Int: Int] = [:]
    var residues: [[(cell: Int, residue: UInt64)]] = []
    for (cell, vector) in classes.enumerated() {
      for (column, residue) in zip(vector.columns, vector.residues) {
        let place = places[column] ?? residues.count
        if place == residues.count {
          places[column] = place
          residues.append([])
        }
        residues[place].append((cell, residue))
      }
    }
    let integral = residues.map(AlternativeTables.integral).filter { !$0.isEmpty }
    moves = MoveShortening(
      integral, cellCount: classes.count, limit: AlternativeTables.stepLimit / 4
    ).moves.sorted { ($0.count, $0[0].cell) < ($1.count, $1[0].cell) }
    movesOfCell = [[Int]](repeating: [], count: classes.count)
    for (index, move) in moves.enumerated() {
      for shift in move { movesOfCell[shift.cell].append(index) }
    }
  }

  /// A move in whole numbers, with fractions cleared by a small factor.
  ///
  /// One that stays large is dropped.
  private static func integral(_ move: [(cell: Int, residue: UInt64)]) -> [Shift] {
    let field = PrimeField.suppression
    for factor: UInt64 in 1...12 {
      let scaled = move.map { part in
        Shift(cell: part.cell, by: field.integer(field.product(part.residue, factor)))
      }
      if scaled.allSatisfy({ abs($0.by) <= 1000 }) { return scaled }
    }
    return []
  }

  private mutating func prove(_ cell: Int, _ walk: inout LineWalk) {
    let starts = movesOfCell[cell]
    for start in starts.prefix(8) {
      for sign in [1, -1] {
        begin(start, sign)
        if short.isEmpty, accept(cell) { return }
      }
    }
    if walk.steps < AlternativeTables.stepLimit, let shifts = walk.change(moving: cell),
      holds(shifts)
    {
      record(shifts)
      return
    }
    for start in starts.prefix(6) {
      for sign in [1, -1] where steps < AlternativeTables.stepLimit {
        begin(start, sign)
        if repair(keeping: cell), accept(cell) { return }
      }
    }
  }

  private mutating func begin(_ move: Int, _ sign: Int) {
    for cell in touched { change[cell] = 0 }
    touched = []
    short = []
    apply(move, sign)
  }

  private mutating func apply(_ move: Int, _ sign: Int) {
    steps += moves[move].count
    for shift in moves[move] {
      if change[shift.cell] == 0 { touched.append(shift.cell) }
      change[shift.cell] += sign * shift.by
      if shortage(shift.cell, change[shift.cell]) > 0 {
        short.insert(shift.cell)
      } else {
        short.remove(shift.cell)
      }
    }
  }

  /// How far a change takes a cell below what it holds at least.
  private func shortage(_ cell: Int, _ change: Int) -> Int {
    guard let people = block.counts[cell] else { return 0 }
    return max(0, least[cell] - people - change)
  }

  /// Adds moves to the change until no cell is short, keeping the protected cell moved.
  private mutating func repair(keeping cell: Int) -> Bool {
    var last: (move: Int, sign: Int)?
    for _ in 0..<30 {
      guard let worst = short.min() else { return true }
      var best: (gain: Int, move: Int, sign: Int)?
      for move in movesOfCell[worst].prefix(40) {
        let by = moves[move].first { $0.cell == worst }?.by ?? 0
        let sign = by.signum()
        if let last, last.move == move, last.sign == -sign { continue }
        steps += moves[move].count
        var gain = 0
        var isKept = true
        for shift in moves[move] {
          let after = change[shift.cell] + sign * shift.by
          gain += shortage(shift.cell, change[shift.cell]) - shortage(shift.cell, after)
          if shift.cell == cell && after == 0 { isKept = false }
        }
        if isKept && gain > (best?.gain ?? Int.min) { best = (gain, move, sign) }
      }
      guard let best, steps < AlternativeTables.stepLimit else { return false }
      apply(best.move, best.sign)
      last = (best.move, best.sign)
    }
    return short.isEmpty
  }

  /// Takes the change under construction if it moves the cell and is verified.
  private mutating func accept(_ cell: Int) -> Bool {
    guard change[cell] != 0 else { return false }
    let shifts = Set(touched).sorted().filter { change[$0] != 0 }
      .map { Shift(cell: $0, by: change[$0]) }
    guard holds(shifts) else { return false }
    record(shifts)
    return true
  }

  private mutating func record(_ shifts: [Shift]) {
    found.append(shifts)
    for shift in shifts { isProven[shift.cell] = true }
  }

  /// Whether a change keeps what is published and every identity, and leaves people in every
  /// hidden cell.
  private func holds(_ shifts: [Shift]) -> Bool {
    var sums: [Int: Int] = [:]
    for shift in shifts {
      if isKnown[shift.cell] || shortage(shift.cell, shift.by) > 0 { return false }
      for line in block.linesOfCell[shift.cell] {
        for term in block.lines[line].terms where term.cell == shift.cell {
          sums[line, default: 0] += term.coefficient * shift.by
        }
      }
    }
    return sums.values.allSatisfy { $0 == 0 }
  }
}
