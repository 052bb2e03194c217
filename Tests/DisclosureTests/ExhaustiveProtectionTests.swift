import Analyses
import Estimates
import TestSupport
import Testing

@testable import Disclosure

/// Thousands of small releases: for every small count there are other counts of people, at least
/// one in each hidden cell, that would print the same release.
@Suite("Exhaustive search on small releases")
struct ExhaustiveProtectionTests {
  /// How many times as many releases the thorough tier tries.
  private static let depth = ThoroughTier.isOn ? 5 : 1

  typealias Axes = [(id: String, levels: [String])]

  /// A release of tables whose cells are all offered, seen by the search.
  struct SmallRelease {
    var axes: [Axes] = []
    var counts: [[Int]] = []
    var relations: [LinearRelation] = []

    var tables: [PlannedTable] { zip(axes, counts).map { PlanBuilding.table($0, $1) } }

    /// The inner cells a key sums over, as variables, in one table; `nil` if it is not its cell.
    func variables(of key: CellKey, table: Int) -> [Int]? {
      let ids = axes[table].map(\.id)
      guard key.conditions.allSatisfy({ ids.contains($0.attribute) }) else { return nil }
      let start = counts[..<table].reduce(0) { $0 + $1.count }
      let inner = PlanBuilding.keys(axes[table]).filter { $0.conditions.count == ids.count }
      return inner.indices.filter { index in
        key.conditions.allSatisfy { inner[index].level(of: $0.attribute) == $0.level }
      }.map { $0 + start }
    }

    var keys: [CellKey] {
      var seen = Set<CellKey>()
      return axes.flatMap { PlanBuilding.keys($0) }.filter { seen.insert($0).inserted }
    }

    func count(_ key: CellKey) -> Int {
      let all = counts.flatMap { $0 }
      for table in axes.indices {
        if let inner = variables(of: key, table: table) { return inner.reduce(0) { $0 + all[$1] } }
      }
      return 0
    }

    /// Whether a reader of the shown cells can be sure of a hidden one.
    func isCertain(_ key: CellKey, shown: [CellKey: Int]) -> Bool {
      let all = counts.flatMap { $0 }
      let largest = 3 * all.reduce(0, +) + 20
      var search = ExhaustiveSearch(
        lower: all.map { $0 == 0 ? 0 : 1 }, upper: all.map { $0 == 0 ? 0 : largest },
        constraints: [])
      for other in keys {
        let places = axes.indices.compactMap { variables(of: other, table: $0) }
        if let value = shown[other] {
          for place in places {
            search.constraints.append(
              ExhaustiveSearch.Constraint(terms: place.map { ($0, 1) }, range: value...value))
          }
        } else if places.count > 1 {
          for place in places.dropFirst() {
            search.constraints.append(
              ExhaustiveSearch.Constraint(
                terms: places[0].map { ($0, 1) } + place.map { ($0, -1) }, range: 0...0))
          }
        }
      }
      let truth = count(key)
      let target = axes.indices.compactMap { variables(of: key, table: $0) }[0]
      for range in [1...max(1, truth - 1), (truth + 1)...largest] where !range.contains(truth) {
        var attempt = search
        attempt.constraints.append(
          ExhaustiveSearch.Constraint(terms: target.map { ($0, 1) }, range: range))
        if attempt.hasSolution() { return false }
      }
      return true
    }
  }

  /// What the protection shows, and how often the audit had to step in.
  func protect(
    _ release: SmallRelease, threshold: Int
  ) throws -> (shown: [CellKey: Int], repairs: Int) {
    let system = try CellSystem(tables: release.tables, relations: release.relations)
    var shown: [CellKey: Int] = [:]
    for (key, count) in zip(system.keys, system.counts) where count == 0 { shown[key] = 0 }
    var repairs = 0
    for block in SuppressionBlock.blocks(of: system) {
      let protection = try BlockProtection(
        block, isOffered: block.cells.map { system.isPublishable[$0] },
        uses: block.cells.map { _ in 1 }, threshold: threshold, intervals: nil,
        name: { system.keys[$0] })
      repairs += protection.repairs
      for (place, cell) in block.cells.enumerated() where protection.isPublished[place] {
        shown[system.keys[cell]] = system.counts[cell]
      }
    }
    return (shown, repairs)
  }

