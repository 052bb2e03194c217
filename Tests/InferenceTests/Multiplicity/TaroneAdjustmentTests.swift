import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Tarone's adjustment")
struct TaroneAdjustmentTests {
  private static func tests(
    _ least: [Double], _ seen: [Double]
  ) throws -> [TaroneAdjustment.DiscretePValue] {
    try zip(least, seen).map { least, seen in
      let pValue = try #require(PValue(seen))
      let attainable = try #require(PValue(least))
      return try #require(
        TaroneAdjustment.DiscretePValue(pValue, leastAttainable: attainable))
    }
  }

  private static func numbers(_ text: String?) -> [Double] {
    (text ?? "").split(separator: " ").compactMap { Double($0) }
  }

  @Test("agrees with trying every divisor")
  func references() throws {
    for row in try ReferenceValue.read(Fixtures.stratifiedPython, method: "TaroneAdjustment") {
      let tests = try Self.tests(
        Self.numbers(row.arguments["least"]), Self.numbers(row.arguments["pValues"]))
      let adjusted = TaroneAdjustment(familyLevel: try row.number("level")).adjust(tests)
      if row.quantity == "divisor" {
        #expect(adjusted.divisor == Int(row.value), "\(row)")
      } else {
        let index = try #require(Int(row.quantity))
        expectClose(adjusted.pValues[index].value, row.value, relative: 1e-14, "\(row)")
      }
    }
  }

  @Test("worked by hand: three tests can reach 0.05, two of them 0.05 / 2")
  func byHand() throws {
    let tests = try Self.tests([0.001, 0.03, 0.2, 0.0004], [0.004, 0.04, 0.3, 0.03])
    let adjusted = TaroneAdjustment().adjust(tests)
    #expect(adjusted.divisor == 2)
    #expect(adjusted.setAside == [1, 2])
    #expect(adjusted.pValues.map(\.value) == [0.008, 1, 1, 0.06])
  }

  @Test("where every p-value can be reached it is Bonferroni's; it never pays more")
  func bonferroni() throws {
    let tests = try Self.tests([0, 0, 0, 0], [0.01, 0.2, 0.5, 0.03])
    let adjusted = TaroneAdjustment().adjust(tests)
    #expect(adjusted.divisor == 4 && adjusted.setAside.isEmpty)
    for (value, expected) in zip(adjusted.pValues, [0.04, 0.8, 1, 0.12]) {
      expectClose(value.value, expected, relative: 1e-14)
    }
    #expect(TaroneAdjustment().adjust([]).pValues.isEmpty)
  }

  @Test("the chance of any false rejection stays within the level, computed exactly")
  func familyWiseError() throws {
    // Fair coins with different numbers of tosses: all hypotheses are true. The two-sided p-value
    // of all heads or all tails in n tosses is 2^(1 - n), the least attainable.
    let tosses = [3, 5, 6, 7, 9]
    func distribution(_ n: Int) -> [(pValue: Double, probability: Double)] {
      let weights = (0...n).map { k in (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
      }
      let whole = pow(2, Double(n))
      return (0...n).map { k in
        (weights.filter { $0 <= weights[k] * (1 + 1e-9) }.reduce(0, +) / whole, weights[k] / whole)
      }
    }
    let least = tosses.map { pow(2, 1 - Double($0)) }
    // The divisor depends only on the least attainable values, so one call fixes the thresholds.
    let fixed = TaroneAdjustment().adjust(try Self.tests(least, tosses.map { _ in 1 }))
    var noRejection = 1.0
    for (index, n) in tosses.enumerated() where !fixed.setAside.contains(index) {
      noRejection *= distribution(n)
        .filter { Double(fixed.divisor) * $0.pValue > 0.05 }.map(\.probability).reduce(0, +)
    }
    #expect(1 - noRejection <= 0.05 && noRejection < 1)
    #expect(fixed.setAside == [0, 1, 2])
  }

  @Test("a p-value below the least attainable is no pair")
  func impossible() throws {
    let pValue = try #require(PValue(0.01))
    let attainable = try #require(PValue(0.02))
    #expect(TaroneAdjustment.DiscretePValue(pValue, leastAttainable: attainable) == nil)
  }
}
