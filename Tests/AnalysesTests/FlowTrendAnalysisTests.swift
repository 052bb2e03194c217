import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Analyses

/// Shares among those hired and promoted over time, with counts worked out by hand.
@Suite("Trend of hires and promotions")
struct FlowTrendAnalysisTests {
  private static let sample = SampleWorkforce(seed: 11)

  private static func rung() throws -> PlannedExhibit {
    let ladders = FlowTrendAnalysis().ladders(from: sample.data, in: sample.context)
    #expect(ladders.count == 1)
    return try #require(ladders.first?.rungs.first)
  }

  private static func evaluate(
    _ rung: PlannedExhibit, _ suffix: String, _ counts: [Int]
  ) throws -> Outcome {
    let statistic = try #require(rung.statistics.first { $0.id.hasSuffix(suffix) })
    guard case .counts(let keys, let evaluate) = statistic.basis else {
      throw UnexpectedBasis()
    }
    #expect(keys.count == counts.count)
    return evaluate(counts)
  }

  private struct UnexpectedBasis: Error {}

  @Test("shares early and late, and the test over all quarters")
  func values() throws {
    let rung = try Self.rung()
    #expect(rung.exhibit.rows.map(\.label) == ["Hires", "Promotions"])
    #expect(
      rung.exhibit.columns.map(\.title)
        == ["Share, 2024Q4 to 2025Q1", "Share, 2025Q2 to 2025Q3", "p of a trend"])
    #expect(rung.exhibit.focal == "Women")
    // Smokers among lung patients; R 4.2.2, prop.trend.test: X-squared 8.2249, p 0.004132.
    let counts = [83, 86, 90, 93, 129, 136, 70, 82]
    guard case .test(let test) = try Self.evaluate(rung, "Hires/p", counts) else {
      Issue.record("no test")
      return
    }
    expectClose(test.pValue.value, 0.0041319, relative: 1e-5)
    expectClose(test.statistic, -8.2249223.squareRoot(), relative: 1e-7)
    guard
      case .estimate(let earlier) = try Self.evaluate(
        rung, "Hires/earlier", Array(counts.prefix(4))),
      case .estimate(let later) = try Self.evaluate(rung, "Hires/later", Array(counts.suffix(4)))
    else {
      Issue.record("no shares")
      return
    }
    expectClose(earlier.value, 173.0 / 179, relative: 1e-14)
    expectClose(later.value, 199.0 / 218, relative: 1e-14)
  }

  @Test("every count a statistic is made of is in the plan, for one group against all others")
  func basis() throws {
    let rung = try Self.rung()
    for statistic in rung.statistics {
      guard case .counts(let keys, _) = statistic.basis else { continue }
      #expect(keys.allSatisfy { $0.population == "hires" || $0.population == "promotions" })
      #expect(statistic.bases.count * 2 == keys.count)
    }
    #expect(rung.exhibit.notes.contains("Trend over 4 quarters."))
  }

  @Test("years stand in for quarters where there are two years; three quarters are no trend")
  func spans() throws {
    let sample = Self.sample
    let events = try #require(sample.context.input(.events))
    let cells = try #require(sample.data.cells(events, ["event", "gender"]))
    #expect(FlowPeriods.choices(for: cells, in: sample.context).map(\.spans.count) == [4])
    var years = FlowPeriods(spans: (0..<9).map { ["q\($0)"] })
    #expect(years.halves.earlier.map { $0[0] } == ["q1", "q2", "q3", "q4"])
    #expect(years.halves.later.map { $0[0] } == ["q5", "q6", "q7", "q8"])
    #expect(years.flows.count == 2)
    years = FlowPeriods(spans: [["a", "b"], ["c", "d"]])
    #expect(years.flows == [.hires])
    #expect(years.halves.earlier.first == ["a", "b"] && years.halves.later.first == ["c", "d"])
    #expect(FlowPeriods.label(["a", "b"]) == "a to b" && FlowPeriods.label(["a"]) == "a")
  }
}
