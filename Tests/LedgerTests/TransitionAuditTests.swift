import Ledger
import LinearPrograms
import TestSupport
import Testing

/// What two releases tell about who moved.
@Suite("Transition audit")
struct TransitionAuditTests {
  /// Disability in Ops: yes, no, absent.
  private static func ops(
    yesStay: Int, noStay: Int, yesJoin: Int, noJoin: Int, yesLeave: Int, noLeave: Int,
    change: Int = 0
  ) throws -> TransitionTable {
    try TransitionTable(
      states: 2, counts: [yesStay, 0, yesLeave, change, noStay, noLeave, yesJoin, noJoin, 0])
  }

  private static let shown: [TransitionAudit.PublishedCount] = [
    .init(.before, states: [0]), .init(.after, states: [0]),
  ]

  @Test("privacy-R14: the newcomer's disability follows exactly, and is refused")
  func newcomer() throws {
    // Q1: 6 of 45, Q2: 7 of 46; one joiner, nobody left, no status change.
    let table = try Self.ops(
      yesStay: 6, noStay: 39, yesJoin: 1, noJoin: 0, yesLeave: 0, noLeave: 0)
    #expect(table.joiners == 1 && table.leavers == 0 && table.changes == 0)
    let audit = try TransitionAudit(
      table, published: Self.shown, threshold: 5, solver: ExactSimplex())
    #expect(
      audit.findings.map { [$0.from, $0.to, $0.lower, $0.upper ?? -1] } == [[2, 0, 1, 1]])
    #expect(!audit.isSafe)
    // Readers who think that somebody else may have changed status are less sure, and too sure still.
    let unsure = try TransitionAudit(
      table, published: Self.shown, knowledge: .init(assumesNoChanges: false), threshold: 5,
      solver: ExactSimplex())
    #expect(unsure.findings.map { [$0.lower, $0.upper] } == [[0, 1]])
    #expect(!unsure.isSafe)
  }

  @Test("the same with many movers passes")
  func manyMovers() throws {
    let table = try Self.ops(
      yesStay: 20, noStay: 100, yesJoin: 4, noJoin: 16, yesLeave: 3, noLeave: 12)
    let audit = try TransitionAudit(
      table, published: Self.shown, threshold: 5, solver: ExactSimplex())
    // Joiners less leavers with the answer yes are 1; there are 15 leavers and 20 joiners.
    #expect(
      audit.findings.map { [$0.from, $0.to, $0.lower, $0.upper ?? -1] }
        == [[0, 2, 0, 15], [2, 0, 1, 16]])
    #expect(audit.isSafe)
  }

  @Test("hidden at one time, nothing follows")
  func hidden() throws {
    let table = try Self.ops(
      yesStay: 6, noStay: 39, yesJoin: 3, noJoin: 3, yesLeave: 0, noLeave: 0)
    let shown = try TransitionAudit(
      table, published: Self.shown, threshold: 5, solver: ExactSimplex())
    #expect(!shown.isSafe)
    let hidden = try TransitionAudit(
      table, published: [Self.shown[0]], threshold: 5, solver: ExactSimplex())
    #expect(hidden.isSafe)
    #expect(hidden.findings.map { [$0.lower, $0.upper] } == [[0, 6], [0, 6]])
  }

  @Test("limits are those of all whole-number tables that readers hold possible")
  func enumeration() throws {
    var generator = SeededGenerator(seed: 4)
    var (safe, unsafe, compared) = (0, 0, 0)
    for round in 0..<160 {
      let states = round % 3 + 1
      let side = states + 1
      var counts = [Int](repeating: 0, count: side * side)
      for _ in 0..<Int.random(in: 1...(states == 3 ? 5 : 8), using: &generator) {
        counts[Int.random(in: 0..<side * side - 1, using: &generator)] += 1
      }
      if round % 2 == 0 {
        for cell in counts.indices where cell / side < states && cell % side < states {
          if cell / side != cell % side { counts[cell] = 0 }
        }
      }
      let table = try TransitionTable(states: states, counts: counts)
      let published = (0..<states).flatMap { state in
        [TransitionAudit.Time.before, .after].compactMap { time in
          Bool.random(using: &generator)
            ? TransitionAudit.PublishedCount(time, states: [state]) : nil
        }
      }
      let knowledge = TransitionAudit.Knowledge(
        moverTotals: true, assumesNoChanges: Bool.random(using: &generator))
      let audit = try TransitionAudit(
        table, published: published, knowledge: knowledge, threshold: 4, solver: ExactSimplex())
      let possible = PossibleTables(table, published, knowledge)
      #expect(possible.count > 0)
      for finding in audit.findings {
        let range = try #require(possible.ranges[finding.from * side + finding.to])
        #expect(finding.lower == range.lowerBound && finding.upper == range.upperBound)
        #expect(finding.isSafe == (range.count - 1 >= 3))
        compared += 1
      }
      if audit.isSafe { safe += 1 } else { unsafe += 1 }
      let protected = counts.indices.filter {
        $0 / side != $0 % side && (1...3).contains(counts[$0])
      }
      #expect(audit.findings.map { $0.from * side + $0.to } == protected)
    }
    #expect(safe > 10 && unsafe > 10 && compared > 100)
  }

  @Test("movers that both releases hide never narrow a limit")
  func hiddenMovers() throws {
    var generator = SeededGenerator(seed: 5)
    var widened = 0
    for _ in 0..<200 {
      // Three states; the last is shown at neither time.
      var counts = (0..<16).map { _ in Int.random(in: 0...6, using: &generator) }
      counts[15] = 0
      for cell in 0..<12
      where cell % 4 < 3 && cell / 4 != cell % 4 && Bool.random(using: &generator) {
        counts[cell] = 0
      }
      let published = (0..<2).flatMap { state in
        [TransitionAudit.Time.before, .after].compactMap { time in
          Int.random(in: 0..<3, using: &generator) > 0
            ? TransitionAudit.PublishedCount(time, states: [state]) : nil
        }
      }
      var more = counts
      let hidden = [2 * 4 + 3, 3 * 4 + 2]  // leavers and joiners of the hidden state
      for cell in hidden { more[cell] += Int.random(in: 0...9, using: &generator) }
      let before = try TransitionAudit(
        TransitionTable(states: 3, counts: counts), published: published, threshold: 5,
        solver: ExactSimplex())
      let after = try TransitionAudit(
        TransitionTable(states: 3, counts: more), published: published, threshold: 5,
        solver: ExactSimplex())
      for finding in before.findings where !hidden.contains(finding.from * 4 + finding.to) {
        let now = try #require(
          after.findings.first { $0.from == finding.from && $0.to == finding.to })
        #expect(now.lower <= finding.lower)
        #expect(now.upper ?? .max >= finding.upper ?? .max)
        #expect(now.isSafe || !finding.isSafe)
        if now.upper != finding.upper { widened += 1 }
      }
    }
    #expect(widened > 20)
  }

  @Test("a solver that fails or is out of iterations refuses")
  func failure() throws {
    struct Broken: LinearProgramSolver {
      func bounds(_ request: BoundsRequest) throws(SolverFailure) -> BoundsAnswer {
        throw .numerical
      }
    }
    let table = try Self.ops(
      yesStay: 6, noStay: 39, yesJoin: 3, noJoin: 3, yesLeave: 2, noLeave: 2)
    #expect(throws: SolverFailure.numerical) {
      try TransitionAudit(table, published: Self.shown, threshold: 5, solver: Broken())
    }
    #expect(throws: SolverFailure.self) {
      try TransitionAudit(
        table, published: Self.shown, threshold: 5, solver: ExactSimplex(), iterationLimit: 0)
    }
  }

  @Test("tables that are none are refused")
  func malformed() {
    for (states, counts) in [
      (1, [1, 2, 3]), (1, [1, 2, 3, 4]), (1, [-1, 0, 0, 0]), (-1, []), (Int.max, [0]),
      (1, [.max, 1, 0, 0]),
    ] {
      #expect(throws: LedgerError.misfit) { try TransitionTable(states: states, counts: counts) }
    }
    #expect(throws: SolverFailure.malformedProgram) {
      try TransitionAudit(
        TransitionTable(states: 1, counts: [5, 1, 1, 0]),
        published: [.init(.before, states: [7])], threshold: 5, solver: ExactSimplex())
    }
  }
}

