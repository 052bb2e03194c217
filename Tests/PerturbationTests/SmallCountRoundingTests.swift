import Aggregates
import Foundation
import TestSupport
import Testing

@testable import Perturbation

@Suite("Small count rounding")
struct SmallCountRoundingTests {
  /// Inner cells of a table with their positions, the last attribute fastest, and published margins.
  private static func system(
    _ dimensions: [Int], _ counts: [Int], margins: [[Int]], idPrefix: String = "c"
  ) throws -> CountSystem {
    func id(_ number: Int) -> String { idPrefix + String(1_000_000 + number) }
    func level(_ cell: Int, _ attribute: Int) -> Int {
      cell / dimensions.dropFirst(attribute + 1).reduce(1, *) % dimensions[attribute]
    }
    var aggregates: [CountSystem.Aggregate] = []
    for margin in margins {
      var groups: [[Int]: [String]] = [:]
      for cell in counts.indices {
        groups[margin.map { level(cell, $0) }, default: []].append(id(cell))
      }
      for (key, cells) in groups {
        aggregates.append(CountSystem.Aggregate(id: "\(margin)=\(key)", cells: cells))
      }
    }
    return try CountSystem(
      cells: counts.enumerated().map {
        CountSystem.InnerCell(id: id($0.offset), count: $0.element)
      },
      aggregates: aggregates)
  }

  private static let published = [6, 0, 1, 3, 4, 1, 2, 3, 1, 2, 0, 1, 1, 0, 2]

