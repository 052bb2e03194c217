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

  @Test("British doctors: the published 1.42 (1.15 to 1.76), and forty digits")
  func doctors() throws {
    let rates = try Self.rates(Self.doctors)
    let ratio = try #require(MantelHaenszelRateRatio()(rates).estimate)
    let interval = try #require(ratio.interval)
    #expect(abs(ratio.value - 1.424682016751438854) < 1e-13)
    #expect(abs(interval.lower - 1.154703100746796297) < 1e-12)
    #expect(abs(interval.upper - 1.757784184992870228) < 1e-12)
    let test = try #require(MantelHaenszelRateTest()(rates).test)
    let statistic = try #require(test.statistic)
    #expect(abs(statistic * statistic - 11.01619474879706293) < 1e-11)
    #expect(statistic > 0)
    #expect(abs(test.pValue.value - 0.0009031929220331944) < 1e-14)
  }

  @Test("one stratum gives the plain ratio, and splitting it evenly changes nothing")
  func identities() throws {
    let plain = try #require(
      MantelHaenszelRateRatio()(try Self.rates([(20, 400, 45, 600)])).estimate)
    #expect(abs(plain.value - (20.0 / 400) / (45.0 / 600)) < 1e-14)
    let split = try #require(
      MantelHaenszelRateRatio()(try Self.rates([(10, 200, 15, 200), (10, 200, 30, 400)])).estimate)
    #expect(abs(split.value - plain.value) < 1e-14)
    // The groups turned round have the reciprocal, and Z the other sign.
    let turned = try Self.rates(Self.doctors.map { ($0.2, $0.3, $0.0, $0.1) })
    let ratio = try #require(MantelHaenszelRateRatio()(turned).estimate)
    #expect(abs(ratio.value * 1.424682016751438854 - 1) < 1e-14)
    let test = try #require(MantelHaenszelRateTest()(turned).test)
    #expect((test.statistic ?? 0) < 0)
    #expect(abs(test.pValue.value - 0.0009031929220331944) < 1e-14)
  }

  @Test("with long exposure it is the ratio of rates of rare selections")
  func rare() throws {
    let rates = try #require(
      MantelHaenszelRateRatio()(
        try Self.rates(Self.doctors.map { ($0.0, $0.1 * 1e6, $0.2, $0.3 * 1e6) })
      ).estimate)
    #expect(abs(rates.value - 1.424682016751438854) < 1e-13)
  }

  @Test("strata that say nothing are left out and counted; without others there is no number")
  func degenerate() throws {
    let withEmpty = try Self.rates(
      Self.doctors + [(3, 100, 0, 0), (0, 0, 4, 100), (0, 50, 0, 50)])
    let ratio = try #require(MantelHaenszelRateRatio()(withEmpty).estimate)
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
    let none = try #require(
      MantelHaenszelRateRatio()(try Self.rates([(0, 50, 4, 60)])).estimate)
    #expect(none.value == 0 && none.interval == nil)
    let all = try #require(MantelHaenszelRateRatio()(try Self.rates([(4, 50, 0, 60)])).estimate)
    #expect(all.value == .infinity && all.interval == nil)
  }

  @Test("under equal rates the test rejects about as often as it says")
  func size() throws {
    var random = SeededGenerator(seed: 5)
    var rejected = 0
    let trials = 4_000
    for _ in 0..<trials {
      // Given the events of a stratum those of the focal group are binomial.
      let strata = try [(40, 0.3), (25, 0.5), (60, 0.15), (30, 0.7)].map { events, share in
        let focal = (0..<events).filter { _ in
          Double(random.next() >> 11) * 0x1p-53 < share
        }.count
        return try #require(
          EventRates(
            focalEvents: focal, focalExposure: share * 100, referenceEvents: events - focal,
            referenceExposure: (1 - share) * 100))
      }
      let test = try #require(MantelHaenszelRateTest()(StratifiedEventRates(strata)).test)
      if test.pValue.value < 0.05 { rejected += 1 }
    }
    // Three standard errors about 5% of 4,000.
    #expect((158...242).contains(rejected))
  }
}
