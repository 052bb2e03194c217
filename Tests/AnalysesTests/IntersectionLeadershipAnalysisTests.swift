import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Analyses

/// Leadership by combinations: what is shown of each, and from whose counts.
@Suite("Leadership by combination")
struct IntersectionLeadershipAnalysisTests {
  /// Gender crossed with the years of hiring, and levels as a structure.
  private static func rungs() throws -> [PlannedExhibit] {
    let sample = SampleWorkforce(seed: 11)
    let years = Characteristic(
      attribute: SampleWorkforce.hireQuarter, comparator: .rest, focal: ["2021Q1"],
      merges: [
        Grouping(
          attribute: "hire_quarter", label: "Before 2024",
          members: SampleWorkforce.hireQuarter.levels.map(\.label).filter { $0 < "2024" })
      ])
    let base = sample.context
    let context = AnalysisContext(
      quarters: base.quarters, inputs: base.inputs,
      characteristics: base.characteristics + [years], structures: [SampleWorkforce.level],
      leadershipFrom: "Senior", intersections: [["gender", "hire_quarter"]])
    let analysis = IntersectionLeadershipAnalysis()
    var answers: [AggregateQuery: Confidential<CellTable>] = [:]
    for query in analysis.queries(in: context) {
      answers[query] = Confidential(sample.answer(query))
    }
    let ladders = analysis.ladders(
      from: WorkforceData(answers: answers, context: context), in: context)
    #expect(ladders.count == 1)
    return try #require(ladders.first).rungs
  }

  private static func value(
    _ rung: PlannedExhibit, row: Int, _ column: String, _ counts: [[Int]?]
  ) throws -> Outcome? {
    let statistic = try #require(
      rung.statistics.first { $0.id.hasSuffix("/\(rung.exhibit.rows[row].label)/\(column)") })
    guard case .parts(let parts, let evaluate) = statistic.basis else {
      Issue.record("not a statistic of parts")
      return nil
    }
    return evaluate(counts + Array(repeating: nil, count: parts.count - counts.count))
  }

  private static func number(_ outcome: Outcome?) throws -> Double {
    guard case .estimate(let estimate) = try #require(outcome) else {
      Issue.record("\(String(describing: outcome))")
      return .nan
    }
    return estimate.value
  }

  @Test("coarser rungs end with one group against all others")
  func steps() throws {
    let rungs = try Self.rungs()
    #expect(rungs.count == 4)
    #expect(rungs[0].exhibit.rows.count > rungs[1].exhibit.rows.count)
    #expect(rungs[3].exhibit.rows.count == 4)
    #expect(
      rungs.allSatisfy { $0.exhibit.columns.map(\.id) == ["people", "raw", "expected", "shrunk"] })
  }

  @Test("every count is in the rung's own table")
  func planned() throws {
    for rung in try Self.rungs() {
      let known = PlanConsistencyTests.counts(rung.tables)
      for statistic in rung.statistics {
        guard case .parts(let parts, _) = statistic.basis else { continue }
        #expect(parts.joined().allSatisfy { known[$0]?.count == 1 })
        // Leaders are some of the people.
        #expect(
          parts.allSatisfy { part in
            part.count == 2 && (known[part[1]]?.first ?? 0) <= (known[part[0]]?.first ?? 0)
          })
      }
    }
  }

  @Test("a drawn share lies between the counted and the expected one")
  func shrinkage() throws {
    let rung = try #require(try Self.rungs().last)
    // Far more spread than chance would give: 10, 40, 45 and 15 of 50.
    let counts: [[Int]?] = [[50, 10], [50, 40], [50, 45], [50, 15]]
    for row in 0..<4 {
      let raw = try Self.number(try Self.value(rung, row: row, "raw", counts))
      let expected = try Self.number(try Self.value(rung, row: row, "expected", counts))
      let shrunk = try Self.number(try Self.value(rung, row: row, "shrunk", counts))
      expectClose(raw, Double(counts[row]?[1] ?? 0) / 50, relative: 1e-12)
      #expect(min(raw, expected) < shrunk && shrunk < max(raw, expected))
    }
    // Without an interaction the expected shares are those counted.
    let additive: [[Int]?] = [[100, 20], [100, 20], [100, 50], [100, 50]]
    for (row, share) in [0.2, 0.2, 0.5, 0.5].enumerated() {
      expectClose(
        try Self.number(try Self.value(rung, row: row, "expected", additive)), share,
        relative: 1e-6)
    }
  }

  @Test("a combination with a hidden count is not shown and leaves the others alone")
  func hidden() throws {
    let rung = try #require(try Self.rungs().last)
    let counts: [[Int]?] = [[50, 10], nil, [50, 45], [50, 15]]
    #expect(try Self.value(rung, row: 1, "raw", counts) == nil)
    #expect(try Self.value(rung, row: 1, "shrunk", counts) == nil)
    expectClose(try Self.number(try Self.value(rung, row: 2, "raw", counts)), 0.9, relative: 1e-12)
  }
}
