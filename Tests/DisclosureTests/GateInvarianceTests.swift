import Analyses
import Disclosure
import Estimates
import TestSupport
import Testing

@Suite("What a release does not depend on")
struct GateInvarianceTests {
  typealias Axes = [(id: String, levels: [String])]

  func release(_ tables: [PlannedTable], _ keys: [CellKey], threshold: Int = 5) throws -> Release {
    let policy = try #require(DisclosurePolicy(audience: .internal, threshold: threshold))
    return try DisclosureGate(policy: policy).rule(
      on: PlanBuilding.plan(tables: tables, cells: keys)
    ).release
  }

  func randomCounts(_ size: Int, using generator: inout SeededGenerator) -> [Int] {
    (0..<size).map { _ in Int.random(in: 0...20, using: &generator) }
  }

  @Test("The order of tables, axes and levels changes nothing")
  func permutations() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<60 {
      let rows = ["a", "b", "c", "d"]
      let columns = ["x", "y", "z"]
      let counts = randomCounts(12, using: &generator)
      let shuffledRows = Array(rows.indices).shuffled(using: &generator)
      let shuffledColumns = Array(columns.indices).shuffled(using: &generator)
      let axes: Axes = [("row", rows), ("column", columns)]
      let turned: Axes = [
        ("column", shuffledColumns.map { columns[$0] }), ("row", shuffledRows.map { rows[$0] }),
      ]
      let turnedCounts = shuffledColumns.flatMap { column in
        shuffledRows.map { counts[$0 * 3 + column] }
      }
      let margin = PlanBuilding.table(
        [("row", rows)], (0..<4).map { row in (0..<3).reduce(0) { $0 + counts[row * 3 + $1] } })
      let keys = PlanBuilding.keys(axes)
      let plain = try release([PlanBuilding.table(axes, counts), margin], keys)
      let other = try release(
        [margin, PlanBuilding.table(turned, turnedCounts)], keys.shuffled(using: &generator))
      #expect(plain.shownCounts == other.shownCounts)
      #expect(try release([PlanBuilding.table(axes, counts), margin], keys) == plain)
    }
  }

  @Test("A higher threshold shows no more of a single line, and no cell smaller than itself")
  func monotone() throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<150 {
      let size = Int.random(in: 2...6, using: &generator)
      let axes: Axes = [("group", (0..<size).map { "g\($0)" })]
      let table = PlanBuilding.table(axes, randomCounts(size, using: &generator))
      let keys = PlanBuilding.keys(axes)
      var before: [CellKey: Int]?
      for threshold in 5...12 {
        let shown = try release([table], keys, threshold: threshold).shownCounts
        #expect(shown.values.allSatisfy { $0 == 0 || $0 >= threshold })
        if let before { #expect(shown.keys.allSatisfy { before[$0] != nil }) }
        before = shown
      }
    }
  }

  @Test("No line is left with a remainder smaller than the threshold")
  func remainders() throws {
    var generator = SeededGenerator(seed: 13)
    for _ in 0..<200 {
      let axes: Axes = [("row", ["a", "b", "c"]), ("column", ["v", "w", "x", "y", "z"])]
      let counts = randomCounts(15, using: &generator).map { $0 < 8 ? $0 / 2 : $0 }
      let shown = try release([PlanBuilding.table(axes, counts)], PlanBuilding.keys(axes))
        .shownCounts
      for (fixed, moving) in [(axes[0], axes[1]), (axes[1], axes[0])] {
        for label in fixed.levels.map(Optional.some) + [nil] {
          let whole = label.map { CellKey("workforce").with(fixed.id, $0) } ?? CellKey("workforce")
          guard let total = shown[whole] else { continue }
          let rest = moving.levels.reduce(total) {
            $0 - (shown[whole.with(moving.id, $1)] ?? 0)
          }
          #expect(rest == 0 || rest >= 5)
        }
      }
    }
  }
}
