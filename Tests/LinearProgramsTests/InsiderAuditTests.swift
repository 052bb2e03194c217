import TestSupport
import Testing

@testable import LinearPrograms

/// People who know that a cell without a place holds somebody.
@Suite("Insider audit")
struct InsiderAuditTests {
  private static let width = 4

  /// A whole `t` of the parts `a`, `i` and `p`; `a` has a place, `i` has none.
  private func repair(
    _ a: Int, _ i: Int, _ p: Int, costs: [Int?], hasPlace: Bool = false, solver: Solver
  ) throws -> IntervalRepair {
    let block = try HiddenCells(
      counts: [a, i, p, a + i + p], isPublished: [false, false, true, true],
      hasPlace: [true, hasPlace, true, true],
      lines: [
        LinearProgram.Row(
          terms: [-1, -1, -1, 1].enumerated().map { .init(column: $0, coefficient: $1) },
          constant: 0)
      ])
    return try IntervalRepair(
      block, protected: [0], costs: costs, models: [.zerosPublic], width: Self.width, solver: solver
    )
  }

  @Test(
    "of a + i = 5 a reader finds a in 1 to 5, a person of i in 1 to 4", arguments: Solver.allCases)
  func narrow(solver: Solver) throws {
    let repair = try repair(3, 2, 10, costs: [nil, nil, 10, nil], solver: solver)
    #expect(repair.hidden.isEmpty)
    #expect(repair.intervals.map(\.ends) == [[1, 5]])
    let audit = try InsiderAudit(after: repair, solver: solver)
    #expect(audit.hidden == [2])
    #expect(audit.unsafe.isEmpty)
    #expect(!audit.block.isPublished[2])
    #expect(audit.insiders == 1 && audit.programs == 1 && audit.pairs == 1)
    #expect(audit.intervals.allSatisfy { $0.isSafe(width: Self.width) })
    #expect(audit.iterations > repair.iterations)
    // With a place, the repair itself hides p.
    let other = try self.repair(
      3, 2, 10, costs: [nil, nil, 10, nil], hasPlace: true, solver: solver)
    #expect(other.hidden == [2])
    let none = try InsiderAudit(after: other, solver: solver)
    #expect(none.insiders == 0 && none.programs == 0 && none.hidden.isEmpty)
    #expect(none.iterations == other.iterations)
  }

  @Test("where nothing may be hidden, a count one person can narrow down is unsafe")
  func unsafe() throws {
    let repair = try repair(3, 2, 10, costs: [nil, nil, nil, nil], solver: .exact)
    #expect(repair.unsafe.isEmpty)
    let audit = try InsiderAudit(after: repair, solver: Solver.exact)
    #expect(audit.unsafe == [0] && audit.hidden.isEmpty)
    #expect(audit.intervals.map(\.ends) == [[1, 4]])
  }

  @Test("a person among five of i needs no program: a mixture with the true table proves enough")
  func mixture() throws {
    // The reader's points are a = 8 and a = 1; (3 + 4 · 8) / 5 = 7 with one person left in i.
    let wide = try repair(3, 5, 10, costs: [nil, nil, 10, nil], solver: .exact)
    let audit = try InsiderAudit(after: wide, solver: Solver.exact)
    #expect(audit.insiders == 1 && audit.programs == 0 && audit.hidden.isEmpty)
    #expect(audit.unsafe.isEmpty && audit.iterations == wide.iterations)
    // One person alone leaves nothing to mix.
    let alone = try repair(7, 1, 10, costs: [nil, nil, 10, nil], solver: .exact)
    let solved = try InsiderAudit(after: alone, solver: Solver.exact)
    #expect(solved.programs == 0 || solved.intervals.map(\.ends) == [[1, 7]])
    #expect(solved.hidden.isEmpty && solved.unsafe.isEmpty)
  }

