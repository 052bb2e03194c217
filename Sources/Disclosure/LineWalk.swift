/// Searches for a change of hidden counts from one cell outwards: wherever a line no longer adds
/// up, another hidden cell of the line takes the difference, until all lines do.
///
/// Of the cells that could take it those are tried first that mend most other lines at once.
struct LineWalk {
  private let block: SuppressionBlock
  private let isKnown: [Bool]
  /// For each line, its hidden cells.
  private let open: [[CellSystem.Term]]
  private var change: [Int]
  private var touched: [Int] = []
  private var imbalance: [Int]
  private var broken: Set<Int> = []
  private var nodes = 0
  /// Steps taken so far, in all searches.
  private(set) var steps = 0

  private static let nodeLimit = 240
  private static let depthLimit = 60

  /// Prepares searches in a block some of whose cells are known.
  init(block: SuppressionBlock, isKnown: [Bool]) {
    self.block = block
    self.isKnown = isKnown
    open = block.lines.map { $0.terms.filter { !isKnown[$0.cell] } }
    change = [Int](repeating: 0, count: block.cells.count)
    imbalance = [Int](repeating: 0, count: block.lines.count)
  }

  /// A change that moves a cell and keeps every line; `nil` if none is found.
  mutating func change(moving cell: Int) -> [AlternativeTables.Shift]? {
    for by in [1, -1] where hasRoom(cell, by) {
      nodes = 0
      add(cell, by)
      let isFound = mend(depth: 0)
      let shifts = Set(touched).sorted().filter { change[$0] != 0 }
        .map { AlternativeTables.Shift(cell: $0, by: change[$0]) }
      for moved in touched { change[moved] = 0 }
      for line in broken { imbalance[line] = 0 }
      touched = []
      broken = []
      if isFound { return shifts }
    }
    return nil
  }

  private func hasRoom(_ cell: Int, _ by: Int) -> Bool {
    guard let people = block.counts[cell] else { return true }
    return people + change[cell] + by >= (people == 0 ? 0 : 1)
  }

  private mutating func add(_ cell: Int, _ by: Int) {
    change[cell] += by
    touched.append(cell)
    for line in block.linesOfCell[cell] {
      imbalance[line] += by * coefficient(cell, line)
      if imbalance[line] == 0 { broken.remove(line) } else { broken.insert(line) }
    }
  }

  private func coefficient(_ cell: Int, _ line: Int) -> Int {
    let terms = block.lines[line].terms
    var low = 0
    var high = terms.count
    while low < high {
      let middle = (low + high) / 2
      if terms[middle].cell < cell { low = middle + 1 } else { high = middle }
    }
    return low < terms.count && terms[low].cell == cell ? terms[low].coefficient : 0
  }

  private mutating func mend(depth: Int) -> Bool {
    let worst = broken.min { (open[$0].count, $0) < (open[$1].count, $1) }
    guard let worst else { return true }
    nodes += 1
    guard nodes < LineWalk.nodeLimit, depth < LineWalk.depthLimit else { return false }
    var options: [(gain: Int, room: Int, cell: Int, by: Int)] = []
    for term in open[worst] {
      let by = -imbalance[worst].signum() * term.coefficient.signum()
      // A cell never turns back, so that the search does not go round in circles.
      guard change[term.cell] * by >= 0, hasRoom(term.cell, by) else { continue }
      var gain = 0
      for line in block.linesOfCell[term.cell] {
        let before = imbalance[line]
        gain += abs(before) - abs(before + by * coefficient(term.cell, line))
      }
      steps += block.linesOfCell[term.cell].count
      options.append((gain, block.counts[term.cell] ?? 0, term.cell, by))
    }
    options.sort { (-$0.gain, -$0.room, $0.cell) < (-$1.gain, -$1.room, $1.cell) }
    for option in options.prefix(3) {
      add(option.cell, option.by)
      if mend(depth: depth + 1) { return true }
      add(option.cell, -option.by)
    }
    return false
  }
}
