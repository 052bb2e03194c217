import LinearPrograms
import TestSupport
import Testing

/// Hiding more until nothing can be narrowed down.
@Suite("Interval repair")
struct IntervalRepairTests {
  @Test("privacy-R7: the diagonal is repaired for width 4", arguments: Solver.allCases)
  func diagonal(solver: Solver) throws {
    let table = CrossTable([3, 3], [4, 10, 6, 7, 3, 9, 12, 8, 2])
    let primaries = [table.cell(0, 0), table.cell(1, 1), table.cell(2, 2)]
    let costs = table.counts.indices.map { table.isInner($0) ? table.counts[$0] : nil }
    let repair = try IntervalRepair(
      table.block(hiding: primaries), protected: primaries, costs: costs,
      models: [.nonNegative, .zerosPublic, .insider], width: 4, solver: solver)
    #expect(repair.unsafe.isEmpty)
    #expect(repair.intervals.allSatisfy { $0.isSafe(width: 4) })
    #expect(repair.hidden.allSatisfy { table.isInner($0) && !primaries.contains($0) })
  }

  @Test("without cells to hide, a count that follows from others is reported as unsafe")
  func nothingToHide() throws {
    let table = CrossTable([2, 2], [3, 9, 8, 7])
    let cell = table.cell(0, 0)
    let repair = try IntervalRepair(
      table.block(hiding: [cell]), protected: [cell], costs: table.counts.map { _ in nil },
      models: [.nonNegative], width: 4, solver: Solver.exact)
    #expect(repair.unsafe == [cell])
    #expect(repair.hidden.isEmpty)
  }

  @Test(
    "a cell is hidden only if it can move the way that widens", arguments: Solver.allCases,
    [1, 2])
  func direction(solver: Solver, count: Int) throws {
    // a + h = t and h + g + p = s: the least a falls with p, which can fall only if it is above 1.
    let (a, h, g, p, t, s) = (0, 1, 2, 3, 4, 5)
    func line(_ whole: Int, _ parts: [Int]) -> LinearProgram.Row {
      LinearProgram.Row(
        terms: [.init(column: whole, coefficient: -1)]
          + parts.map { .init(column: $0, coefficient: 1) }, constant: 0)
    }
    let block = try HiddenCells(
      counts: [2, 2, 1, count, 4, 3 + count],
      isPublished: [false, false, false, true, true, true],
      lines: [line(t, [a, h]), line(s, [h, g, p])])
    let repair = try IntervalRepair(
      block, protected: [a], costs: [nil, nil, nil, count, nil, nil], models: [.zerosPublic],
      width: 2, solver: solver)
    #expect(repair.hidden == (count == 1 ? [] : [p]))
    #expect(repair.unsafe == (count == 1 ? [a] : []))
    #expect(repair.intervals.map(\.ends) == [count == 1 ? [2, 3] : [1, 3]])
  }

  @Test("the iterations allowed hold for all rounds together")
  func budget() throws {
    let table = CrossTable([3, 3], [4, 10, 6, 7, 3, 9, 12, 8, 2])
    let primaries = [table.cell(0, 0), table.cell(1, 1), table.cell(2, 2)]
    func repair(_ limit: Int, _ solver: Solver) throws -> IntervalRepair {
      try IntervalRepair(
        table.block(hiding: primaries), protected: primaries, costs: table.counts,
        models: [.zerosPublic], width: 4, solver: solver, iterationLimit: limit)
    }
    for solver in Solver.allCases {
      let used = try repair(1_000_000, solver).iterations
      let again = try repair(used + 1, solver)
      #expect(again.iterations == used)
      #expect(throws: SolverFailure.budgetExhausted) { try repair(used - 1, solver) }
    }
  }

  @Test("repair only hides, only widens, and gives up only where hiding all would not help")
  func monotone() throws {
    var generator = SeededGenerator(seed: 9)
    var repaired = 0
    var unsafe = 0
    for number in 0..<60 {
      let sizes = number % 2 == 0 ? [3, 4] : [2, 3, 3]
      let inner = (0..<sizes.reduce(1, *)).map { _ in Int.random(in: 0...14, using: &generator) }
      let table = CrossTable(sizes, inner)
      let protected = table.counts.indices.filter { (1...3).contains(table.counts[$0]) }
      let costs = table.counts.indices.map { cell -> Int? in
        let isFree = Double.random(in: 0..<1, using: &generator) < 0.7
        return isFree && table.counts[cell] > 0 ? table.counts[cell] : nil
      }
      let model = AttackerModel.allCases[number % 3]
      let block = try table.block(hiding: protected)
      let before = try AttackerIntervals(
        block, protected: protected, model: model, solver: Solver.exact)
      let repair = try IntervalRepair(
        block, protected: protected, costs: costs, models: [model], width: 4,
        solver: Solver.exact)
      let after = try AttackerIntervals(
        repair.block, protected: protected, model: model, solver: Solver.exact)
      let all = try AttackerIntervals(
        table.block(hiding: protected + costs.indices.filter { costs[$0] != nil }),
        protected: protected, model: model, solver: Solver.exact)
      #expect(Set(repair.hidden).count == repair.hidden.count)
      for cell in repair.hidden {
        #expect(costs[cell] != nil && block.isPublished[cell] && !repair.block.isPublished[cell])
      }
      for index in protected.indices {
        #expect(after.intervals[index].lower <= before.intervals[index].lower)
        let upper = after.intervals[index].upper ?? Int.max
        #expect(upper >= before.intervals[index].upper ?? Int.max)
        let isUnsafe = repair.unsafe.contains(protected[index])
        #expect(after.intervals[index].isSafe(width: 4) == !isUnsafe)
        if isUnsafe { #expect(!all.intervals[index].isSafe(width: 4)) }
      }
      if !repair.hidden.isEmpty { repaired += 1 }
      if !repair.unsafe.isEmpty { unsafe += 1 }
    }
    #expect(repaired > 20 && unsafe > 2)
  }

  @Test("the same repair, cell by cell, on every run")
  func repeatable() throws {
    var generator = SeededGenerator(seed: 10)
    let table = CrossTable(
      [4, 3, 3], (0..<36).map { _ in Int.random(in: 0...20, using: &generator) })
    let protected = table.counts.indices.filter { (1...4).contains(table.counts[$0]) }
    let runs = try (0..<3).map { _ in
      try IntervalRepair(
        table.block(hiding: protected), protected: protected, costs: table.counts,
        models: [.nonNegative, .zerosPublic], width: 4, solver: Solver.library)
    }
    #expect(runs.allSatisfy { $0.hidden == runs[0].hidden && $0.intervals == runs[0].intervals })
    #expect(runs[0].intervals.allSatisfy { $0.isSafe(width: 4) })
  }
}
