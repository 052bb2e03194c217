import Aggregates
import Analyses
import Configuration
import DataSources
import Disclosure
import SolverClient

/// The walk every product begins with: count, reconcile, plan, gate.
struct ReleaseWalk: Sendable {
  let configuration: RunConfiguration
  let breadth: AnalysisCatalogue.Breadth
  /// The parts of the workforce that get reports of their own, planned together with the whole's.
  var parts = ReportedParts.none
  let progress: @Sendable (String, Double) -> Void

  /// The plan of the release: every input counted, stocks and flows reconciled.
  func plan() async throws -> ReleasePlan {
    let context = ContextBuilder.context(configuration)
    let restricted = parts.all.map { context.restricted(to: $0) }
    let answers = try await count([context] + restricted)
    func plan(_ context: AnalysisContext) -> ReleasePlan {
      let breadth = breadth(of: context)
      let data = WorkforceData(answers: answers, context: context)
      return AnalysisCatalogue.plan(from: data, in: context, breadth: breadth)
    }
    try reconcile(WorkforceData(answers: answers, context: context), context)
    try checkSkills(WorkforceData(answers: answers, context: context), context)
    return ReleasePlan.joint(
      whole: plan(context),
      parts: zip(parts.all, restricted).map { part, context in
        ReleasePlan.PartPlan(
          part: part, plan: plan(context), isReported: parts.reported.contains(part))
      })
  }

  private func breadth(of context: AnalysisContext) -> AnalysisCatalogue.Breadth {
    context.part == nil ? breadth : .part
  }

  /// Answers every query, one pass over each input.
  private func count(
    _ contexts: [AnalysisContext]
  ) async throws -> [AggregateQuery: Confidential<CellTable>] {
    var seen: Set<AggregateQuery> = []
    let queries = contexts.flatMap {
      AnalysisCatalogue.queries(in: $0, breadth: breadth(of: $0))
    }
    .filter { seen.insert($0).inserted }
    var answers: [AggregateQuery: Confidential<CellTable>] = [:]
    for input in configuration.inputs {
      let mine = queries.filter { $0.input == input.schema.id }
      guard !mine.isEmpty else { continue }
      do {
        let source = try CSVSource(schema: input.schema)
        let progress = progress
        let tables = try await source.cells(for: mine) { progress("Counting", $0) }
        for (query, table) in zip(mine, tables) { answers[query] = table }
      } catch let problems as SourceProblems {
        throw RunFailure(problems)
      }
    }
    return answers
  }

  private func reconcile(_ data: WorkforceData, _ context: AnalysisContext) throws(RunFailure) {
    let discrepancies = HeadcountReconciliation.discrepancies(in: data, context)
    guard discrepancies.isEmpty else {
      throw RunFailure(
        .dataInvalid,
        discrepancies.map { item in
          let difference = item.found - item.expected
          return
            "error D301 \(item.quarter): the snapshot and the events disagree by "
            + "\(abs(difference)) \(abs(difference) == 1 ? "person" : "people") "
            + "(\(difference > 0 ? "more" : "fewer") in the snapshot than "
            + "opening headcount + hires - exits)"
        } + [
          "  fix: look for hires or exits missing from the events, dated in another quarter or listed"
            + " twice; transfers in and out of the population are hires and exits of it"
        ])
    }
  }

  /// Skills are counts of the workforce, so they must be of the people of the snapshots.
  private func checkSkills(
    _ data: WorkforceData, _ context: AnalysisContext
  ) throws(RunFailure) {
    let quarters = SkillsCoverage.differingQuarters(in: data, context)
    guard !quarters.isEmpty else { return }
    throw RunFailure(
      .dataInvalid,
      quarters.map {
        "error D302 \($0): the skills are not those of the people of the snapshot, or their "
          + "attributes differ"
      } + [
        "  fix: list every person of the snapshot once, without skills where none are recorded, and "
          + "take the attributes from it"
      ])
  }

  /// The solver beside the running program, and how far it is asked.
  static var intervals: IntervalAudit {
    IntervalAudit(solver: SolverProcess(path: SolverLocation.besideRunningProgram))
  }

  /// The plan, ruled on; within a notebook once for the same configuration and data.
  func release(_ policy: DisclosurePolicy) async throws -> GateResult {
    let cache = parts.all.isEmpty ? WalkCache.current : nil
    if let kept = cache?.release(of: configuration, breadth) { return kept }
    let gated = try gate(try await plan(), policy)
    cache?.keep(gated, of: configuration, breadth)
    return gated
  }

  /// What may be shown of the plan.
  func gate(_ plan: ReleasePlan, _ policy: DisclosurePolicy) throws(RunFailure) -> GateResult {
    progress("Protecting", 0)
    do {
      return try DisclosureGate(policy: policy, intervals: Self.intervals).rule(on: plan)
    } catch .unaudited(let failure) {
      throw RunFailure(
        .refused,
        [
          "error P102 the release was refused: the limits of hidden counts could not be checked",
          "  \(failure)",
          "  fix: parity-solver stands beside parity and is built with it; where the release is too"
            + " large for it, merge small groups under [attributes.X] merge, or report fewer tables",
        ])
    } catch {
      throw RunFailure(
        .refused,
        [
          "error P101 the release was refused: \(error)",
          "  fix: merge small groups under [attributes.X] merge, or report fewer tables",
        ])
    }
  }
}
