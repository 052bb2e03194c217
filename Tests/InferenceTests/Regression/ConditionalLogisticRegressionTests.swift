import Aggregates
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Conditional logistic regression")
struct ConditionalLogisticRegressionTests {
  @Test("agrees with R's exact conditional regression")
  func references() throws {
    for row in try ReferenceValue.read(
      Fixtures.regressionR, method: "ConditionalLogisticRegression")
    {
      let data = try BinomialPatterns(row)
      if row.quantity == "nullLogLikelihood" {
        let zero = data.columns.map { _ in 0.0 }
        expectClose(
          try ConditionalLikelihood(data).state(zero).logLikelihood, row.value, relative: 1e-12)
      } else {
        expectClose(
          ConditionalLogisticRegression()(data).part(row), row.value, relative: 1e-9, "\(row)")
      }
    }
  }

  @Test("one column that marks the focal group: the common odds ratio given the margins")
  func commonOddsRatio() throws {
    let cases = [
      try StratifiedTables.berkeley(), try .cells([[3, 4, 5, 2], [1, 6, 2, 2], [4, 1, 1, 3]]),
      try .rabbits(), try .cells([[12, 28, 48, 32]]),
    ]
    for tables in cases {
      let whole = try #require(BinomialPatterns(tables))
      let data = try #require(
        BinomialPatterns(
          columns: ["focal"],
          patterns: whole.patterns.map {
            .init(
              values: [$0.values[1]], successes: $0.successes, total: $0.total,
              stratum: $0.stratum)
          }))
      let value = try #require(ConditionalCommonOddsRatio()(tables).value)
      let focal = ConditionalLogisticRegression()(data).fit?.coefficient("focal")
      expectClose(focal?.estimate.value, log(value), relative: 1e-9, absolute: 1e-10)
      // The variance of the count at the estimate is the information.
      let informative = InformativeStrata(tables, about: .odds).tables
      let tilted = try StratifiedHypergeometric(informative, logOddsRatio: log(value))
      let masses = tilted.support.map { (Double($0), exp(tilted.logProbability(of: $0))) }
      let mean = masses.map { $0 * $1 }.reduce(0, +)
      let variance = masses.map { ($0 - mean) * ($0 - mean) * $1 }.reduce(0, +)
      expectClose(focal?.estimate.standardError, 1 / variance.squareRoot(), relative: 1e-8)
    }
  }

  @Test("agrees with the sum over all ways to choose the people, written out")
  func enumeration() throws {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<25 {
      var patterns: [BinomialPatterns.Pattern] = []
      for stratum in ["a", "b", "c"] {
        for _ in 0..<Int.random(in: 3...4, using: &generator) {
          let total = Int.random(in: 0...2, using: &generator)
          patterns.append(
            .init(
              values: [
                Double.random(in: -2...2, using: &generator),
                Double(Int.random(in: 0...1, using: &generator)),
              ], successes: Int.random(in: 0...total, using: &generator), total: total,
              stratum: stratum))
        }
      }
      let data = try #require(BinomialPatterns(columns: ["x", "focal"], patterns: patterns))
      let at = [
        Double.random(in: -1...1, using: &generator), Double.random(in: -1...1, using: &generator),
      ]
      let expected = ["a", "b", "c"].map { stratum in
        Self.logLikelihood(patterns.filter { $0.stratum == stratum }, at)
      }.reduce(0, +)
      expectClose(
        try ConditionalLikelihood(data).state(at).logLikelihood, expected, relative: 1e-11,
        absolute: 1e-12)
    }
  }

  private static func logLikelihood(
    _ patterns: [BinomialPatterns.Pattern], _ at: [Double]
  ) -> Double {
    let people = patterns.flatMap { pattern in
      (0..<pattern.total).map { (pattern.values, $0 < pattern.successes) }
    }
    let heights = people.map { $0.0[0] * at[0] + $0.0[1] * at[1] }
    let chosen = people.filter(\.1).count
    var all = 0.0
    for subset in 0..<(1 << people.count) where subset.nonzeroBitCount == chosen {
      all += exp(people.indices.filter { subset >> $0 & 1 == 1 }.map { heights[$0] }.reduce(0, +))
    }
    return people.indices.filter { people[$0].1 }.map { heights[$0] }.reduce(0, +) - log(all)
  }

  @Test("a likelihood ratio of nothing but the focal group")
  func likelihoodRatio() throws {
    let row = try #require(
      try ReferenceValue.read(Fixtures.regressionR, method: "ConditionalLogisticRegression")
        .first { $0.id == "infert" })
    let data = try BinomialPatterns(row)
    let one = data.dropping("induced")
    let test = ConditionalLogisticRegression().likelihoodRatioTest(of: "spontaneous", in: one)
    let fit = try #require(ConditionalLogisticRegression()(one).fit)
    let null = try ConditionalLikelihood(one).state([0]).logLikelihood
    expectClose(test.test?.statistic, 2 * (fit.logLikelihood - null), relative: 1e-12)
  }

  @Test("growth without bound, columns without meaning within strata and empty strata are reasons")
  func degenerate() throws {
    func patterns(_ tables: StratifiedTables) throws -> BinomialPatterns {
      try #require(BinomialPatterns(tables))
    }
    let apart = try patterns(.cells([[0, 5, 3, 2], [0, 2, 4, 1]]))
    let bare = apart.dropping("constant").dropping("B")
    #expect(
      ConditionalLogisticRegression()(bare).reason?.contains("coefficient of focal grows") == true)
    #expect(
      ConditionalLogisticRegression()(apart).reason?.contains("the column constant") == true)
    let none = try patterns(.cells([[0, 5, 0, 2], [3, 0, 4, 0]]))
    #expect(ConditionalLogisticRegression()(none).reason == "No stratum has both outcomes.")
    #expect(ConditionalLogisticRegression().likelihoodRatioTest(of: "x", in: none).reason != nil)
  }
}
