import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Intervals of weighted shares")
struct KornGraubardIntervalTests {
  private static func share(_ row: ReferenceValue) throws -> DesignWeightedShare {
    try #require(
      DesignWeightedShare(
        share: row.number("share"), standardError: row.number("standardError"),
        answered: row.whole("answered"), degreesOfFreedom: row.number("degreesOfFreedom")))
  }

  /// Weights 1, 2, 3, 4 over and over for 148 people, of whom the first 15 have the property.
  private static func repeating() throws -> DesignWeightedShare {
    let cells = try (1...4).map { weight in
      let people = (0..<148).filter { $0 % 4 == weight - 1 }
      return DesignWeightedShare.Cell(
        weight: Double(weight),
        count: try BinomialCount(people.count { $0 < 15 }, of: people.count))
    }
    return try #require(DesignWeightedShare(independent: cells))
  }

  @Test("case R36: weights 1, 2, 3, 4 repeating, the first 15 of 148")
  func published() throws {
    let share = try Self.repeating()
    expectClose(share.share, 0.0972973, absolute: 5e-8)
    expectClose(share.standardError, 0.0263304, absolute: 5e-8)
    let logit = try #require(DesignLogitInterval()(share).interval)
    let beta = try #require(KornGraubardInterval()(share).interval)
    expectClose(logit.lower, 0.0562492, absolute: 5e-8)
    expectClose(logit.upper, 0.1631229, absolute: 5e-8)
    expectClose(beta.lower, 0.0518123, absolute: 5e-8)
    expectClose(beta.upper, 0.1627141, absolute: 5e-8)
  }

  @Test("agrees with the formulas on SciPy's quantiles")
  func reference() throws {
    for row in try ShareReferences.values(of: "KornGraubardInterval") {
      expectClose(
        Fixtures.part(row.quantity, of: KornGraubardInterval()(try Self.share(row))), row.value,
        relative: 1e-10, "\(row)")
    }
    for row in try ShareReferences.values(of: "DesignLogitInterval") {
      expectClose(
        Fixtures.part(row.quantity, of: DesignLogitInterval()(try Self.share(row))), row.value,
        relative: 1e-11, "\(row)")
    }
  }

  @Test("with a binomial error and as many degrees of freedom it is Clopper and Pearson's")
  func binomial() throws {
    for (seen, total) in [(3, 20), (81, 263), (19, 20)] {
      let p = Double(seen) / Double(total)
      let share = try #require(
        DesignWeightedShare(
          share: p, standardError: (p * (1 - p) / Double(total)).squareRoot(), answered: total,
          degreesOfFreedom: Double(total - 1)))
      let exact = try #require(
        ClopperPearsonInterval()(try BinomialCount(seen, of: total)).interval)
      let interval = try #require(KornGraubardInterval()(share).interval)
      expectClose(interval.lower, exact.lower, relative: 1e-11)
      expectClose(interval.upper, exact.upper, relative: 1e-11)
    }
  }

  @Test("equal weights of any size give the plain share, and the complement mirrors")
  func identities() throws {
    func made(_ weight: Double, _ seen: Int) throws -> DesignWeightedShare {
      try #require(
        DesignWeightedShare(
          independent: [.init(weight: weight, count: try BinomialCount(seen, of: 50))]))
    }
    let (one, ten, rest) = (try made(1, 12), try made(10, 12), try made(1, 38))
    expectClose(one.share, 0.24, relative: 1e-15)
    // n / (n - 1) times the binomial variance.
    expectClose(one.standardError, (0.24 * 0.76 / 49).squareRoot(), relative: 1e-14)
    expectClose(ten.standardError, one.standardError, relative: 1e-14)
    for (first, second) in [
      (KornGraubardInterval()(one), KornGraubardInterval()(rest)),
      (DesignLogitInterval()(one), DesignLogitInterval()(rest)),
    ] {
      expectClose(
        first.interval?.lower, 1 - (try #require(second.interval?.upper)), relative: 1e-12)
    }
  }

  @Test("an effective number above those who answered can be held to them")
  func held() throws {
    let lucky = try #require(
      DesignWeightedShare(share: 0.3, standardError: 0.01, answered: 100, degreesOfFreedom: 99))
    let computed = try #require(KornGraubardInterval()(lucky).interval)
    let held = try #require(KornGraubardInterval(effectiveNumber: .atMostAnswered)(lucky).interval)
    let exact = try #require(ClopperPearsonInterval()(try BinomialCount(30, of: 100)).interval)
    #expect(held.lower < computed.lower && computed.upper < held.upper)
    expectClose(held.lower, exact.lower, relative: 1e-11)
    let plain = try #require(
      DesignWeightedShare(share: 0.3, standardError: 0.06, answered: 100, degreesOfFreedom: 99))
    #expect(
      KornGraubardInterval(effectiveNumber: .atMostAnswered)(plain).interval?.lower
        == KornGraubardInterval()(plain).interval?.lower)
  }

  @Test("nobody or everybody gives a reason, impossible shares are refused")
  func degenerate() throws {
    for seen in [0, 9] {
      let share = try #require(
        DesignWeightedShare(
          independent: [
            .init(weight: 0.1, count: try BinomialCount(seen, of: 9)),
            .init(weight: 0.7, count: try BinomialCount(seen / 3, of: 3)),
          ]))
      #expect(share.share == (seen == 0 ? 0 : 1))
      #expect(KornGraubardInterval()(share).reason?.contains("weights") == true)
      #expect(DesignLogitInterval()(share).reason?.contains("weights") == true)
    }
    let none = try #require(
      DesignWeightedShare(share: 0.5, standardError: 0, answered: 5, degreesOfFreedom: 4))
    #expect(KornGraubardInterval()(none).reason != nil)
    #expect(DesignLogitInterval(level: 1)(none).reason != nil)
    #expect(
      DesignWeightedShare(share: 1.1, standardError: 0, answered: 5, degreesOfFreedom: 4) == nil)
    #expect(
      DesignWeightedShare(share: 0.1, standardError: .nan, answered: 5, degreesOfFreedom: 4) == nil)
    #expect(
      DesignWeightedShare(independent: [.init(weight: 0, count: try BinomialCount(1, of: 4))])
        == nil)
  }
}
