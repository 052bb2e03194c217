import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Simultaneous intervals of shares")
struct GoodmanIntervalsTests {
  @Test("Goodman's agree with statsmodels")
  func goodman() throws {
    for row in try ShareReferences.values(of: "GoodmanIntervals") {
      let outcomes = GoodmanIntervals(level: try row.number("level"))(
        try ShareReferences.categories(try row.wholes("counts")))
      expectClose(
        Fixtures.part(row.quantity, of: outcomes[try row.whole("position")]), row.value,
        relative: 1e-10, absolute: 1e-15, "\(row) \(row.arguments)")
    }
  }

  @Test("Sison and Glaz's agree with statsmodels, and with the formulas at 40 digits")
  func sisonGlaz() throws {
    for row in try ShareReferences.values(of: "SisonGlazIntervals") {
      let outcomes = SisonGlazIntervals(level: try row.number("level"))(
        try ShareReferences.categories(try row.wholes("counts")))
      expectClose(
        Fixtures.part(row.quantity, of: outcomes[try row.whole("position")]), row.value,
        relative: 1e-6, absolute: 1e-15, "\(row) \(row.arguments)")
    }
  }

  @Test("case R6: 91, 49, 37, 43 of 220")
  func published() throws {
    let categories = try ShareReferences.categories([91, 49, 37, 43])
    let expected = [
      (0.334202, 0.497833), (0.160859, 0.299887), (0.114551, 0.240112), (0.137469, 0.270236),
    ]
    for (outcome, limits) in zip(GoodmanIntervals()(categories), expected) {
      expectClose(outcome.interval?.lower, limits.0, absolute: 5e-7)
      expectClose(outcome.interval?.upper, limits.1, absolute: 5e-7)
    }
    let first = try #require(SisonGlazIntervals()(categories).first)
    expectClose(first.interval?.lower, 0.345455, absolute: 5e-7)
    expectClose(first.interval?.upper, 0.483300, absolute: 5e-7)
  }

  @Test("the approximated probability of the box is near that summed over every division")
  func enumerated() throws {
    let counts = [9, 6, 5]
    let total = 20
    func logFactorial(_ n: Int) -> Double { (0..<n).reduce(0.0) { $0 + log(Double($1 + 1)) } }
    func probability(_ cells: [Int]) -> Double {
      var sum = logFactorial(total)
      for (cell, seen) in zip(cells, counts) {
        let share = Double(seen) / Double(total)
        sum += Double(cell) * log(share)
        sum -= logFactorial(cell)
      }
      return exp(sum)
    }
    for distance in 1...8 {
      var exact = 0.0
      for first in 0...total {
        for second in 0...(total - first) {
          let cells = [first, second, total - first - second]
          if zip(cells, counts).allSatisfy({ abs($0 - $1) <= distance }) {
            exact += probability(cells)
          }
        }
      }
      expectClose(
        SisonGlazIntervals.probability(counts, within: distance), exact, absolute: 0.006,
        "\(distance)")
    }
  }

  @Test("more categories widen, order does not matter, two categories mirror")
  func identities() throws {
    let five = GoodmanIntervals()(try ShareReferences.categories([20, 30, 50, 0, 0]))
    let three = GoodmanIntervals()(try ShareReferences.categories([20, 30, 50]))
    let turned = GoodmanIntervals()(try ShareReferences.categories([50, 20, 30]))
    for position in 0..<3 {
      let wide = try #require(five[position].interval)
      let narrow = try #require(three[position].interval)
      #expect(wide.lower < narrow.lower && narrow.upper < wide.upper)
      #expect(turned[(position + 1) % 3] == three[position])
    }
    // Categories that are declared and not listed count as those with nobody.
    let declared = try #require(CategoryCounts([20, 30, 50], declared: 5))
    #expect(GoodmanIntervals()(declared) == Array(five[..<3]))
    #expect(
      SisonGlazIntervals()(declared)
        == SisonGlazIntervals()(try ShareReferences.categories([20, 30, 50])))
    #expect(five[3].interval?.lower == 0 && (five[3].interval?.upper ?? 0) > 0)
    let forth = SisonGlazIntervals()(try ShareReferences.categories([20, 30, 50]))
    let back = SisonGlazIntervals()(try ShareReferences.categories([50, 30, 20]))
    for position in 0..<3 {
      expectClose(
        forth[position].interval?.upper, try #require(back[2 - position].interval?.upper),
        relative: 1e-12)
    }
    let two = GoodmanIntervals()(try ShareReferences.categories([3, 17]))
    expectClose(
      two[0].interval?.lower, 1 - (try #require(two[1].interval?.upper)), relative: 1e-12)
  }

  @Test("nobody has no shares, everyone in one category has limits, and impossible counts none")
  func degenerate() throws {
    let nobody = try ShareReferences.categories([0, 0])
    #expect(GoodmanIntervals()(nobody).allSatisfy { $0.reason != nil })
    #expect(SisonGlazIntervals()(nobody).allSatisfy { $0.reason != nil })
    let one = try ShareReferences.categories([40, 0])
    #expect(GoodmanIntervals()(one)[0].interval?.upper == 1)
    #expect(SisonGlazIntervals()(one)[1].interval?.lower == 0)
    let lone = SisonGlazIntervals()(try ShareReferences.categories([1, 0]))
    #expect(lone[0].value == 1 && lone[0].interval?.upper == 1)
    #expect(GoodmanIntervals(level: 2)(one)[0].reason != nil)
    #expect(SisonGlazIntervals(level: 0)(one)[0].reason != nil)
    #expect(
      SisonGlazIntervals()(try ShareReferences.categories([20_000_000, 1]))[0].reason?
        .contains("ten million") == true)
    let single = try ShareReferences.categories([3])
    #expect(GoodmanIntervals()(single)[0].reason?.contains("two categories") == true)
    #expect(SisonGlazIntervals()(single)[0].reason?.contains("two categories") == true)
  }
}
