import LinearPrograms

/// A table of counts with all its margins, as a block of cells.
struct CrossTable {
  /// The number of levels of each attribute.
  let sizes: [Int]
  /// For each cell its level of each attribute; the number of levels stands for the total.
  let levels: [[Int]]
  /// The counts.
  let counts: [Int]
  /// Every total as the sum of its parts.
  let lines: [LinearProgram.Row]

  /// Makes a table of inner counts, row-major, the last attribute fastest.
  init(_ sizes: [Int], _ inner: [Int]) {
    self.sizes = sizes
    var levels: [[Int]] = [[]]
    for size in sizes { levels = levels.flatMap { start in (0...size).map { start + [$0] } } }
    self.levels = levels
    func position(_ cell: [Int]) -> Int { zip(cell, sizes).reduce(0) { $0 * ($1.1 + 1) + $1.0 } }
    var counts = [Int](repeating: 0, count: levels.count)
    var next = 0
    for cell in levels where zip(cell, sizes).allSatisfy({ $0 < $1 }) {
      for mask in 0..<(1 << sizes.count) {
        let total = cell.indices.map { mask >> $0 & 1 == 1 ? sizes[$0] : cell[$0] }
        counts[position(total)] += inner[next]
      }
      next += 1
    }
    self.counts = counts
    var lines: [LinearProgram.Row] = []
    for cell in levels {
      for axis in sizes.indices where cell[axis] == sizes[axis] {
        let parts = (0..<sizes[axis]).map { level in
          var part = cell
          part[axis] = level
          return LinearProgram.Term(column: position(part), coefficient: -1)
        }
        lines.append(
          LinearProgram.Row(
            terms: [LinearProgram.Term(column: position(cell), coefficient: 1)] + parts, constant: 0
          ))
      }
    }
    self.lines = lines
  }

  /// The position of a cell; `nil` stands for the total.
  func cell(_ levels: Int?...) -> Int {
    zip(levels, sizes).reduce(0) { $0 * ($1.1 + 1) + ($1.0 ?? $1.1) }
  }

  /// Whether a cell is not a total.
  func isInner(_ cell: Int) -> Bool { zip(levels[cell], sizes).allSatisfy { $0 < $1 } }

  /// Whether the people of an inner cell are in another cell.
  func contains(_ inner: Int, in other: Int) -> Bool {
    sizes.indices.allSatisfy {
      levels[other][$0] == levels[inner][$0] || levels[other][$0] == sizes[$0]
    }
  }

  /// The block with some cells hidden, each with a place where nothing else is said.
  func block(hiding hidden: [Int], hasPlace: [Bool]? = nil) throws -> HiddenCells {
    try HiddenCells(
      counts: counts, isPublished: counts.indices.map { !hidden.contains($0) },
      hasPlace: hasPlace, lines: lines)
  }
}
