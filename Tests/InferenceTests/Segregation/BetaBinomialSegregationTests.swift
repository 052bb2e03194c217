import Aggregates
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Segregation over small units (beta-binomial)")
struct BetaBinomialSegregationTests {
  private static func indices(_ result: BetaBinomialSegregationResult) -> [(String, Outcome)] {
    [
      ("eta", result.overdispersion), ("dissimilarity", result.dissimilarity),
      ("gini", result.gini), ("theil", result.theil), ("atkinson", result.atkinson),
      ("hutchens", result.hutchens),
    ]
  }

  @Test("agrees with the likelihood solved and the indices integrated to many digits")
  func references() throws {
    for row in try ReferenceValue.read(
      Fixtures.segregationModels, method: "BetaBinomialSegregation")
    {
      let method = BetaBinomialSegregation(shape: row.id == "mixed-sizes" ? 0.2 : 0.5)
      let result = method(try ContingencyTable(row))
      let parts = row.quantity.split(separator: "-").map(String.init)
      let found: Double? =
        switch parts[0] {
        case "share": result.share.value
        case "statistic": result.binomialTest.test?.statistic
        case "pValue": result.binomialTest.pValue
        case "lowestTenth": result.lowestTenth.value
        case "highestTenth": result.highestTenth.value
        default:
          Fixtures.part(
            parts[1],
            of: Self.indices(result).first { $0.0 == parts[0] }?.1
              ?? .notEstimable(reason: ""))
        }
      expectClose(found, row.value, relative: 1e-10, "\(row)")
    }
  }

