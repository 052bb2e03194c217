import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Intervals and p-values that agree")
struct CoherenceCheckTests {
  private typealias Interval = (method: any StatisticalMethod<TwoByTwoTable>, null: Double)

  private static func intervals(level: Double) -> [Interval] {
    [
      (ImpactRatio(level: level), 1), (MiettinenNurminenRatio(level: level), 1),
      (MoverRatio(level: level), 1), (KatzRatio(level: level), 1),
      (RiskDifference(level: level), 0), (MeeDifference(level: level), 0),
      (MiettinenNurminenDifference(level: level), 0), (AgrestiCaffoDifference(level: level), 0),
      (ScoreOddsRatio(level: level), 1), (LogitOddsRatio(level: level), 1),
      (ConditionalOddsRatio(level: level), 1),
      (ConditionalOddsRatio(observedTable: .half, level: level), 1),
      (ExactOddsRatio(level: level), 1), (ExactOddsRatio(twoSided: .blaker, level: level), 1),
    ]
  }

  private static let tests: [any StatisticalMethod<TwoByTwoTable>] =
    [PooledZTest(), PearsonChiSquaredTest(), PearsonChiSquaredTest(correction: .nMinusOne)]
    + RobustnessPanel.companions

  @Test("which test each interval agrees with")
  func marks() throws {
    let table = try TwoByTwoTable.rates(focal: 2, of: 10, reference: 15, of: 25)
    let marks = try Self.intervals(level: 0.95).map { interval in
      try #require(interval.method(table).interval).agreesWith
    }
    #expect(
      marks == [
        "z-pooled", "z-hypergeometric", nil, nil, nil, "z-pooled", "z-hypergeometric", nil,
        "z-pooled", nil, "fisher-exact-central", "fisher-exact-central-mid-p",
        "fisher-exact-minlike", "fisher-exact-blaker",
      ])
    let share = try BinomialCount(3, of: 10)
    #expect(ClopperPearsonInterval()(share).interval?.agreesWith == "binomial-exact-central")
    #expect(WilsonInterval()(share).interval?.agreesWith == nil)
  }

  @Test("every small table: an interval and its test never differ, others are always explained")
  func pairs() throws {
    var (matched, explained) = (0, 0)
    for table in try SmallTables.all(upTo: 8, step: 17) {
      for alpha in [0.05, 0.1] {
        let pValues = Self.tests.compactMap { method in
          method(table).test.map { (method.stamp.id, $0.pValue) }
        }
        for (method, null) in Self.intervals(level: 1 - alpha) {
          guard let interval = method(table).interval else { continue }
          for (test, pValue) in pValues {
            let check = CoherenceCheck(
              interval, nullValue: null, pValue: pValue, test: test, alpha: alpha)
            #expect(check != .contradiction, "\(table) \(method.stamp.id) \(test)")
            if test == interval.agreesWith {
              #expect(check == .coherent, "\(table) \(method.stamp.id) \(test)")
              matched += 1
            }
            if case .explained(let reason) = check {
              #expect(reason.contains(interval.method))
              explained += 1
            }
          }
        }
      }
    }
    #expect(matched > 1_000 && explained > 100)
  }

  @Test("every small count: Clopper-Pearson and the central binomial test never differ")
  func shares() throws {
    for total in 1...12 {
      for successes in 0...total {
        let count = try BinomialCount(successes, of: total)
        let interval = try #require(ClopperPearsonInterval()(count).interval)
        for probability in [0.01, 0.1, 0.25, 0.5, 0.8] {
          let method = ExactBinomialTest(probability: probability, twoSided: .central)
          let pValue = try #require(method(count).test).pValue
          #expect(
            CoherenceCheck(
              interval, nullValue: probability, pValue: pValue, test: method.stamp.id, alpha: 0.05)
              == .coherent)
        }
      }
    }
  }

  @Test("adverse-23: Koopman and Fisher differ and the reason says why")
  func reasons() throws {
    let table = try TwoByTwoTable.rates(focal: 2, of: 10, reference: 15, of: 25)
    let interval = try #require(ImpactRatio()(table).interval)
    let fisher = try #require(FisherExactTest()(table).test).pValue
    let check = CoherenceCheck(
      interval, nullValue: 1, pValue: fisher, test: "fisher-exact-minlike", alpha: 0.05)
    #expect(
      check
        == .explained(
          reason: "the interval is by Koopman score, the p-value by Fisher's exact test, "
            + "conditional on both margins"))
    let katz = try #require(KatzRatio()(table).interval)
    let pValue = try #require(BoschlooTest()(table).test).pValue
    let boschloo = CoherenceCheck(
      katz, nullValue: 1, pValue: pValue, test: "boschloo-central", alpha: 0.05)
    #expect(
      boschloo
        == .explained(
          reason: "the interval is by Katz log, the p-value by Boschloo's exact test, the largest "
            + "over the common rates"))
  }

  @Test("a wrong pair, a test of something else and unequal levels")
  func contradictions() throws {
    let interval = try #require(
      ConfidenceInterval(
        lower: 0.5, upper: 0.9, level: 0.95, method: "m", agreesWith: "z-pooled"))
    let large = try #require(PValue(0.3))
    func check(_ test: String, alpha: Double = 0.05, _ pValue: PValue) -> CoherenceCheck {
      CoherenceCheck(interval, nullValue: 1, pValue: pValue, test: test, alpha: alpha)
    }
    #expect(check("z-pooled", large) == .contradiction)
    #expect(check("chi-squared", large) == .contradiction)
    #expect(check("median-pay-gap-test", large) == .contradiction)
    #expect(check("no-such-test", large) == .contradiction)
    #expect(check("z-pooled", try #require(PValue(0.01))) == .coherent)
    #expect(check("z-pooled", try #require(PValue(0.05 * (1 + 1e-12)))) == .coherent)
    #expect(
      check("z-pooled", alpha: 0.01, try #require(PValue(0.03)))
        == .explained(reason: "the interval is at the 95 % level, alpha is 0.01"))
  }
}
