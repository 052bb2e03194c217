import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Score and logit intervals of an odds ratio")
struct OddsRatioIntervalTests {
  @Test("agree with the quadratic at 40 digits (score) and with statsmodels (logit)")
  func references() throws {
    let methods: [(String, any StatisticalMethod<TwoByTwoTable>, Double)] = [
      ("ScoreOddsRatio", ScoreOddsRatio(), 1e-9), ("LogitOddsRatio", LogitOddsRatio(), 1e-10),
    ]
    for (name, method, digits) in methods {
      for row in try ReferenceValue.read(SmallTables.variants, method: name) {
        expectClose(
          Fixtures.part(row.quantity, of: method(try TwoByTwoTable(row))), row.value,
          relative: digits, "\(row)")
      }
    }
  }

  @Test("the terminations of adverse-17: logit with z rounded and not")
  func published() throws {
    let table = try TwoByTwoTable.rates(focal: 71, of: 906, reference: 17, of: 581)
    let outcome = LogitOddsRatio()(table)
    expectClose(outcome.value, 2.820993, relative: 2e-7)
    expectClose(outcome.interval?.lower, 1.644104, relative: 4e-7)
    expectClose(outcome.interval?.upper, 4.840328, relative: 2e-7)
  }

  @Test("every small table: the score at each limit, and 1 inside where the Z test does not reject")
  func score() throws {
    let critical = 1.959963984540054
    for table in try SmallTables.all(upTo: 8, step: 2) where table.outcomeProblem == nil {
      let interval = try #require(ScoreOddsRatio()(table).interval)
      // The focal rate by bisection on the margin, not by the place between its ends.
      func statistic(_ oddsRatio: Double) -> Double {
        var (low, high) = (0.0, 1.0)
        for _ in 0..<200 {
          let middle = (low + high) / 2
          let reference = middle / (middle + oddsRatio * (1 - middle))
          let margin =
            middle * Double(table.focalTotal) + reference * Double(table.referenceTotal)
          if margin < Double(table.selected) { low = middle } else { high = middle }
        }
        let focal = low
        let reference = focal / (focal + oddsRatio * (1 - focal))
        let sum =
          1 / (Double(table.focalTotal) * focal * (1 - focal))
          + 1 / (Double(table.referenceTotal) * reference * (1 - reference))
        return (Double(table.focalSelected) - Double(table.focalTotal) * focal)
          * sum.squareRoot()
      }
      if interval.lower > 0 {
        expectClose(statistic(interval.lower), critical, relative: 1e-8)
      } else {
        #expect(table.focalSelected == 0 || table.referenceRejected == 0)
      }
      if interval.upper < .infinity {
        expectClose(statistic(interval.upper), -critical, relative: 1e-8)
      } else {
        #expect(table.focalRejected == 0 || table.referenceSelected == 0)
      }
      let pValue = try #require(PooledZTest()(table).pValue)
      #expect(interval.contains(1) == (pValue >= 0.05), "\(table)")
      let other = ScoreOddsRatio()(try #require(table.swapped)).interval
      expectClose(1 / interval.upper, try #require(other?.lower), relative: 1e-10)
    }
  }

  @Test("nothing is added to a zero; degenerate tables give reasons")
  func edges() throws {
    for counts in [[0, 12, 9, 40], [12, 12, 9, 40], [3, 12, 0, 40], [3, 12, 40, 40]] {
      let table = try TwoByTwoTable.rates(
        focal: counts[0], of: counts[1], reference: counts[2], of: counts[3])
      #expect(LogitOddsRatio()(table).reason != nil)
      let outcome = ScoreOddsRatio()(table)
      #expect(outcome.value == 0 || outcome.value == .infinity)
    }
    let apart = ScoreOddsRatio()(try .rates(focal: 10, of: 10, reference: 0, of: 20))
    #expect(apart.value == .infinity && apart.interval?.upper == .infinity)
    #expect(try #require(apart.interval?.lower) > 1)
    for method in [ScoreOddsRatio(), LogitOddsRatio()] as [any StatisticalMethod<TwoByTwoTable>] {
      #expect(method(try .rates(focal: 0, of: 4, reference: 0, of: 5)).reason != nil)
      #expect(method(try .rates(focal: 4, of: 4, reference: 5, of: 5)).reason != nil)
      #expect(method(try .rates(focal: 0, of: 0, reference: 1, of: 5)).reason != nil)
    }
    #expect(
      ScoreOddsRatio(level: 0)(try .rates(focal: 1, of: 4, reference: 2, of: 5)).reason != nil)
    #expect(
      LogitOddsRatio(level: 2)(try .rates(focal: 1, of: 4, reference: 2, of: 5)).reason != nil)
    #expect(MethodCatalogue.card("odds-ratio-score") == ScoreOddsRatio.card)
    #expect(MethodCatalogue.card("odds-ratio-logit") == LogitOddsRatio.card)
  }
}
