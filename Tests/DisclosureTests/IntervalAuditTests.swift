import Analyses
import Estimates
import LinearPrograms
import TestSupport
import Testing

@testable import Disclosure

/// Small counts keep limits at least the threshold less one apart.
@Suite("Limits of small counts")
struct IntervalAuditTests {
  /// A solver that never answers.
  private struct FailingSolver: LinearProgramSolver {
    let failure: SolverFailure
    func bounds(_ request: BoundsRequest) throws(SolverFailure) -> BoundsAnswer { throw failure }
  }

  private static let rows = ["A", "B", "C", "D"]
  private static let columns = ["X", "Y", "Z"]
  private static let axes: [(id: String, levels: [String])] = [
    ("row", rows), ("column", columns),
  ]

  private static func rule(
    _ counts: [Int], axes: [(id: String, levels: [String])], threshold: Int,
    solver: (any LinearProgramSolver)?, audience: DisclosurePolicy.Audience = .internal,
    printed: [CellKey]? = nil
  ) throws -> (shown: [CellKey: Int], log: PlanLog) {
    let table = PlanBuilding.table(axes, counts)
    let keys = printed ?? PlanBuilding.keys(axes)
    let policy = try #require(DisclosurePolicy(audience: audience, threshold: threshold))
    let result = try DisclosureGate(
      policy: policy, intervals: solver.map { IntervalAudit(solver: $0) }
    ).rule(on: PlanBuilding.plan(tables: [table], cells: keys))
    let exhibit = try #require(result.release.exhibits.first)
    var shown: [CellKey: Int] = [:]
    for (row, key) in keys.enumerated() {
      if let people = exhibit.entry(row: row, column: "people").people { shown[key] = people }
    }
    return (shown, result.log)
  }

  /// The least and the greatest value of every cell over all tables of whole numbers that print the
  /// same, hidden cells with somebody in them.
  private static func limits(
    _ counts: [Int], axes: [(id: String, levels: [String])], shown: [CellKey: Int]
  ) -> [CellKey: ClosedRange<Int>] {
    let keys = PlanBuilding.keys(axes)
    return limits(
      counts, axes: axes, shown: shown, printed: Set(keys), insiders: [CellKey("workforce")])[0]
  }

  /// The same for each of some people who know that a cell holds them; cells not printed may be empty.
  private static func limits(
    _ counts: [Int], axes: [(id: String, levels: [String])], shown: [CellKey: Int],
    printed: Set<CellKey>, insiders: [CellKey]
  ) -> [[CellKey: ClosedRange<Int>]] {
    let inner = PlanBuilding.keys(axes).filter { $0.conditions.count == axes.count }
    func parts(of key: CellKey) -> [Int] {
      inner.indices.filter { index in
        key.conditions.allSatisfy { inner[index].level(of: $0.attribute) == $0.level }
      }
    }
    let keys = PlanBuilding.keys(axes)
    let sums = keys.map(parts(of:))
    let places = insiders.map { keys.firstIndex(of: $0) }
    var limits = insiders.map { _ in [CellKey: ClosedRange<Int>]() }
    var table = [Int](repeating: 0, count: inner.count)
    let most = counts.reduce(0, +) + 12
    /// Whether the cells so far are too much, or too little where a sum is complete.
    func excess(_ position: Int) -> (isTooMuch: Bool, isTooLittle: Bool) {
      var isTooLittle = false
      for (key, members) in zip(keys, sums) {
        guard let value = shown[key] else { continue }
        let filled = members.filter { $0 <= position }
        let sum = filled.reduce(0) { $0 + table[$1] }
        if sum > value { return (true, false) }
        if filled.count == members.count && sum < value { isTooLittle = true }
      }
      return (false, isTooLittle)
    }
    func record() {
      let values = sums.map { members in members.reduce(0) { $0 + table[$1] } }
      for (key, value) in zip(keys, values)
      where printed.contains(key) && shown[key] == nil && value == 0 { return }
      for (insider, place) in places.enumerated() {
        guard let place, values[place] > 0 else { continue }
        for (key, value) in zip(keys, values) {
          let known = limits[insider][key] ?? value...value
          limits[insider][key] = min(known.lowerBound, value)...max(known.upperBound, value)
        }
      }
    }
    func fill(_ position: Int) {
      guard position < inner.count else {
        record()
        return
      }
      for value in shown[inner[position]].map({ $0...$0 }) ?? 0...most {
        table[position] = value
        let (isTooMuch, isTooLittle) = excess(position)
        if isTooMuch { break }
        if !isTooLittle { fill(position + 1) }
      }
      table[position] = 0
    }
    fill(0)
    return limits
  }

