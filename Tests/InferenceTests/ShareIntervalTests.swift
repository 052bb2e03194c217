import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Intervals of a share")
struct ShareIntervalTests {
  @Test("Clopper-Pearson agrees with roots of the binomial tail at 40 digits and with R")
  func clopperPearson() throws {
    for file in [Fixtures.python, Fixtures.r] {
      for row in try ReferenceValue.read(file, method: "ClopperPearsonInterval") {
        let method = ClopperPearsonInterval(level: try row.number("level"))
        expectClose(
          Fixtures.part(row.quantity, of: method(try BinomialCount(row))), row.value,
          relative: 1e-11, "\(row) \(row.arguments)")
      }
    }
  }

  @Test("Wilson agrees with statsmodels and with R")
  func wilson() throws {
    for file in [Fixtures.python, Fixtures.r] {
      for row in try ReferenceValue.read(file, method: "WilsonInterval") {
        let method = WilsonInterval(level: try row.number("level"))
        expectClose(
          Fixtures.part(row.quantity, of: method(try BinomialCount(row))), row.value,
          relative: 1e-10, absolute: 1e-16, "\(row) \(row.arguments)")
      }
    }
  }

  @Test("each Clopper-Pearson limit leaves half the error, summed count by count")
  func tails() throws {
    func probability(_ count: Int, _ total: Int, _ share: Double) -> Double {
      var term = 1.0
      for index in 0..<count { term *= Double(total - index) / Double(index + 1) * share }
      for _ in count..<total { term *= 1 - share }
      return term
    }
    for total in 1...25 {
      for successes in 0...total {
        let interval = try #require(
          ClopperPearsonInterval(level: 0.9)(try BinomialCount(successes, of: total)).interval)
        if successes > 0 {
          let tail = (successes...total).map { probability($0, total, interval.lower) }
          expectClose(tail.reduce(0, +), 0.05, relative: 1e-10)
        } else {
          #expect(interval.lower == 0)
        }
        if successes < total {
          let tail = (0...successes).map { probability($0, total, interval.upper) }
          expectClose(tail.reduce(0, +), 0.05, relative: 1e-10)
        } else {
          #expect(interval.upper == 1)
        }
      }
    }
  }

  @Test("the complement mirrors the interval, and a higher level widens it")
  func mirrored() throws {
    for total in [1, 2, 9, 40, 777] {
      for successes in stride(from: 0, through: total, by: max(1, total / 7)) {
        let count = try BinomialCount(successes, of: total)
        let rest = try BinomialCount(total - successes, of: total)
        for level in [0.5, 0.95] {
          for (outcome, other, wide) in [
            (
              WilsonInterval(level: level)(count), WilsonInterval(level: level)(rest),
              WilsonInterval(level: 0.99)(count)
            ),
            (
              ClopperPearsonInterval(level: level)(count),
              ClopperPearsonInterval(level: level)(rest), ClopperPearsonInterval(level: 0.99)(count)
            ),
          ] {
            let interval = try #require(outcome.interval)
            let mirror = try #require(other.interval)
            let wider = try #require(wide.interval)
            expectClose(interval.lower, 1 - mirror.upper, relative: 1e-9, absolute: 1e-13)
            #expect(interval.contains(try #require(outcome.value)))
            #expect(wider.lower <= interval.lower && interval.upper <= wider.upper)
            #expect(interval.lower >= 0 && interval.upper <= 1)
          }
        }
      }
    }
  }

  @Test("nobody has no share, and impossible counts and levels are refused")
  func degenerate() throws {
    #expect(WilsonInterval()(try BinomialCount(0, of: 0)).reason != nil)
    #expect(ClopperPearsonInterval()(try BinomialCount(0, of: 0)).reason != nil)
    #expect(WilsonInterval(level: 0)(try BinomialCount(1, of: 2)).reason != nil)
    #expect(ClopperPearsonInterval(level: 1.2)(try BinomialCount(1, of: 2)).reason != nil)
    #expect(BinomialCount(successes: 3, total: 2) == nil)
    #expect(BinomialCount(successes: -1, total: 2) == nil)
  }
}
