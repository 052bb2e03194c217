import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Mann-Kendall test, Kendall's tau and the Theil-Sen slope")
struct MannKendallTestTests {
  private static let python = "Tests/InferenceTests/Fixtures/Trend/python.csv"
  private static let r = "Tests/InferenceTests/Fixtures/Trend/r.csv"

  private static func series(_ row: ReferenceValue) throws -> TimeSeries {
    try series((row.arguments["values"] ?? "").split(separator: " ").compactMap { Double($0) })
  }

  private static func series(_ values: [Double], at times: [Double]? = nil) throws -> TimeSeries {
    let steps = values.indices.map { Double($0) }
    guard let series = TimeSeries(times: times ?? steps, values: values) else {
      throw ReadingProblem.impossibleCounts
    }
    return series
  }

  /// Every order of the values, equal values exchanged too.
  private static func orders(_ values: [Double]) -> [[Double]] {
    guard values.count > 1 else { return [values] }
    return values.indices.flatMap { position in
      var rest = values
      let first = rest.remove(at: position)
      return orders(rest).map { [first] + $0 }
    }
  }

  private static func score(_ values: [Double]) -> Int {
    var score = 0
    for later in values.indices {
      for earlier in 0..<later {
        score += values[later] == values[earlier] ? 0 : values[later] > values[earlier] ? 1 : -1
      }
    }
    return score
  }

  @Test("exact values agree with SciPy, and with whole numbers where there are ties")
  func references() throws {
    for row in try ReferenceValue.read(Self.python, method: "MannKendallTest") {
      expectClose(
        Fixtures.part(row.quantity, of: MannKendallTest()(try Self.series(row))), row.value,
        relative: 1e-12, "\(row)")
    }
    for row in try ReferenceValue.read(Self.python, method: "KendallTau") {
      expectClose(
        KendallTau()(try Self.series(row)).value, row.value, relative: 1e-14, "\(row)")
    }
    for row in try ReferenceValue.read(Self.python, method: "TheilSenSlope") {
      expectClose(
        TheilSenSlope()(try Self.series(row)).value, row.value, relative: 1e-12, "\(row)")
    }
  }

  @Test("the normal form agrees with R")
  func normal() throws {
    for row in try ReferenceValue.read(Self.r, method: "MannKendallTest") {
      expectClose(
        Fixtures.part(row.quantity, of: MannKendallTest(reference: .normal)(try Self.series(row))),
        row.value, relative: 1e-10, absolute: 1e-15, "\(row)")
    }
  }

  @Test("agrees with counting all orders, with every pattern of ties of up to six values")
  func enumeration() throws {
    for count in 2...(ThoroughTier.isOn ? 7 : 5) {
      // Patterns of ties: values that start at 0 and rise by 0 or 1.
      for pattern in 1..<(1 << (count - 1)) {
        var values = [0.0]
        for step in 0..<(count - 1) {
          values.append(values[step] + Double(pattern >> step & 1))
        }
        let scores = Self.orders(values).map(Self.score)
        for (index, order) in Self.orders(values).enumerated() where index % 5 == 0 {
          let seen = abs(Self.score(order))
          let expected = Double(scores.count { abs($0) >= seen }) / Double(scores.count)
          expectClose(
            MannKendallTest()(try Self.series(order)).pValue, expected, relative: 1e-13)
        }
      }
    }
  }

