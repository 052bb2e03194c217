import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Analyses

@Suite("Skills gap and inclusion lens")
struct SkillsGapAnalysisTests {
  private static let specialization = Attribute(
    id: "specialization", title: "Specialization",
    levels: [Level("Cyber"), Level("Software"), Level("Clinical"), Level("Office"), .blank])
  private static let outcome = Attribute(
    id: "vacancy_outcome", title: "Outcome",
    levels: [Level("Filled"), Level("Withdrawn"), Level("Open"), .blank])

  /// Vacancies by specialization and outcome in the quarters of the window; half as many before it.
  private static let counts = [[30, 40, 30], [60, 20, 10], [80, 20, 10], [50, 15, 15]]

  private static func vacancies(
    _ attributes: [Attribute], measures: [AggregateQuery.MeasureRequest]
  ) -> CellTable {
    var entries: [CellTable.Entry] = []
    for (place, row) in counts.enumerated() {
      for (outcome, count) in row.enumerated() {
        for number in 0..<count {
          var cell = Cell(count: 1)
          cell.measures = measures.map { request in
            // Days 10 apart from 30 on; three suitable applicants, five for office work.
            let value: Int64 =
              request.measure == "days_open" ? Int64(30 + 10 * (number % 6)) : place == 3 ? 5 : 3
            var moments = Moments(scale: 0)
            moments.add(value)
            return .init(
              moments: moments, values: ValueCounts(scale: 0, tallies: [value: 1]),
              largest: value)
          }
          let values = ["quarter": 1 + number % 4, "specialization": place, outcomeID: outcome]
          entries.append(.init(coordinates: attributes.map { values[$0.id] ?? 0 }, cell: cell))
        }
      }
    }
    return CellTable(
      attributes: attributes, measures: measures.map(\.measure), entries: entries)
  }

  private static let outcomeID = VacancyTables.outcome

  private static func context(_ taxonomy: AnalysisContext.Taxonomy?) -> AnalysisContext {
    let base = SampleWorkforce(seed: 5).context
    return AnalysisContext(
      quarters: base.quarters,
      inputs: base.inputs + [
        .init(
          id: "vacancies", population: .vacancies,
          attributes: [SampleWorkforce.quarter, specialization, outcome],
          measures: [
            .init(id: "suitable_applicants", title: "Suitable", unit: "people"),
            .init(id: "days_open", title: "Days", unit: "days"),
          ])
      ], characteristics: base.characteristics, structures: base.structures + [specialization],
      taxonomy: taxonomy)
  }

  private static func data(_ context: AnalysisContext) -> WorkforceData {
    let sample = SampleWorkforce(seed: 5)
    var answers: [AggregateQuery: Confidential<CellTable>] = [:]
    for query in AnalysisCatalogue.queries(in: context) {
      let all = [SampleWorkforce.quarter, specialization, outcome]
      answers[query] = Confidential(
        query.input == "vacancies"
          ? vacancies(
            query.attributes.compactMap { id in all.first { $0.id == id } },
            measures: query.measures)
          : sample.answer(query))
    }
    return WorkforceData(answers: answers, context: context)
  }

  private func rung(_ taxonomy: AnalysisContext.Taxonomy?) throws -> PlannedExhibit {
    let context = Self.context(taxonomy)
    let ladders = SkillsGapAnalysis().ladders(from: Self.data(context), in: context)
    return try #require(ladders.first?.rungs.first)
  }

  /// What a statistic says, computed from the plan's own counts or amounts.
  private func outcome(_ id: String, of rung: PlannedExhibit) throws -> Estimate {
    let statistic = try #require(rung.statistics.first { $0.id == id }, "\(id)")
    let counts = PlanConsistencyTests.counts(rung.tables)
    let outcome =
      switch statistic.basis {
      case .counts(let keys, let evaluate): evaluate(keys.map { counts[$0]?.first ?? -1 })
      case .amounts(let arms, _, let evaluate): evaluate(arms.map(\.summary.exposed))
      case .parts: Outcome.notEstimable(reason: "parts")
      }
    guard case .estimate(let estimate) = outcome else {
      Issue.record("\(id): \(outcome)")
      throw Missing()
    }
    return estimate
  }

  private struct Missing: Error {}
  private static let taxonomy = AnalysisContext.Taxonomy(
    attribute: "specialization", specializations: ["Cyber", "Software", "Telehealth"])

