import Estimates
import TestSupport
import Testing

@testable import Analyses

/// Slope, test and detectable change of shares by quarter, with counts worked out by hand.
@Suite("Tests of the trend by quarter")
struct TrendTestExhibitTests {
  private static func rung(_ id: String) throws -> PlannedExhibit {
    let sample = SampleWorkforce(seed: 11)
    let ladders = TrendAnalysis().ladders(from: sample.data, in: sample.context)
    let ladder = try #require(ladders.first { $0.rungs.first?.exhibit.id == id })
    return try #require(ladder.rungs.first)
  }

  private static func value(
    _ rung: PlannedExhibit, _ suffix: String, _ counts: [Int]
  ) throws -> Outcome {
    let statistic = try #require(rung.statistics.first { $0.id.hasSuffix(suffix) })
    guard case .counts(let keys, let evaluate) = statistic.basis else {
      Issue.record("not a statistic of counts")
      return .notEstimable(reason: "")
    }
    #expect(keys.count == counts.count && statistic.smallestBase > 0)
    return evaluate(counts)
  }

  @Test("five quarters that rise are the one order in 60 on either side")
  func rising() throws {
    let rung = try Self.rung("trend-test/gender")
    #expect(rung.exhibit.rows.map(\.label) == ["Women", "Men", "Another gender"])
    // Shares 0.40, 0.41, 0.42, 0.43, 0.44 at quarters of a year: 4 points a year.
    let counts = [40, 100, 41, 100, 42, 100, 43, 100, 44, 100]
    guard case .estimate(let slope) = try Self.value(rung, "Women/slope", counts),
      case .test(let test) = try Self.value(rung, "Women/p", counts)
    else {
      Issue.record("no slope or no test")
      return
    }
    expectClose(slope.value, 0.04, relative: 1e-12)
    expectClose(test.pValue.value, 2.0 / 120, relative: 1e-12)
  }

  @Test("an empty quarter is a reason, not a number")
  func empty() throws {
    let rung = try Self.rung("trend-test/gender/leadership")
    let counts = [4, 10, 0, 0, 4, 10, 5, 10, 4, 10]
    for column in ["slope", "p"] {
      guard case .notEstimable = try Self.value(rung, "Women/\(column)", counts) else {
        Issue.record("\(column) of an empty quarter")
        continue
      }
    }
  }

  @Test("the rise that would show falls with the square root of people")
  func detectable() throws {
    let rung = try Self.rung("trend-test/gender")
    func rise(_ counts: [Int]) throws -> Double {
      guard case .estimate(let estimate) = try Self.value(rung, "Women/detectable", counts) else {
        Issue.record("not estimable")
        return .nan
      }
      return estimate.value
    }
    // Fleiss: (1.959964 sqrt(2 pq) + 0.841621 sqrt(...)) / sqrt(n), close to 2.8 sqrt(2 pq / n).
    let few = try rise([400, 1_000])
    let many = try rise([40_000, 100_000])
    expectClose(many, 2.801585 * (2 * 0.24 / 100_000.0).squareRoot(), relative: 5e-3)
    expectClose(few / many, 10, relative: 0.02)
  }
}
