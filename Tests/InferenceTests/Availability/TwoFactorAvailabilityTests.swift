import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Availability from weighted factors")
struct TwoFactorAvailabilityTests {
  private static func factor(
    _ weight: (Int, Int), _ share: (Int, Int), _ precision: AvailabilityFactor.Precision = .known
  ) throws -> AvailabilityFactor {
    AvailabilityFactor(
      name: "people", source: "a count",
      weight: try #require(Fraction(weight.0, over: weight.1)),
      share: try #require(Fraction(share.0, over: share.1)), precision: precision)
  }

  /// 60 % from outside at 30 %, 40 % from inside at 22 %: 0.18 + 0.088 = 0.268.
  private static func outsideAndInside(
    _ precision: AvailabilityFactor.Precision = .known
  ) throws -> [AvailabilityFactor] {
    [try factor((60, 100), (30, 100), precision), try factor((40, 100), (11, 50))]
  }

  @Test("agrees with fractions and forty digits (Python)")
  func references() throws {
    for row in try ReferenceValue.read(
      AvailabilityPanelTests.references, method: "TwoFactorAvailability")
    {
      let (weights, whole) = (try row.wholes("weights"), try row.whole("of"))
      let (parts, sizes) = (try row.wholes("parts"), try row.wholes("sizes"))
      let (people, thousandths) = (try row.wholes("people"), try row.wholes("errors"))
      let factors = try weights.indices.map { index in
        try Self.factor(
          (weights[index], whole), (parts[index], sizes[index]),
          people[index] > 0
            ? .people(people[index])
            : thousandths[index] > 0 ? .standardError(Double(thousandths[index]) / 1000) : .known)
      }
      let method = TwoFactorAvailability(level: try row.number("level"))
      let outcome = method(factors)
      let compared = method.comparison(of: try BinomialCount(row), with: factors)
      let value: Double? =
        switch row.quantity {
        case "value": outcome.value
        case "standardError": outcome.standardError
        case "lower": outcome.interval?.lower
        case "upper": outcome.interval?.upper
        case "expected": compared.reading.expected.value
        case "binomialZ": compared.reading.binomialZ.test?.statistic
        case "fewer": compared.reading.exactFewer.pValue
        case "parityIndex": compared.parityIndex.value
        case "parityIndexLower": compared.parityIndex.interval?.lower
        case "parityIndexUpper": compared.parityIndex.interval?.upper
        case "parityIndexZ": compared.parityIndexTest.test?.statistic
        default: nil
        }
      expectClose(value, row.value, relative: 1e-12, "\(row)")
    }
  }

  @Test("0.268 from two factors by hand, 16 of 68, indices-R7")
  func byHand() throws {
    let count = try BinomialCount(16, of: 68)
    let compared = TwoFactorAvailability().comparison(of: count, with: try Self.outsideAndInside())
    #expect(compared.availability.value == 0.268)
    #expect(compared.availability.interval == nil)
    #expect(compared.availability.standardError == nil)
    #expect(compared.share == Fraction(67, over: 250) && compared.rounding == .none)
    expectClose(compared.reading.expected.value, 18.224, relative: 1e-14)
    expectClose(compared.reading.difference.value, -2.224, relative: 1e-14)
    expectClose(compared.reading.binomialZ.test?.statistic, -0.60892, absolute: 5e-6)
    expectClose(compared.reading.exactFewer.pValue, 0.324628, absolute: 5e-7)
    #expect(compared.reading.flagging == [.anyDifference, .wholePerson])
    #expect(compared.reading.rulesDisagree)
    // Known without error: the same as the panel and the parity index of the number alone.
    let share = try #require(Fraction(268, over: 1000))
    #expect(
      compared.reading.flagging == AvailabilityPanel(availability: .share(share))(count).flagging)
    #expect(compared.parityIndex == ParityIndex(benchmark: 0.268)(count))
    #expect(compared.parityIndexTest == ParityIndexTest(benchmark: 0.268)(count))
  }

  @Test("an outside share of 400 people: 0.6 root(0.3 x 0.7 / 400) by hand")
  func error() throws {
    let count = try BinomialCount(16, of: 68)
    let method = TwoFactorAvailability()
    let compared = method.comparison(of: count, with: try Self.outsideAndInside(.people(400)))
    let error = try #require(compared.availability.standardError)
    let interval = try #require(compared.availability.interval)
    expectClose(error, 0.6 * (0.3 * 0.7 / 400).squareRoot(), relative: 1e-14)
    // The limits are 0.088 and six tenths of Wilson's, for 120 of 400.
    let wilson = try #require(WilsonInterval()(try BinomialCount(120, of: 400)).interval)
    expectClose(interval.lower, 0.6 * wilson.lower + 0.088, relative: 1e-13)
    expectClose(interval.upper, 0.6 * wilson.upper + 0.088, relative: 1e-13)
    // The error makes the comparison more cautious, the rules of practice stay as they are.
    let known = method.comparison(of: count, with: try Self.outsideAndInside())
    #expect(compared.reading == known.reading)
    let benchmark = ParityIndex(
      benchmark: 0.268, benchmarkStandardError: error)(count)
    expectClose(
      compared.parityIndex.interval?.upper, try #require(benchmark.interval?.upper),
      relative: 1e-13)
    let published = try Self.outsideAndInside(.standardError((0.3 * 0.7 / 400).squareRoot()))
    expectClose(
      method(published).standardError, error, relative: 1e-14)
  }

