import Aggregates
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Funnel attribution")
struct FunnelAttributionTests {
  private static let references = "Tests/InferenceTests/Fixtures/Funnel/python.csv"

  private static func funnel(_ focal: [Int], _ reference: [Int]) throws -> FunnelCounts {
    let points = zip(focal, reference).enumerated().map { position, counts in
      FunnelCounts.Point(name: "point \(position)", focal: counts.0, reference: counts.1)
    }
    return try #require(FunnelCounts(points))
  }

  private static func attribute(
    _ focal: [Int], _ reference: [Int], line: Fraction = .fourFifths
  ) throws -> FunnelAttributionResult {
    try #require(FunnelAttribution(line: line)(funnel(focal, reference)))
  }

  private static func part(_ quantity: String, of result: FunnelAttributionResult) -> Double? {
    let name = quantity.filter(\.isLetter)
    guard let position = Int(quantity.filter(\.isNumber)) else {
      switch name {
      case "log": return result.logImpactRatio.value
      case "logError": return result.logImpactRatio.standardError
      case "shortfall": return result.shortfall.value
      default: return nil
      }
    }
    let stage = result.stages[position]
    switch name {
    case "log": return stage.logImpactRatio.value
    case "logError": return stage.logImpactRatio.standardError
    case "share": return stage.share.value
    case "shareLower": return stage.share.interval?.lower
    case "shareUpper": return stage.share.interval?.upper
    case "shapley": return stage.shapleyHeadcount.value
    case "equalized": return stage.equalizedHeadcount.value
    default: return nil
    }
  }

  @Test("agrees with every set of stages in fractions and the delta method at 40 digits (Python)")
  func references() throws {
    for row in try ReferenceValue.read(Self.references, method: "FunnelAttribution") {
      let result = try Self.attribute(row.wholes("focal"), row.wholes("reference"))
      expectClose(
        Self.part(row.quantity, of: result), row.value, relative: 1e-11, absolute: 1e-14, "\(row)")
    }
  }

  @Test("the worked example, adverse-4.13")
  func workedExample() throws {
    let result = try Self.attribute([400, 200, 60, 18], [600, 360, 144, 48])
    let ratios = result.stages.map(\.impactRatio.value)
    for (ratio, expected) in zip(ratios, [0.8333, 0.75, 0.9]) {
      expectClose(ratio, expected, relative: 5e-5)
    }
    expectClose(result.impactRatio.value, 0.5625, relative: 1e-15)
    expectClose(result.shortfall.value, 14, relative: 1e-15)
    expectClose(result.logImpactRatio.standardError, 0.268742, relative: 2e-6)
    let expected: [(share: Double, shapley: Double, equalized: Double)] = [
      (0.317, 4.444, 3.6), (0.500, 6.978, 6), (0.183, 2.578, 2),
    ]
    for (stage, values) in zip(result.stages, expected) {
      expectClose(stage.share.value, values.share, absolute: 5e-4)
      expectClose(stage.shapleyHeadcount.value, values.shapley, absolute: 5e-4)
      expectClose(stage.equalizedHeadcount.value, values.equalized, absolute: 1e-12)
    }
    // The second stage falls under the line and so does the whole.
    #expect(result.warnings.isEmpty)
  }

  @Test("Connecticut v. Teal: the bottom line hides the examination, adverse-4 and adverse-5")
  func teal() throws {
    let result = try Self.attribute([48, 26, 11], [259, 206, 35])
    expectClose(result.stages[0].impactRatio.value, 0.6810, relative: 5e-5)
    expectClose(result.stages[1].impactRatio.value, 2.4902, relative: 5e-5)
    expectClose(result.impactRatio.value, 1.6958, relative: 5e-5)
    expectClose(result.stages[0].test.test?.statistic, -3.757385, relative: 1e-6)
    #expect(result.warnings.first == .hiddenStage(position: 0, against: .focal))
    // The second stage costs the reference group people, and so does the whole.
    #expect(!result.warnings.contains(.hiddenStage(position: 1, against: .reference)))
    #expect(try #require(result.stages[0].share.value) < 0)
    #expect(try #require(result.stages[0].shapleyHeadcount.value) > 0)
  }

