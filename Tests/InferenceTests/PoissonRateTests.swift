import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Event rates")
struct PoissonRateTests {
  private static func rates(_ row: ReferenceValue) throws -> EventRates {
    try #require(
      EventRates(
        focalEvents: row.whole("focalEvents"), focalExposure: row.number("focalExposure"),
        referenceEvents: row.whole("referenceEvents"),
        referenceExposure: row.number("referenceExposure")))
  }

  @Test("ratio and exact interval agree with R's poisson.test")
  func ratio() throws {
    for row in try ReferenceValue.read(Fixtures.r, method: "PoissonRateRatio") {
      let outcome = PoissonRateRatio()(try Self.rates(row))
      expectClose(
        Fixtures.part(row.quantity, of: outcome), row.value, relative: 1e-10, "\(row)")
    }
  }

  @Test("both two-sided conventions agree with R")
  func test() throws {
    for row in try ReferenceValue.read(Fixtures.r, method: "PoissonRateTest") {
      let twoSided: TwoSidedConvention = row.quantity == "central" ? .central : .minimumLikelihood
      expectClose(
        PoissonRateTest(twoSided: twoSided)(try Self.rates(row)).pValue, row.value,
        relative: 1e-10, "\(row)")
    }
  }

  @Test("one group's rate and Garwood's interval agree with SciPy")
  func single() throws {
    for row in try ReferenceValue.read(Fixtures.python, method: "EventRatePer100") {
      let rate = try #require(
        EventRate(events: row.whole("events"), exposure: row.number("exposure")))
      expectClose(
        Fixtures.part(row.quantity, of: EventRatePer100(level: try row.number("level"))(rate)),
        row.value, relative: 1e-11, "\(row)")
    }
  }

  @Test("Garwood's limits leave half the error, summed event by event")
  func garwood() throws {

    for events in 0...20 {
      let rate = try #require(EventRate(events: events, exposure: 100))
      let interval = try #require(EventRatePer100()(rate).interval)
      func atMost(_ last: Int, _ mean: Double) -> Double {
        var term = 1.0
        var sum = 0.0
        for count in 0...max(last, 0) {
          if count > 0 { term *= mean / Double(count) }
          sum += term
        }
        return last < 0 ? 0 : sum * exp(-mean)
      }
      expectClose(atMost(events, interval.upper), 0.025, relative: 1e-10)
      if events > 0 { expectClose(1 - atMost(events - 1, interval.lower), 0.025, relative: 1e-9) }
    }
  }

  @Test("by default interval and test agree about equal rates; exchanging the groups inverts")
  func agreement() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      let rates = try #require(
        EventRates(
          focalEvents: Int.random(in: 0...40, using: &generator),
          focalExposure: Double(Int.random(in: 20...900, using: &generator)),
          referenceEvents: Int.random(in: 1...60, using: &generator),
          referenceExposure: Double(Int.random(in: 20...900, using: &generator))))
      let swapped = try #require(
        EventRates(
          focalEvents: rates.referenceEvents, focalExposure: rates.referenceExposure,
          referenceEvents: rates.focalEvents, referenceExposure: rates.focalExposure))
      let interval = try #require(PoissonRateRatio()(rates).interval)
      let other = try #require(PoissonRateRatio()(swapped).interval)
      expectClose(1 / interval.upper, other.lower, relative: 1e-10)
      let pValue = try #require(PoissonRateTest()(rates).pValue)
      expectClose(PoissonRateTest()(swapped).pValue, pValue, relative: 1e-10)
      if abs(pValue - 0.05) > 1e-9 { #expect(interval.contains(1) == (pValue > 0.05)) }
    }
  }

  @Test("no events and no exposure")
  func degenerate() throws {
    let none = try #require(
      EventRates(focalEvents: 0, focalExposure: 5, referenceEvents: 0, referenceExposure: 5))
    #expect(PoissonRateRatio()(none).reason != nil)
    #expect(PoissonRateTest()(none).reason != nil)
    let unexposed = try #require(
      EventRates(focalEvents: 0, focalExposure: 0, referenceEvents: 2, referenceExposure: 5))
    #expect(PoissonRateRatio()(unexposed).reason != nil)
    #expect(PoissonRateTest()(unexposed).reason != nil)
    #expect(EventRatePer100()(try #require(EventRate(events: 0, exposure: 0))).reason != nil)
    let quiet = EventRatePer100()(try #require(EventRate(events: 0, exposure: 50)))
    #expect(quiet.value == 0 && quiet.interval?.lower == 0)
    // The rule of three, exactly: -ln 0.025 events.
    expectClose(quiet.interval?.upper, 2 * 3.6888794541139363, relative: 1e-12)
    let oneSided = try #require(
      EventRates(focalEvents: 3, focalExposure: 5, referenceEvents: 0, referenceExposure: 5))
    #expect(PoissonRateRatio()(oneSided).value == .infinity)
    #expect(PoissonRateRatio()(oneSided).interval?.upper == .infinity)
    #expect(EventRate(events: -1, exposure: 1) == nil)
    #expect(
      EventRates(focalEvents: 1, focalExposure: .nan, referenceEvents: 1, referenceExposure: 1)
        == nil)
  }
}