  @Test("the interval covers the slope in enough of all orders of the deviations")
  func coverage() throws {
    let deviations = [0.31, -0.74, 0.05, 0.92, -0.18, -0.55]
    let times = [0, 1, 2.5, 3, 4.2, 7]
    for level in [0.8, 0.95, 0.99] {
      let intervals = try Self.orders(deviations).map { order in
        try #require(
          TheilSenSlope(level: level)(
            try Self.series(zip(times, order).map { 0.4 * $0 + $1 }, at: times)
          ).interval)
      }
      let covered = intervals.count { $0.contains(0.4) }
      // 720 orders; what is left out is the largest part of the scores the level allows.
      let scores = Self.orders(deviations).map(Self.score)
      let allowed = (0...17).first { limit in
        Double(scores.count { abs($0) >= limit }) <= (1 - level) * 720 * (1 + 1e-9)
      }
      let left = scores.count { abs($0) >= (allowed ?? 17) }
      #expect(covered == 720 - left, "\(level)")
    }
  }

  @Test("the interval leaves out 0 exactly where the test rejects")
  func agreement() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let count = Int.random(in: 3...9, using: &generator)
      let drift = Double.random(in: -0.5...0.5, using: &generator)
      let series = try #require(
        TimeSeries(
          (0..<count).map { drift * Double($0) + Double.random(in: 0...1, using: &generator) }))
      for level in [0.9, 0.95] {
        let outcome = TheilSenSlope(level: level)(series)
        let interval = try #require(outcome.interval)
        #expect(interval.agreesWith == "mann-kendall-exact")
        let pValue = try #require(MannKendallTest()(series).pValue)
        #expect(interval.contains(0) == (pValue > (1 - level) * (1 + 1e-9)))
      }
    }
  }

  @Test("turning values or time turns signs; stretching and moving either changes no p-value")
  func identities() throws {
    let values = [31.0, 29, 33, 34, 30, 36, 38]
    let series = try #require(TimeSeries(values))
    let fallen = try #require(TimeSeries(values.map { -$0 }))
    let backwards = try #require(TimeSeries(Array(values.reversed())))
    let moved = try #require(TimeSeries(values.map { 3 * $0 + 100 }))
    let test = try #require(MannKendallTest()(series).test)
    for other in [fallen, backwards] {
      let turned = try #require(MannKendallTest()(other).test)
      #expect(turned.statistic == test.statistic.map { -$0 } && turned.pValue == test.pValue)
    }
    #expect(MannKendallTest()(moved) == MannKendallTest()(series))
    #expect(KendallTau()(fallen).value == KendallTau()(series).value.map { -$0 })
    let slope = try #require(TheilSenSlope()(series).interval)
    let steeper = try #require(TheilSenSlope()(moved).interval)
    let opposite = try #require(TheilSenSlope()(fallen).interval)
    expectClose(steeper.upper, 3 * slope.upper, relative: 1e-13)
    #expect(opposite.lower == -slope.upper && opposite.upper == -slope.lower)
    let yearly = try #require(
      TimeSeries(times: values.indices.map { Double($0) / 4 }, values: values))
    expectClose(TheilSenSlope()(yearly).value, 4, relative: 1e-13)
  }

  @Test("a hundred values have an exact p-value near the normal one")
  func long() throws {
    let values = (0..<100).map { Double(($0 * 37) % 101) + Double($0) / 8 }
    let series = try #require(TimeSeries(values))
    let exact = try #require(MannKendallTest()(series).pValue)
    let normal = try #require(MannKendallTest(reference: .normal)(series).pValue)
    expectClose(exact, normal, relative: 0.01)
    #expect(0.01 < exact && exact < 0.5)
    let tied = try #require(TimeSeries(values.prefix(60).map { ($0 / 10).rounded() }))
    expectClose(
      MannKendallTest()(tied).pValue,
      try #require(MannKendallTest(reference: .normal)(tied).pValue), relative: 0.01)
  }

  @Test("series too short, too long or flat have reasons; impossible ones are refused")
  func degenerate() throws {
    let one = try #require(TimeSeries([3]))
    let flat = try #require(TimeSeries([3, 3, 3]))
    let long = try #require(TimeSeries((0..<101).map { Double($0) }))
    #expect(MannKendallTest()(one).reason?.contains("two values") == true)
    #expect(MannKendallTest()(flat).reason?.contains("same") == true)
    #expect(KendallTau()(flat).reason != nil && TheilSenSlope()(one).reason != nil)
    #expect(MannKendallTest()(long).reason?.contains("100") == true)
    #expect(TheilSenSlope()(long).reason?.contains("100") == true)
    #expect(MannKendallTest(reference: .normal)(long).pValue != nil)
    #expect(TheilSenSlope(level: 1)(flat).reason != nil)
    // A flat series has slope 0 and limits 0; four values cannot reject at 95 %.
    #expect(TheilSenSlope(level: 0.5)(flat).interval?.upper == 0)
    let four = try #require(TheilSenSlope()(try Self.series([1, 2, 3, 4])).interval)
    #expect(four.lower == -.infinity && four.upper == .infinity)
    let five = try #require(TheilSenSlope()(try Self.series([1, 2, 3, 4, 5])).interval)
    #expect(five.lower == 1 && five.upper == 1)
    #expect(TimeSeries(times: [0, 0], values: [1, 2]) == nil)
    #expect(TimeSeries([1, .nan]) == nil && TimeSeries(times: [0], values: []) == nil)
    let text = Data(#"{"times":[1,0],"values":[1,2]}"#.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(TimeSeries.self, from: text) }
    let series = try #require(TimeSeries([1, 4, 2]))
    #expect(
      try JSONDecoder().decode(TimeSeries.self, from: JSONEncoder().encode(series)) == series)
  }
}
