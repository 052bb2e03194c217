import Aggregates
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Continuation ratios by level")
struct ContinuationRatiosTests {
  private static func counts(_ focal: [Int], _ reference: [Int]) throws -> LevelCounts {
    guard
      let counts = LevelCounts(
        zip(focal, reference).enumerated().map {
          LevelCounts.Level(name: "level \($0)", focal: $1.0, reference: $1.1)
        })
    else { throw ReadingProblem.impossibleCounts }
    return counts
  }

  @Test("tests, odds ratios, log ratios and Holm's adjustment agree with R")
  func reference() throws {
    let file = "Tests/InferenceTests/Fixtures/Funnel/levels-r.csv"
    for row in try ReferenceValue.read(file, method: "ContinuationRatios") {
      let result = ContinuationRatios()(
        try Self.counts(row.wholes("focal"), row.wholes("reference")))
      let step = result.steps[try row.whole("step")]
      switch row.quantity {
      case "pValue": expectClose(step.test.pValue, row.value, relative: 1e-9, "\(row)")
      case "adjusted":
        expectClose(step.adjustedPValue?.value, row.value, relative: 1e-9, "\(row)")
      // R finds these roots to about three digits.
      case "odds": expectClose(step.oddsRatio.value, row.value, relative: 2e-3, "\(row)")
      case "oddsLower":
        expectClose(step.oddsRatio.interval?.lower, row.value, relative: 2e-3, "\(row)")
      case "oddsUpper":
        expectClose(step.oddsRatio.interval?.upper, row.value, relative: 2e-3, "\(row)")
      case "logRatio":
        expectClose(step.logRatio.value, row.value, relative: 1e-7, absolute: 1e-12, "\(row)")
      case "standardError":
        expectClose(step.logRatio.standardError, row.value, relative: 1e-6, "\(row)")
      default: Issue.record("unknown quantity \(row.quantity)")
      }
    }
  }

  @Test("log ratios and variances of the steps add up to those of the top, for random levels")
  func sums() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      let count = Int.random(in: 2...6, using: &generator)
      func people() -> [Int] { (0..<count).map { _ in Int.random(in: 1...40, using: &generator) } }
      let result = ContinuationRatios()(try Self.counts(people(), people()))
      let logs = result.steps.compactMap(\.logRatio.value)
      let errors = result.steps.compactMap(\.logRatio.standardError)
      #expect(logs.count == count - 1 && errors.count == count - 1)
      expectClose(
        logs.reduce(0, +), try #require(result.logTopRatio.value), relative: 1e-11, absolute: 1e-13)
      let error = try #require(result.logTopRatio.standardError)
      expectClose(
        errors.reduce(0) { $0 + $1 * $1 }, error * error, relative: 1e-11)
      expectClose(
        exp(logs.reduce(0, +)), try #require(result.topRatio.value), relative: 1e-11)
    }
  }

  @Test("the worst step is that of the smallest ratio, over all small counts of three levels")
  func worst() throws {
    for code in 0..<729 {
      var digits: [Int] = []
      var rest = code
      for _ in 0..<6 {
        digits.append(rest % 3)
        rest /= 3
      }
      let result = ContinuationRatios()(
        try Self.counts(Array(digits[..<3]), Array(digits[3...])))
      let ratios = result.steps.map { step -> Double in
        let table = step.table
        guard table.focalTotal > 0, table.referenceSelected > 0 else { return .infinity }
        return Double(table.focalSelected * table.referenceTotal)
          / Double(table.focalTotal * table.referenceSelected)
      }
      let smallest = ratios.indices.min { ratios[$0] < ratios[$1] } ?? 0
      #expect(result.worst == (ratios[smallest] < 1 ? smallest : nil), "\(digits)")
      #expect(result.worstStep?.level == result.worst.map { "level \($0)" })
    }
  }

  @Test("exchanging groups turns log ratios and inverts odds ratios; tests stay")
  func swapped() throws {
    let (focal, reference) = ([420, 180, 60, 18, 4], [510, 290, 140, 52, 21])
    let one = ContinuationRatios()(try Self.counts(focal, reference))
    let other = ContinuationRatios()(try Self.counts(reference, focal))
    for (step, turned) in zip(one.steps, other.steps) {
      expectClose(turned.logRatio.value, -(try #require(step.logRatio.value)), relative: 1e-12)
      expectClose(
        turned.oddsRatio.value, 1 / (try #require(step.oddsRatio.value)), relative: 1e-9)
      expectClose(turned.test.pValue, try #require(step.test.pValue), relative: 1e-12)
    }
    #expect(one.worst != nil && other.worst == nil)
    #expect(one.worstStep?.next == "level \((one.worst ?? 0) + 1)")
  }

  @Test("levels without people have reasons, impossible ones are refused")
  func degenerate() throws {
    let empty = ContinuationRatios()(try Self.counts([0, 0], [3, 4]))
    #expect(empty.steps[0].ratio.reason != nil && empty.topRatio.reason != nil)
    #expect(empty.steps[0].adjustedPValue == nil && empty.worst == nil)
    // Nobody of the focal group gets above the second level.
    let ceiling = ContinuationRatios()(try Self.counts([5, 5, 0], [5, 5, 5]))
    #expect(ceiling.worst == 1 && ceiling.steps[1].ratio.value == 0)
    #expect(ceiling.logTopRatio.reason?.contains("logarithm") == true)
    #expect(ceiling.steps[1].oddsRatio.value == 0)
    #expect(LevelCounts([.init(name: "a", focal: 1, reference: 1)]) == nil)
    let text = Data(
      #"{"levels":[{"name":"a","focal":1,"reference":-1},{"name":"b","focal":1,"reference":1}]}"#
        .utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(LevelCounts.self, from: text) }
  }
}
