import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Comparison with availability")
struct AvailabilityPanelTests {
  static let references = "Tests/InferenceTests/Fixtures/Availability/python.csv"

  private static func read(
    _ successes: Int, of total: Int, availability group: Int, in size: Int
  ) throws -> AvailabilityReading {
    let fraction = try #require(Fraction(group, over: size))
    return AvailabilityPanel(availability: .share(fraction))(
      try BinomialCount(successes, of: total))
  }

  @Test("exact tests agree with enumeration in fractions (Python)")
  func references() throws {
    for row in try ReferenceValue.read(Self.references, method: "AvailabilityPanel") {
      let (group, size) = (try row.whole("group"), try row.whole("size"))
      let availability: Availability =
        row.arguments["kind"] == "pool"
        ? .pool(size: size, group: group)
        : .share(try #require(Fraction(group, over: size)))
      let reading = AvailabilityPanel(availability: availability)(try BinomialCount(row))
      let outcome: Outcome? =
        switch row.quantity {
        case "minimumLikelihood": reading.exactMinimumLikelihood
        case "central": reading.exactCentral
        case "fewer": reading.exactFewer
        case "more": reading.exactMore
        case "midP": reading.exactMidP
        default: nil
        }
      expectClose(outcome?.pValue, row.value, relative: 1e-11, "\(row)")
    }
  }

  @Test("Hazelwood and Castaneda, adverse-6, adverse-7 and adverse-9")
  func published() throws {
    let cases: [([Int], Double)] = [
      ([10, 282, 154], -5.514934), ([5, 123, 154], -3.482788), ([10, 282, 57], -1.560116),
      ([5, 123, 57], -0.782107), ([15, 405, 57], -1.732843), ([100, 220, 791], -12.273724),
    ]
    for (counts, z) in cases {
      let reading = try Self.read(counts[0], of: counts[1], availability: counts[2], in: 1000)
      expectClose(reading.binomialZ.test?.statistic, z, absolute: 5e-7)
      #expect(reading.hypergeometricZ.reason != nil)
      #expect(reading.flagging.contains(.twoStandardDeviations) == (z < -2))
    }
    let county = try Self.read(10, of: 282, availability: 154, in: 1000)
    expectClose(county.exactFewer.pValue, 1.2232e-10, relative: 5e-5)
    let second = try Self.read(5, of: 123, availability: 154, in: 1000)
    expectClose(second.exactFewer.pValue, 6.4403e-5, relative: 5e-5)
    let both = try Self.read(15, of: 405, availability: 57, in: 1000)
    expectClose(both.exactMinimumLikelihood.pValue, 0.0861680, relative: 1e-6)
    #expect(both.rulesDisagree)
    #expect(both.flagging == [.anyDifference, .wholePerson, .eightyPercent])
    #expect(both.notFlagging == [.twoStandardDeviations, .exactTest])
    // The published order of magnitude is the exact binomial one; the normal tail is smaller.
    let castaneda = try Self.read(100, of: 220, availability: 791, in: 1000)
    expectClose(castaneda.log10ExactFewer.value, -27.095132, absolute: 5e-7)
    expectClose(castaneda.log10PValueOfZ.value, -33.901867526535230, relative: 1e-12)
    #expect(castaneda.notFlagging.isEmpty && !castaneda.rulesDisagree)
    // The grand juries of eleven years: 339 of 870, beyond what has a name.
    let years = try Self.read(339, of: 870, availability: 791, in: 1000)
    #expect(try #require(years.log10ExactFewer.value) < -130)
  }

  @Test("Apsley v. Boeing: many people short, a ratio of almost 1, adverse-16")
  func apsley() throws {
    // Actual, expected and "more than five standard deviations" are published; the number of all
    // chosen, 8,171, is picked to go with them.
    let reading = try Self.read(7_968, of: 8_171, availability: 982_499, in: 1_000_000)
    expectClose(reading.expected.value, 8_028, absolute: 0.1)
    expectClose(reading.ratio.value, 0.9925, absolute: 5e-5)
    #expect(reading.notFlagging == [.eightyPercent])
    expectClose(reading.difference.value, -60, absolute: 0.1)
    #expect(try #require(reading.binomialZ.test?.statistic) < -5)
  }

  @Test("lines are drawn in whole numbers: on the line is not past it")
  func lines() throws {
    // Expected 10 of 20 with standard deviation sqrt(5); 100 of 400 at one half is 10 of them.
    for (successes, total, group, size, rule, flags) in [
      (8, 20, 1, 2, AvailabilityRule.eightyPercent, false),
      (7, 20, 1, 2, .eightyPercent, true),
      (28, 70, 1, 2, .eightyPercent, false), (36, 300, 15, 100, .eightyPercent, false),
      (9, 20, 1, 2, .wholePerson, true), (10, 21, 1, 2, .wholePerson, false),
      (10, 21, 1, 2, .anyDifference, true), (10, 20, 1, 2, .anyDifference, false),
      (40, 100, 1, 2, .twoStandardDeviations, false),
      (39, 100, 1, 2, .twoStandardDeviations, true),
      (61, 100, 1, 2, .twoStandardDeviations, false), (15, 20, 1, 2, .exactTest, false),
    ] {
      let reading = try Self.read(successes, of: total, availability: group, in: size)
      #expect(reading.flagging.contains(rule) == flags, "\(successes) of \(total), \(rule)")
      #expect(reading.notFlagging.contains(rule) != flags)
      #expect(reading.flagging.count + reading.notFlagging.count == 5)
    }
  }

  @Test("a pool narrows Z, and the group and the rest are mirror images")
  func pool() throws {
    let count = try BinomialCount(2, of: 10)
    let reading = AvailabilityPanel(availability: .pool(size: 60, group: 25))(count)
    let factor = (50.0 / 59).squareRoot()
    let narrow = try #require(reading.hypergeometricZ.test?.statistic)
    expectClose(reading.binomialZ.test?.statistic, narrow * factor, relative: 1e-14)
    let rest = AvailabilityPanel(availability: .pool(size: 60, group: 35))(
      try BinomialCount(8, of: 10))
    expectClose(rest.hypergeometricZ.test?.statistic, -narrow, relative: 1e-14)
    expectClose(rest.exactMore.pValue, reading.exactFewer.pValue ?? 0, relative: 1e-13)
    expectClose(rest.exactMidP.pValue, reading.exactMidP.pValue ?? 0, relative: 1e-13)
    let whole = AvailabilityPanel(availability: .pool(size: 60, group: 25))(
      try BinomialCount(25, of: 60))
    #expect(whole.hypergeometricZ.reason != nil && whole.exactMidP.pValue == 1)
    #expect(!whole.notFlagging.contains(.twoStandardDeviations))
  }

  @Test("impossible availabilities and counts give reasons and no rule speaks")
  func degenerate() throws {
    let count = try BinomialCount(2, of: 10)
    for availability: Availability in [
      .share(try #require(Fraction(3, over: 2))), .pool(size: 9, group: 5),
      .pool(size: 20, group: 21), .pool(size: 20, group: -1), .pool(size: 0, group: 0),
      .pool(size: 10_000_001, group: 5),
    ] {
      let reading = AvailabilityPanel(availability: availability)(count)
      #expect(reading.expected.reason != nil && reading.exactFewer.reason != nil)
      #expect(reading.flagging.isEmpty && reading.notFlagging.isEmpty)
    }
    let half = try #require(Fraction(1, over: 2))
    #expect(
      AvailabilityPanel(availability: .share(half))(try BinomialCount(0, of: 0)).expected.reason
        != nil)
    #expect(
      AvailabilityPanel(availability: .share(half), alpha: 1)(count).expected.reason != nil)
    let never = try Self.read(0, of: 10, availability: 0, in: 5)
    #expect(never.ratio.reason != nil && never.flagging.isEmpty)
    #expect(never.binomialZ.reason != nil && never.exactFewer.pValue == 1)
  }
}
