import Aggregates
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Woolf's test")
struct WoolfTestTests {
  @Test("agrees with mpmath")
  func references() throws {
    for row in try ReferenceValue.read(Fixtures.stratifiedPython, method: "WoolfTest") {
      expectClose(
        Fixtures.part(row.quantity, of: WoolfTest()(try StratifiedTables(row))), row.value,
        relative: 1e-10, absolute: 1e-20, "\(row)")
    }
  }

  @Test("published: Berkeley 1973 (adverse-36)")
  func published() throws {
    let test = try #require(WoolfTest()(try .berkeley()).test)
    expectClose(test.statistic, 17.901712, relative: 1e-7)
    expectClose(test.pValue.value, 0.00307214, relative: 5e-6)
    #expect(test.degreesOfFreedom == 5)
  }

  @Test("two strata give the squared difference of the logarithms over the sum of variances")
  func twoStrata() throws {
    let logarithms = log(30.0 * 40 / (10 * 20)) - log(8.0 * 29 / (52 * 31))
    let variance =
      1.0 / 30 + 1.0 / 40 + 1.0 / 10 + 1.0 / 20 + 1.0 / 8 + 1.0 / 29 + 1.0 / 52 + 1.0 / 31
    let tables = try StratifiedTables.cells([[30, 10, 20, 40], [8, 52, 31, 29]])
    expectClose(
      WoolfTest()(tables).test?.statistic, logarithms * logarithms / variance, relative: 1e-13)
    expectClose(
      WoolfTest()(tables.swapped).test?.statistic, logarithms * logarithms / variance,
      relative: 1e-13)
  }

  @Test("a zero count is named as the reason; strata without information are set aside")
  func degenerate() throws {
    #expect(WoolfTest()(try .rabbits()).reason == "A count is zero in: B, C, D.")
    #expect(WoolfTest()(try .cells([[3, 4, 5, 6]])).reason != nil)
    let tables = try StratifiedTables.cells([[3, 4, 5, 6], [0, 4, 0, 9], [3, 1, 2, 2]])
    let test = try #require(WoolfTest()(tables).test)
    #expect(test.degreesOfFreedom == 1 && test.convention.hasSuffix(": B"))
  }
}
