import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Zelen's test")
struct ZelenTestTests {
  @Test("agrees with listing every set of tables in integers")
  func references() throws {
    for row in try ReferenceValue.read(Fixtures.stratifiedPython, method: "ZelenTest") {
      expectClose(
        ZelenTest()(try StratifiedTables(row)).pValue, row.value, relative: 1e-11, "\(row)")
    }
  }

  @Test("agrees with listing every pair of tables of random margins")
  func enumeration() throws {
    func choose(_ n: Int, _ k: Int) -> Int {
      k < 0 || k > n ? 0 : (0..<k).reduce(1) { $0 * (n - $1) / ($1 + 1) }
    }
    var generator = SeededGenerator(seed: 17)
    for _ in 0..<200 {
      let cells = (0..<2).map { _ in (0..<4).map { _ in Int.random(in: 0...7, using: &generator) } }
      let tables = try StratifiedTables.cells(cells)
      guard InformativeStrata(tables, about: .odds).strata.count == 2 else { continue }
      let seen = cells[0][0] + cells[1][0]
      func ways(_ first: Int) -> Int {
        zip(cells, [first, seen - first]).reduce(1) { product, stratum in
          let (table, focal) = stratum
          return product * choose(table[0] + table[1], focal)
            * choose(table[2] + table[3], table[0] + table[2] - focal)
        }
      }
      let all = (0...seen).map { ways($0) }
      let rare = all.filter { $0 <= all[cells[0][0]] }.reduce(0, +)
      expectClose(
        ZelenTest()(tables).pValue, Double(rare) / Double(all.reduce(0, +)), relative: 1e-12)
    }
  }

  @Test("large strata that differ are told apart as by Breslow and Day")
  func large() throws {
    let tables = try StratifiedTables.cells([
      [30, 10, 20, 40], [8, 52, 31, 29], [14, 36, 13, 37],
    ])
    let exact = try #require(ZelenTest()(tables).pValue)
    let asymptotic = try #require(BreslowDayTest()(tables).pValue)
    #expect(exact < 1e-4 && asymptotic < 1e-4)
  }

  @Test("exchanging the groups and the order of strata change nothing")
  func symmetry() throws {
    let tables = try StratifiedTables.rabbits()
    let test = try #require(ZelenTest()(tables).test)
    expectClose(ZelenTest()(tables.swapped).pValue, test.pValue.value, relative: 1e-12)
    expectClose(ZelenTest()(tables.reversed).pValue, test.pValue.value, relative: 1e-12)
    #expect(test.convention.hasSuffix("; strata without information: A, E"))
  }

  @Test("one stratum is a reason")
  func degenerate() throws {
    #expect(ZelenTest()(try .cells([[3, 4, 5, 6], [0, 4, 0, 9]])).reason != nil)
  }

  @Test("a network is given up where it has more ways than the limit, and settles early where not")
  func limit() {
    // Three fair dice: 20 of 216 ways give a sum of at most 6.
    let die = ConditionalNetwork.Step(
      least: 0, logWeights: (1...6).map { _ in 0 }, values: (1...6).map { Double($0) })
    let fill = ConditionalNetwork.Step(
      least: 0, logWeights: (0...15).map { _ in 0 }, values: (0...15).map { _ in 0 })
    let dice = ConditionalNetwork([die, die, die, fill], total: 15)
    expectClose(dice.probability(ofAtMost: 6), 20.0 / 216, relative: 1e-14)
    #expect(dice.probability(ofAtMost: 6, limit: 10) == nil)
    #expect(dice.probability(ofAtMost: 2, limit: 0) == 0)
    #expect(dice.probability(ofAtMost: 18, limit: 0) == 1)
    #expect(ConditionalNetwork([die], total: 6).probability(ofAtMost: 3) == nil)
  }
}
