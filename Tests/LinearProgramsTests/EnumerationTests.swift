import LinearPrograms
import TestSupport
import Testing

/// Intervals against the counting of all possible tables.
@Suite("Attacker intervals against enumeration")
struct EnumerationTests {
  /// A random table and a pattern of hidden cells; the grand total is always published.
  private func random(
    _ sizes: [Int], atMost total: Int, using generator: inout SeededGenerator
  ) -> (table: CrossTable, hidden: [Int]) {
    var inner = [Int](repeating: 0, count: sizes.reduce(1, *))
    for _ in 0..<Int.random(in: 1...total, using: &generator) {
      inner[Int.random(in: inner.indices, using: &generator)] += 1
    }
    let table = CrossTable(sizes, inner)
    var hidden: [Int] = []
    var innerHidden = 0
    for cell in table.counts.indices.shuffled(using: &generator)
    where table.levels[cell] != table.sizes {
      let chance = table.isInner(cell) ? 0.6 : 0.2
      guard Double.random(in: 0..<1, using: &generator) < chance else { continue }
      if table.isInner(cell) {
        guard innerHidden < 6 else { continue }
        innerHidden += 1
      }
      hidden.append(cell)
    }
    return (table, hidden.sorted())
  }

  private func compare(
    _ sizes: [Int], seed: UInt64, tables: Int, solver: Solver, isNetwork: Bool
  ) throws {
    var generator = SeededGenerator(seed: seed)
    for number in 0..<tables {
      let shape =
        sizes.isEmpty
        ? [Int.random(in: 2...4, using: &generator), Int.random(in: 2...4, using: &generator)]
        : sizes
      let (table, hidden) = random(shape, atMost: 12, using: &generator)
      let model = AttackerModel.allCases[number % 3]
      let possible = EnumeratedTables(table, hiding: hidden, model: model)
      #expect(possible.count > 0)
      let attack = try AttackerIntervals(
        table.block(hiding: hidden), protected: hidden, model: model, solver: solver)
      for interval in attack.intervals {
        let own = model == .insider && table.counts[interval.cell] > 0 ? 1 : 0
        let low = possible.lower[interval.cell] - own
        let high = possible.upper[interval.cell] - own
        let upper = try #require(interval.upper)
        if isNetwork {
          #expect(interval.lower == low && upper == high, "table \(number)")
        } else {
          #expect(interval.lower <= low && upper >= high, "table \(number)")
        }
      }
    }
  }

  @Test("in two-way tables the ends are those of all 2,000 sets of possible tables")
  func twoWay() throws {
    try compare([], seed: 1, tables: 2000, solver: .exact, isNetwork: true)
  }

  @Test("the library finds the same ends in two-way tables")
  func twoWayLibrary() throws {
    try compare([], seed: 2, tables: 150, solver: .library, isNetwork: true)
  }

  @Test("in three-way tables the intervals hold all possible tables", arguments: Solver.allCases)
  func threeWay(solver: Solver) throws {
    try compare([2, 2, 2], seed: 3, tables: 60, solver: solver, isNetwork: false)
    try compare([2, 3, 2], seed: 4, tables: 60, solver: solver, isNetwork: false)
  }

  @Test("each model's intervals are within those of the weaker ones, and of each single insider")
  func nestedModels() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<120 {
      let (table, hidden) = random([3, 3], atMost: 12, using: &generator)
      let block = try table.block(hiding: hidden)
      func ends(_ model: AttackerModel) throws -> [ClosedRange<Int>] {
        try AttackerIntervals(block, protected: hidden, model: model, solver: Solver.exact)
          .intervals.map { interval in
            let own = model == .insider && table.counts[interval.cell] > 0 ? 1 : 0
            return interval.lower + own...(try #require(interval.upper)) + own
          }
      }
      let (weak, middle, strong) = (
        try ends(.nonNegative), try ends(.insider), try ends(.zerosPublic)
      )
      for index in hidden.indices {
        #expect(weak[index].contains(middle[index]))
        #expect(middle[index].contains(strong[index]))
      }
      for person in table.counts.indices where table.isInner(person) && table.counts[person] > 0 {
        let possible = EnumeratedTables(table, hiding: hidden, personOf: person)
        for (index, cell) in hidden.enumerated() {
          #expect((possible.lower[cell]...possible.upper[cell]).contains(middle[index]))
        }
      }
    }
  }

  @Test("both solvers find the same intervals, with and without a width that is enough")
  func sameIntervals() throws {
    var generator = SeededGenerator(seed: 6)
    for number in 0..<60 {
      let (table, hidden) = random([3, 3, 3], atMost: 60, using: &generator)
      let block = try table.block(hiding: hidden)
      let model = AttackerModel.allCases[number % 3]
      let first = try AttackerIntervals(
        block, protected: hidden, model: model, solver: Solver.exact)
      let second = try AttackerIntervals(
        block, protected: hidden, model: model, solver: Solver.library)
      #expect(first.intervals == second.intervals)
      for solver in Solver.allCases {
        let quick = try AttackerIntervals(
          block, protected: hidden, model: model, width: 3, solver: solver)
        for (whole, part) in zip(first.intervals, quick.intervals) {
          #expect(whole.isSafe(width: 3) == part.isSafe(width: 3))
          #expect(part.lower >= whole.lower)
        }
      }
    }
  }
}