  @Test("warnings: small steps add up; both directions; the line itself is not under it")
  func warnings() throws {
    // 0.9 x 0.9 x 0.9 = 0.729.
    let accumulated = try Self.attribute([1000, 900, 810, 729], [1000, 1000, 1000, 1000])
    #expect(accumulated.warnings == [.accumulated(against: .focal)])
    let turned = try Self.attribute([1000, 1000, 1000, 1000], [1000, 900, 810, 729])
    #expect(turned.warnings == [.accumulated(against: .reference)])
    let hidden = try Self.attribute([259, 206, 35], [48, 26, 11])
    #expect(hidden.warnings.first == .hiddenStage(position: 0, against: .reference))
    // Exactly four fifths, in numbers that floating point would put on either side.
    for scale in [1, 3, 7, 1_000_003] {
      let exact = try Self.attribute([10 * scale, 4 * scale], [10 * scale, 5 * scale])
      #expect(exact.warnings.allSatisfy { $0 == .unstableShares })
    }
    let stricter = try #require(Fraction(9, over: 10))
    let strict = try Self.attribute([100, 50, 40], [100, 62, 40], line: stricter)
    #expect(strict.warnings.contains(.hiddenStage(position: 0, against: .focal)))
    #expect(strict.warnings.contains(.unstableShares))
  }

  @Test("logarithms, variances and shares add up; Shapley parts equal the mean over all orders")
  func sums() throws {
    var generator = SeededGenerator(seed: 413)
    for stages in 1...5 {
      for _ in 0..<8 {
        var counts: [[Int]] = [[], []]
        for group in 0..<2 {
          var here = Int.random(in: 2_000...5_000, using: &generator)
          counts[group].append(here)
          for _ in 0..<stages {
            here = Int.random(in: here / 4...here, using: &generator)
            counts[group].append(here)
          }
        }
        guard counts.allSatisfy({ $0[stages] > 0 }) else { continue }
        let result = try Self.attribute(counts[0], counts[1])
        let whole = try #require(result.logImpactRatio.value)
        let parts = result.stages.compactMap(\.logImpactRatio.value)
        expectClose(parts.reduce(0, +), whole, relative: 1e-12, absolute: 1e-14)
        let error = try #require(result.logImpactRatio.standardError)
        let variances = result.stages.compactMap(\.logImpactRatio.standardError).map { $0 * $0 }
        expectClose(variances.reduce(0, +), error * error, relative: 1e-13)
        if whole != 0 {
          expectClose(result.stages.compactMap(\.share.value).reduce(0, +), 1, relative: 1e-11)
        }
        let shortfall = try #require(result.shortfall.value)
        let people = result.stages.compactMap(\.shapleyHeadcount.value)
        #expect(people.count == stages)
        expectClose(people.reduce(0, +), shortfall, relative: 1e-11, absolute: 1e-10)
        for (position, part) in Self.meanOverOrders(counts[0], counts[1]).enumerated() {
          expectClose(people[position], part, relative: 1e-11, absolute: 1e-10)
        }
      }
    }
  }

  /// The mean gain of each stage over every order of the stages, one order at a time.
  private static func meanOverOrders(_ focal: [Int], _ reference: [Int]) -> [Double] {
    let stages = focal.count - 1
    func orders(_ rest: [Int]) -> [[Int]] {
      rest.isEmpty
        ? [[]] : rest.flatMap { first in orders(rest.filter { $0 != first }).map { [first] + $0 } }
    }
    func people(_ changed: [Int]) -> Double {
      (0..<stages).reduce(Double(focal[0])) { product, stage in
        let counts = changed.contains(stage) ? reference : focal
        return product * Double(counts[stage + 1]) / Double(counts[stage])
      }
    }
    var gains = [Double](repeating: 0, count: stages)
    let all = orders(Array(0..<stages))
    for order in all {
      for turn in order.indices {
        gains[order[turn]] +=
          people(Array(order[...turn])) - people(Array(order[..<turn]))
      }
    }
    return gains.map { $0 / Double(all.count) }
  }

