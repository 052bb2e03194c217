import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Analyses

@Suite("One plan of the whole's report and those of its parts")
struct JointPlanTests {
  private static let sample = SampleWorkforce(seed: 5)

  private static let joint: ReleasePlan = {
    let context = sample.context
    let levels = SampleWorkforce.level.levels.map(\.label)
    let parts = levels.map { WorkforcePart(attribute: "level", level: $0) }
    return ReleasePlan.joint(
      whole: AnalysisCatalogue.plan(from: sample.data(in: context), in: context),
      parts: parts.map { part in
        let own = context.restricted(to: part)
        return ReleasePlan.PartPlan(
          part: part, plan: AnalysisCatalogue.plan(from: sample.data(in: own), in: own),
          isReported: part.level != "Lead")
      })
  }()

  @Test("a part is looked at without the structure that makes it, and with its own benchmarks")
  func restricted() {
    let part = WorkforcePart(attribute: "level", level: "Senior")
    let context = Self.sample.context.restricted(to: part)
    #expect(context.structures.isEmpty && context.benchmarks.isEmpty)
    #expect(context.inputs.allSatisfy { $0.filters == [.init("level", levels: ["Senior"])] })
    #expect(context.part == part)
  }

  @Test("counts agree wherever they stand, and those of the parts add up to the whole's")
  func addsUp() throws {
    let tables = Self.joint.ladders.flatMap { $0.rungs.flatMap(\.tables) } + Self.joint.tables
    let counts = PlanConsistencyTests.counts(tables)
    #expect(counts.allSatisfy { $0.value.count == 1 })
    let ties = Self.joint.relations.filter { relation in
      relation.terms.contains { $0.cell.level(of: "level") != nil }
    }
    #expect(ties.count > 500)
    var compared = 0
    for relation in ties {
      let whole = try #require(relation.terms.first)
      #expect(whole.cell.level(of: "level") == nil && relation.terms.count == 4)
      let parts = relation.terms.dropFirst().compactMap { counts[$0.cell]?.first }
      guard parts.count == 3, let all = counts[whole.cell]?.first else { continue }
      compared += 1
      #expect(all == parts.reduce(0, +), "\(whole.cell)")
    }
    #expect(compared > 100)
  }

  @Test("reports are told apart by the prefix of their part, and a part without report has none")
  func identifiers() {
    let ids = Self.joint.ladders.compactMap { $0.rungs.first?.exhibit.id }
    #expect(Set(ids).count == ids.count)
    #expect(ids.contains("level=Junior/representation/gender"))
    #expect(ids.contains("representation/gender"))
    #expect(!ids.contains { $0.hasPrefix("level=Lead/") })
    #expect(Self.joint.tables.contains { $0.conditions.contains(.init("level", "Lead")) })
    #expect(Self.joint.tables.allSatisfy { !$0.isPublished })
  }

  @Test("in a part, moves between parts close the account of headcount")
  func moves() throws {
    let bridge = try #require(
      Self.joint.ladders.compactMap(\.rungs.first).first {
        $0.exhibit.id == "level=Junior/headcount/everyone"
      })
    #expect(
      bridge.exhibit.rows.map(\.label) == [
        "Opening headcount", "Hires", "Exits", "Moves in less moves out", "Closing headcount",
      ])
    #expect(bridge.relations.isEmpty)
  }
}