  @Test("pairs have a closed form: 1 less mixed pairs seen over those expected")
  func pairs() throws {
    for (both, mixed, neither) in [(7, 5, 9), (3, 1, 12), (10, 8, 2), (5, 12, 4)] {
      let rows =
        [[Int]](repeating: [2, 0], count: both) + [[Int]](repeating: [1, 1], count: mixed)
        + [[Int]](repeating: [0, 2], count: neither)
      let result = BetaBinomialSegregation()(try .of(rows))
      let pairs = Double(rows.count)
      let share = Double(2 * both + mixed) / (2 * pairs)
      let expected = 2 * pairs * share * (1 - share)
      let rho = max(0, 1 - Double(mixed) / expected)
      expectClose(result.overdispersion.value, rho, relative: 1e-12)
      expectClose(result.share.value, share, relative: 1e-12)
      func information(_ mixedShare: Double) -> Double {
        let pure = { (share: Double) in share - mixedShare / 2 }
        return Double(both) * log(pure(share)) + Double(neither) * log(pure(1 - share))
          + Double(mixed) * log(mixedShare)
      }
      let statistic =
        rho > 0 ? 2 * (information(Double(mixed) / pairs) - information(expected / pairs)) : 0
      expectClose(result.binomialTest.test?.statistic, statistic, relative: 1e-10, absolute: 1e-12)
      if rho == 0 { #expect(result.binomialTest.pValue == 1) }
    }
  }

  @Test("the likelihood is that of gamma functions, and no point of a grid is higher")
  func likelihood() throws {
    for table in try AllTables.some(6, rows: 6, columns: 2, below: 7) {
      let counts = SegregationCounts(table, groups: .firstAgainstRest)
      guard counts.modelProblem == nil else { continue }
      let likelihood = DirichletMultinomialLikelihood(counts)
      func byGamma(_ share: Double, _ rho: Double) -> Double {
        let size = (1 - rho) / rho
        let shapes = [share * size, (1 - share) * size]
        return (0..<counts.unitCount).reduce(0.0) { sum, unit in
          let total = lgamma(size) - lgamma(size + Double(counts.unitTotals[unit]))
          return (0..<2).reduce(sum + total) { sum, group in
            sum + lgamma(shapes[group] + Double(counts[unit, group])) - lgamma(shapes[group])
          }
        }
      }
      let fit = try OverdispersionFit(likelihood, level: 0.95)
      for rho in [0.001, 0.05, 0.3, 0.7, 0.95] {
        let point = try likelihood.point(at: rho)
        expectClose(point.value, byGamma(point.shares[0], rho), relative: 1e-10, absolute: 1e-9)
        #expect(point.value <= fit.best.value + 1e-12)
        for share in stride(from: 0.02, to: 1, by: 0.02) {
          #expect(byGamma(share, rho) <= point.value + 1e-9)
        }
        // The slope is that of the profile.
        let step = 1e-5
        let rise =
          try likelihood.point(at: rho + step).value - likelihood.point(at: rho - step).value
        expectClose(point.slope, rise / (2 * step), relative: 1e-4, absolute: 1e-4)
      }
    }
  }

  @Test("an even table has none, and the interval says how much there may be")
  func even() throws {
    let result = BetaBinomialSegregation()(try .evenTens())
    for (name, outcome) in Self.indices(result) {
      #expect(outcome.value == 0 && outcome.interval?.lower == 0, "\(name)")
      #expect((outcome.interval?.upper ?? 0) > 0.001 && (outcome.interval?.upper ?? 1) < 0.5)
    }
    #expect(result.binomialTest.pValue == 1 && result.binomialTest.test?.statistic == 0)
    expectClose(result.lowestTenth.value, 0.1, relative: 1e-15)
    expectClose(result.highestTenth.value, 0.1, relative: 1e-15)
  }

  @Test("where no unit has both everything is 1, and the share is that of units")
  func complete() throws {
    let result = BetaBinomialSegregation()(try .of([[9, 0], [0, 7], [8, 0], [0, 12], [1, 0]]))
    for (name, outcome) in Self.indices(result) {
      #expect(outcome.value == 1 && outcome.interval?.upper == 1, "\(name)")
      #expect((outcome.interval?.lower ?? 1) < 1 && (outcome.interval?.lower ?? 0) > 0.3)
    }
    expectClose(result.share.value, 0.6, relative: 1e-14)
    #expect(result.lowestTenth.value == 0 && result.highestTenth.value == 1)
    #expect((result.binomialTest.pValue ?? 1) < 1e-6)
    // Far apart but not wholly, where quantiles are nearer to the ends than numbers can be.
    let rows = [[Int]](repeating: [40, 0], count: 30) + [[Int]](repeating: [0, 50], count: 30)
    let nearly = BetaBinomialSegregation()(try .of(rows + [[39, 1]]))
    #expect((nearly.dissimilarity.value ?? 0) > 0.97 && (nearly.dissimilarity.value ?? 1) < 1)
    #expect((nearly.lowestTenth.value ?? 1) < 1e-12)
    expectClose(nearly.highestTenth.value, 1, relative: 1e-12)
  }

  @Test("exchanging groups or units, and empty units, change nothing")
  func invariances() throws {
    let rows = [[1, 7], [3, 5], [0, 8], [6, 2], [2, 6], [4, 4], [8, 0], [1, 0]]
    let result = BetaBinomialSegregation(shape: 0.3)(try .of(rows))
    let swapped = BetaBinomialSegregation(shape: 0.7)(try .of(rows.map { $0.reversed() }))
    expectClose(swapped.share.value, 1 - (result.share.value ?? 0), relative: 1e-12)
    for (one, other) in [
      (result.overdispersion, swapped.overdispersion), (result.gini, swapped.gini),
      (result.dissimilarity, swapped.dissimilarity), (result.theil, swapped.theil),
      (result.hutchens, swapped.hutchens),
    ] {
      expectClose(one.value, try #require(other.value), relative: 1e-11)
      expectClose(one.interval?.lower, try #require(other.interval?.lower), relative: 1e-10)
      expectClose(one.interval?.upper, try #require(other.interval?.upper), relative: 1e-10)
    }
    let kept = (1 - (result.atkinson.value ?? 0), 1 - (swapped.atkinson.value ?? 0))
    expectClose(pow(kept.0, 0.7), pow(kept.1, 0.3), relative: 1e-11)
    let other = BetaBinomialSegregation(shape: 0.3)(try .of([[0, 0]] + rows.reversed()))
    #expect(other.overdispersion == result.overdispersion && other.emptyUnits == ["unit 1"])
    #expect(other.units == 8 && other.people == 57)
    let half = BetaBinomialSegregation()(try .of(rows))
    let root = 1 - (half.hutchens.value ?? 0)
    expectClose(half.atkinson.value, 1 - root * root, relative: 1e-12)
    let wide = BetaBinomialSegregation(level: 0.99)(try .of(rows)).dissimilarity.interval
    #expect((wide?.upper ?? 0) > (half.dissimilarity.interval?.upper ?? 1))
  }

  @Test("indices near the ends of the overdispersion are those of their series")
  func ends() {
    for share in [0.01, 0.3, 0.5] {
      let rho = 1e-9
      let little = DirichletIndices(shares: [share, 1 - share], overdispersion: rho)
      let product = share * (1 - share)
      expectClose(little.dissimilarity, (rho / (2 * .pi * product)).squareRoot(), relative: 1e-6)
      expectClose(little.gini, (rho / (.pi * product)).squareRoot(), relative: 1e-6)
      expectClose(little.mutualInformation, rho / 2, relative: 1e-6)
      expectClose(little.hutchens, rho / (8 * product), relative: 1e-5)
      expectClose(little.atkinson(shape: 0.5), rho / (4 * product), relative: 1e-5)
      let much = DirichletIndices(shares: [share, 1 - share], overdispersion: 1 - 1e-9)
      for value in [much.dissimilarity, much.gini, much.theil, much.hutchens] {
        #expect(value > 1 - 1e-6 && value <= 1)
      }
    }
  }

  /// Units of one size with people of the first group drawn by Pólya's urn.
  private static func urns(
    _ units: Int, of size: Int, share: Double, rho: Double, _ generator: inout SeededGenerator
  ) -> [[Int]] {
    (0..<units).map { _ in
      var first = 0
      for drawn in 0..<size {
        let chance = (share * (1 - rho) + Double(first) * rho) / (1 - rho + Double(drawn) * rho)
        if Double(generator.next() >> 11) * 0x1p-53 < chance { first += 1 }
      }
      return [first, size - first]
    }
  }

  @Test("intervals cover, estimates are near the truth and the test keeps its size, by simulation")
  func coverage() throws {
    var generator = SeededGenerator(seed: 20_261_125)
    let runs = ThoroughTier.isOn ? 400 : 25
    for rho in [0, 0.02, 0.08, 0.2] {
      let truth = DirichletIndices(shares: [0.3, 0.7], overdispersion: rho).dissimilarity
      var (covered, rejected, sum, plain) = (0, 0, 0.0, 0.0)
      for _ in 0..<runs {
        let table = try ContingencyTable.of(
          Self.urns(50, of: 8, share: 0.3, rho: rho, &generator))
        let result = BetaBinomialSegregation()(table)
        if try #require(result.dissimilarity.interval).contains(truth) { covered += 1 }
        if try #require(result.binomialTest.pValue) <= 0.05 { rejected += 1 }
        sum += try #require(result.dissimilarity.value)
        plain += try #require(DissimilarityIndex().index(table).value)
      }
      let (share, root) = (Double(covered) / Double(runs), Double(runs).squareRoot())
      // 95 % less four standard errors of the simulation and one point for small samples.
      #expect(share > 0.94 - 4 * 0.218 / root, "\(rho): \(share)")
      if rho == 0 {
        #expect(Double(rejected) / Double(runs) < 0.06 + 4 * 0.218 / root)
      } else {
        // The index of the counts is far above the truth, that of the model near it.
        #expect(abs(sum / Double(runs) - truth) < 0.03 + 0.4 / root)
        #expect(plain / Double(runs) > truth + 0.06)
      }
    }
  }

  @Test("nothing to fit gives a reason")
  func degenerate() throws {
    let method = BetaBinomialSegregation()
    for (rows, words) in [
      ([[0, 0], [0, 0]], "Nobody is in the table"), ([[4, 5]], "Only one unit"),
      ([[4, 0], [5, 0]], "first group"), ([[0, 3], [0, 5]], "first group"),
      ([[1, 0], [0, 1], [1, 0]], "one person"), ([[1_000_001, 0], [0, 5]], "1000000"),
    ] {
      let result = method(try .of(rows))
      for outcome in [
        result.share, result.dissimilarity, result.binomialTest, result.highestTenth,
      ] { #expect(outcome.reason?.contains(words) == true, "\(rows)") }
    }
    let table = try ContingencyTable.evenTens()
    #expect(BetaBinomialSegregation(level: 1)(table).theil.reason?.contains("level") == true)
    #expect(BetaBinomialSegregation(shape: 0)(table).theil.reason?.contains("shape") == true)
  }

  @Test("more than two groups are the first against all others, and the stamp says so")
  func firstAgainstRest() throws {
    let table = try ContingencyTable.of([
      [3, 5, 0], [2, 2, 2], [0, 7, 1], [4, 0, 0], [1, 1, 6],
    ])
    let collapsed = try ContingencyTable.of(table.rows.map { [$0[0], $0[1] + $0[2]] })
    #expect(BetaBinomialSegregation()(table) == BetaBinomialSegregation()(collapsed))
    #expect(
      BetaBinomialSegregation(shape: 0.25).stamp.convention
        == "first group against the rest, units count alike, Atkinson's shape 0.25, profile "
        + "likelihood, 95 % level")
  }

  @Test("the model is the usual choice where units have fewer than 30 people on average")
  func usual() throws {
    #expect(SegregationApproach.usual(for: try .evenTens()) == .modelOfShares)
    #expect(SegregationApproach.usual(for: try .berkeley()) == .counts)
    #expect(SegregationApproach.usual(for: try .of([[20, 10], [15, 15]])) == .counts)
    #expect(SegregationApproach.usual(for: try .of([[20, 10], [15, 14]])) == .modelOfShares)
    #expect(SegregationApproach.usual(for: try .of([[20, 10], [15, 15], [0, 0]])) == .counts)
    #expect(SegregationApproach.usual(for: try .of([[0, 0]])) == .counts)
  }
}
