import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Barnard's exact test (CSM)")
struct BarnardCSMTestTests {
  @Test("agrees with the order made on a fine grid (Python)")
  func references() throws {
    for row in try ReferenceValue.read(SmallTables.variants, method: "BarnardCSMTest") {
      expectClose(
        BarnardCSMTest()(try TwoByTwoTable(row)).pValue, row.value, relative: 1e-10, "\(row)")
    }
  }

  @Test("published and recomputed cases, adverse-23 and adverse-27")
  func published() throws {
    let morris = try TwoByTwoTable.rates(focal: 2, of: 10, reference: 15, of: 25)
    expectClose(BarnardCSMTest()(morris).pValue, 0.03930327, relative: 2e-7)
    let vaccine = try TwoByTwoTable.rates(focal: 7, of: 15, reference: 12, of: 15)
    expectClose(BarnardCSMTest()(vaccine).pValue, 0.08299974, relative: 5e-8)
  }

  /// The p-values of all tables, by trying every table next to the region at each step on an even
  /// grid of rates.
  private func bruteForce(_ focalTotal: Int, _ referenceTotal: Int) -> [[Double]] {
    func probability(_ x: Int, _ y: Int, _ rate: Double) -> Double {
      var product = Double(
        SmallTables.choose(focalTotal, x) * SmallTables.choose(referenceTotal, y))
      for _ in 0..<(x + y) { product *= rate }
      for _ in (x + y)..<(focalTotal + referenceTotal) { product *= 1 - rate }
      return product
    }
    let rates = (0...2_000).map { Double($0) / 2_000 }
    var curves: [[[Double]]] = []
    for x in 0...focalTotal {
      curves.append((0...referenceTotal).map { y in rates.map { probability(x, y, $0) } })
    }
    var pValues = [[Double]](
      repeating: [Double](repeating: 2, count: referenceTotal + 1), count: focalTotal + 1)
    var sum = [Double](repeating: 0, count: rates.count)
    func isOutside(_ x: Int, _ y: Int) -> Bool { pValues[x][y] == 2 }
    func pair(_ x: Int, _ y: Int) -> [Double] {
      let (u, v) = (focalTotal - x, referenceTotal - y)
      if (u, v) == (x, y) { return curves[x][y] }
      return rates.indices.map { curves[x][y][$0] + curves[u][v][$0] }
    }
    var next = [(0, referenceTotal)]
    while !next.isEmpty {
      for (x, y) in next where isOutside(x, y) {
        sum = zip(sum, pair(x, y)).map { $0 + $1 }
        pValues[x][y] = 3
        pValues[focalTotal - x][referenceTotal - y] = 3
      }
      let height = min(1, sum.max() ?? 0)
      for (x, y) in next {
        pValues[x][y] = height
        pValues[focalTotal - x][referenceTotal - y] = height
      }
      var tops: [(Int, Int, Double)] = []
      for x in 0...focalTotal {
        for y in 0...referenceTotal where isOutside(x, y) {
          let isNext =
            (x == 0 || !isOutside(x - 1, y)) && (y == referenceTotal || !isOutside(x, y + 1))
          if isNext {
            tops.append((x, y, zip(sum, pair(x, y)).map { $0 + $1 }.max() ?? 0))
          }
        }
      }
      let lowest = tops.map(\.2).min() ?? 0
      next = tops.filter { $0.2 <= lowest * (1 + 1e-9) }.map { ($0.0, $0.1) }
    }
    return pValues
  }

  @Test("every table of small groups, by brute force at 2,001 rates")
  func enumeration() throws {
    let sizes =
      ThoroughTier.isOn
      ? (1...8).flatMap { first in (1...8).map { (first, $0) } }
      : [(1, 4), (5, 5), (4, 7), (8, 3)]
    for (focalTotal, referenceTotal) in sizes {
      let expected = bruteForce(focalTotal, referenceTotal)
      for focal in 0...focalTotal {
        for reference in 0...referenceTotal {
          let table = try TwoByTwoTable.rates(
            focal: focal, of: focalTotal, reference: reference, of: referenceTotal)
          expectClose(
            BarnardCSMTest()(table).pValue, expected[focal][reference], relative: 3e-6,
            "\(table)")
        }
      }
    }
  }

  @Test("exchanging the groups or the outcome changes nothing")
  func symmetry() throws {
    var generator = SeededGenerator(seed: 1947)
    for _ in 0..<12 {
      let focalTotal = Int.random(in: 2...14, using: &generator)
      let referenceTotal = Int.random(in: 2...14, using: &generator)
      let table = try TwoByTwoTable.rates(
        focal: Int.random(in: 0...focalTotal, using: &generator), of: focalTotal,
        reference: Int.random(in: 0...referenceTotal, using: &generator), of: referenceTotal)
      let turned = try TwoByTwoTable.rates(
        focal: table.focalRejected, of: focalTotal, reference: table.referenceRejected,
        of: referenceTotal)
      let pValue = try #require(BarnardCSMTest()(table).pValue)
      expectClose(BarnardCSMTest()(try #require(table.swapped)).pValue, pValue, relative: 1e-10)
      expectClose(BarnardCSMTest()(turned).pValue, pValue, relative: 1e-10)
    }
  }

  @Test("degenerate tables, and too many people")
  func degenerate() throws {
    let method = BarnardCSMTest()
    #expect(method(try .rates(focal: 0, of: 0, reference: 3, of: 5)).reason != nil)
    #expect(method(try .rates(focal: 0, of: 4, reference: 0, of: 5)).pValue == 1)
    #expect(method(try .rates(focal: 4, of: 4, reference: 5, of: 5)).pValue == 1)
    #expect(
      method(try .rates(focal: 3, of: 100, reference: 5, of: 101)).reason?.contains("200") == true)
    #expect(MethodCatalogue.card("barnard-csm") == BarnardCSMTest.card)
  }
}
