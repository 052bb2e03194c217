public import Aggregates
import Estimates
import Inference

/// How long people stay: the share still there after each year of service, and how the groups'
/// chances of leaving compare in the same year of service.
///
/// A life table of the period reported: everyone counted at a snapshot is once at risk of leaving by
/// the next, in the year of service they are in, whenever they were hired. Long-serving people enter
/// it late, at the service they had when the period began; those still there at the end are
/// censored. The groups are compared by the Mantel-Haenszel ratio of the chances of leaving and the
/// log-rank test, with the years of service as strata.
public struct TimeToExitAnalysis: Analysis {
  /// Makes the analysis.
  public init() {}

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let (people, events) = inputs(context) else { return [] }
    return characteristics(people, events, context).flatMap { characteristic in
      let id = characteristic.attribute.id
      return [
        context.query(people, [id]), context.query(people, [id, AnalysisContext.hireQuarter]),
        context.query(events, ["event", id]),
        context.query(events, ["event", id, AnalysisContext.hireQuarter]),
      ]
    }
  }

  private func inputs(
    _ context: AnalysisContext
  ) -> (people: AnalysisContext.Input, events: AnalysisContext.Input)? {
    guard let people = context.input(.snapshots), let events = context.input(.events),
      people.has(AnalysisContext.hireQuarter), events.has(AnalysisContext.hireQuarter),
      people.has(AnalysisContext.quarter), context.quarters.count > 1
    else { return nil }
    return (people, events)
  }

  private func characteristics(
    _ people: AnalysisContext.Input, _ events: AnalysisContext.Input, _ context: AnalysisContext
  ) -> [Characteristic] {
    context.characteristics(of: events).filter {
      people.has($0.attribute.id) && !$0.focal.isEmpty
    }
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let (people, events) = inputs(context) else { return [] }
    let quarters = Array(context.quarters.dropFirst())
    return characteristics(people, events, context).compactMap { characteristic in
      let id = characteristic.attribute.id
      guard let stock = data.cells(people, [id]), let all = data.cells(events, ["event", id]),
        let stockByHire = data.cells(people, [id, AnalysisContext.hireQuarter]),
        let allByHire = data.cells(events, ["event", id, AnalysisContext.hireQuarter])
      else { return nil }
      let exits = FlowPopulation.exits.cells(all)
      guard
        let stockBands = ServiceYears.banded(
          stockByHire, of: stock, quarters: context.quarters, lag: 0),
        let exitBands = ServiceYears.banded(
          FlowPopulation.exits.cells(allByHire), of: exits, quarters: context.quarters, lag: 1),
        exits.filtered(AnalysisContext.quarter, quarters).total > 0
      else { return nil }
      let counts = Counts(exits: exits, exitBands: exitBands, stockBands: stockBands)
      return ExhibitLadder(
        ServiceYears.ladder.flatMap { years in
          GroupLayout.ladder(for: characteristic, endsWithPair: true)
            .filter { !$0.focal.isEmpty }
            .map { exhibit($0, years, counts, quarters, context) }
        })
    }
  }

  private struct Counts {
    let exits: CellTable
    let exitBands: CellTable
    let stockBands: CellTable
  }

  private func exhibit(
    _ layout: GroupLayout, _ years: ServiceYears, _ counts: Counts, _ quarters: [String],
    _ context: AnalysisContext
  ) -> PlannedExhibit {
    let attribute = layout.attribute.id
    let id = "service/\(attribute)"
    let label =
      quarters.count > 1 ? "\(quarters[0]) to \(context.reported)" : context.reported
    let window = FlowWindow(
      population: FlowPopulation.exits.rawValue, layout: layout, cells: counts.exits,
      quarters: quarters, label: label, isPublished: false)
    let leavers = GroupTables(
      population: FlowPopulation.exits.rawValue, conditions: WorkforceTables.conditions(label),
      layout: layout, by: [ServiceYears.id], byGroupings: years.groupings,
      cells: counts.exitBands.filtered(AnalysisContext.quarter, quarters)
        .margin([attribute, ServiceYears.id]))
    let snapshots = Array(context.quarters.dropLast())
    let stocks = snapshots.map {
      WorkforceTables.stock(
        layout, by: [ServiceYears.id], byGroupings: years.groupings, quarter: $0,
        cells: counts.stockBands)
    }
    let exits = FlowPopulation.exits.key(label)
    let people = snapshots.map(WorkforceTables.everyone)
    var statistics: [PlannedStatistic] = []
    func add(_ statistic: PlannedStatistic) -> Reference {
      statistics.append(statistic)
      return .statistic(statistic.id)
    }
    func risk(_ groups: [ServiceRisk.Operands], through last: Int) -> ServiceRisk {
      ServiceRisk(groups, years: years, through: last, exits: exits, snapshots: people)
    }
    let level = context.confidence
    let last = years.ends.last ?? 0
    let rows = layout.declaredGroups.map { group -> ExhibitRow in
      let own: ServiceRisk.Operands = { [$0.with(attribute, group.cell)] }
      let prefix = "\(id)/\(group.label)"
      var entries: [Reference?] = years.ends.map { end in
        let method = LifeTableSurvival(at: end, periodsPerUnit: 4, level: level)
        return add(
          risk([own], through: end).statistic("\(prefix)/\(end)", method.stamp) { method($0) })
      }
      let median = LifeTableMedian(periodsPerUnit: 4, level: level)
      entries.append(
        add(
          risk([own], through: last).statistic("\(prefix)/median", median.stamp) { median($0) }))
      guard layout.focal.contains(group.label) else {
        return ExhibitRow(label: group.label, role: group.role, entries: entries + [nil, nil])
      }
      let both = risk(
        [own, { layout.referenceOperands(focal: group.cell, among: $0) }], through: last)
      let ratio = MantelHaenszelRiskRatio(level: level)
      let test = LogRankTest()
      entries.append(
        add(both.statistic("\(prefix)/ratio", ratio.stamp) { ratio(ServiceRisk.strata($0)) }))
      entries.append(
        add(both.statistic("\(prefix)/p", test.stamp) { test(StratifiedRiskTables($0)) }))
      return ExhibitRow(label: group.label, role: group.role, entries: entries)
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .service, attribute: layout.name, period: label,
        focal: layout.focal.first, reference: layout.referenceLabel,
        columns: years.ends.map {
          ExhibitColumn(
            id: "after/\($0)", title: "After \($0) \($0 == 1 ? "year" : "years")", unit: .share)
        } + [
          ExhibitColumn(id: "median", title: "Median, years", unit: .number),
          ExhibitColumn(id: "ratio", title: "Ratio", unit: .ratio),
          ExhibitColumn(id: "p", title: "p (log-rank)", unit: .pValue),
        ],
        rows: rows,
        comparison: Comparison(
          effectColumn: "ratio", testColumn: "p", scale: .ratio, polarity: .adverse,
          inference: .process),
        notes: layout.notes.filter { !$0.hasPrefix("Shares are of") }),
      tables: window.tables + leavers.tables + stocks.flatMap(\.tables), statistics: statistics,
      relations: window.relations + leavers.relations + stocks.flatMap(\.relations))
  }
}