  @Test("specializations of the taxonomy are compared with the posts outside it, taken together")
  func withTaxonomy() throws {
    let rung = try rung(Self.taxonomy)
    #expect(
      rung.exhibit.rows.map(\.label) == [
        "Cyber", "Software", "Clinical", "Office", "Other posts", "All vacancies",
      ])
    #expect(rung.exhibit.reference == "Other posts")
    let prefix = "skills_gap/specialization"
    expectClose(try outcome("\(prefix)/Cyber/rate", of: rung).value, 0.3, relative: 1e-12)
    // 130 of 190 other posts were filled.
    expectClose(
      try outcome("\(prefix)/Cyber/ratio", of: rung).value, 0.3 / (130 / 190.0), relative: 1e-12)
    expectClose(
      try outcome("\(prefix)/Other posts/rate", of: rung).value, 130 / 190.0, relative: 1e-12)
    expectClose(try outcome("\(prefix)/Other posts/gap", of: rung).value, 60, absolute: 0)
    expectClose(try outcome("\(prefix)/Office/suitable", of: rung).value, 5, relative: 1e-12)
    expectClose(
      try outcome("\(prefix)/All vacancies/suitable", of: rung).value,
      (3 * 300 + 5 * 80) / 380.0, relative: 1e-12)
    #expect(rung.exhibit.rows[2].entries[3] == nil)
  }

  @Test("without a taxonomy each is compared with all others")
  func withoutTaxonomy() throws {
    let rung = try rung(nil)
    #expect(
      rung.exhibit.rows.map(\.label) == [
        "Cyber", "Software", "Clinical", "Office", "All vacancies",
      ])
    expectClose(
      try outcome("skills_gap/specialization/Cyber/ratio", of: rung).value,
      0.3 / (190 / 280.0), relative: 1e-12)
  }

  @Test("time to fill is the Kaplan-Meier median, those not filled being censored")
  func timeToFill() throws {
    // Cyber: 30 filled and 70 not, each spread evenly over 30, 40, …, 80 days.
    let rung = try rung(Self.taxonomy)
    var (atRisk, survival) = (100.0, 1.0)
    var median: Double?
    for step in 0..<6 {
      let filled = Double(5)
      // 40 withdrawn and 30 open, dealt out in turn.
      let other = Double((40 - step + 5) / 6 + 5)
      survival *= 1 - filled / atRisk
      if median == nil, survival <= 0.5 { median = Double(30 + 10 * step) }
      atRisk -= filled + other
    }
    let found = try outcome("skills_gap/specialization/Cyber/days", of: rung)
    #expect(found.value == median)
  }

  @Test("cells are sums, and everything a statistic takes is planned")
  func consistent() throws {
    let rung = try rung(Self.taxonomy)
    let counts = PlanConsistencyTests.counts(rung.tables)
    for relation in rung.relations {
      let sum = relation.terms.reduce(0) { sum, term in
        sum + term.coefficient * (counts[term.cell]?.first ?? .max / 4)
      }
      #expect(sum == 0, "\(relation.terms.map(\.cell.description))")
    }
    for row in rung.exhibit.rows {
      for case .cell(let key)? in row.entries { #expect(counts[key] != nil, "\(key)") }
    }
  }

  @Test("the lens adds no count to the release and speaks of groups with a named reference")
  func lens() throws {
    let context = Self.context(Self.taxonomy)
    let data = Self.data(context)
    let ladders = InclusionLensAnalysis().ladders(from: data, in: context)
    #expect(ladders.count == 2)
    let others = [any Analysis](
      arrayLiteral: FunnelAnalysis(), FlowAnalysis(), SkillsGapAnalysis()
    ).flatMap { $0.ladders(from: data, in: context) }
    let planned = Set(
      PlanConsistencyTests.counts(others.compactMap(\.rungs.first).flatMap(\.tables)).keys)
    for rung in ladders.compactMap(\.rungs.first) {
      #expect(rung.exhibit.kind == .inclusionLens)
      #expect(planned.isSuperset(of: PlanConsistencyTests.counts(rung.tables).keys))
      for statistic in rung.statistics {
        guard case .counts(let keys, _) = statistic.basis else { continue }
        #expect(planned.isSuperset(of: keys), "\(statistic.id)")
      }
    }
  }

  @Test("without vacancies, or without their outcome, there is nothing")
  func missing() {
    let sample = SampleWorkforce(seed: 5)
    #expect(SkillsGapAnalysis().queries(in: sample.context).isEmpty)
    #expect(InclusionLensAnalysis().queries(in: sample.context).isEmpty)
    #expect(SkillsGapAnalysis().ladders(from: sample.data, in: sample.context).isEmpty)
    #expect(InclusionLensAnalysis().ladders(from: sample.data, in: sample.context).isEmpty)
  }
}
