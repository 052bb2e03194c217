import Aggregates
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Firth's logistic regression")
struct FirthLogisticRegressionTests {
  @Test("agrees with the penalized likelihood maximized at 30 digits")
  func references() throws {
    for row in try ReferenceValue.read(
      Fixtures.regressionPython, method: "FirthLogisticRegression")
    {
      let outcome = FirthLogisticRegression(level: try row.number("level"))(
        try BinomialPatterns(row))
      expectClose(outcome.part(row), row.value, relative: 1e-8, absolute: 1e-9, "\(row)")
    }
  }

  @Test("a table of two groups: half a person more in every cell, for all small tables")
  func halves() throws {
    let largest = ThoroughTier.isOn ? 8 : 4
    for focalTotal in 1...largest {
      for referenceTotal in 1...largest {
        for focal in 0...focalTotal {
          for reference in 0...referenceTotal {
            let table = try TwoByTwoTable.rates(
              focal: focal, of: focalTotal, reference: reference, of: referenceTotal)
            let data = try #require(BinomialPatterns(table))
            let likelihood = FirthLikelihood(LogisticLikelihood(data))
            let found = try likelihood.maximum().coefficients
            let cells = [
              focal, focalTotal - focal, reference, referenceTotal - reference,
            ].map { Double($0) + 0.5 }
            expectClose(found[0], log(cells[2] / cells[3]), relative: 1e-8, absolute: 1e-10)
            expectClose(
              found[1], log(cells[0] / cells[1] * (cells[3] / cells[2])), relative: 1e-8,
              absolute: 1e-10)
          }
        }
      }
    }
  }

  @Test("one constant: the log odds of half a person more on both sides, its profile by hand")
  func constant() throws {
    for (successes, total) in [(0, 5), (3, 5), (7, 7), (1, 40)] {
      let data = try #require(
        BinomialPatterns(
          columns: ["constant"],
          patterns: [.init(values: [1], successes: successes, total: total)]))
      let coefficient = try #require(
        FirthLogisticRegression()(data).fit?.coefficient("constant"))
      let yes = Double(successes) + 0.5
      let no = Double(total - successes) + 0.5
      expectClose(coefficient.estimate.value, log(yes / no), relative: 1e-9, absolute: 1e-10)
      // The penalized likelihood is p^(yes) (1 - p)^(no), up to a constant.
      func value(_ logit: Double) -> Double {
        -yes * log1p(exp(-logit)) - no * log1p(exp(logit))
      }
      let best = value(log(yes / no))
      expectClose(coefficient.test.statistic, 2 * (best - value(0)), relative: 1e-8, absolute: 1e-9)
      let interval = try #require(coefficient.estimate.interval)
      for limit in [interval.lower, interval.upper] {
        expectClose(2 * (best - value(limit)), 3.8414588206941254, relative: 1e-8)
      }
    }
  }

  @Test("0 lies in the interval exactly where the test does not reject")
  func coherence() throws {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<12 {
      let scores = (0..<6).map { _ in Double.random(in: -2...2, using: &generator) }
      let totals = (0..<6).map { _ in Int.random(in: 1...9, using: &generator) }
      let data = try BinomialPatterns.score(
        scores, successes: totals.map { Int.random(in: 0...$0, using: &generator) },
        totals: totals)
      let fit = try #require(FirthLogisticRegression()(data).fit)
      for coefficient in fit.coefficients {
        let interval = try #require(coefficient.estimate.interval)
        #expect(interval.contains(0) == (coefficient.test.pValue.value >= 0.05))
        #expect(interval.contains(coefficient.estimate.value))
      }
    }
  }

  @Test("separated or not, all data of full rank have finite estimates, nearly all an interval")
  func always() throws {
    var intervals = 0
    var missing = 0
    for row in try ReferenceValue.read(Fixtures.regressionPython, method: "Separation")
    where row.quantity == "isSeparated" && (ThoroughTier.isOn || row.id.hasSuffix("7")) {
      let outcome = FirthLogisticRegression()(try BinomialPatterns(row))
      let fit = try #require(outcome.fit, "\(row) \(outcome.reason ?? "")")
      for coefficient in fit.coefficients {
        #expect(coefficient.estimate.value.isFinite)
        guard let interval = coefficient.estimate.interval else {
          missing += 1
          continue
        }
        intervals += 1
        #expect(interval.lower < coefficient.estimate.value)
        #expect(interval.upper > coefficient.estimate.value)
        let pValue = coefficient.test.pValue.value
        let isAtLevel = abs(pValue - 0.05) < 1e-6
        #expect(isAtLevel || interval.contains(0) == (pValue > 0.05), "\(row)")
      }
    }
    #expect(intervals > 20 && missing * 30 < intervals, "\(intervals) and \(missing) without")
  }

  @Test("with many people it is the plain regression; combinations of columns are named")
  func limits() throws {
    let table = try TwoByTwoTable.rates(
      focal: 400_000, of: 900_000, reference: 500_000, of: 1_000_000)
    let data = try #require(BinomialPatterns(table))
    let firth = try #require(FirthLogisticRegression()(data).fit?.coefficient("focal"))
    let plain = try #require(LogisticRegression()(data).fit?.coefficient("focal"))
    expectClose(firth.estimate.value, plain.estimate.value, relative: 3e-6)
    expectClose(
      firth.estimate.interval?.lower, try #require(plain.estimate.interval?.lower),
      relative: 1e-4)
    let twice = try #require(
      BinomialPatterns(
        columns: ["a", "b"], patterns: [.init(values: [1, 2], successes: 1, total: 2)]))
    #expect(FirthLogisticRegression()(twice).reason?.contains("column b") == true)
    #expect(FirthLogisticRegression(level: 0)(data).reason != nil)
  }
}
