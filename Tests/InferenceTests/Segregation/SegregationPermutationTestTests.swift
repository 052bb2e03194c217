import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Permutation test of segregation")
struct SegregationPermutationTestTests {
  /// Every index with one set of options.
  private static let measures: [SegregationMeasure] = [
    .mutualInformation(), .theil(), .theil(.init(entropy: .units)), .dissimilarity(),
    .multigroupDissimilarity(), .gini(), .gini(.init(comparison: .firstAgainstRest)),
    .normalizedExposure(), .relativeDiversity(), .squaredCoefficientOfVariation(),
    .correlationRatio(), .isolation(), .isolation(.init(themselves: .excluded)), .exposure(),
    .exposure(.init(themselves: .excluded)), .atkinson(), .atkinson(.init(shape: 0.1)), .hutchens(),
    .karmelMacLachlan(),
  ]

  /// The probability of a table at least as segregated, over all tables with the margins.
  private static func exact(
    _ table: ContingencyTable, _ index: any SegregationIndex, smallerIsMore: Bool
  ) throws -> Double {
    let seen = try #require(index.index(table).value)
    return try AllTables.probabilities(table.rowTotals, table.columnTotals).reduce(0.0) {
      sum, entry in
      let value = try #require(index.index(.of(entry.0)).value)
      return (smallerIsMore ? value <= seen + 1e-9 : value >= seen - 1e-9) ? sum + entry.1 : sum
    }
  }

  @Test("the interval holds the exact p-value over all tables, for every index")
  func enumeration() throws {
    let tables = [
      [[3, 1], [0, 4], [2, 2]], [[4, 1, 0], [1, 2, 2], [0, 1, 3]], [[2, 2, 1], [1, 1, 2]],
      [[5, 0], [4, 1], [2, 3], [0, 2]],
    ]
    // So wide that one in a million would miss; the seeds are fixed.
    let level = 1 - 1e-6
    for (number, rows) in tables.enumerated() {
      let table = try ContingencyTable.of(rows)
      for measure in Self.measures {
        let exact = try Self.exact(
          table, measure.method, smallerIsMore: measure.method is ExposureIndex)
        let method = SegregationPermutationTest(
          measure: measure, draws: ThoroughTier.isOn ? 20_000 : 3_000, seed: UInt64(number),
          level: level)
        let result = method(table)
        let interval = try #require(result.exactPValue.interval)
        #expect(interval.contains(min(1, exact)), "\(measure.words) \(rows): \(exact)")
        #expect(interval.upper - interval.lower < 0.1)
        #expect(result.test.pValue == result.exactPValue.value)
        expectClose(
          result.test.test?.statistic, try #require(measure.method.index(table).value),
          relative: 1e-14, absolute: 1e-15)
      }
    }
  }

  @Test("the mean of the draws is the exact expectation by chance")
  func expectation() throws {
    for table in [
      try ContingencyTable.fiveUnits(), try .evenTens(),
      try .of([[3, 5, 0], [2, 2, 2], [0, 7, 1], [4, 0, 0], [1, 1, 6], [1, 0, 0]]),
    ] {
      for measure in Self.measures {
        let result = SegregationPermutationTest(measure: measure, draws: 4_000, seed: 5)(table)
        guard let expected = result.nullExpectation.value else { continue }
        let mean = try #require(result.meanOfDraws.value)
        let error = try #require(result.meanOfDraws.standardError)
        #expect(abs(mean - expected) <= 5 * error + 1e-14, "\(measure.words)")
        #expect(result.nullExpectation == measure.method(table).nullExpectation)
      }
    }
  }

  @Test("an even table is as mixed as can be, a segregated one as little as can be")
  func extremes() throws {
    for measure in Self.measures {
      let even = SegregationPermutationTest(measure: measure, draws: 499)(try .evenTens())
      #expect(even.test.pValue == 1, "\(measure.words)")
      let apart = SegregationPermutationTest(measure: measure, draws: 499)(
        try .of([[20, 0], [0, 20], [20, 0], [0, 20]]))
      #expect(apart.test.pValue == 1 / 500.0, "\(measure.words)")
    }
  }

  @Test("of two units of two groups it is Fisher's exact test, the two totals being equal")
  func fisher() throws {
    // With equal totals the less probable tables are the more uneven ones.
    let table = try ContingencyTable.of([[8, 2], [3, 7]])
    let exact = try Self.exact(table, DissimilarityIndex(), smallerIsMore: false)
    let fisher = try #require(
      FisherExactTest()(
        try .rates(focal: 8, of: 10, reference: 3, of: 10)
      ).pValue)
    expectClose(exact, fisher, relative: 1e-12)
    let result = SegregationPermutationTest(
      measure: .dissimilarity(), draws: 50_000, level: 1 - 1e-6)(table)
    #expect(result.exactPValue.interval?.contains(fisher) == true)
  }

  @Test("the same seed gives the same, another another, and more draws begin with the same tables")
  func seeds() throws {
    let table = try ContingencyTable.fiveUnits()
    let method = SegregationPermutationTest(measure: .gini(), draws: 1_001, seed: 11)
    #expect(method(table) == method(table))
    #expect(
      method(table).meanOfDraws
        != SegregationPermutationTest(measure: .gini(), draws: 1_001, seed: 12)(table).meanOfDraws)
    #expect(
      method(table).stamp.convention
        == "segregation-gini (all groups), one-sided, 1001 tables drawn, seed 11")
  }

  @Test("nothing to draw or nothing to compare gives a reason")
  func degenerate() throws {
    let table = try ContingencyTable.fiveUnits()
    for draws in [0, -1, 10_000_001] {
      let result = SegregationPermutationTest(draws: draws)(table)
      #expect(result.test.reason?.contains("tables to draw") == true)
      #expect(result.exactPValue.reason == result.test.reason)
      #expect(result.meanOfDraws.reason == result.test.reason)
    }
    #expect(SegregationPermutationTest(level: 1)(table).test.reason?.contains("level") == true)
    let method = SegregationPermutationTest(draws: 99)
    #expect(method(try .of([[1, 2], [0, 0]])).test.reason?.contains("one unit") == true)
    let many = try ContingencyTable.of([[600_000, 2], [3, 600_000]])
    #expect(method(many).test.reason?.contains("G test") == true)
    let shape = SegregationMeasure.atkinson(.init(shape: 1))
    #expect(SegregationPermutationTest(measure: shape)(table).test.reason != nil)
    // Everyone alone: every table is as segregated.
    let alone = method(try .of([[1, 0], [0, 1], [1, 0]]))
    #expect(alone.test.pValue == 1)
    let one = SegregationPermutationTest(draws: 1)(table)
    #expect(one.meanOfDraws.standardError == nil && one.test.pValue == 0.5)
  }
}
