import Aggregates
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Logistic regression")
struct LogisticRegressionTests {
  @Test("agrees with R")
  func references() throws {
    for row in try ReferenceValue.read(Fixtures.regressionR, method: "LogisticRegression") {
      let data = try BinomialPatterns(row)
      let (quantity, column) = row.part
      if quantity == "likelihoodRatio" {
        let test = LogisticRegression().likelihoodRatioTest(of: column, in: data).test
        // R's difference of deviances keeps an absolute error.
        expectClose(test?.statistic, row.value, relative: 1e-9, absolute: 1e-9, "\(row)")
      } else {
        expectClose(
          LogisticRegression()(data).part(row), row.value, relative: 1e-9, absolute: 1e-10,
          "\(row)")
      }
    }
  }

  @Test("published: Berkeley 1973 (adverse-37)")
  func berkeley() throws {
    let tables = try StratifiedTables.berkeley()
    let adjusted = try #require(BinomialPatterns(tables, focal: "female"))
    let fit = try #require(LogisticRegression()(adjusted).fit)
    expectClose(fit.coefficient("female")?.estimate.value, 0.0998701, relative: 1e-6)
    expectClose(fit.coefficient("female")?.estimate.standardError, 0.0808465, relative: 1e-6)
    expectClose(fit.deviance, 20.204275, relative: 1e-7)
    #expect(fit.residualDegreesOfFreedom == 5)
    let ratio = try #require(
      LogisticRegression().likelihoodRatioTest(of: "female", in: adjusted).test)
    expectClose(ratio.statistic, 1.531231, relative: 1e-6)
    expectClose(ratio.pValue.value, 0.21593, relative: 2e-5)
    let table = try #require(tables.pooled)
    let pooled = try #require(BinomialPatterns(table, focal: "female"))
    let raw = try #require(LogisticRegression()(pooled).fit?.coefficient("female"))
    expectClose(raw.estimate.value, -0.6103524, relative: 1e-6)
    // 0.0638911 is often printed: the standard error one step before convergence.
    let cells = [557.0, 1278, 1198, 1493]
    let exact = cells.map { 1 / $0 }.reduce(0, +).squareRoot()
    expectClose(raw.estimate.standardError, exact, relative: 1e-11)
    expectClose(raw.estimate.standardError, 0.0638911, relative: 4e-5)
  }

  @Test("published: a reduction in force (adverse-17) as an odds ratio with its logit interval")
  func reduction() throws {
    let table = try TwoByTwoTable.rates(focal: 71, of: 906, reference: 17, of: 581)
    let data = try #require(BinomialPatterns(table))
    let fit = try #require(LogisticRegression()(data).fit)
    let oddsRatio = fit.oddsRatio("focal")
    expectClose(oddsRatio.value, 2.820993, relative: 2e-7)
    expectClose(oddsRatio.interval?.lower, 1.644104, relative: 4e-7)
    expectClose(oddsRatio.interval?.upper, 4.840328, relative: 2e-7)
    let logarithm = try #require(fit.logOddsRatio("focal").value)
    let error = try #require(fit.logOddsRatio("focal").standardError)
    expectClose(fit.test("focal").test?.statistic, logarithm / error, relative: 1e-14)
    #expect(fit.oddsRatio("age").reason != nil && fit.test("age").reason != nil)
    #expect(fit.logOddsRatio("age").reason != nil)
  }

  @Test("a table of two groups: the log odds ratio and the root of the sum of reciprocals")
  func twoGroups() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<60 {
      let counts = (0..<4).map { _ in Int.random(in: 1...400, using: &generator) }
      let table = try #require(
        TwoByTwoTable(
          focalSelected: counts[0], focalRejected: counts[1], referenceSelected: counts[2],
          referenceRejected: counts[3]))
      let data = try #require(BinomialPatterns(table))
      let focal = try #require(LogisticRegression()(data).fit?.coefficient("focal"))
      let numbers = counts.map { Double($0) }
      expectClose(
        focal.estimate.value, log(numbers[0] / numbers[1] * (numbers[3] / numbers[2])),
        relative: 1e-11, absolute: 1e-13)
      expectClose(
        focal.estimate.standardError, numbers.map { 1 / $0 }.reduce(0, +).squareRoot(),
        relative: 1e-11)
      // The likelihood ratio is the G statistic of the table.
      let statistic = try #require(LikelihoodRatioTest()(table).test?.statistic)
      expectClose(
        LogisticRegression().likelihoodRatioTest(of: "focal", in: data).test?.statistic,
        statistic, relative: 1e-9, absolute: 1e-10)
    }
  }

  @Test("separation is found exactly where linear programming finds it")
  func separation() throws {
    var separated = 0
    var data: [String: RegressionOutcome] = [:]
    for row in try ReferenceValue.read(Fixtures.regressionPython, method: "Separation") {
      let outcome = try data[row.id] ?? LogisticRegression()(BinomialPatterns(row))
      data[row.id] = outcome
      if row.quantity == "isSeparated" {
        #expect((outcome.reason?.contains("separated") ?? false) == (row.value == 1), "\(row)")
        separated += row.value == 1 ? 1 : 0
      } else {
        expectClose(outcome.part(row), row.value, relative: 1e-6, absolute: 1e-7, "\(row)")
      }
    }
    #expect(separated > 30 && separated < data.count - 30)
  }

  @Test("kinds of separation are told apart and the growing columns named")
  func kinds() throws {
    let complete = LogisticRegression()(
      try .score([1, 2, 3, 4], successes: [0, 0, 1, 1], totals: [1, 1, 1, 1]))
    #expect(complete.reason?.contains("completely separated") == true)
    #expect(complete.reason?.contains("quasi") == false)
    let overlap = LogisticRegression()(
      try .score([1, 2, 3, 4], successes: [0, 2, 4, 5], totals: [5, 5, 5, 5]))
    #expect(overlap.fit != nil)
    let table = try TwoByTwoTable.rates(focal: 0, of: 9, reference: 7, of: 12)
    let separated = try #require(BinomialPatterns(table))
    let quasi = LogisticRegression()(separated)
    #expect(quasi.reason?.contains("quasi-completely separated") == true)
    #expect(quasi.reason?.contains("coefficient of focal grows") == true)
    #expect(quasi.reason?.contains("Firth") == true)
    let nobody = try TwoByTwoTable.rates(focal: 0, of: 9, reference: 0, of: 12)
    let without = try #require(BinomialPatterns(nobody))
    #expect(LogisticRegression()(without).reason?.contains("is completely separated") == true)
  }

  @Test("a steep curve that is not separated has an estimate although most rates are 0 or 1")
  func steep() throws {
    let scores = [-400.0, -200, -1, 0, 1, 200, 400]
    let fit = LogisticRegression()(
      try .score(scores, successes: [0, 0, 4, 5, 6, 10, 10], totals: [10, 10, 10, 10, 10, 10, 10])
    ).fit
    // By symmetry the constant is 0; the slope is where the score vanishes.
    let slope = try #require(fit?.coefficient("score")?.estimate.value)
    let constant = try #require(fit?.coefficient("constant")?.estimate.value)
    #expect(abs(constant) < 1e-10)
    func no(_ predictor: Double) -> Double { 1 / (1 + exp(predictor)) }
    let score =
      12 - 20 * (1 - no(slope)) + 4000 * no(200 * slope) + 8000 * no(400 * slope)
    #expect(abs(score) < 1e-9)
  }

  @Test("putting people together or apart changes nothing but the deviance")
  func grouping() throws {
    let data = try #require(BinomialPatterns(try .berkeley()))
    let apart = try #require(
      BinomialPatterns(
        columns: data.columns,
        patterns: data.patterns.flatMap { pattern in
          [
            .init(values: pattern.values, successes: pattern.successes, total: pattern.successes),
            .init(values: pattern.values, successes: 0, total: pattern.failures),
            .init(values: pattern.values, successes: 0, total: 0),
          ]
        }))
    let first = try #require(LogisticRegression()(data).fit)
    let second = try #require(LogisticRegression()(apart).fit)
    expectClose(second.logLikelihood, first.logLikelihood, relative: 1e-13)
    for (one, other) in zip(first.coefficients, second.coefficients) {
      expectClose(other.estimate.value, one.estimate.value, relative: 1e-11)
    }
    // The other outcome turns the signs.
    let turned = try #require(
      BinomialPatterns(
        columns: data.columns,
        patterns: data.patterns.map {
          .init(values: $0.values, successes: $0.failures, total: $0.total)
        }))
    let third = try #require(LogisticRegression()(turned).fit)
    for (one, other) in zip(first.coefficients, third.coefficients) {
      expectClose(other.estimate.value, -one.estimate.value, relative: 1e-11)
    }
  }

  @Test("a combination of columns is named; so are empty data and unknown columns")
  func degenerate() throws {
    let data = try #require(
      BinomialPatterns(
        columns: ["constant", "men", "women"],
        patterns: [
          .init(values: [1, 1, 0], successes: 3, total: 7),
          .init(values: [1, 0, 1], successes: 2, total: 7),
        ]))
    #expect(LogisticRegression()(data).reason?.contains("The column women is a comb") == true)
    #expect(LogisticRegression()(data.dropping("women")).fit != nil)
    #expect(LogisticRegression().likelihoodRatioTest(of: "age", in: data).reason != nil)
    let empty = try #require(BinomialPatterns(columns: ["constant"], patterns: []))
    #expect(LogisticRegression()(empty).reason == "Nobody is in the data.")
    #expect(LogisticRegression(level: 1)(data).reason != nil)
    typealias Pattern = BinomialPatterns.Pattern
    for pattern in [
      Pattern(values: [1], successes: 1, total: 2),
      Pattern(values: [1, 2], successes: 3, total: 2),
      Pattern(values: [1, .nan], successes: 1, total: 2),
      Pattern(values: [1, 1], successes: -1, total: 2),
    ] {
      #expect(BinomialPatterns(columns: ["a", "b"], patterns: [pattern]) == nil)
    }
    #expect(BinomialPatterns(columns: ["a", "a"], patterns: []) == nil)
  }
}
