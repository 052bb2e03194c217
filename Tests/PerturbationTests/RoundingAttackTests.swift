import Testing

@testable import Perturbation

/// Rounding every count by itself does not protect: the bands of cells and totals together can leave
/// one true table only.
@Suite("Rounding alone, attacked")
struct RoundingAttackTests {
  /// All counts of the cells that show as these numbers, the totals being sums of the cells.
  private static func possible(
    _ cells: [PerturbedCount], total: PerturbedCount
  ) throws -> [[Int]] {
    var tables: [[Int]] = [[]]
    for cell in cells {
      let band = try #require(cell.band)
      tables = tables.flatMap { table in band.map { table + [$0] } }
    }
    let band = try #require(total.band)
    return tables.filter { band.contains($0.reduce(0, +)) }
  }

  /// The positions of cells that have the same count in all possible tables.
  private static func pinned(_ tables: [[Int]]) -> [Int] {
    guard let first = tables.first else { return [] }
    return first.indices.filter { cell in tables.allSatisfy { $0[cell] == first[cell] } }
  }

  @Test("four cells shown as 0 with a total shown as 10 are 2 each, with certainty")
  func fourZeros() throws {
    let rounding = RoundingToBase.hesa
    let truth = [2, 2, 2, 2]
    let shown = truth.map { rounding($0) }
    let total = rounding(truth.reduce(0, +))
    #expect(shown.map(\.approximateValue) == [0, 0, 0, 0] && total.approximateValue == 10)
    #expect(try Self.possible(shown, total: total) == [truth])
  }

  @Test("among all small tables of four cells, brute force pins some exactly")
  func search() throws {
    let rounding = RoundingToBase.hesa
    var seen: Set<[Int]> = []
    var (tables, pinnedTables, smallPinned) = (0, 0, 0)
    for number in 0..<(7 * 7 * 7 * 7) {
      let truth = [number % 7, number / 7 % 7, number / 49 % 7, number / 343]
      guard truth == truth.sorted() else { continue }
      tables += 1
      let shown = truth.map { rounding($0) }
      let total = rounding(truth.reduce(0, +))
      let possible = try Self.possible(shown, total: total)
      #expect(possible.contains(truth))
      let pinned = Self.pinned(possible)
      for cell in pinned {
        #expect(possible.allSatisfy { $0[cell] == truth[cell] })
        smallPinned += (1...4).contains(truth[cell]) ? 1 : 0
      }
      if !pinned.isEmpty {
        pinnedTables += 1
        seen.insert(truth)
      }
    }
    #expect(tables == 210)
    #expect(seen.contains([2, 2, 2, 2]))
    #expect(pinnedTables > 0 && smallPinned >= 4)
  }

  @Test("small count rounding of the same table leaves more than one true table")
  func additive() throws {
    let cells = (0..<4).map { CountSystem.InnerCell(id: "c\($0)", count: 2) }
    let ids = cells.map(\.id)
    let system = try CountSystem(
      cells: cells,
      aggregates: ids.map { .init(id: $0, cells: [$0]) } + [.init(id: "total", cells: ids)])
    let rounded = try SmallCountRounding(base: 5)(system)
    let sums = rounded.aggregates
    let inner = sums.prefix(4)
    #expect(sums.last?.count.value == inner.reduce(0) { $0 + $1.count.value })
    #expect(inner.allSatisfy { $0.count.value == 0 || $0.count.value == 5 })
    // Every cell may have been anything that its number allows; the total adds nothing to that.
    #expect(inner.allSatisfy { $0.band.count >= 5 && $0.band.contains(2) })
  }
}
