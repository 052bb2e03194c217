import Estimates
import LinearPrograms
import TestSupport
import Testing

@testable import Disclosure

/// The smallest change that moves a hidden count, by linear programming.
@Suite("Smallest change of hidden counts")
struct SmallestChangeTests {
  private struct FailingSolver: LinearProgramSolver {
    func bounds(_ request: BoundsRequest) throws(SolverFailure) -> BoundsAnswer {
      throw .numerical
    }
  }

  /// A table of rows and columns with their totals, cell by cell, row after row, totals last.
  private static func block(_ inner: [[Int]]) -> SuppressionBlock {
    let columns = inner[0].count
    let table = (inner + [inner[0].indices.map { column in inner.reduce(0) { $0 + $1[column] } }])
      .map { $0 + [$0.reduce(0, +)] }
    func cell(_ row: Int, _ column: Int) -> Int { row * (columns + 1) + column }
    var lines: [CellSystem.Line] = []
    func add(_ whole: Int, _ parts: [Int]) {
      lines.append(
        CellSystem.Line(
          terms: [.init(cell: whole, coefficient: 1)]
            + parts.map { .init(cell: $0, coefficient: -1) },
          constant: 0, isSpanning: true))
    }
    for row in table.indices { add(cell(row, columns), (0..<columns).map { cell(row, $0) }) }
    for column in 0...columns {
      add(cell(inner.count, column), inner.indices.map { cell($0, column) })
    }
    let counts = table.flatMap { $0 }
    return SuppressionBlock(cells: Array(counts.indices), counts: counts, lines: lines)
  }

  private static func search(
    _ block: SuppressionBlock, hidden: Set<Int>, solver: any LinearProgramSolver = ExactSimplex(),
    leasts: [Int]? = nil, programs: Int = 100
  ) -> SmallestChange {
    SmallestChange(
      block: block, leasts: leasts ?? block.leasts,
      isKnown: block.cells.indices.map { !hidden.contains($0) }, solver: solver,
      programs: programs)
  }

  /// Whether a change keeps every line and leaves everywhere as many as there must be.
  private static func holds(
    _ change: [AlternativeTables.Shift], _ block: SuppressionBlock, hidden: Set<Int>,
    leasts: [Int]
  ) -> Bool {
    var by = [Int](repeating: 0, count: block.cells.count)
    for shift in change { by[shift.cell] = shift.by }
    return block.lines.allSatisfy { line in
      line.terms.reduce(0) { $0 + $1.coefficient * by[$1.cell] } == 0
    }
      && by.indices.allSatisfy { cell in
        by[cell] == 0
          || hidden.contains(cell) && (block.counts[cell] ?? 0) + by[cell] >= leasts[cell]
      }
  }

  @Test("four counts around a rectangle are the smallest change")
  func rectangle() throws {
    let block = Self.block([[3, 8, 20], [7, 9, 30], [15, 25, 40]])
    let hidden: Set<Int> = [0, 1, 4, 5]
    var search = Self.search(block, hidden: hidden)
    let found = search.change(moving: 0)
    let change = try #require(found)
    #expect(change.map(\.cell) == [0, 1, 4, 5])
    #expect(change.map(\.by) == [1, -1, -1, 1])
    #expect(Self.holds(change, block, hidden: hidden, leasts: block.leasts))
    #expect(search.remaining == 99)
  }

  @Test("a count that follows from the others has no change")
  func determined() {
    let block = Self.block([[3, 8, 20], [7, 9, 30], [15, 25, 40]])
    // The fifth cell is alone in its column.
    var search = Self.search(block, hidden: [0, 1, 5])
    #expect(search.change(moving: 0) == nil)
    #expect(search.failure == nil)
  }

  @Test("whoever may be nobody gives more room than whoever must be somebody")
  func room() throws {
    // Both ways round the rectangle one of the ones would become nobody.
    let block = Self.block([[1, 1, 20], [1, 1, 30], [15, 25, 40]])
    let hidden: Set<Int> = [0, 1, 4, 5]
    var strict = Self.search(block, hidden: hidden)
    #expect(strict.change(moving: 0) == nil)
    var leasts = block.leasts
    leasts[1] = 0
    leasts[4] = 0
    var free = Self.search(block, hidden: hidden, leasts: leasts)
    let found = free.change(moving: 0)
    let change = try #require(found)
    #expect(change.map(\.by) == [1, -1, -1, 1])
  }

  @Test("a ring through many lines is found")
  func ring() throws {
    let size = 40
    var inner = [[Int]](repeating: [Int](repeating: 0, count: size), count: size)
    for row in 0..<size {
      for column in 0..<size { inner[row][column] = 5 + (row * 7 + column * 3) % 11 }
    }
    let block = Self.block(inner)
    var hidden: Set<Int> = []
    for row in 0..<size {
      hidden.formUnion([row * (size + 1) + row, row * (size + 1) + (row + 1) % size])
    }
    var search = Self.search(block, hidden: hidden)
    let found = search.change(moving: 0)
    let change = try #require(found)
    #expect(change.count == 2 * size)
    #expect(Self.holds(change, block, hidden: hidden, leasts: block.leasts))
  }

  @Test("what the search finds in random tables holds, and it finds as much as trying all does")
  func random() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<20 {
      let inner = (0..<3).map { _ in (0..<3).map { _ in 1 + Int(random.next() % 4) } }
      let block = Self.block(inner)
      let places = [0, 1, 2, 4, 5, 6, 8, 9, 10]
      let hidden = Set(places.filter { _ in random.next() % 3 != 0 })
      for cell in hidden.sorted() {
        var search = Self.search(block, hidden: hidden)
        let change = search.change(moving: cell)
        if let change {
          #expect(Self.holds(change, block, hidden: hidden, leasts: block.leasts))
          #expect(change.contains { $0.cell == cell })
        }
        #expect((change != nil) == Self.canMove(cell, inner, hidden))
      }
    }
  }

  /// Whether a hidden cell of a table of three by three differs in another table with the same totals.
  private static func canMove(_ cell: Int, _ inner: [[Int]], _ hidden: Set<Int>) -> Bool {
    let steps = -4...4
    // Four changes of the upper left square decide all.
    for a in steps {
      for b in steps {
        for c in steps {
          for d in steps {
            let change = [[a, b, -a - b], [c, d, -c - d], [-a - c, -b - d, a + b + c + d]]
            let isPossible = (0..<3).allSatisfy { row in
              (0..<3).allSatisfy { column in
                change[row][column] == 0
                  || hidden.contains(row * 4 + column)
                    && inner[row][column] + change[row][column] >= 1
              }
            }
            if isPossible && change[cell / 4][cell % 4] != 0 { return true }
          }
        }
      }
    }
    return false
  }

  @Test("a solver that fails is asked once, and no more programs are solved than may be")
  func failures() {
    let block = Self.block([[3, 8, 20], [7, 9, 30], [15, 25, 40]])
    var failing = Self.search(block, hidden: [0, 1, 4, 5], solver: FailingSolver())
    #expect(failing.change(moving: 0) == nil)
    #expect(failing.failure == .numerical)
    #expect(failing.remaining == 99)
    #expect(failing.change(moving: 1) == nil)
    #expect(failing.remaining == 99)
    var exhausted = Self.search(block, hidden: [0, 1, 4, 5], programs: 0)
    #expect(exhausted.change(moving: 0) == nil)
    #expect(exhausted.failure == nil)
  }
}
