import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Hill numbers")
struct HillNumberTests {
  private static func order(_ value: Double) throws -> HillOrder { try #require(HillOrder(value)) }

  @Test("agree with mpmath, the errors by numerical gradients")
  func references() throws {
    for row in try ReferenceValue.read(Fixtures.diversityPython, method: "HillNumber") {
      let method = HillNumber(order: try Self.order(try row.number("order")))
      expectClose(
        Fixtures.number(row.quantity, of: method(try CategoryCounts(row))), row.value,
        relative: 1e-11, "\(row)")
    }
  }

  @Test("indices-R14 and the observed numbers of R17")
  func published() throws {
    let groups = try CategoryCounts.fourGroups()
    for (order, value) in [(0.5, 3.71788496), (1, 3.46730054), (2, 3.07237422771), (3, 2.80553706)]
    {
      expectClose(
        HillNumber(order: try Self.order(order))(groups).value, value, relative: 2e-9)
    }
    for (counts, values) in [
      (try CategoryCounts.girdled(), [26, 12.0596505, 7.84]),
      (try CategoryCounts.logged(), [37, 14.4210015, 6.7614991]),
    ] {
      for (order, value) in zip([HillOrder.zero, .one, .two], values) {
        expectClose(HillNumber(order: order)(counts).value, value, relative: 1e-8)
      }
    }
  }

  @Test("the form of the textbook gives the same error")
  func textbookError() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<40 {
      let categories = try CategoryCounts.random(&generator)
      let n = Double(categories.total)
      let p = categories.counts.filter { $0 > 0 }.map { Double($0) / n }
      for q in [0.4, 0.5, 1.5, 2, 3.7] {
        let sum = p.reduce(0) { $0 + pow($1, q) }
        let second = p.reduce(0) { $0 + pow($1, 2 * q - 1) }
        let variance = max(0, second - sum * sum) / n
        let expected = pow(sum, 1 / (1 - q)) * abs(q / (1 - q)) / sum * variance.squareRoot()
        guard expected > 1e-6 else { continue }
        expectClose(
          HillNumber(order: try Self.order(q))(categories).standardError, expected, relative: 1e-9)
      }
    }
  }

  @Test("order 1 is reached without a gap, in value and error")
  func continuity() throws {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<20 {
      let categories = try CategoryCounts.random(&generator)
      let one = HillNumber(order: .one)(categories)
      let value = try #require(one.value)
      for step in [1e-3, 1e-6, 1e-9, 1e-12, 1e-15] {
        for q in [1 - step, 1 + step] {
          let near = HillNumber(order: try Self.order(q))(categories)
          // The slope of log D in the order is at most the variance of log p, below 20 here.
          expectClose(near.value, value, relative: 20 * step + 1e-14)
          if let error = one.standardError {
            expectClose(near.standardError, error, relative: 100 * step + 1e-12)
          }
        }
      }
      expectClose(ShannonEntropy()(categories).value, log(value), relative: 1e-13, absolute: 1e-15)
    }
  }

  @Test("a profile never rises, from the number of categories to 1 / the largest share")
  func profile() throws {
    var generator = SeededGenerator(seed: 21)
    let orders = try (0...60).map { try Self.order(Double($0) / 8) } + [.infinity]
    for _ in 0..<40 {
      let categories = try CategoryCounts.random(&generator)
      let points = HillProfile(orders: orders)(categories)
      let values = try points.map { try #require($0.number.value) }
      for (before, after) in zip(values, values.dropFirst()) {
        #expect(after <= before * (1 + 1e-13))
      }
      #expect(values[0] == Double(categories.occupied))
      expectClose(
        values.last, 1 / (try #require(BergerParkerIndex()(categories).value)), relative: 1e-15)
    }
    let points = HillProfile(level: 0.9)(try .fourGroups())
    #expect(points.count == 17 && points[4].order == .one && points[8].order == .two)
    #expect(points[0].number.interval == nil)
    #expect(points[8].number == HillNumber(order: .two, level: 0.9)(try .fourGroups()))
    #expect(points.dropFirst().allSatisfy { $0.number.interval?.level == 0.9 })
  }

  @Test("equal shares give their number at every order; so does one category")
  func equal() throws {
    for size in [1, 2, 7, 100] {
      let categories = try CategoryCounts.of([Int](repeating: 9, count: size), declared: size)
      for q in [0, 0.3, 0.999999999, 1, 1.2, 2, 50, 5000, .infinity] {
        let outcome = HillNumber(order: try Self.order(q))(categories)
        expectClose(outcome.value, Double(size), relative: 1e-13)
        #expect(outcome.standardError == nil && outcome.interval == nil)
      }
    }
  }

  @Test("orders, identifiers and their writing")
  func orders() throws {
    #expect(HillOrder(-0.1) == nil && HillOrder(.nan) == nil)
    #expect(HillNumber(order: .zero).stamp.id == "hill-0")
    #expect(HillNumber(order: .two).stamp.id == "hill-2")
    #expect(HillNumber(order: try Self.order(0.5)).stamp.id == "hill-0-5")
    #expect(HillNumber(order: .infinity).stamp.id == "hill-infinity")
    #expect(MethodCatalogue.card("hill-profile")?.id == "hill-profile")
    #expect(MethodCatalogue.card("hill-similarity-1")?.id == "hill-similarity")
    let orders = [HillOrder.zero, .one, .infinity, try Self.order(0.25)]
    let copy = try JSONDecoder().decode([HillOrder].self, from: JSONEncoder().encode(orders))
    #expect(copy == orders)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([HillOrder].self, from: Data("[-1]".utf8))
    }
    #expect(HillNumber(order: .one)(try .of([0])).reason?.contains("nobody") == true)
  }
}