  @Test("one factor of weight 1 is its share; parting a factor and the order change nothing")
  func identities() throws {
    let method = TwoFactorAvailability()
    let one = [try Self.factor((1, 1), (120, 400), .people(400))]
    let wilson = try #require(WilsonInterval()(try BinomialCount(120, of: 400)).interval)
    expectClose(method(one).interval?.lower, wilson.lower, relative: 1e-14)
    expectClose(method(one).interval?.upper, wilson.upper, relative: 1e-14)
    let parted = [
      try Self.factor((1, 3), (30, 100)), try Self.factor((1, 6), (30, 100)),
      try Self.factor((1, 2), (30, 100)),
    ]
    #expect(method(parted).value == 0.3)
    let factors = try Self.outsideAndInside(.people(400))
    #expect(method(factors) == method(factors.reversed()))
    let unused = factors + [try Self.factor((0, 1), (1, 2), .people(3))]
    #expect(method(unused) == method(factors))
    // The others: the complements of the shares give the complement, with the limits exchanged.
    let rest = [
      try Self.factor((60, 100), (70, 100), .people(400)), try Self.factor((40, 100), (39, 50)),
    ]
    let (mine, others) = (
      try #require(method(factors).interval), try #require(method(rest).interval)
    )
    expectClose(others.lower, 1 - mine.upper, relative: 1e-13)
    expectClose(others.upper, 1 - mine.lower, relative: 1e-13)
  }

  @Test("an availability that is no fraction of a million is rounded for the rules, and says so")
  func rounding() throws {
    let factors = [
      try Self.factor((1, 2), (333_667, 999_983)), try Self.factor((1, 2), (250_001, 999_979)),
    ]
    let compared = TwoFactorAvailability().comparison(
      of: try BinomialCount(16, of: 68), with: factors)
    #expect(compared.rounding == .millionth)
    let exact = (333_667.0 / 999_983 + 250_001.0 / 999_979) / 2
    expectClose(compared.availability.value, exact, relative: 1e-15)
    #expect(compared.share == Fraction(291_839, over: 1_000_000))
    expectClose(compared.share?.value, exact, absolute: 5e-7)
    // Too large for whole numbers of 128 bits: still a number.
    let sizes = [999_983, 999_979, 999_961, 999_959, 999_953, 999_931, 999_917]
    let many = try sizes.map { try Self.factor((1, 7), ($0 / 3, $0)) }
    expectClose(TwoFactorAvailability()(many).value, 1.0 / 3, absolute: 1e-6)
    let weights = try sizes.map { try Self.factor((1, $0), (1, 2)) }
    #expect(TwoFactorAvailability()(weights).reason?.contains("denominators") == true)
  }

  @Test("shares of nobody and of everybody keep an interval")
  func edges() throws {
    let none = TwoFactorAvailability()([try Self.factor((1, 1), (0, 5), .people(20))])
    #expect(none.value == 0 && none.interval?.lower == 0)
    #expect(try #require(none.interval?.upper) > 0.1)
    let all = TwoFactorAvailability()([try Self.factor((1, 1), (5, 5), .people(20))])
    #expect(all.value == 1 && all.interval?.upper == 1)
    let wide = TwoFactorAvailability()([try Self.factor((1, 1), (1, 2), .standardError(3))])
    #expect(wide.interval?.lower == 0 && wide.interval?.upper == 1)
    let compared = TwoFactorAvailability().comparison(
      of: try BinomialCount(0, of: 9), with: [try Self.factor((1, 1), (0, 5), .people(20))])
    #expect(compared.reading.ratio.reason != nil && compared.parityIndex.reason != nil)
  }

  @Test("factors that give no availability have a reason")
  func degenerate() throws {
    let method = TwoFactorAvailability()
    let count = try BinomialCount(16, of: 68)
    for (factors, word) in [
      ([], "no factors"),
      ([try Self.factor((1, 2), (1, 3))], "add to 1"),
      ([try Self.factor((1, 2), (1, 3)), try Self.factor((50_001, 100_000), (1, 3))], "add to 1"),
      ([try Self.factor((3, 2), (1, 3))], "between 0 and 1"),
      ([try Self.factor((1, 1), (4, 3))], "between 0 and 1"),
      ([try Self.factor((1, 1), (1, 3), .people(0))], "one person"),
      ([try Self.factor((1, 1), (1, 3), .standardError(-1))], "0 or more"),
      ([try Self.factor((1, 1), (1, 3), .standardError(.nan))], "0 or more"),
    ] {
      #expect(method(factors).reason?.contains(word) == true, "\(word)")
      let compared = method.comparison(of: count, with: factors)
      #expect(compared.reading.expected.reason == method(factors).reason)
      #expect(compared.parityIndexTest.reason == method(factors).reason)
      #expect(compared.share == nil && compared.reading.flagging.isEmpty)
    }
    #expect(TwoFactorAvailability(level: 1)(try Self.outsideAndInside()).reason != nil)
    let nobody = method.comparison(
      of: try BinomialCount(0, of: 0), with: try Self.outsideAndInside())
    #expect(nobody.availability.value == 0.268 && nobody.reading.expected.reason != nil)
  }
}