  @Test("the iterations allowed hold for repair and audit together")
  func budget() throws {
    func audit(_ limit: Int) throws -> (InsiderAudit, IntervalRepair) {
      let table = CrossTable([2, 2], [3, 2, 10, 9])
      let hasPlace = table.counts.indices.map { $0 != table.cell(0, 1) }
      let repair = try IntervalRepair(
        table.block(hiding: [0, 1, table.cell(1, 0), table.cell(1, 1)], hasPlace: hasPlace),
        protected: [0], costs: table.counts, models: [.zerosPublic], width: Self.width,
        solver: Solver.exact, iterationLimit: limit)
      return (try InsiderAudit(after: repair, solver: Solver.exact), repair)
    }
    let (whole, repair) = try audit(1_000_000)
    try #require(whole.iterations > repair.iterations)
    #expect(try audit(whole.iterations + 1).0.iterations == whole.iterations)
    #expect(throws: SolverFailure.budgetExhausted) { try audit(whole.iterations - 1) }
  }

  /// A random table, the small cells of it hidden, most inner cells without a place.
  ///
  /// Where totals over the first attribute must not be hidden, the possible tables are few.
  private func random(
    _ sizes: [Int], atMost most: Int, keepsTotals: Bool = true,
    using generator: inout SeededGenerator
  ) throws -> (table: CrossTable, block: HiddenCells, protected: [Int], costs: [Int?]) {
    let inner = (0..<sizes.reduce(1, *)).map { _ in Int.random(in: 0...most, using: &generator) }
    let table = CrossTable(sizes, inner)
    let protected = table.counts.indices.filter {
      (1...3).contains(table.counts[$0]) && table.levels[$0] != table.sizes
    }
    var hasPlace: [Bool] = []
    var costs: [Int?] = []
    var hidden = protected
    for cell in table.counts.indices {
      let chance = Double.random(in: 0..<1, using: &generator)
      hasPlace.append(chance < (table.isInner(cell) ? 0.3 : 0.9))
      let isFree = Double.random(in: 0..<1, using: &generator) < 0.6
      let isTotal =
        table.levels[cell] == sizes || keepsTotals && table.levels[cell][0] == sizes[0]
      costs.append(isFree && !isTotal && table.counts[cell] > 0 ? table.counts[cell] : nil)
      // What has no place is not published.
      if !hasPlace[cell] && table.isInner(cell) && !hidden.contains(cell) { hidden.append(cell) }
    }
    return (table, try table.block(hiding: hidden, hasPlace: hasPlace), protected, costs)
  }

  private func insiders(_ block: HiddenCells) -> [Int] {
    block.counts.indices.filter {
      !block.isPublished[$0] && !block.hasPlace[$0] && (block.counts[$0] ?? 0) > 0
    }
  }

