import Estimates
import Ledger
import LinearPrograms
import TestSupport
import Testing

/// A whole release against those before it.
@Suite("Ledger ruling")
struct RulingTests {
  private static func rule(
    _ release: LedgerRelease, after earlier: [LedgerRelease], mappings: [LevelMapping] = [],
    threshold: Int = 5
  ) throws -> LedgerRuling {
    LedgerRuling(
      on: release, after: try Workforce.chain(earlier),
      policy: try Workforce.policy(threshold: threshold),
      mappings: mappings, solver: ExactSimplex())
  }

  private static func refusal(_ ruling: LedgerRuling) throws -> LedgerRefusal {
    guard case .refused(let refusal) = ruling.outcome else {
      throw Unexpected(outcome: ruling.outcome)
    }
    return refusal
  }

  private struct Unexpected: Error { let outcome: LedgerRuling.Outcome }

  private static let ops45 = Workforce.people(45, yes: 6, in: 0)
  private static let newcomer = Workforce.Person("p900", 0, 0)
  private static let opsYes = [("department", "Ops"), ("disability", "Yes")]

  @Test(
    "privacy-R14: one newcomer between two quarters refuses, and names the cell in private only")
  func newcomer() throws {
    let first = try Workforce.release([("2025Q1", Self.ops45)])
    let second = try Workforce.release([("2025Q2", Self.ops45 + [Self.newcomer])])
    let ruling = try Self.rule(second, after: [first])
    let refusal = try Self.refusal(ruling)
    #expect(refusal.problems.map(\.kind) == [.movers])
    #expect(refusal.problems.map(\.cell) == [Workforce.cell("2025Q2", Self.opsYes)])
    #expect(refusal.problems.map(\.sequence) == [1])
    #expect(refusal.cells == 1 && refusal.tables == ["representation/disability/department"])
    #expect(
      refusal.problems.map(\.remedies) == [[.keepPrevious, .yearly, .coarsen, .hide]])
    #expect(refusal.privateLines.allSatisfy { $0.contains("absent to Yes is from 1 to 1") })
    let told = refusal.publicLines.joined(separator: "\n")
    #expect(told.contains("1 number of this one") && told.contains("representation/disability"))
    #expect(!told.contains("Yes") && !told.contains("Ops") && !told.contains("45"))
  }

  @Test("the same with many movers passes, and so does nobody moving")
  func manyMovers() throws {
    let before = Workforce.people(100, yes: 20, in: 0)
    let after =
      Array(before.dropFirst(3).dropLast(12)) + Workforce.people(20, yes: 4, in: 0, from: 500)
    let first = try Workforce.release([("2025Q1", before)])
    #expect(
      try Self.rule(Workforce.release([("2025Q2", after)]), after: [first]).outcome == .passed)
    #expect(
      try Self.rule(Workforce.release([("2025Q2", before)]), after: [first]).outcome == .passed)
  }

  @Test("hidden in one of the quarters, or many quarters ago, is looked at as it was shown")
  func hiddenAndOlder() throws {
    let hides = [Workforce.cell("2025Q1", Self.opsYes)]
    let later = try Workforce.release([("2025Q3", Self.ops45 + [Self.newcomer])])
    let hidden = try Workforce.release([("2025Q1", Self.ops45)], hides: hides)
    #expect(try Self.rule(later, after: [hidden]).outcome == .passed)
    // Shown in the first quarter, hidden in the second: the first still counts.
    let shown = try Workforce.release([("2025Q1", Self.ops45)])
    let between = try Workforce.release(
      [("2025Q2", Self.ops45)], hides: [Workforce.cell("2025Q2", Self.opsYes)])
    let refusal = try Self.refusal(Self.rule(later, after: [shown, between]))
    #expect(refusal.problems.map(\.sequence) == [1])
  }

  @Test("two quarters of one release are held against each other too")
  func withinRelease() throws {
    let release = try Workforce.release([
      ("2025Q1", Self.ops45), ("2025Q2", Self.ops45 + [Self.newcomer]),
    ])
    let refusal = try Self.refusal(Self.rule(release, after: []))
    #expect(refusal.problems.map(\.sequence) == [0])
    #expect(refusal.problems.map(\.remedies) == [[.yearly, .coarsen, .hide]])
    // Once it is public, saying it again adds nothing.
    let again = try Workforce.release(
      [("2025Q1", Self.ops45), ("2025Q2", Self.ops45 + [Self.newcomer])], digest: "other bytes")
    #expect(try Self.rule(again, after: [release]).outcome == .passed)
  }

  @Test("without identifiers a small difference of head counts refuses")
  func withoutIdentifiers() throws {
    func release(_ quarter: String, _ people: [Workforce.Person]) throws -> LedgerRelease {
      try Workforce.release([(quarter, people)], hasStates: false)
    }
    let first = try release("2025Q1", Self.ops45)
    let refusal = try Self.refusal(
      Self.rule(release("2025Q2", Self.ops45 + [Self.newcomer]), after: [first]))
    #expect(refusal.problems.map(\.kind) == [.withoutIdentifiers])
    let many = Self.ops45 + Workforce.people(30, yes: 12, in: 0, from: 500)
    #expect(try Self.rule(release("2025Q2", many), after: [first]).outcome == .passed)
  }

  @Test("privacy-R15: means of quarters that differ by one person refuse, rounded ones pass")
  func means() throws {
    let before = (0..<12).map { Workforce.Person("p\($0)", 1, 1, pay: 61_000) }
    let after = before + [Workforce.Person("p99", 1, 1, pay: 67_500)]
    func release(
      _ quarter: String, _ people: [Workforce.Person], mean: Int, base: Int
    ) throws -> LedgerRelease {
      let mean = try PublishedMean(measure: "pay", people: people.count, mean: mean, base: base)
      return try Workforce.release(
        [(quarter, people)],
        means: [
          LedgerCell(
            Workforce.cell(quarter, [("department", "Sales")]), .mean(mean), tables: ["pay_gap"])
        ])
    }
    for (base, kinds) in [(0, [LedgerProblem.Kind.amounts]), (100, [.amounts]), (500, [])] {
      let first = try release("2025Q1", before, mean: 61_000, base: base)
      let ruling = try Self.rule(
        release("2025Q2", after, mean: 61_500, base: base), after: [first])
      if kinds.isEmpty {
        #expect(ruling.outcome == .passed)
      } else {
        #expect(try Self.refusal(ruling).problems.map(\.kind) == kinds)
      }
    }
    // One raise among the same people is found as well.
    var raised = before
    raised[3].pay = 73_000
    let refusal = try Self.refusal(
      Self.rule(
        release("2025Q2", raised, mean: 62_000, base: 0),
        after: [release("2025Q1", before, mean: 61_000, base: 0)]))
    #expect(refusal.problems.map(\.kind) == [.amounts])
    #expect(refusal.privateLines.allSatisfy { $0.contains("1 moved; their pay is from 12000.0") })
  }

  @Test("an old quarter corrected by one person refuses")
  func restated() throws {
    let first = try Workforce.release([("2025Q1", Self.ops45)])
    let second = try Workforce.release(
      [("2025Q1", Self.ops45 + [Self.newcomer])], digest: "corrected")
    let refusal = try Self.refusal(Self.rule(second, after: [first]))
    #expect(refusal.problems.map(\.kind) == [.restated])
    // Corrected by a dozen, it may.
    let dozen = Self.ops45 + Workforce.people(12, yes: 10, in: 0, from: 500)
    let third = try Workforce.release([("2025Q1", dozen)], digest: "corrected more")
    #expect(try Self.rule(third, after: [first]).outcome == .passed)
  }

  @Test("a department that is renamed passes with a mapping, and is audited without")
  func renamed() throws {
    let first = try Workforce.release([("2025Q1", Self.ops45)])
    func second(_ people: [Workforce.Person]) throws -> LedgerRelease {
      try Workforce.release([("2025Q2", people)], departments: ["Operations", "Sales"])
    }
    let mapping = try LevelMapping(attribute: "department", from: ["Ops"], to: ["Operations"])
    #expect(
      try Self.rule(second(Self.ops45), after: [first], mappings: [mapping]).outcome == .passed)
    let mapped = try Self.refusal(
      Self.rule(second(Self.ops45 + [Self.newcomer]), after: [first], mappings: [mapping]))
    #expect(mapped.problems.map(\.kind) == [.movers])
    let unmapped = try Self.refusal(
      Self.rule(second(Self.ops45 + [Self.newcomer]), after: [first]))
    #expect(unmapped.problems.map(\.kind) == [.definitions])
    #expect(unmapped.problems[0].remedies.first == .map)
    #expect(unmapped.privateLines[0].contains("gone Ops, new Operations"))
    #expect(try Self.rule(second(Self.ops45), after: [first]).outcome == .passed)
  }

  @Test("departments merged or split are compared at the coarser label")
  func mergedAndSplit() throws {
    let before = Self.ops45 + Workforce.people(40, yes: 10, in: 1, from: 200)
    let first = try Workforce.release([("2025Q1", before)])
    let merge = try LevelMapping(
      attribute: "department", from: ["Ops", "Sales"], to: ["Field"])
    let merged = (before + [Self.newcomer]).map { Workforce.Person($0.id, 0, $0.answer) }
    let second = try Workforce.release([("2025Q2", merged)], departments: ["Field"])
    let refusal = try Self.refusal(Self.rule(second, after: [first], mappings: [merge]))
    #expect(refusal.problems.map(\.kind) == [.movers])
    #expect(
      refusal.problems.map(\.cell)
        == [Workforce.cell("2025Q2", [("department", "Field"), ("disability", "Yes")])])
    let split = try LevelMapping(
      attribute: "department", from: ["Field"], to: ["Ops", "Sales"])
    let third = try Workforce.release([("2025Q3", before)])
    let back = try Self.refusal(Self.rule(third, after: [second], mappings: [split]))
    #expect(back.problems.map(\.kind) == [.movers])
  }

  @Test("every problem is listed in one pass, and the same bytes whatever the order of reading")
  func everyProblem() throws {
    var generator = SeededGenerator(seed: 8)
    let before = Self.ops45 + Workforce.people(30, yes: 8, in: 1, from: 200)
    let after = before + [Self.newcomer, Workforce.Person("p901", 1, 0)]
    let first = try Workforce.release([("2025Q1", before)])
    let second = try Workforce.release([("2025Q2", after)])
    let refusal = try Self.refusal(Self.rule(second, after: [first]))
    #expect(refusal.problems.count == 2 && refusal.cells == 2)
    for _ in 0..<5 {
      let again = try Workforce.release([("2025Q2", after.shuffled(using: &generator))])
      #expect(again == second)
      let other = try Workforce.release([("2025Q1", before.shuffled(using: &generator))])
      #expect(try Self.refusal(Self.rule(again, after: [other])) == refusal)
    }
  }

  @Test("the same bytes are no new release")
  func unchanged() throws {
    let release = try Workforce.release([("2025Q1", Self.ops45)])
    #expect(try Self.rule(release, after: [release]).outcome == .unchanged)
  }

  @Test("where the solver fails, the cells it was asked about are refused")
  func solverFails() throws {
    struct Broken: LinearProgramSolver {
      func bounds(_ request: BoundsRequest) throws(SolverFailure) -> BoundsAnswer {
        throw .timedOut
      }
    }
    let first = try Workforce.release([("2025Q1", Self.ops45)])
    let more = Self.ops45 + Workforce.people(4, yes: 2, in: 0, from: 500)
    let ruling = LedgerRuling(
      on: try Workforce.release([("2025Q2", more)]), after: try Workforce.chain([first]),
      policy: try Workforce.policy(), solver: Broken())
    let refusal = try Self.refusal(ruling)
    #expect(refusal.problems.map(\.kind) == [.unaudited])
    #expect(refusal.publicLines.contains { $0.contains("could not be audited") })
  }

  @Test("head counts that the contributors do not explain are refused")
  func misfit() throws {
    let first = try Workforce.release([("2025Q1", Self.ops45)])
    let honest = try Workforce.release([("2025Q2", Self.ops45)])
    let cells = honest.cells.map { cell in
      cell.key == Workforce.cell("2025Q2", Self.opsYes)
        ? LedgerCell(cell.key, .count(30), tables: cell.tables) : cell
    }
    let release = try LedgerRelease(
      digest: "x", period: "2025Q2", floors: honest.floors, cells: cells, states: honest.states)
    let refusal = try Self.refusal(Self.rule(release, after: [first]))
    #expect(refusal.problems.map(\.kind) == [.unaudited])
  }

  @Test("releases that contradict themselves and policies that protect nobody are refused")
  func malformed() throws {
    let floors = LedgerEntry.Floors(threshold: 5, payThreshold: 10, fewestMovers: 10)
    let key = Workforce.cell("2025Q1")
    #expect(throws: LedgerError.repeatedCell) {
      try LedgerRelease(
        digest: "x", period: "2025Q1", floors: floors,
        cells: [LedgerCell(key, .count(1)), LedgerCell(key, .count(2))], states: nil)
    }
    #expect(throws: LedgerError.period) {
      try LedgerRelease(digest: "x", period: "spring", floors: floors, cells: [], states: nil)
    }
    let merged = try LedgerRelease(
      digest: "x", period: "2025Q1", floors: floors,
      cells: [
        LedgerCell(key, .count(1), tables: ["b"]), LedgerCell(key, .count(1), tables: ["a"]),
      ], states: nil)
    #expect(merged.cells == [LedgerCell(key, .count(1), tables: ["a", "b"])])
    #expect(LedgerPolicy(threshold: 1, sensitive: []) == nil)
    #expect(LedgerPolicy(threshold: 12, fewestMovers: 10, sensitive: []) == nil)
    #expect(LedgerPolicy(threshold: 5, amountWidth: .nan, sensitive: []) == nil)
  }
}
