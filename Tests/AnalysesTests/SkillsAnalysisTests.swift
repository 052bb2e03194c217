import Aggregates
import Estimates
import Inference
import TestSupport
import Testing

@testable import Analyses

@Suite("Skills across domains")
struct SkillsAnalysisTests {
  private static let sample = SampleWorkforce(seed: 31)

  private static func rungs() -> [PlannedExhibit] {
    SkillsAnalysis().ladders(from: sample.data, in: sample.context).compactMap(\.rungs.first)
  }

  private static func count(_ quarter: Int, _ row: (SampleWorkforce.Row) -> Bool) -> Int {
    sample.people.count { $0.row["quarter"] == quarter && row($0.row) }
  }

  private static func evaluate(_ rung: PlannedExhibit, _ id: String) throws -> Outcome {
    let counts = PlanConsistencyTests.counts(rung.tables)
    func values(_ cells: [CellKey]) throws -> [Int] {
      try cells.map { try #require(counts[$0]?.first) }
    }
    let statistic = try #require(rung.statistics.first { $0.id == id })
    switch statistic.basis {
    case .counts(let cells, let evaluate): return evaluate(try values(cells))
    case .parts(let parts, let evaluate):
      return try #require(evaluate(try parts.map { try values($0) }))
    case .amounts: return .notEstimable(reason: "amounts")
    }
  }

  private static func value(_ outcome: Outcome) throws -> Double {
    guard case .estimate(let estimate) = outcome else { throw Problem.noEstimate }
    return estimate.value
  }

  private enum Problem: Error { case noEstimate }

  @Test(
    "domains of everyone, both by gender, pairs and growth are planned, as counts of the workforce")
  func kinds() {
    let rungs = Self.rungs()
    #expect(
      rungs.map(\.exhibit.kind) == [.skillDomains, .hybridTalent, .skillPairs, .emergingSkills])
    #expect(rungs.flatMap(\.tables).allSatisfy { $0.population == "workforce" })
  }

  @Test("shares, lifts and growth are those of the people")
  func numbers() throws {
    let rungs = Self.rungs()
    let women = Self.count(4) { $0["gender"] == 0 }
    let both = Self.count(4) { $0["gender"] == 0 && $0["skill_domain"] == 2 }
    expectClose(
      try Self.value(Self.evaluate(rungs[1], "skills/hybrid/gender/Women/share")),
      Double(both) / Double(women), relative: 1e-14)
    let everyone = Self.count(4) { _ in true }
    let (nurses, coders, all) = (
      Self.count(4) { $0["skill_1"] == 0 }, Self.count(4) { $0["skill_2"] == 0 },
      Self.count(4) { $0["skill_domain"] == 2 }
    )
    expectClose(
      try Self.value(Self.evaluate(rungs[2], "skills/pairs/Nursing + Coding/lift")),
      Double(everyone * all) / Double(nurses * coders), relative: 1e-13)
    let then = (Self.count(0) { _ in true }, Self.count(0) { $0["skill_2"] == 0 })
    expectClose(
      try Self.value(Self.evaluate(rungs[3], "skills/growth/Coding/ratio")),
      Double(coders) / Double(everyone) / (Double(then.1) / Double(then.0)), relative: 1e-13)
  }

  @Test("skills of other people than those of the snapshot are noticed, quarter by quarter")
  func coverage() {
    let (sample, context) = (Self.sample, Self.sample.context)
    #expect(SkillsCoverage.differingQuarters(in: sample.data, context).isEmpty)
    var other = sample
    // One person of the last quarter is recorded with another gender.
    guard let position = other.people.lastIndex(where: { $0.row["gender"] == 0 }) else { return }
    other.people[position].row["gender"] = 1
    var answers: [AggregateQuery: Confidential<CellTable>] = [:]
    for query in AnalysisCatalogue.queries(in: context) {
      answers[query] = Confidential((query.input == "skills" ? other : sample).answer(query))
    }
    let data = WorkforceData(answers: answers, context: context)
    #expect(SkillsCoverage.differingQuarters(in: data, context) == ["2025Q3"])
  }
}