  @Test("each person's intervals are those of all tables they hold possible")
  func enumerated() throws {
    var generator = SeededGenerator(seed: 21)
    var persons = 0
    for number in 0..<60 {
      let isNetwork = number % 3 != 0
      let (table, block, _, _) = try random(
        isNetwork ? [2, 3] : [2, 2, 2], atMost: 4, using: &generator)
      let hidden = block.counts.indices.filter { !block.isPublished[$0] }
      for insider in insiders(block) {
        persons += 1
        let possible = EnumeratedTables(table, block, insider: insider)
        let attack = try AttackerIntervals(
          block, protected: hidden, model: .zerosPublic, insider: insider, width: nil,
          solver: Solver.exact, iterationLimit: 1_000_000)
        #expect(possible.count > 0)
        for interval in attack.intervals {
          let upper = try #require(interval.upper)
          let (low, high) = (possible.lower[interval.cell], possible.upper[interval.cell])
          #expect(interval.lower <= low && high <= upper, "table \(number)")
          if isNetwork { #expect(interval.lower == low && upper == high, "table \(number)") }
        }
      }
    }
    #expect(persons > 100)
  }

  @Test("after the audit no single person narrows a count down, by the count of all tables")
  func protected() throws {
    var generator = SeededGenerator(seed: 22)
    var (repaired, unsafe, proved) = (0, 0, 0)
    for number in 0..<40 {
      let (table, block, protected, costs) = try random([2, 3], atMost: 5, using: &generator)
      let repair = try IntervalRepair(
        block, protected: protected, costs: costs, models: [.zerosPublic], width: Self.width,
        solver: Solver.exact)
      let audit = try InsiderAudit(after: repair, solver: Solver.exact)
      func narrow(_ block: HiddenCells) -> Set<Int> {
        var cells = Set<Int>()
        for insider in insiders(block) {
          let possible = EnumeratedTables(table, block, insider: insider)
          for cell in protected where possible.upper[cell] - possible.lower[cell] < Self.width {
            cells.insert(cell)
          }
        }
        return cells
      }
      let after = narrow(audit.block)
      #expect(after.isSubset(of: audit.unsafe), "table \(number)")
      #expect(Set(audit.unsafe).subtracting(repair.unsafe).isSubset(of: after), "table \(number)")
      // Nothing is hidden that no single person requires.
      let before = narrow(repair.block).subtracting(repair.unsafe)
      if before.isEmpty { #expect(audit.hidden.isEmpty, "table \(number)") }
      if !before.isEmpty && before.isDisjoint(with: audit.unsafe) {
        #expect(!audit.hidden.isEmpty, "table \(number)")
      }
      if !audit.hidden.isEmpty { repaired += 1 }
      if audit.unsafe.count > repair.unsafe.count { unsafe += 1 }
      if audit.insiders > audit.programs { proved += 1 }
    }
    #expect(repaired > 2 && unsafe > 2 && proved > 12, "\(repaired) \(unsafe) \(proved)")
  }

  @Test("the audit only hides, only widens, and gives up only where hiding all would not help")
  func monotone() throws {
    var generator = SeededGenerator(seed: 23)
    var repaired = 0
    for _ in 0..<24 {
      let (table, block, protected, costs) = try random(
        [2, 3, 2], atMost: 9, keepsTotals: false, using: &generator)
      let repair = try IntervalRepair(
        block, protected: protected, costs: costs, models: [.zerosPublic], width: Self.width,
        solver: Solver.exact)
      let audit = try InsiderAudit(after: repair, solver: Solver.exact)
      #expect(Set(audit.hidden).count == audit.hidden.count)
      for cell in table.counts.indices {
        let isHidden = audit.hidden.contains(cell)
        #expect(audit.block.isPublished[cell] == (repair.block.isPublished[cell] && !isHidden))
        if isHidden { #expect(costs[cell] != nil && repair.block.isPublished[cell]) }
      }
      let all = try table.block(
        hiding: table.counts.indices.filter { !block.isPublished[$0] || costs[$0] != nil },
        hasPlace: block.hasPlace)
      func intervals(_ block: HiddenCells, _ insider: Int?) throws -> [AttackerIntervals.Interval] {
        try AttackerIntervals(
          block, protected: protected, model: .zerosPublic, insider: insider, width: nil,
          solver: Solver.exact, iterationLimit: 1_000_000
        ).intervals
      }
      var narrow = Set(repair.unsafe)
      for insider in insiders(audit.block) {
        let before = try intervals(repair.block, insider)
        let after = try intervals(audit.block, insider)
        let most = try intervals(all, insider)
        for index in protected.indices {
          #expect(after[index].lower <= before[index].lower)
          #expect((after[index].upper ?? .max) >= before[index].upper ?? .max)
          if !most[index].isSafe(width: Self.width) { narrow.insert(protected[index]) }
          if !audit.unsafe.contains(protected[index]) {
            #expect(after[index].isSafe(width: Self.width))
          }
        }
      }
      #expect(Set(audit.unsafe).isSubset(of: narrow))
      if !audit.hidden.isEmpty { repaired += 1 }
    }
    #expect(repaired > 2)
  }

  @Test("the same audit on every run, and the same unsafe counts with both solvers")
  func repeatable() throws {
    var generator = SeededGenerator(seed: 24)
    for _ in 0..<8 {
      let (_, block, protected, costs) = try random(
        [3, 3, 2], atMost: 9, keepsTotals: false, using: &generator)
      let runs = try [Solver.library, .library, .exact].map { solver in
        let repair = try IntervalRepair(
          block, protected: protected, costs: costs, models: [.zerosPublic], width: Self.width,
          solver: solver)
        return try InsiderAudit(after: repair, solver: solver)
      }
      #expect(runs[0].hidden == runs[1].hidden && runs[0].intervals == runs[1].intervals)
      #expect(runs[0].iterations == runs[1].iterations)
      #expect(runs[0].unsafe == runs[2].unsafe)
    }
  }
}
