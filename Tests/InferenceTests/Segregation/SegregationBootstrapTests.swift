import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Bootstrap of an index of segregation")
struct SegregationBootstrapTests {
  /// The mean, the standard deviation and the distribution function of an index over every table
  /// that can be drawn, given its probability, those without an index left out.
  private struct Exact {
    var values: [(value: Double, probability: Double)] = []

    init(_ tables: [(rows: [[Int]], ways: Double)], _ index: any SegregationIndex) throws {
      for (rows, ways) in tables {
        if let value = index.index(try .of(rows)).value { values.append((value, ways)) }
      }
      let all = values.reduce(0) { $0 + $1.probability }
      values = values.map { ($0.value, $0.probability / all) }
    }

    var mean: Double { values.reduce(0) { $0 + $1.value * $1.probability } }
    var deviation: Double {
      values.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) * $1.probability }.squareRoot()
    }
    func atMost(_ limit: Double) -> Double {
      values.reduce(0) { $1.value <= limit ? $0 + $1.probability : $0 }
    }

    /// Holds a bootstrap of so many replicates to the exact numbers.
    func check(_ result: SegregationBootstrapResult, _ comment: Comment) throws {
      let index = try #require(result.percentile.value)
      let root = Double(result.replicates).squareRoot()
      let bias = try #require(result.bias.value)
      #expect(abs(bias - (mean - index)) < 5 * deviation / root, comment)
      expectClose(result.percentile.standardError, deviation, relative: 6 / root, comment)
      let interval = try #require(result.percentile.interval, comment)
      let slack = 5 * (0.025 * 0.975).squareRoot() / root
      #expect(atMost(interval.lower - 1e-9) <= 0.025 + slack, comment)
      #expect(atMost(interval.lower + 1e-9) >= 0.025 - slack, comment)
      #expect(atMost(interval.upper - 1e-9) <= 0.975 + slack, comment)
      #expect(atMost(interval.upper + 1e-9) >= 0.975 - slack, comment)
    }
  }

  private static let replicates = ThoroughTier.isOn ? 50_000 : 4_000

  private static let measures: [SegregationMeasure] = [
    .mutualInformation(), .mutualInformation(.init(bias: .subtracted)), .theil(), .dissimilarity(),
    .gini(), .correlationRatio(), .exposure(), .isolation(.init(themselves: .excluded)),
    .hutchens(),
  ]

  @Test("people drawn anew: mean, deviation and quantiles over all tables of nine people")
  func people() throws {
    let cells = [4.0, 1, 1, 3]
    let factorials = (0...9).map { (0..<$0).reduce(1.0) { $0 * Double($1 + 1) } }
    var tables: [(rows: [[Int]], ways: Double)] = []
    for a in 0...9 {
      for b in 0...(9 - a) {
        for c in 0...(9 - a - b) {
          let counts = [a, b, c, 9 - a - b - c]
          var ways = factorials[9]
          for (count, weight) in zip(counts, cells) {
            ways *= (0..<count).reduce(1) { value, _ in value * weight / 9 } / factorials[count]
          }
          tables.append(([[counts[0], counts[1]], [counts[2], counts[3]]], ways))
        }
      }
    }
    #expect(tables.count == 220)
    expectClose(tables.reduce(0) { $0 + $1.ways }, 1, relative: 1e-13)
    // With oneself left out too many of these tables have no index.
    for measure in Self.measures where measure != .isolation(.init(themselves: .excluded)) {
      let exact = try Exact(tables, measure.method)
      let result = SegregationBootstrap(measure: measure, replicates: Self.replicates, seed: 4)(
        try .of([[4, 1], [1, 3]]))
      try exact.check(result, "\(measure.words)")
    }
  }

  @Test("units drawn anew: the same over all 256 draws of four units")
  func units() throws {
    let rows = [[6, 1], [3, 4], [2, 7], [5, 5]]
    var tables: [(rows: [[Int]], ways: Double)] = []
    for draw in 0..<256 {
      let drawn = [0, 2, 4, 6].map { rows[(draw >> $0) & 3] }
      tables.append((drawn, 1))
    }
    for measure in Self.measures {
      let exact = try Exact(tables, measure.method)
      let result = SegregationBootstrap(
        measure: measure, resampling: .units, replicates: Self.replicates, seed: 5)(try .of(rows))
      try exact.check(result, "\(measure.words)")
      #expect(result.undefinedReplicates == 0)
      // An empty unit is no unit.
      #expect(
        SegregationBootstrap(measure: measure, resampling: .units, replicates: 100, seed: 5)(
          try .of(rows + [[0, 0]])
        ).percentile
          == SegregationBootstrap(measure: measure, resampling: .units, replicates: 100, seed: 5)(
            try .of(rows)
          ).percentile)
    }
  }

  @Test("the deviation of M and H is that of the delta method where counts are large")
  func delta() throws {
    let table = try ContingencyTable.of(
      try ContingencyTable.fiveUnits().rows.map { $0.map { $0 * 20 } })
    for (measure, error) in [
      (SegregationMeasure.mutualInformation(), 0.0213882486), (.theil(), 0.0173132693),
    ] {
      let result = SegregationBootstrap(measure: measure, replicates: 4_000)(table)
      expectClose(
        result.percentile.standardError, error / 20.0.squareRoot(), relative: 0.05,
        "\(measure.words)")
      #expect(result.caution == nil)
    }
    let small = SegregationBootstrap(replicates: 1_000)(try .fiveUnits())
    #expect(small.caution?.contains("quarter") == true)
    // Chance adds about (cells - units - groups + 1) / (2N) once more, empty cells staying empty.
    expectClose(small.bias.value, 10 / 590.0, relative: 0.1)
  }

  @Test("the bias-corrected interval is that of its definition")
  func biasCorrected() throws {
    // SciPy: 2 z0 -+ z on the replicates 1, ..., 999 in any order, 599.5 of 999 below 600.
    let replicates = BootstrapReplicates(
      (0..<999).map { Double($0 * 7 % 999 + 1) }, of: 600, level: 0.95)
    let interval = try #require(try replicates.biasCorrected.interval)
    expectClose(interval.lower, 74.00007902866179, relative: 1e-13)
    expectClose(interval.upper, 992.2044558130918, relative: 1e-13)
    expectClose(replicates.percentile.interval?.lower, 25.95, relative: 1e-14)
    expectClose(replicates.percentile.interval?.upper, 974.05, relative: 1e-14)
    expectClose(replicates.standardError, 83250.0.squareRoot(), relative: 1e-14)
    #expect(replicates.bias == -100)
    // Symmetric around the quantity: both intervals are the same.
    let even = BootstrapReplicates((1...999).map(Double.init), of: 500, level: 0.9)
    expectClose(
      try even.biasCorrected.interval?.upper, try #require(even.percentile.interval?.upper),
      relative: 1e-13)
  }

  @Test("an even table: every table drawn is less even, and it says so")
  func even() throws {
    let people = SegregationBootstrap(measure: .dissimilarity(), replicates: 500)(try .evenTens())
    #expect(people.percentile.value == 0 && (people.percentile.interval?.lower ?? 0) > 0.1)
    #expect(people.caution != nil)
    #expect(people.biasCorrected.reason?.contains("same side") == true)
    expectClose(people.nullExpectation.value, 0.3671957901, relative: 1e-9)
    let units = SegregationBootstrap(
      measure: .dissimilarity(), resampling: .units, replicates: 500)(try .evenTens())
    #expect(units.percentile.reason?.contains("same index") == true)
    #expect(units.biasCorrected.reason?.contains("same index") == true)
    #expect(units.bias.value == 0)
  }

  @Test("limits lie in the range of the index, and the same seed gives the same")
  func seeds() throws {
    let table = try ContingencyTable.of([[9, 1], [1, 8], [2, 9], [7, 0]])
    for resampling in SegregationBootstrap.Resampling.allCases {
      for measure in Self.measures where measure != .mutualInformation(.init(bias: .subtracted)) {
        let method = SegregationBootstrap(
          measure: measure, resampling: resampling, replicates: 300, seed: 11)
        let result = method(table)
        #expect(result == method(table))
        #expect(
          result.bias
            != SegregationBootstrap(
              measure: measure, resampling: resampling, replicates: 300, seed: 12)(table).bias)
        for interval in [result.percentile.interval, result.biasCorrected.interval] {
          let interval = try #require(interval, "\(measure.words)")
          #expect(interval.lower >= 0 && interval.upper <= 1)
        }
        expectClose(
          result.percentile.value, try #require(measure.method.index(table).value), relative: 1e-15)
      }
    }
    #expect(
      SegregationBootstrap(measure: .hutchens(), resampling: .units, replicates: 300).stamp
        .convention
        == "hutchens-square-root (first group against the rest), units drawn with replacement, "
        + "300 replicates, seed 1, 95 % level")
  }

  @Test("nothing to draw or nothing to compare gives a reason")
  func degenerate() throws {
    let table = try ContingencyTable.fiveUnits()
    for replicates in [-1, 0, 99, 10_000_001] {
      let result = SegregationBootstrap(replicates: replicates)(table)
      #expect(result.percentile.reason?.contains("replicates") == true)
      #expect(result.bias.reason == result.percentile.reason)
    }
    #expect(SegregationBootstrap(level: 0)(table).percentile.reason?.contains("level") == true)
    let method = SegregationBootstrap(measure: .dissimilarity(), replicates: 200)
    #expect(method(try .of([[1, 2], [0, 0]])).percentile.reason?.contains("one unit") == true)
    // One person of the group: in more than a third of the tables drawn there is none.
    let rare = method(try .of([[1, 5], [0, 6]]))
    #expect(rare.percentile.reason?.contains("of 200 tables drawn") == true)
    #expect(rare.undefinedReplicates + rare.replicates == 200)
    expectClose(Double(rare.undefinedReplicates) / 200, 0.352, absolute: 0.16)
  }
}
