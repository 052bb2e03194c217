/// Makes a set of changes shorter without changing what they can be combined to.
///
/// A change that overlaps with a shorter one is replaced by their sum or difference where that
/// touches fewer cells. Short changes are easier to combine into one that leaves nobody short.
struct MoveShortening {
  private(set) var moves: [[AlternativeTables.Shift]]
  private var movesOfCell: [Set<Int>]
  /// For each change, how many cells it shares with the one looked at; zero in between.
  private var shared: [Int]
  private var steps = 0

  /// Shortens changes of `cellCount` cells, in at most `limit` counted steps.
  init(_ moves: [[AlternativeTables.Shift]], cellCount: Int, limit: Int) {
    self.moves = moves
    movesOfCell = [Set<Int>](repeating: [], count: cellCount)
    shared = [Int](repeating: 0, count: moves.count)
    for (index, move) in moves.enumerated() {
      for shift in move { movesOfCell[shift.cell].insert(index) }
    }
    var hasChanged = true
    while hasChanged && steps < limit {
      hasChanged = false
      let order = self.moves.indices.sorted {
        (-self.moves[$0].count, $0) < (-self.moves[$1].count, $1)
      }
      for index in order where steps < limit {
        while steps < limit, let shorter = shorter(index) {
          replace(index, by: shorter)
          hasChanged = true
        }
      }
    }
  }

  private struct Overlap {
    var shared = 0
    var equal = 0
    var opposite = 0
  }

  /// The shortest sum or difference with another change; `nil` if none is shorter.
  private mutating func shorter(_ index: Int) -> [AlternativeTables.Shift]? {
    var sizes: [Int: Int] = [:]
    for shift in moves[index] { sizes[shift.cell] = shift.by }
    var others: [Int] = []
    for shift in moves[index] {
      steps += movesOfCell[shift.cell].count
      for other in movesOfCell[shift.cell] where other != index {
        if shared[other] == 0 { others.append(other) }
        shared[other] += 1
      }
    }
    var best: (saving: Int, other: Int, sign: Int)?
    for other in others.sorted() {
      var overlap = Overlap(shared: shared[other])
      shared[other] = 0
      guard 2 * overlap.shared > moves[other].count else { continue }
      steps += moves[other].count
      for shift in moves[other] {
        guard let mine = sizes[shift.cell] else { continue }
        if mine == shift.by { overlap.equal += 1 }
        if mine == -shift.by { overlap.opposite += 1 }
      }
      for (cancelled, sign) in [(overlap.equal, -1), (overlap.opposite, 1)] {
        let saving = overlap.shared + cancelled - moves[other].count
        if saving > (best?.saving ?? 0) { best = (saving, other, sign) }
      }
    }
    guard let best else { return nil }
    for shift in moves[best.other] { sizes[shift.cell, default: 0] += best.sign * shift.by }
    let shorter = sizes.keys.sorted().compactMap { cell in
      sizes[cell].map { AlternativeTables.Shift(cell: cell, by: $0) }
    }.filter { $0.by != 0 }
    return shorter.contains { abs($0.by) > 1000 } ? nil : shorter
  }

  private mutating func replace(_ index: Int, by move: [AlternativeTables.Shift]) {
    for shift in moves[index] { movesOfCell[shift.cell].remove(index) }
    for shift in move { movesOfCell[shift.cell].insert(index) }
    moves[index] = move
  }
}
