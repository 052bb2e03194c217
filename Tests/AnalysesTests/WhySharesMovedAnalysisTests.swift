import Aggregates
import Estimates
import Inference
import TestSupport
import Testing

@testable import Analyses

/// How shares moved, evaluated on counts as the gate would hand them over.
@Suite("Why shares moved")
struct WhySharesMovedAnalysisTests {
  private static let sample = SampleWorkforce(seed: 11)

  private static func rungs() throws -> [PlannedExhibit] {
    let ladders = WhySharesMovedAnalysis().ladders(from: sample.data, in: sample.context)
    #expect(ladders.count == 1)
    return try #require(ladders.first?.rungs)
  }

  /// Every published count of a plan by its key.
  private static func counts(_ rung: PlannedExhibit) -> [CellKey: Int] {
    var counts: [CellKey: Int] = [:]
    for table in rung.tables {
      let attribute = table.attributes.first
      let base = CellKey(table.population, table.conditions)
      let values = table.counts.exposed
      counts[base] = values.reduce(0, +)
      guard let attribute, table.attributes.count == 1 else { continue }
      for (level, value) in zip(attribute.levels, values) {
        let label =
          table.groupings.first { $0.members.contains(level.label) }?.label ?? level.label
        counts[base.with(attribute.id, label), default: 0] += value
      }
    }
    return counts
  }

  /// A statistic's outcome, with the counts of some populations hidden.
  private static func value(
    _ rung: PlannedExhibit, _ suffix: String, hiding hidden: Set<String> = []
  ) throws -> Double? {
    let counts = counts(rung)
    let statistic = try #require(rung.statistics.first { $0.id.hasSuffix(suffix) })
    func shown(_ keys: [CellKey]) throws -> [Int]? {
      let values = try keys.map { try #require(counts[$0], "\($0)") }
      return keys.contains { hidden.contains($0.population) } ? nil : values
    }
    let outcome: Outcome?
    switch statistic.basis {
    case .counts(let keys, let evaluate): outcome = try shown(keys).map(evaluate)
    case .parts(let parts, let evaluate): outcome = evaluate(try parts.map(shown))
    case .amounts: outcome = nil
    }
    guard case .estimate(let estimate)? = outcome else { return nil }
    return estimate.value
  }

  @Test("the steps of every group add up to the change, whatever is hidden")
  func sums() throws {
    for rung in try Self.rungs() {
      let columns = rung.exhibit.columns.map(\.id)
      let flows = columns.filter { ["hires", "exits"].contains($0) }
      for row in rung.exhibit.rows {
        let change = try #require(try Self.value(rung, "/\(row.label)/change"))
        let ends = try (
          #require(try Self.value(rung, "/\(row.label)/now")),
          #require(try Self.value(rung, "/\(row.label)/then"))
        )
        expectClose(change, ends.0 - ends.1, relative: 1e-12, absolute: 1e-15)
        for hidden in [[], ["hires"], ["exits"], ["hires", "exits"]].map({ Set($0) }) {
          let steps = try flows.compactMap {
            try Self.value(rung, "/\(row.label)/\($0)", hiding: hidden)
          }
          #expect(steps.count == flows.filter { !hidden.contains($0) }.count)
          let rest = try #require(
            try Self.value(rung, "/\(row.label)/rest", hiding: hidden))
          expectClose(steps.reduce(rest, +), change, relative: 1e-9, absolute: 1e-12)
        }
      }
    }
  }

  @Test("nobody answers anew in the sample, so records move nothing")
  func records() throws {
    let rung = try #require(try Self.rungs().first)
    #expect(
      rung.exhibit.columns.map(\.id) == ["then", "hires", "exits", "records", "change", "now"])
    #expect(rung.exhibit.period == "2024Q4 to 2025Q3")
    #expect(rung.exhibit.columns.first?.title == "Share in 2024Q3")
    expectClose(try Self.value(rung, "/Women/rest"), 0, absolute: 1e-15)
    let hires = try #require(try Self.value(rung, "/Women/hires"))
    let exits = try #require(try Self.value(rung, "/Women/exits"))
    expectClose(try Self.value(rung, "/Women/change"), hires + exits, absolute: 1e-12)
  }

  @Test("the coarse rungs do not tell exits from new answers")
  func coarse() throws {
    let last = try #require(try Self.rungs().last)
    #expect(last.exhibit.columns.map(\.id) == ["then", "hires", "rest", "change", "now"])
    #expect(last.tables.allSatisfy { $0.population != "exits" })
    #expect(last.tables.allSatisfy { $0.population != HeadcountAnalysis.changedRecords })
  }

  @Test("flows that do not make the closing headcount have no exhibit")
  func discrepancy() throws {
    var sample = Self.sample
    let exit = try #require(sample.events.firstIndex { $0["event"] == 1 && $0["quarter"] == 3 })
    sample.events.remove(at: exit)
    #expect(WhySharesMovedAnalysis().ladders(from: sample.data, in: sample.context).isEmpty)
  }
}