/// Every whole-number transition table that readers hold possible, by trying them all.
private struct PossibleTables {
  private(set) var ranges: [ClosedRange<Int>?]
  private(set) var count = 0

  init(
    _ table: TransitionTable, _ published: [TransitionAudit.PublishedCount],
    _ knowledge: TransitionAudit.Knowledge
  ) {
    let side = table.states + 1
    ranges = [ClosedRange<Int>?](repeating: nil, count: side * side)
    let isStable = knowledge.assumesNoChanges && table.changes == 0
    let total = table.counts.reduce(0, +)
    func sum(_ counts: [Int], _ time: TransitionAudit.Time, _ states: [Int]) -> Int {
      counts.indices.filter { states.contains(time == .before ? $0 / side : $0 % side) }
        .reduce(0) { $0 + counts[$1] }
    }
    let everyone = Array(0..<table.states)
    let facts =
      published.map { ($0.time, $0.states) } + [
        (.before, everyone), (.after, everyone), (.before, [table.states]),
        (.after, [table.states]),
      ]
    let wanted = facts.map { sum(table.counts, $0.0, $0.1) }
    let free = (0..<side * side - 1).filter { cell in
      !(isStable && cell / side < table.states && cell % side < table.states
        && cell / side != cell % side)
    }
    var counts = [Int](repeating: 0, count: side * side)
    // The caps keep the search small: no cell is above the least fact that holds it.
    func search(_ position: Int, left: Int) {
      if position == free.count {
        guard zip(facts, wanted).allSatisfy({ sum(counts, $0.0, $0.1) == $1 }) else { return }
        count += 1
        for cell in counts.indices {
          let range = ranges[cell] ?? counts[cell]...counts[cell]
          ranges[cell] = min(range.lowerBound, counts[cell])...max(range.upperBound, counts[cell])
        }
        return
      }
      let cell = free[position]
      let room =
        zip(facts, wanted).filter { fact, _ in
          fact.1.contains(fact.0 == .before ? cell / side : cell % side)
        }.map { $1 - sum(counts, $0.0, $0.1) }.min() ?? left
      guard room >= 0 else { return }
      for value in 0...min(room, left) {
        counts[cell] = value
        search(position + 1, left: left - value)
      }
      counts[cell] = 0
    }
    search(0, left: total)
  }
}
