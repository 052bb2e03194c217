import Estimates
import TestSupport
import Testing

@testable import Inference

/// Event rates compared within strata.
@Suite("Event rates within strata")
struct MantelHaenszelRateTests {
  /// Deaths from coronary disease and person-years of British doctors by age: smokers against others
  /// (Doll and Hill 1966, as printed by Breslow and Day 1987, table 2.10, and by Rothman).
  private static let doctors = [
    (32, 52407.0, 2, 18790.0), (104, 43248, 12, 10673), (206, 28612, 28, 5710),
    (186, 12663, 28, 2585), (102, 5317, 31, 1462),
  ]

  private static func rates(
    _ strata: [(Int, Double, Int, Double)]
  ) throws -> StratifiedEventRates {
    StratifiedEventRates(
      try strata.map {
        try #require(
          EventRates(
            focalEvents: $0.0, focalExposure: $0.1, referenceEvents: $0.2, referenceExposure: $0.3))
      })
  }

  private static func ratio(_ rates: StratifiedEventRates) throws -> Estimate {
    guard case .estimate(let estimate) = MantelHaenszelRateRatio()(rates) else {
      throw NoNumber()
    }
    return estimate
  }

  private static func test(_ rates: StratifiedEventRates) throws -> TestResult {
    guard case .test(let test) = MantelHaenszelRateTest()(rates) else { throw NoNumber() }
    return test
  }

  private struct NoNumber: Error {}

  @Test("British doctors: the published 1.42 (1.15 to 1.76), and forty digits")
  func doctors() throws {
    let rates = try Self.rates(Self.doctors)
    let ratio = try Self.ratio(rates)
    let interval = try #require(ratio.interval)
    #expect(abs(ratio.value - 1.424682016751438854) < 1e-13)
    #expect(abs(interval.lower - 1.154703100746796297) < 1e-12)
    #expect(abs(interval.upper - 1.757784184992870228) < 1e-12)
    let test = try Self.test(rates)
    let statistic = try #require(test.statistic)
    #expect(abs(statistic * statistic - 11.01619474879706293) < 1e-11)
    #expect(statistic > 0)
    #expect(abs(test.pValue.value - 0.0009031929220331944) < 1e-14)
  }

  @Test("one stratum gives the plain ratio, and splitting it evenly changes nothing")
  func identities() throws {
    let plain = try Self.ratio(try Self.rates([(20, 400, 45, 600)]))
    let expected: Double = 2.0 / 3
    #expect(abs(plain.value - expected) < 1e-14)
    let split = try Self.ratio(try Self.rates([(10, 200, 15, 200), (10, 200, 30, 400)]))
    #expect(abs(split.value - plain.value) < 1e-14)
    // The groups turned round have the reciprocal, and Z the other sign.
    let turned = try Self.rates(Self.doctors.map { ($0.2, $0.3, $0.0, $0.1) })
    let ratio = try Self.ratio(turned)
    #expect(abs(ratio.value * 1.424682016751438854 - 1) < 1e-14)
    let test = try Self.test(turned)
    #expect((test.statistic ?? 0) < 0)
    #expect(abs(test.pValue.value - 0.0009031929220331944) < 1e-14)
  }

  @Test("with long exposure it is the ratio of rates of rare selections")
  func rare() throws {
    let rates = try Self.ratio(
      try Self.rates(Self.doctors.map { ($0.0, $0.1 * 1e6, $0.2, $0.3 * 1e6) })
    )
    #expect(abs(rates.value - 1.424682016751438854) < 1e-13)
  }

  @Test("strata that say nothing are left out and counted; without others there is no number")
  func degenerate() throws {
    let withEmpty = try Self.rates(
      Self.doctors + [(3, 100, 0, 0), (0, 0, 4, 100), (0, 50, 0, 50)])
    let ratio = try Self.ratio(withEmpty)
    #expect(abs(ratio.value - 1.424682016751438854) < 1e-13)
    #expect(ratio.interval?.method == "Greenland-Robins, 3 of 8 strata say nothing")
    for strata in [[], [(3, 100.0, 0, 0.0)], [(0, 50.0, 0, 50.0)]] {
      let rates = try Self.rates(strata)
      for outcome in [MantelHaenszelRateRatio()(rates), MantelHaenszelRateTest()(rates)] {
        guard case .notEstimable(let reason) = outcome else {
          Issue.record("a number came out")
          continue
        }
        #expect(reason == StratifiedEventRates.requirement)
      }
    }
    let none = try Self.ratio(try Self.rates([(0, 50, 4, 60)]))
    #expect(none.value == 0 && none.interval == nil)
    let all = try Self.ratio(try Self.rates([(4, 50, 0, 60)]))
    #expect(all.value == .infinity && all.interval == nil)
  }

  @Test("under equal rates the test rejects about as often as it says, by enumeration")
  func size() throws {
    // Given the events of a stratum those of the focal group are binomial; the test looks at their sum.
    let strata = [(40, 0.3), (25, 0.5), (60, 0.15), (30, 0.7)]
    var chances = [1.0]
    for (events, share) in strata {
      for _ in 0..<events {
        var next = [Double](repeating: 0, count: chances.count + 1)
        for (count, chance) in chances.enumerated() {
          next[count] += chance * (1 - share)
          next[count + 1] += chance * share
        }
        chances = next
      }
    }
    var size = 0.0
    for (sum, chance) in chances.enumerated() {
      var rest = sum
      let rates = try strata.map { events, share in
        let focal = min(rest, events)
        rest -= focal
        return try #require(
          EventRates(
            focalEvents: focal, focalExposure: share * 100, referenceEvents: events - focal,
            referenceExposure: (1 - share) * 100))
      }
      if try Self.test(StratifiedEventRates(rates)).pValue.value < 0.05 { size += chance }
    }
    #expect(abs(chances.reduce(0, +) - 1) < 1e-12)
    // Whole numbers: the next smaller region would hold less than 5%.
    #expect((0.04...0.065).contains(size), "\(size)")
  }
}
