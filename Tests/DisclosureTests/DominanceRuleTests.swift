import TestSupport
import Testing

@testable import Disclosure

@Suite("Dominance rules")
struct DominanceRuleTests {
  private static let amounts: [Double] = [100, 50, 10, 5, 3, 2]

  private static func needed(_ rule: DominanceRule) -> Double? {
    rule.neededProtection(
      largest: Array(amounts.prefix(rule.amountsNeeded)), total: amounts.reduce(0, +))
  }

  @Test("privacy-R10: the p % rule and the (n, k) rule on six contributions")
  func referenceCase() throws {
    #expect(Self.needed(.pPercent(15)) == nil)
    #expect(try #require(Self.needed(.pPercent(25))) == 5)
    expectClose(
      Self.needed(.concentration(largest: 2, percent: 85)), 100.0 / 85 * 150 - 170, relative: 1e-12)
    expectClose(
      Self.needed(.concentration(largest: 2, percent: 85)), 6.47, relative: 1e-3)
    #expect(Self.needed(.concentration(largest: 1, percent: 75)) == nil)
    // The remainder of 20 is exactly 20 % of the largest: as far away as is asked.
    #expect(Self.needed(.pPercent(20)) == nil)
  }

  @Test("one contributor alone is always sensitive; nothing is not")
  func edges() {
    for rule in [DominanceRule.pPercent(10), .concentration(largest: 2, percent: 85)] {
      #expect(rule.neededProtection(largest: [7], total: 7) != nil)
      #expect(rule.neededProtection(largest: [], total: 0) == nil)
      #expect(rule.neededProtection(largest: [0, 0], total: 0) == nil)
      #expect(rule.neededProtection(largest: [1, 1], total: 30) == nil)
    }
  }
}
