import Aggregates
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Adjusted rates")
struct AdjustedRatesTests {
  private static func outcome(_ name: String, _ result: AdjustedRates.Result) -> Outcome? {
    switch name {
    case "focalRate": result.focalRate
    case "referenceRate": result.referenceRate
    case "riskDifference": result.riskDifference
    case "logRatio": result.impactRatio
    case "averageMarginalEffect": result.averageSlope
    default: nil
    }
  }

  @Test("agrees with R and numerical derivatives")
  func references() throws {
    for row in try ReferenceValue.read(Fixtures.regressionR, method: "AdjustedRates") {
      let group = try #require(row.arguments["group"])
      let result = AdjustedRates(group: group)(try BinomialPatterns(row))
      let isError = row.quantity.hasPrefix("standardError:")
      let name = isError ? row.part.column : row.quantity
      let outcome = try #require(Self.outcome(name, result))
      let value = try #require(outcome.value)
      let error = try #require(outcome.standardError)
      let isRatio = name == "logRatio"
      if isError {
        expectClose(isRatio ? error / value : error, row.value, relative: 1e-7, "\(row)")
      } else {
        expectClose(isRatio ? log(value) : value, row.value, relative: 1e-8, "\(row)")
      }
    }
  }

  @Test("without other columns they are the table's rates, ratio and difference (Katz, Wald)")
  func unadjusted() throws {
    let table = try TwoByTwoTable.rates(focal: 12, of: 40, reference: 48, of: 80)
    let data = try #require(BinomialPatterns(table))
    let result = AdjustedRates(group: "focal")(data)
    expectClose(result.focalRate.value, 0.3, relative: 1e-12)
    expectClose(result.referenceRate.value, 0.6, relative: 1e-12)
    expectClose(
      result.focalRate.standardError, (0.3 * 0.7 / 40).squareRoot(), relative: 1e-10)
    let katz = KatzRatio()(table)
    expectClose(result.impactRatio.value, 0.5, relative: 1e-12)
    for (interval, expected) in [(result.impactRatio.interval, katz.interval)] {
      let expected = try #require(expected)
      expectClose(interval?.lower, expected.lower, relative: 1e-10)
      expectClose(interval?.upper, expected.upper, relative: 1e-10)
    }
    expectClose(result.riskDifference.value, -0.3, relative: 1e-12)
    expectClose(
      result.riskDifference.standardError, (0.3 * 0.7 / 40 + 0.6 * 0.4 / 80).squareRoot(),
      relative: 1e-10)
  }

  @Test("every person a cluster: the table's standard errors times the correction")
  func clusters() throws {
    let counts = [(1.0, 12, 40), (0.0, 48, 80)]
    var patterns: [BinomialPatterns.Pattern] = []
    for (focal, selected, total) in counts {
      for person in 0..<total {
        patterns.append(
          .init(
            values: [1, focal], successes: person < selected ? 1 : 0, total: 1,
            stratum: "\(focal) \(person)"))
      }
    }
    let data = try #require(BinomialPatterns(columns: ["constant", "focal"], patterns: patterns))
    let result = AdjustedRates(group: "focal", estimation: .clusterRobust)(data)
    let plain = (0.3 * 0.7 / 40 + 0.6 * 0.4 / 80).squareRoot()
    expectClose(
      result.riskDifference.standardError, plain * (120 / 118.0).squareRoot(), relative: 1e-10)
  }

  @Test("exchanging the groups turns the ratio over and the difference round")
  func swapped() throws {
    let tables = try StratifiedTables.berkeley()
    let data = try #require(BinomialPatterns(tables))
    let other = try #require(BinomialPatterns(tables.swapped))
    let one = AdjustedRates(group: "focal")(data)
    let two = AdjustedRates(group: "focal")(other)
    let ratio = try #require(one.impactRatio.value)
    expectClose(two.impactRatio.value, 1 / ratio, relative: 1e-10)
    let difference = try #require(one.riskDifference.value)
    expectClose(two.riskDifference.value, -difference, relative: 1e-9)
    let lower = try #require(one.impactRatio.interval?.lower)
    expectClose(two.impactRatio.interval?.upper, 1 / lower, relative: 1e-9)
  }

  @Test("separated data have rates by Firth's likelihood; other problems are reasons")
  func degenerate() throws {
    let table = try TwoByTwoTable.rates(focal: 0, of: 9, reference: 7, of: 12)
    let data = try #require(BinomialPatterns(table))
    #expect(AdjustedRates(group: "focal")(data).impactRatio.reason?.contains("Firth") == true)
    let firth = AdjustedRates(group: "focal", estimation: .firth)(data)
    expectClose(firth.focalRate.value, 0.5 / 10, relative: 1e-9)
    expectClose(firth.impactRatio.value, 0.05 / (7.5 / 13), relative: 1e-9)
    #expect(AdjustedRates(group: "age")(data).focalRate.reason != nil)
    let scores = try BinomialPatterns.score([0, 1, 2], successes: [1, 2, 3], totals: [4, 5, 6])
    #expect(AdjustedRates(group: "score")(scores).focalRate.reason?.contains("must be 1") == true)
  }
}

@Suite("Cluster-robust covariance")
struct ClusterRobustCovarianceTests {
  @Test("agrees with statsmodels")
  func references() throws {
    for row in try ReferenceValue.read(
      Fixtures.regressionPython, method: "ClusterRobustCovariance")
    {
      let name = try #require(row.arguments["correction"])
      let correction: ClusterRobustCovariance.SmallSampleCorrection =
        name == "none" ? .none : .clustersAndCoefficients
      let outcome = ClusterRobustCovariance(correction: correction)(try BinomialPatterns(row))
      let value =
        row.part.quantity == "covariance"
        ? outcome.fit?.covariance[1][2]
        : outcome.part(row)
      expectClose(value, row.value, relative: 1e-9, "\(row)")
    }
  }

  @Test("every person a cluster of a constant: the binomial variance; corrections are factors")
  func alone() throws {
    let patterns = (0..<10).map {
      BinomialPatterns.Pattern(
        values: [1], successes: $0 < 3 ? 1 : 0, total: 1, stratum: "person \($0)")
    }
    let data = try #require(BinomialPatterns(columns: ["constant"], patterns: patterns))
    func variance(_ correction: ClusterRobustCovariance.SmallSampleCorrection) -> Double? {
      ClusterRobustCovariance(correction: correction)(data).fit?.covariance[0][0]
    }
    expectClose(variance(.none), 1 / (10 * 0.3 * 0.7), relative: 1e-10)
    expectClose(variance(.clusters), 10.0 / 9 / (10 * 0.3 * 0.7), relative: 1e-10)
    expectClose(variance(.clustersAndCoefficients), 10.0 / 9 / (10 * 0.3 * 0.7), relative: 1e-10)
  }

  @Test("people without a cluster and too few clusters are reasons")
  func degenerate() throws {
    let table = try TwoByTwoTable.rates(focal: 3, of: 9, reference: 7, of: 12)
    let data = try #require(BinomialPatterns(table))
    #expect(ClusterRobustCovariance()(data).reason == "Some people belong to no cluster.")
    let tables = try StratifiedTables.cells([[3, 6, 7, 5], [2, 2, 5, 4]])
    let two = try #require(BinomialPatterns(tables))
    #expect(ClusterRobustCovariance()(two).reason?.contains("2 clusters for 3") == true)
  }
}
