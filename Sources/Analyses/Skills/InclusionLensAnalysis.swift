public import Aggregates
import Estimates
import Inference

/// How much of the gap in people would close if groups were hired, and kept, at the rate of the group
/// they are compared with.
///
///     additional hires = applicants of the group x (reference rate - group's rate)
///     fewer leavers    = average headcount of the group x (group's rate - reference rate)
///
/// Both over the vacancies that were not filled, for characteristics whose groups are compared with a
/// named one: age, which has none, goes with length of service. The counts are those of the hiring funnel and of the
/// exits, cut as they are there, so that no count is added to the release.
public struct InclusionLensAnalysis: Analysis {
  /// Makes the analysis.
  public init() {}

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard !SkillsGapAnalysis().queries(in: context).isEmpty else { return [] }
    var queries: [AggregateQuery] = []
    if let applications = context.input(.applications) {
      queries += context.characteristics(of: applications).map {
        context.query(applications, [$0.attribute.id, FunnelAnalysis.stage])
      }
    }
    if let people = context.input(.snapshots), let events = context.input(.events) {
      queries += context.characteristics(of: events).flatMap {
        [
          context.query(people, [$0.attribute.id]),
          context.query(events, ["event", $0.attribute.id]),
        ]
      }
    }
    return queries
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard !SkillsGapAnalysis().ladders(from: data, in: context).isEmpty else { return [] }
    return hiring(data, context) + keeping(data, context)
  }

  private func isLookedAt(_ characteristic: Characteristic) -> Bool {
    if case .level = characteristic.comparator { !characteristic.focal.isEmpty } else { false }
  }

  /// The vacancies that were not filled.
  private func gap(_ context: AnalysisContext) -> CellKey {
    VacancyTables.notFilled(
      CellKey(VacancyTables.population, WorkforceTables.conditions(context.windowLabel)))
  }

  // MARK: - Hiring

  private func hiring(_ data: WorkforceData, _ context: AnalysisContext) -> [ExhibitLadder] {
    guard let applications = context.input(.applications), applications.stages.count > 1 else {
      return []
    }
    return context.characteristics(of: applications).filter(isLookedAt).flatMap { characteristic in
      characteristic.focal.compactMap { focal -> ExhibitLadder? in
        let id = characteristic.attribute.id
        guard let cells = data.cells(applications, [id, FunnelAnalysis.stage]) else { return nil }
        let layouts = GroupLayout.ladder(
          for: characteristic, endsWithPair: true, focal: focal
        ).filter { $0.focal.contains(focal) }
        // The rungs of the hiring funnel, so that the gate takes the same one here.
        return ExhibitLadder(
          FunnelAnalysis.stageSteps(applications.stages).flatMap { stages in
            layouts.compactMap { layout in
              hiring(
                focal,
                Funnel(
                  layout: layout, by: nil, shown: stages, stages: applications.stages,
                  cells: cells, context), context)
            }
          })
      }
    }
  }

  private func hiring(
    _ focal: String, _ funnel: Funnel, _ context: AnalysisContext
  ) -> PlannedExhibit? {
    guard let first = funnel.stages.first, let last = funnel.stages.last else { return nil }
    let id = "inclusion/hiring/\(funnel.layout.attribute.id)/\(focal)"
    let shares = GroupShares(
      layout: funnel.layout, focal: focal, entered: funnel.reached(first),
      passed: funnel.reached(last))
    let method = AdditionalAtReferenceRate(level: context.confidence)
    let rates = [
      shares.focalRate("\(id)/rate", context.confidence),
      shares.referenceRate("\(id)/reference_rate", context.confidence),
      shares.comparison("\(id)/added", method),
      closed(id, shares.operands, shares.focal.prefix(1), context) { counts in
        GroupShares.table(counts).map { method($0) }
      },
    ]
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .inclusionLens, attribute: funnel.layout.name, period: funnel.period,
        focal: focal, reference: funnel.layout.referenceLabel,
        columns: [
          ExhibitColumn(id: "base", title: "Applicants", unit: .people),
          ExhibitColumn(id: "rate", title: "Share hired", unit: .share),
          ExhibitColumn(id: "reference_rate", title: "Share hired, compared with", unit: .share),
          ExhibitColumn(id: "added", title: "More people hired", unit: .shortfall),
          ExhibitColumn(id: "closed", title: "Of the gap in people", unit: .share),
        ],
        rows: [
          ExhibitRow(
            label: focal,
            entries: shares.focal.prefix(1).map { .cell($0) } + rates.map { .statistic($0.id) })
        ], notes: funnel.layout.notes),
      tables: funnel.tables, statistics: rates, relations: funnel.relations)
  }

  // MARK: - Keeping

  private func keeping(_ data: WorkforceData, _ context: AnalysisContext) -> [ExhibitLadder] {
    guard let people = context.input(.snapshots), let events = context.input(.events),
      let average = AverageHeadcount(window: context.window, quarters: context.quarters)
    else { return [] }
    return context.characteristics(of: events).filter(isLookedAt).compactMap {
      characteristic -> ExhibitLadder? in
      let id = characteristic.attribute.id
      guard people.has(id), let stock = data.cells(people, [id]),
        let all = data.cells(events, ["event", id])
      else { return nil }
      let cells = FlowPopulation.exits.cells(all)
      guard cells.filtered(AnalysisContext.quarter, context.window).total > 0 else { return nil }
      // The rungs of the exits, so that the gate takes the same one here.
      return ExhibitLadder(
        GroupLayout.ladder(for: characteristic, endsWithPair: true).map {
          keeping($0, cells, stock, average, context)
        })
    }
  }

  private func keeping(
    _ layout: GroupLayout, _ cells: CellTable, _ stock: CellTable, _ average: AverageHeadcount,
    _ context: AnalysisContext
  ) -> PlannedExhibit {
    let id = "inclusion/retention/\(layout.attribute.id)"
    let window = FlowWindow(
      population: FlowPopulation.exits.rawValue, layout: layout, cells: cells,
      quarters: context.window, label: context.windowLabel)
    let stocks = average.snapshots.map {
      WorkforceTables.stock(layout, quarter: $0, cells: stock)
    }
    let method = AvoidedAtReferenceRate(level: context.confidence)
    var statistics: [PlannedStatistic] = []
    let rows = layout.focal.map { focal -> ExhibitRow in
      let comparison = FlowComparison(
        layout: layout, focal: focal, events: FlowPopulation.exits.key(context.windowLabel),
        snapshots: average.snapshots.map(WorkforceTables.everyone))
      let prefix = "\(id)/\(focal)"
      let own = [
        comparison.number("\(prefix)/base", AverageHeadcount.stamp) { $0.focalExposure },
        comparison.focalRate("\(prefix)/rate", context.confidence),
        comparison.referenceRate("\(prefix)/reference_rate", context.confidence),
        comparison.statistic("\(prefix)/added", method),
        closed(
          prefix, comparison.operands, comparison.bases[...], context,
          comparison.evaluation(of: method)),
      ]
      statistics += own
      return ExhibitRow(label: focal, entries: own.map { .statistic($0.id) })
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .inclusionLens, attribute: layout.name, period: context.windowLabel,
        reference: layout.referenceLabel,
        columns: [
          ExhibitColumn(id: "average", title: "Average headcount", unit: .number),
          ExhibitColumn(id: "rate", title: "Exits per 100", unit: .per100),
          ExhibitColumn(
            id: "reference_rate", title: "Exits per 100, compared with", unit: .per100),
          ExhibitColumn(id: "added", title: "Fewer people leaving", unit: .shortfall),
          ExhibitColumn(id: "closed", title: "Of the gap in people", unit: .share),
        ],
        rows: rows, notes: layout.notes),
      tables: window.tables + stocks.flatMap(\.tables), statistics: statistics,
      relations: window.relations + stocks.flatMap(\.relations))
  }

  // MARK: - The gap

  /// The share of the gap some additional people would close.
  private func closed(
    _ prefix: String, _ operands: [CellKey], _ bases: ArraySlice<CellKey>,
    _ context: AnalysisContext, _ additional: @escaping @Sendable ([Int]) -> Outcome?
  ) -> PlannedStatistic {
    let method = ShareOfGapClosed()
    return PlannedStatistic(
      id: "\(prefix)/closed", method: method.stamp,
      basis: .counts(operands + [gap(context)]) { counts in
        guard let gap = counts.last else { return .notEstimable(reason: "no gap was counted") }
        switch additional(Array(counts.dropLast())) {
        case .estimate(let estimate): return method(GapClosing(additional: estimate, gap: gap))
        case .some(let other): return other
        case nil: return .notEstimable(reason: "a group has nobody in it")
        }
      },
      smallestBase: CensusShare.smallestBase, bases: Array(bases))
  }
}
