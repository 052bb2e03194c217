import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Share (Jeffreys interval)")
struct JeffreysIntervalTests {
  @Test("agrees with SciPy's beta quantiles and with statsmodels")
  func references() throws {
    for row in try ReferenceValue.read(SmallTables.variants, method: "JeffreysInterval") {
      let method = JeffreysInterval(level: try row.number("level"))
      expectClose(
        Fixtures.part(row.quantity, of: method(try BinomialCount(row))), row.value,
        relative: 1e-10, "\(row) \(row.arguments)")
    }
  }

  @Test("the limits mirror each other, hold the share and lie inside Clopper-Pearson's")
  func properties() throws {
    for total in [1, 2, 7, 25] {
      for successes in 0...total {
        let count = try BinomialCount(successes, of: total)
        let interval = try #require(JeffreysInterval()(count).interval)
        let mirror = try #require(
          JeffreysInterval()(try BinomialCount(total - successes, of: total)).interval)
        expectClose(interval.lower, 1 - mirror.upper, absolute: 1e-13)
        #expect(interval.contains(count.share))
        let exact = try #require(ClopperPearsonInterval()(count).interval)
        #expect(exact.lower <= interval.lower && interval.upper <= exact.upper)
      }
      #expect(JeffreysInterval()(try BinomialCount(0, of: total)).interval?.lower == 0)
      #expect(JeffreysInterval()(try BinomialCount(total, of: total)).interval?.upper == 1)
    }
  }

  @Test("nobody has no share, and impossible levels are refused")
  func degenerate() throws {
    #expect(JeffreysInterval()(try BinomialCount(0, of: 0)).reason != nil)
    #expect(JeffreysInterval(level: 1)(try BinomialCount(1, of: 2)).reason != nil)
    #expect(MethodCatalogue.card("jeffreys") == JeffreysInterval.card)
  }
}
