import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Published cases of adverse impact")
struct ReferenceCasesTests {
  private static func table(_ counts: [Int]) throws -> TwoByTwoTable {
    try .rates(focal: counts[0], of: counts[1], reference: counts[2], of: counts[3])
  }

  @Test("adverse-1: of 45, 48 and 51 % against 60 % only 45 % is below four fifths")
  func fourFifths() throws {
    let cases: [(Int, Double, Bool)] = [(45, 0.75, true), (48, 0.8, false), (51, 0.85, false)]
    for (selected, ratio, isBelow) in cases {
      let table = try TwoByTwoTable.rates(focal: selected, of: 100, reference: 60, of: 100)
      expectClose(ImpactRatio()(table).value, ratio, relative: 1e-15)
      let flips = try #require(FlipCounts(criterion: .fourFifths)(table).value)
      #expect((flips > 0) == isBelow)
    }
  }

  @Test("impact ratios as published, in either orientation")
  func ratios() throws {
    let cases: [(String, [Int], Double, Double)] = [
      ("adverse-3 diploma", [12, 100, 34, 100], 0.353, 2e-4),
      ("adverse-3 test", [6, 100, 58, 100], 0.103, 5e-3),
      ("adverse-13 passing", [4167, 4222, 10805, 10835], 0.989713, 5e-7),
      ("adverse-17 terminated", [17, 581, 71, 906], 0.373373, 2e-6),
      ("adverse-17 retained", [835, 906, 564, 581], 0.949413, 5e-7),
      ("adverse-20 Hispanic", [759, 937, 3162, 3543], 0.907636, 1e-6),
      ("adverse-20 two or more", [235, 264, 3162, 3543], 0.997409, 1e-6),
      ("adverse-20 White", [1934, 2274, 3162, 3543], 0.952961, 1e-6),
      ("adverse-21 Asian", [653, 1312, 662, 1284], 0.97, 6e-3),
      ("adverse-21 Hispanic", [667, 1324, 662, 1284], 0.98, 6e-3),
      ("adverse-21 White", [748, 1540, 662, 1284], 0.94, 6e-3),
      ("adverse-21 Hispanic men", [297, 644, 370, 680], 0.85, 6e-3),
      ("adverse-21 White women", [360, 780, 370, 680], 0.85, 6e-3),
      ("adverse-22 White", [165, 379, 47, 95], 0.879975, 1e-6),
    ]
    for (id, counts, expected, digits) in cases {
      expectClose(ImpactRatio()(try Self.table(counts)).value, expected, relative: digits, "\(id)")
    }
    let passing = try Self.table([4167, 4222, 10805, 10835])
    expectClose(ScoreOddsRatio()(passing).value, 0.210357, relative: 3e-6)
  }

  @Test("adverse-18 and adverse-22: four fifths and significance say opposite things")
  func opposite() throws {
    let retained = try Self.table([8, 17, 8, 13])
    #expect(FlipCounts(criterion: .fourFifths)(retained).value != 0)
    #expect(RobustnessPanel(retained)?.verdict == .noneRejects)
    let scored = try Self.table([396, 980, 936, 1885])
    #expect(FlipCounts(criterion: .fourFifths)(scored).value == 0)
    #expect(RobustnessPanel(scored)?.verdict == .allReject)
    expectClose(PooledZTest()(scored).pValue, 2.6e-6, relative: 0.05)
    // The Guidelines' example with both: half the rate and |Z| above 3.
    let both = try Self.table([12, 40, 48, 80])
    #expect(RobustnessPanel(both)?.verdict == .allReject)
  }

  @Test("adverse-6 and adverse-9: exact binomial tails of Hazelwood and Castaneda")
  func binomial() throws {
    let cases: [(String, Int, Int, Double, Double, Double)] = [
      ("adverse-6", 10, 282, 0.154, 1.2232e-10, 5e-5),
      ("adverse-6", 5, 123, 0.154, 6.4403e-5, 1e-5),
      ("adverse-9", 100, 220, 0.791, 8.03282e-28, 2e-6),
    ]
    for (id, successes, total, probability, tail, digits) in cases {
      let method = ExactBinomialTest(probability: probability, twoSided: .central)
      expectClose(
        method(try BinomialCount(successes, of: total)).pValue, 2 * tail, relative: digits,
        "\(id)")
    }
  }

  @Test("adverse-24 and adverse-25: one-sided p-values, doubled")
  func oneSided() throws {
    let central = FisherExactTest(twoSided: .central)
    expectClose(central(try Self.table([3, 4, 1, 4])).pValue, 2 * 0.2428571, relative: 1e-6)
    expectClose(central(try Self.table([2, 12, 15, 18])).pValue, 2 * 0.0004651809, relative: 1e-7)
  }

  @Test("adverse-32: the intervals of 56 of 70 against 48 of 80")
  func newcombe() throws {
    let table = try Self.table([56, 70, 48, 80])
    let cases: [(any StatisticalMethod<TwoByTwoTable>, Double, Double)] = [
      (RiskDifference(), 0.052431, 0.333873), (MeeDifference(), 0.053334, 0.337729),
      (MiettinenNurminenDifference(), 0.052830, 0.338173), (ImpactRatio(), 1.079821, 1.670806),
      (KatzRatio(), 1.076626, 1.651249), (ConditionalOddsRatio(), 1.209115, 6.039873),
    ]
    for (method, lower, upper) in cases {
      let interval = try #require(method(table).interval)
      expectClose(interval.lower, lower, absolute: 6e-7, "\(method.stamp.id)")
      expectClose(interval.upper, upper, absolute: 6e-7, "\(method.stamp.id)")
    }
  }

  @Test("adverse-23: Katz holds 1, Koopman agrees with the Z test")
  func koopman() throws {
    let table = try Self.table([2, 10, 15, 25])
    let koopman = try #require(ImpactRatio()(table).interval)
    expectClose(koopman.lower, 0.0918, absolute: 6e-5)
    expectClose(koopman.upper, 0.9318, absolute: 6e-5)
    let katz = try #require(KatzRatio()(table).interval)
    expectClose(katz.lower, 0.0927, absolute: 6e-5)
    expectClose(katz.upper, 1.199, absolute: 6e-4)
  }

  @Test("nothing is added to a zero: cases other programs report with half a person more")
  func zeros() throws {
    let apart = try Self.table([10, 10, 0, 20])
    #expect(ScoreOddsRatio()(apart).value == .infinity)
    #expect(ConditionalOddsRatio()(apart).value == .infinity)
    #expect(ImpactRatio()(apart).value == .infinity)
    #expect(LogitOddsRatio()(apart).reason != nil)
    let nobody = try Self.table([0, 10, 0, 20])
    #expect(ScoreOddsRatio()(nobody).reason != nil && ImpactRatio()(nobody).reason != nil)
    #expect(BoschlooTest()(nobody).pValue == 1 && BarnardTest()(nobody).pValue == 1)
  }
}