  @Test("a pattern that only keeps counts from being worked out is widened")
  func widened() throws {
    // Of five people in two hidden groups each has from one to four.
    let axes: [(id: String, levels: [String])] = [("unit", ["A", "B", "C", "D"])]
    let counts = [10, 20, 2, 3]
    let narrow = try Self.rule(counts, axes: axes, threshold: 5, solver: nil)
    let wide = try Self.rule(counts, axes: axes, threshold: 5, solver: ExactSimplex())
    #expect(narrow.shown.count == 3)
    #expect(Self.limits(counts, axes: axes, shown: narrow.shown).values.contains(1...4))
    #expect(wide.shown.count == 2)
    #expect(wide.log.widened == 1)
    #expect(try #require(wide.log.narrowest) >= 4)
    // Hiding more only takes away; of two that help, the one that is missed less.
    for (key, value) in wide.shown { #expect(narrow.shown[key] == value) }
    #expect(wide.shown[CellKey("workforce").with("unit", "A")] == nil)
  }

  @Test("no small count of random tables has limits closer than the threshold less one")
  func enumerated() throws {
    var generator = SeededGenerator(seed: 31)
    let axes: [(id: String, levels: [String])] = [
      ("row", ["A", "B", "C"]), ("column", ["X", "Y"]),
    ]
    let threshold = 5
    for _ in 0..<(ThoroughTier.isOn ? 400 : 40) {
      let counts = (0..<6).map { _ in
        Bool.random(using: &generator)
          ? Int.random(in: 0...4, using: &generator) : Int.random(in: 5...9, using: &generator)
      }
      let shown: [CellKey: Int]
      do {
        shown = try Self.rule(
          counts, axes: axes, threshold: threshold, solver: ExactSimplex()
        ).shown
      } catch GateError.unsafe {
        continue
      }
      // Where the total is hidden nothing has an upper limit.
      guard shown[CellKey("workforce")] != nil else { continue }
      let limits = Self.limits(counts, axes: axes, shown: shown)
      for key in PlanBuilding.keys(axes) {
        guard (1..<threshold).contains(Self.count(key, counts, axes)) else { continue }
        let range = try #require(limits[key])
        #expect(shown[key] == nil)
        #expect(range.upperBound - range.lowerBound >= threshold - 1, "\(counts) \(key) \(range)")
      }
    }
  }

  @Test("no person of a cell that is not printed finds limits that are closer")
  func insiders() throws {
    var generator = SeededGenerator(seed: 32)
    let axes: [(id: String, levels: [String])] = [
      ("row", ["A", "B", "C"]), ("column", ["X", "Y"]),
    ]
    let threshold = 5
    let keys = PlanBuilding.keys(axes)
    var checked = 0
    for _ in 0..<(ThoroughTier.isOn ? 300 : 20) {
      let counts = (0..<6).map { _ in Int.random(in: 0...7, using: &generator) }
      let printed = keys.filter { key in
        key.conditions.count < 2 || Double.random(in: 0..<1, using: &generator) < 0.4
      }
      let (shown, log): ([CellKey: Int], PlanLog)
      do {
        (shown, log) = try Self.rule(
          counts, axes: axes, threshold: threshold, solver: ExactSimplex(), printed: printed)
      } catch GateError.unsafe {
        continue
      }
      guard shown[CellKey("workforce")] != nil, log.iterations > 0 else { continue }
      let people = keys.filter { !printed.contains($0) && Self.count($0, counts, axes) > 0 }
      checked += log.insiders
      let limits = Self.limits(
        counts, axes: axes, shown: shown, printed: Set(printed), insiders: people)
      for (person, limits) in zip(people, limits) {
        for key in keys where (1..<threshold).contains(Self.count(key, counts, axes)) {
          let range = try #require(limits[key])
          #expect(
            range.upperBound - range.lowerBound >= threshold - 1,
            "\(counts) \(person) \(key) \(range)")
        }
      }
    }
    #expect(checked > 10)
  }

  private static func count(
    _ key: CellKey, _ counts: [Int], _ axes: [(id: String, levels: [String])]
  ) -> Int {
    let inner = PlanBuilding.keys(axes).filter { $0.conditions.count == axes.count }
    return zip(inner, counts).reduce(0) { sum, cell in
      key.conditions.allSatisfy { cell.0.level(of: $0.attribute) == $0.level }
        ? sum + cell.1 : sum
    }
  }

  @Test(
    "a solver that fails ends in a refusal",
    arguments: [
      SolverFailure.missing, .aborted(signal: 6), .timedOut, .malformedAnswer, .notANumber,
      .infeasiblePoint, .contradiction, .budgetExhausted, .numerical,
    ])
  func failing(_ failure: SolverFailure) throws {
    #expect(throws: GateError.unaudited(failure)) {
      _ = try Self.rule(
        [1, 3, 40, 3, 1, 50, 30, 30, 30, 20, 25, 30], axes: Self.axes, threshold: 5,
        solver: FailingSolver(failure: failure))
    }
  }

  @Test("without small counts no solver is asked")
  func nothingSmall() throws {
    let result = try Self.rule(
      [10, 30, 40, 30, 10, 50, 30, 30, 30, 20, 25, 30], axes: Self.axes, threshold: 5,
      solver: FailingSolver(failure: .missing))
    #expect(result.shown.count == 20)
    #expect(result.log.iterations == 0)
  }
}