  @Test("the published example, inner cells shown (privacy-R11)")
  func publishedExample() throws {
    let system = try Self.system([3, 5], Self.published, margins: [[0, 1], [0], [1], []])
    let rounded = try SmallCountRounding(base: 5)(system)
    #expect(
      rounded.cells.exposed.map(\.count.value)
        == [6, 0, 0, 5, 5, 0, 0, 5, 0, 0, 0, 0, 0, 0, 5])
    #expect(rounded.aggregates.first { $0.id == "[]=[]" }?.shown.approximateValue == 26)
    #expect(rounded.sumOfSquares == 68)
    #expect(rounded.roundedCells == 11)
    let all = try SmallCountRounding(base: 5, scope: .allSmall)(system)
    #expect(all.cells.exposed == rounded.cells.exposed)
  }

  @Test("the published example, margins shown: only the necessary cells change")
  func publishedMargins() throws {
    let system = try Self.system([3, 5], Self.published, margins: [[0], [1], []])
    let rounded = try SmallCountRounding(base: 5)(system)
    // The package's own introduction prints the same margins. Its inner cells, which are not shown,
    // are a mirror image within two rows: no margin tells them apart.
    func shown(_ ids: [String]) -> [Double?] {
      ids.map { id in rounded.aggregates.first { $0.id == id }?.shown.approximateValue }
    }
    #expect(shown((0..<3).map { "[0]=[\($0)]" }) == [15, 8, 5])
    #expect(shown((0..<5).map { "[1]=[\($0)]" }) == [7, 5, 5, 5, 6])
    #expect(shown(["[]=[]"]) == [28])
    let inner = rounded.cells.exposed.map(\.count.value)
    #expect(zip(inner, Self.published).filter { $0 == $1 }.count == 7)
  }

  /// Checks everything that must hold of an outcome; returns the sum of squares made again.
  @discardableResult
  private static func check(
    _ rounded: AdditiveRounding, of system: CountSystem, base: Int
  ) throws -> Int {
    let inner = rounded.cells.exposed.map(\.count.value)
    var squares = 0
    for (index, members) in system.members.enumerated() {
      let entry = rounded.aggregates[index]
      let sum = members.reduce(0) { $0 + inner[$1] }
      #expect(entry.count.value == sum)
      #expect(!(1..<base).contains(sum), "\(entry.id) is small")
      #expect(entry.band.contains(system.truths[index]), "\(entry.id)")
      squares += (sum - system.truths[index]) * (sum - system.truths[index])
    }
    for (cell, value) in zip(system.cells, inner) where value != cell.count {
      #expect((1..<base).contains(cell.count) && (value == 0 || value == base))
    }
    #expect(Double(squares) == rounded.sumOfSquares)
    return squares
  }

  @Test("tables add and no published sum is small, on random hierarchies")
  func randomHierarchies() throws {
    var generator = SeededGenerator(seed: 20_261_128)
    for round in 0..<(ThoroughTier.isOn ? 400 : 60) {
      // A tree of units over the cells, crossed with groups; any subset of its sums is published.
      let units = Int.random(in: 2...14, using: &generator)
      let groups = Int.random(in: 2...4, using: &generator)
      let base = Int.random(in: 2...11, using: &generator)
      var parents = (0..<units).map { ["root", "u\($0)"] }
      for unit in 0..<units { parents[unit].append("m\(unit % 3)") }
      var cells: [CountSystem.InnerCell] = []
      var sums: [String: [String]] = [:]
      for unit in 0..<units {
        for group in 0..<groups {
          let id = "u\(unit)g\(group)"
          let count = Int.random(
            in: 0...(Bool.random(using: &generator) ? 4 : 30), using: &generator)
          cells.append(CountSystem.InnerCell(id: id, count: count))
          for parent in parents[unit] {
            sums[parent, default: []].append(id)
            sums[parent + "g\(group)", default: []].append(id)
          }
        }
      }
      let aggregates = sums.keys.sorted().filter { _ in Int.random(in: 0..<5, using: &generator) > 0
      }
      .map { CountSystem.Aggregate(id: $0, cells: sums[$0] ?? []) }
      let system = try CountSystem(cells: cells, aggregates: aggregates)
      let method = try SmallCountRounding(
        base: base, scope: round % 2 == 0 ? .necessary : .allSmall)
      let rounded = method(system)
      try Self.check(rounded, of: system, base: base)
      let shuffled = try CountSystem(
        cells: cells.shuffled(using: &generator),
        aggregates: aggregates.shuffled(using: &generator).map {
          CountSystem.Aggregate(id: $0.id, cells: $0.cells.shuffled(using: &generator))
        })
      #expect(method(shuffled).cells.exposed == rounded.cells.exposed)
      #expect(method(shuffled).aggregates == rounded.aggregates)
    }
  }

  @Test("on tiny tables the sum of squares is the least possible, or close to it")
  func bruteForce() throws {
    var generator = SeededGenerator(seed: 11)
    var (optimal, tables, sum, least) = (0, 0, 0, 0)
    for _ in 0..<(ThoroughTier.isOn ? 600 : 60) {
      let counts = (0..<12).map { _ in Int.random(in: 0...6, using: &generator) }
      let base = Int.random(in: 3...5, using: &generator)
      let system = try Self.system([3, 4], counts, margins: [[0], [1], [], [0, 1]])
      let rounded = try SmallCountRounding(base: base)(system)
      let squares = try Self.check(rounded, of: system, base: base)
      let small = counts.indices.filter { (1..<base).contains(counts[$0]) }
      var best = Int.max
      for choice in 0..<(1 << small.count) {
        var values = counts
        for (bit, cell) in small.enumerated() { values[cell] = choice >> bit & 1 == 1 ? base : 0 }
        var total = 0
        for (index, members) in system.members.enumerated() {
          let deviation = members.reduce(0) { $0 + values[$1] } - system.truths[index]
          total += deviation * deviation
        }
        best = min(best, total)
      }
      #expect(squares >= best)
      optimal += squares == best ? 1 : 0
      tables += 1
      sum += squares
      least += best
    }
    #expect(optimal * 100 >= tables * 95, "\(optimal) of \(tables) optimal")
    #expect(sum * 100 <= least * 102, "\(sum) against \(least)")
  }

  @Test("on random tables of three attributes it is at least as close as the R package")
  func peer() throws {
    // Fixtures/small-count-rounding.R, SmallCountRounding 1.2.5.
    let text = try String(
      contentsOf: ProjectFolder.file(
        "Tests/PerturbationTests/Fixtures/small-count-rounding.csv"), encoding: .utf8)
    var (own, peer, ownLargest, peerLargest, better, worse, sums) = (0, 0, 0, 0, 0, 0, 0)
    for line in text.split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",")
      func wholes(_ index: Int) -> [Int] {
        fields[index].split(separator: " ").compactMap { Int($0) }
      }
      try #require(fields.count == 7)
      let base = try #require(Int(fields[2]))
      let theirs = try #require(Int(fields[5]))
      let margins =
        [[], [0], [1], [2], [0, 1], [0, 2], [1, 2]] + (fields[3] == "TRUE" ? [[0, 1, 2]] : [])
      let system = try Self.system(wholes(1), wholes(4), margins: margins)
      let rounded = try SmallCountRounding(base: base)(system)
      let squares = try Self.check(rounded, of: system, base: base)
      own += squares
      peer += theirs
      ownLargest += rounded.largestDeviation
      peerLargest += try #require(Int(fields[6]))
      better += squares < theirs ? 1 : 0
      worse += squares > theirs ? 1 : 0
      sums += rounded.aggregates.count
    }
    #expect(own < peer && better > 10 * worse, "\(own) against \(peer), \(better) and \(worse)")
    #expect(ownLargest <= peerLargest, "\(ownLargest) against \(peerLargest)")
    #expect(sums > 1_000)
  }

  @Test("nothing small, nothing published, nobody at all")
  func edges() throws {
    let none = try SmallCountRounding(base: 5)(CountSystem(cells: [], aggregates: []))
    #expect(none.aggregates.isEmpty && none.rootMeanSquareDeviation == 0)
    let large = try Self.system([2, 2], [50, 0, 5, 9], margins: [[0], [1], []])
    let kept = try SmallCountRounding(base: 5)(large)
    #expect(kept.sumOfSquares == 0 && kept.roundedCells == 0 && kept.passes == 0)
    let unpublished = try Self.system([2, 2], [1, 2, 3, 4], margins: [])
    #expect(try SmallCountRounding(base: 5)(unpublished).roundedCells == 0)
  }

  @Test("systems that contradict themselves are refused without counts")
  func refusals() throws {
    typealias Cell = CountSystem.InnerCell
    typealias Sum = CountSystem.Aggregate
    let a = Cell(id: "a", count: 7_654_321)
    let wrong: [([Cell], [Sum])] = [
      ([a, a], []), ([Cell(id: "b", count: -7_654_321)], []),
      ([Cell(id: "b", count: .max)], []),
      ([a], [Sum(id: "s", cells: ["x"])]), ([a], [Sum(id: "s", cells: [])]),
      ([a], [Sum(id: "s", cells: ["a", "a"])]),
      ([a], [Sum(id: "s", cells: ["a"]), Sum(id: "s", cells: ["a"])]),
    ]
    for (cells, sums) in wrong {
      let error = #expect(throws: PerturbationError.self) {
        try CountSystem(cells: cells, aggregates: sums)
      }
      #expect(error?.message.contains("7654321") == false)
    }
    for base in [1, 0, -3, 1_001] {
      #expect(throws: PerturbationError.self) { try SmallCountRounding(base: base) }
    }
    let system = try CountSystem(cells: [a], aggregates: [])
    #expect(!"\(system)".contains("7654321"))
    #expect(!String(reflecting: system).contains("7654321"))
  }
}