  func axis(_ id: String, _ size: Int) -> (id: String, levels: [String]) {
    (id, (0..<size).map { "\(id)\($0)" })
  }

  /// Small counts, many of them zero or below the threshold.
  func randomCounts(_ size: Int, using generator: inout SeededGenerator) -> [Int] {
    let most = Int.random(in: 2...12, using: &generator)
    return (0..<size).map { _ in
      Int.random(in: 0..<4, using: &generator) == 0
        ? 0 : Int.random(in: 0...most, using: &generator)
    }
  }

  func check(_ release: SmallRelease, threshold: Int, statistics: inout [String: Int]) throws {
    let result = try protect(release, threshold: threshold)
    for key in release.keys {
      statistics["cells", default: 0] += 1
      let count = release.count(key)
      if (1..<threshold).contains(count) {
        statistics["small", default: 0] += 1
        #expect(result.shown[key] == nil)
        #expect(
          !release.isCertain(key, shown: result.shown),
          "\(key) = \(count) in \(release.counts), threshold \(threshold)")
      } else if result.shown[key] == nil {
        statistics["complements", default: 0] += 1
      }
    }
    statistics["repairs", default: 0] += result.repairs
    statistics["releases", default: 0] += 1
  }

  @Test("The search finds what hiding only the small cells gives away")
  func searchHasPower() {
    let release = SmallRelease(
      axes: [[axis("row", 3), axis("column", 3)]], counts: [[4, 10, 6, 7, 3, 9, 12, 8, 2]])
    var shown: [CellKey: Int] = [:]
    for key in release.keys where release.count(key) >= 5 { shown[key] = release.count(key) }
    for key in release.keys where shown[key] == nil {
      #expect(release.isCertain(key, shown: shown))
    }
  }

  @Test("Two-way tables")
  func twoWay() throws {
    var generator = SeededGenerator(seed: 1)
    var statistics: [String: Int] = [:]
    for _ in 0..<(1500 * Self.depth) {
      let rows = Int.random(in: 1...4, using: &generator)
      let columns = Int.random(in: 1...4, using: &generator)
      let release = SmallRelease(
        axes: [[axis("row", rows), axis("column", columns)]],
        counts: [randomCounts(rows * columns, using: &generator)])
      try check(
        release, threshold: Int.random(in: 3...5, using: &generator), statistics: &statistics)
    }
    #expect((statistics["small"] ?? 0) > 500)
    #expect((statistics["complements"] ?? 0) > 500)
  }

  @Test("Three-way tables")
  func threeWay() throws {
    var generator = SeededGenerator(seed: 2)
    var statistics: [String: Int] = [:]
    for _ in 0..<(60 * Self.depth) {
      let sizes = (0..<3).map { _ in Int.random(in: 2...3, using: &generator) }
      let release = SmallRelease(
        axes: [[axis("a", sizes[0]), axis("b", sizes[1]), axis("c", sizes[2])]],
        counts: [randomCounts(sizes.reduce(1, *), using: &generator)])
      try check(
        release, threshold: Int.random(in: 3...5, using: &generator), statistics: &statistics)
    }
    #expect((statistics["small"] ?? 0) > 500)
    #expect((statistics["complements"] ?? 0) > 500)
  }

  @Test("Two tables that share a margin")
  func sharedMargin() throws {
    var generator = SeededGenerator(seed: 3)
    var statistics: [String: Int] = [:]
    for _ in 0..<(600 * Self.depth) {
      let rows = Int.random(in: 2...3, using: &generator)
      let first = Int.random(in: 2...3, using: &generator)
      let second = Int.random(in: 2...3, using: &generator)
      let counts = randomCounts(rows * first, using: &generator)
      var others = [Int](repeating: 0, count: rows * second)
      for row in 0..<rows {
        for _ in 0..<counts[(row * first)..<((row + 1) * first)].reduce(0, +) {
          others[row * second + Int.random(in: 0..<second, using: &generator)] += 1
        }
      }
      let release = SmallRelease(
        axes: [
          [axis("row", rows), axis("first", first)], [axis("row", rows), axis("second", second)],
        ],
        counts: [counts, others])
      try check(
        release, threshold: Int.random(in: 3...5, using: &generator), statistics: &statistics)
    }
    #expect((statistics["small"] ?? 0) > 500)
    #expect((statistics["complements"] ?? 0) > 500)
  }
}
