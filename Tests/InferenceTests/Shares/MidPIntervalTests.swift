import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Mid-p interval of a share, and Wilson's with continuity correction")
struct MidPIntervalTests {
  @Test("agrees with roots of the binomial tails at 40 digits")
  func reference() throws {
    for row in try ShareReferences.values(of: "MidPInterval") {
      expectClose(
        Fixtures.part(
          row.quantity, of: MidPInterval(level: try row.number("level"))(try BinomialCount(row))),
        row.value, relative: 1e-12, "\(row) \(row.arguments)")
    }
  }

  @Test("Wilson with continuity correction agrees with Newcombe's closed form at 40 digits")
  func corrected() throws {
    for row in try ShareReferences.values(of: "WilsonCorrected") {
      let method = WilsonInterval(continuityCorrection: .half, level: try row.number("level"))
      expectClose(
        Fixtures.part(row.quantity, of: method(try BinomialCount(row))), row.value,
        relative: 1e-13, "\(row) \(row.arguments)")
    }
  }

  @Test("reproduces Newcombe's published examples")
  func published() throws {
    // Newcombe (1998), Statistics in Medicine 17, 857-872, table I, methods 4 and 6.
    for (x, n, midLow, midHigh, lower, upper) in [
      (81, 263, 0.2544, 0.3658, 0.2535, 0.3682), (15, 148, 0.0601, 0.1581, 0.0598, 0.1644),
      (0, 20, 0, 0.1391, 0, 0.2005), (1, 29, 0.0017, 0.1585, 0.0018, 0.1963),
    ] {
      let count = try BinomialCount(x, of: n)
      let mid = try #require(MidPInterval()(count).interval)
      let wilson = try #require(WilsonInterval(continuityCorrection: .half)(count).interval)
      expectClose(mid.lower, midLow, absolute: 5e-5)
      expectClose(mid.upper, midHigh, absolute: 5e-5)
      expectClose(wilson.lower, lower, absolute: 5e-5)
      expectClose(wilson.upper, upper, absolute: 5e-5)
    }
  }

  @Test("lies within Clopper and Pearson's, mirrors, and holds the share for all counts up to 30")
  func nested() throws {
    for total in 1...30 {
      for seen in 0...total {
        let count = try BinomialCount(seen, of: total)
        let rest = try BinomialCount(total - seen, of: total)
        let exact = try #require(ClopperPearsonInterval()(count).interval)
        let mid = try #require(MidPInterval()(count).interval)
        let mirror = try #require(MidPInterval()(rest).interval)
        let plain = try #require(WilsonInterval()(count).interval)
        let wide = try #require(WilsonInterval(continuityCorrection: .half)(count).interval)
        #expect(exact.lower <= mid.lower && mid.upper <= exact.upper)
        #expect(wide.lower <= plain.lower && plain.upper <= wide.upper)
        #expect(mid.contains(Double(seen) / Double(total)) && wide.contains(count.share))
        expectClose(mid.lower, 1 - mirror.upper, relative: 1e-11, absolute: 1e-14)
        #expect(wide.lower >= 0 && wide.upper <= 1)
      }
    }
  }

  @Test("the corrected limit is a root: its distance less half a person is z standard errors")
  func root() throws {
    let z = 1.959963984540054
    for (seen, total) in [(1, 5), (3, 9), (40, 41), (9, 9), (200, 900)] {
      let interval = try #require(
        WilsonInterval(continuityCorrection: .half)(try BinomialCount(seen, of: total)).interval)
      let (p, n, limit) = (Double(seen) / Double(total), Double(total), interval.lower)
      expectClose(
        p - limit - 0.5 / n, z * (limit * (1 - limit) / n).squareRoot(), relative: 1e-12)
    }
  }

  @Test("limits hold for a million people, and nobody has no share")
  func degenerate() throws {
    let large = try #require(MidPInterval()(try BinomialCount(59, of: 1_000_000)).interval)
    #expect(large.lower > 4e-5 && large.upper < 8e-5)
    #expect(MidPInterval()(try BinomialCount(0, of: 0)).reason?.contains("nobody") == true)
    #expect(MidPInterval(level: 1)(try BinomialCount(1, of: 2)).reason != nil)
    let corrected = WilsonInterval(continuityCorrection: .half)
    #expect(corrected(try BinomialCount(0, of: 0)).reason != nil)
    #expect(corrected.stamp.id == "wilson-continuity")
  }
}