  @Test("exchanging the groups turns every logarithm round and leaves the shares")
  func swapped() throws {
    let (focal, reference) = ([500, 300, 290, 120], [450, 410, 200, 190])
    let result = try Self.attribute(focal, reference)
    let other = try Self.attribute(reference, focal)
    for (stage, turned) in zip(result.stages, other.stages) {
      let value = try #require(stage.logImpactRatio.value)
      expectClose(turned.logImpactRatio.value, -value, relative: 1e-12)
      let share = try #require(stage.share.interval)
      expectClose(turned.share.interval?.lower, share.lower, relative: 1e-11)
      expectClose(turned.share.interval?.upper, share.upper, relative: 1e-11)
    }
  }

  @Test("two stages joined have the sum of their logarithms and of their shares")
  func merging() throws {
    let result = try Self.attribute([500, 300, 290, 120], [450, 410, 200, 190])
    let joined = try Self.attribute([500, 290, 120], [450, 200, 190])
    let shares = result.stages.compactMap(\.share.value)
    expectClose(joined.stages[0].share.value, shares[0] + shares[1], relative: 1e-12)
    expectClose(joined.stages[1].share.value, shares[2], relative: 1e-12)
  }

  @Test("zero cells and equal rates give reasons, never a number")
  func degenerate() throws {
    let noneLeft = try Self.attribute([40, 0, 0], [50, 20, 10])
    #expect(noneLeft.stages[0].impactRatio.value == 0)
    #expect(noneLeft.stages[0].share.reason?.contains("Nobody of the focal group") == true)
    #expect(noneLeft.stages[1].impactRatio.reason != nil)
    #expect(noneLeft.stages.allSatisfy { $0.shapleyHeadcount.reason != nil })
    expectClose(noneLeft.shortfall.value, 8, relative: 1e-15)
    let noneAtEnd = try Self.attribute([40, 20, 0], [50, 20, 10])
    #expect(noneAtEnd.stages[0].share.reason != nil)
    #expect(noneAtEnd.stages[0].logImpactRatio.value != nil)
    #expect(noneAtEnd.logImpactRatio.reason != nil)
    expectClose(
      noneAtEnd.stages.compactMap(\.shapleyHeadcount.value).reduce(0, +), 8, relative: 1e-14)
    let noReference = try Self.attribute([40, 20], [50, 0])
    #expect(noReference.impactRatio.value == .infinity)
    #expect(noReference.stages[0].share.reason?.contains("reference group") == true)
    #expect(try #require(noReference.shortfall.value) == -20)
    let equal = try Self.attribute([40, 30, 12], [400, 200, 120])
    #expect(equal.stages[0].share.reason?.contains("same rate") == true)
    #expect(equal.shortfall.value == 0)
    let nobody = try Self.attribute([0, 0], [4, 2])
    #expect(nobody.shortfall.reason != nil && nobody.warnings.isEmpty)
    let level = try #require(
      FunnelAttribution(level: 1)(Self.funnel([40, 30], [400, 200])))
    #expect(level.stages[0].share.reason?.contains("level") == true)
  }

  @Test("a funnel never widens, new or read")
  func impossible() throws {
    let entry = FunnelCounts.Point(name: "Applied", focal: 5, reference: 5)
    let wider = FunnelCounts.Point(name: "Hired", focal: 6, reference: 5)
    #expect(FunnelCounts([entry]) == nil)
    #expect(FunnelCounts([entry, wider]) == nil)
    #expect(FunnelCounts([entry, .init(name: "Hired", focal: -1, reference: 5)]) == nil)
    let funnel = try Self.funnel([5, 2], [5, 4])
    let written = try JSONEncoder().encode(funnel)
    #expect(try JSONDecoder().decode(FunnelCounts.self, from: written) == funnel)
    let text = try #require(String(data: written, encoding: .utf8))
    let changed = text.replacingOccurrences(of: "\"focal\":2", with: "\"focal\":9")
    #expect(changed != text)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(FunnelCounts.self, from: Data(changed.utf8))
    }
  }
}
