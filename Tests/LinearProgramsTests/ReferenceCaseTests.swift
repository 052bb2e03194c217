import LinearPrograms
import Testing

/// Published and hand-checked patterns of hidden cells.
@Suite("Reference cases of attacker intervals")
struct ReferenceCaseTests {
  private func ends(
    _ table: CrossTable, hiding hidden: [Int], of cells: [Int]? = nil,
    model: AttackerModel = .nonNegative, solver: Solver
  ) throws -> [[Int?]] {
    let attack = try AttackerIntervals(
      table.block(hiding: hidden), protected: cells ?? hidden, model: model, solver: solver)
    #expect(attack.intervals.allSatisfy { $0.isClaimedOptimal })
    return attack.intervals.map(\.ends)
  }

  @Test("privacy-R4: limits of four hidden cells of a 3 x 3 table", arguments: Solver.allCases)
  func limits(solver: Solver) throws {
    let table = CrossTable([3, 3], [20, 50, 10, 8, 19, 22, 17, 32, 12])
    let hidden = [table.cell(1, 2), table.cell(1, 0), table.cell(2, 0), table.cell(2, 2)]
    #expect(
      try ends(table, hiding: hidden, solver: solver) == [[5, 30], [0, 25], [0, 25], [4, 29]])
  }

  @Test(
    "privacy-R5: a rare gender is exact until a second column is hidden", arguments: Solver.allCases
  )
  func rareGender(solver: Solver) throws {
    let table = CrossTable([3, 3], [12, 14, 1, 9, 11, 0, 7, 16, 2])
    func column(_ level: Int) -> [Int] {
      [table.cell(0, level), table.cell(2, level), table.cell(nil, level)]
    }
    func cost(_ cells: [Int]) -> Int { cells.reduce(0) { $0 + table.counts[$1] } }
    #expect(try ends(table, hiding: column(2), solver: solver) == [[1, 1], [2, 2], [3, 3]])
    #expect(
      try ends(table, hiding: column(2) + column(0), of: column(2), solver: solver)
        == [[0, 13], [0, 9], [0, 22]])
    #expect(cost(column(0)) == 47)
    #expect(cost(column(1)) == 71)
    let next = try ends(table, hiding: column(2) + column(1), of: column(2), solver: solver)
    #expect(next == [[0, 15], [0, 18], [0, 33]])
  }

  @Test(
    "privacy-R6: a block of four protects, one or two in a row do not", arguments: Solver.allCases)
  func blockOfFour(solver: Solver) throws {
    let table = CrossTable([4, 3], [20, 3, 15, 18, 12, 9, 25, 30, 11, 14, 7, 22])
    let hidden = [table.cell(0, 1), table.cell(0, 2), table.cell(1, 1), table.cell(1, 2)]
    #expect(
      try ends(table, hiding: hidden, solver: solver) == [[0, 15], [3, 18], [0, 15], [6, 21]])
    #expect(try ends(table, hiding: [table.cell(0, 1)], solver: solver) == [[3, 3]])
    #expect(
      try ends(table, hiding: [table.cell(0, 1), table.cell(0, 0)], solver: solver)
        == [[3, 3], [20, 20]])
  }

  @Test(
    "privacy-R7: a diagonal is exact until three cells beside it are hidden",
    arguments: Solver.allCases)
  func diagonal(solver: Solver) throws {
    let table = CrossTable([3, 3], [4, 10, 6, 7, 3, 9, 12, 8, 2])
    let primaries = [table.cell(0, 0), table.cell(1, 1), table.cell(2, 2)]
    #expect(try ends(table, hiding: primaries, solver: solver) == [[4, 4], [3, 3], [2, 2]])
    let more = [table.cell(0, 2), table.cell(1, 0), table.cell(2, 1)]
    #expect(more.reduce(0) { $0 + table.counts[$1] } == 21)
    #expect(
      try ends(table, hiding: primaries + more, of: primaries, solver: solver)
        == [[2, 10], [1, 9], [0, 8]])
  }

  @Test(
    "privacy-R7b: a bridge is exact though two are hidden in each line", arguments: Solver.allCases)
  func bridge(solver: Solver) throws {
    let table = CrossTable(
      [4, 4], [6, 8, 20, 15, 9, 7, 3, 30, 25, 18, 11, 12, 22, 16, 14, 9])
    let hidden = [
      table.cell(0, 0), table.cell(0, 1), table.cell(1, 0), table.cell(1, 1), table.cell(1, 2),
      table.cell(2, 2), table.cell(2, 3), table.cell(3, 2), table.cell(3, 3),
    ]
    let bridge = table.cell(1, 2)
    #expect(try ends(table, hiding: hidden, of: [bridge], solver: solver) == [[3, 3]])
    #expect(
      try ends(table, hiding: hidden + [table.cell(0, 3)], of: [bridge], solver: solver)
        == [[0, 18]])
  }

  @Test("privacy-R8: public zeros pin what non-negativity leaves open", arguments: Solver.allCases)
  func publicZeros(solver: Solver) throws {
    let table = CrossTable([4], [10, 3, 1, 1])
    let hidden = [table.cell(2), table.cell(3)]
    #expect(try ends(table, hiding: hidden, solver: solver) == [[0, 2], [0, 2]])
    #expect(
      try ends(table, hiding: hidden, model: .zerosPublic, solver: solver) == [[1, 1], [1, 1]])
    // The one person of each cell: nobody else is in it.
    #expect(try ends(table, hiding: hidden, model: .insider, solver: solver) == [[0, 0], [0, 0]])
    let empty = CrossTable([3], [0, 0, 0])
    for model in AttackerModel.allCases {
      #expect(
        try ends(empty, hiding: [empty.cell(0), empty.cell(1)], model: model, solver: solver)
          == [[0, 0], [0, 0]])
    }
  }

  @Test("a count that nothing limits has no upper end", arguments: Solver.allCases)
  func unlimited(solver: Solver) throws {
    let block = try HiddenCells(
      counts: [4, 9, nil, 3], isPublished: [false, false, false, true],
      lines: [
        LinearProgram.Row(
          terms: [.init(column: 0, coefficient: 1), .init(column: 1, coefficient: -1)],
          constant: -5)
      ])
    let attack = try AttackerIntervals(
      block, protected: [0, 1, 2, 3], model: .nonNegative, solver: solver)
    #expect(attack.intervals.map(\.ends) == [[0, nil], [5, nil], [0, nil], [3, 3]])
    #expect(attack.intervals.map { $0.isSafe(width: 1000) } == [true, true, true, false])
  }

  @Test("no count is too large for its own program", arguments: Solver.allCases)
  func largeCounts(solver: Solver) throws {
    let large = LinearProgram.largestNumber
    let alone = try HiddenCells(counts: [20_000], isPublished: [false], lines: [])
    let attack = try AttackerIntervals(
      alone, protected: [0], model: .zerosPublic, solver: solver)
    #expect(attack.intervals.map(\.ends) == [[1, nil]])
    let table = CrossTable([3], [large / 2, large / 4, large / 4 - 1])
    #expect(
      try ends(table, hiding: [table.cell(1), table.cell(2)], solver: solver)
        == [[0, large / 2 - 1], [0, large / 2 - 1]])
    #expect(throws: SolverFailure.malformedProgram) {
      try HiddenCells(counts: [large + 1], isPublished: [true], lines: [])
    }
  }

  @Test("counts that break their identities are refused")
  func inconsistent() throws {
    let table = CrossTable([2], [4, 5])
    #expect(throws: SolverFailure.inconsistentCounts) {
      try HiddenCells(
        counts: [4, 5, 10], isPublished: [true, true, true], lines: table.lines)
    }
    let block = try HiddenCells(
      counts: [nil, 5, 3], isPublished: [false, true, true], lines: table.lines)
    #expect(throws: SolverFailure.infeasible) {
      try AttackerIntervals(
        block, protected: [0], model: .nonNegative, solver: Solver.exact)
    }
  }
}
