public import Aggregates
import Estimates
import Inference

/// How long people stay, and how long those who stay wait for a promotion: the share without the
/// event after each year of service, and how the groups' chances of it compare in the same year.
///
/// A life table of the period reported: everyone counted at a snapshot is once at risk of the event
/// by the next, in the year of service they are in, whenever they were hired. Long-serving people
/// enter it late, at the service they had when the period began; those still there at the end are
/// censored, and so are leavers where promotions are counted. The groups are compared by the
/// Mantel-Haenszel ratio of the chances and the log-rank test, with the years of service as strata:
/// one comparison per characteristic, of its first focal group with the reference.
public struct TimeToEventAnalysis: Analysis {
  /// Makes the analysis.
  public init() {}

  private static let flows: [(FlowPopulation, Exhibit.Kind, Comparison.Polarity)] = [
    (.exits, .timeToExit, .adverse), (.promotions, .timeToPromotion, .favourable),
  ]

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
    // Groups of age are left out with the others that have no reference: age goes with service.
    context.characteristics(of: events).filter { characteristic in
      guard case .level = characteristic.comparator else { return false }
      return people.has(characteristic.attribute.id) && !characteristic.focal.isEmpty
    }
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let (people, events) = inputs(context) else { return [] }
    let quarters = Array(context.quarters.dropFirst())
    return Self.flows.flatMap { flow, kind, polarity in
      characteristics(people, events, context).compactMap { characteristic -> ExhibitLadder? in
        let id = characteristic.attribute.id
        guard let stock = data.cells(people, [id]), let all = data.cells(events, ["event", id]),
          let stockByHire = data.cells(people, [id, AnalysisContext.hireQuarter]),
          let allByHire = data.cells(events, ["event", id, AnalysisContext.hireQuarter]),
          let stockByYear = ServiceYears.banded(stockByHire, of: stock, lag: 0),
          let byYear = ServiceYears.banded(
            flow.cells(allByHire), of: flow.cells(all), lag: 1),
          flow.cells(all).filtered(AnalysisContext.quarter, quarters).total > 0
        else { return nil }
        let counts = Counts(
          flow: flow, kind: kind, polarity: polarity, events: flow.cells(all),
          eventsByYear: byYear, stockByYear: stockByYear)
        return ExhibitLadder(
          ServiceYears.ladder.flatMap { years in
            GroupLayout.ladder(for: characteristic, endsWithPair: true)
              .filter { !$0.focal.isEmpty }
              .map { exhibit($0, years, counts, quarters, context) }
          })
      }
    }
  }

  /// One kind of event: how it is shown, and its counts.
  private struct Counts {
    let flow: FlowPopulation
    let kind: Exhibit.Kind
    let polarity: Comparison.Polarity
    let events: CellTable
    let eventsByYear: CellTable
    let stockByYear: CellTable
  }

  private func exhibit(
    _ layout: GroupLayout, _ years: ServiceYears, _ counts: Counts, _ quarters: [String],
    _ context: AnalysisContext
  ) -> PlannedExhibit {
    let attribute = layout.attribute.id
    let id = "service/\(counts.flow.rawValue)/\(attribute)"
    let label =
      quarters.count > 1 ? "\(quarters[0]) to \(context.reported)" : context.reported
    let window = FlowWindow(
      population: counts.flow.rawValue, layout: layout, cells: counts.events,
      quarters: quarters, label: label, isPublished: false)
    let events = GroupTables(
      population: counts.flow.rawValue, conditions: WorkforceTables.conditions(label),
      layout: layout, by: [ServiceYears.id], byGroupings: years.groupings,
      cells: counts.eventsByYear.filtered(AnalysisContext.quarter, quarters)
        .margin([attribute, ServiceYears.id]))
    let snapshots = Array(context.quarters.dropLast())
    let stocks = snapshots.map {
      WorkforceTables.stock(
        layout, by: [ServiceYears.id], byGroupings: years.groupings, quarter: $0,
        cells: counts.stockByYear)
    }
    let everyone = counts.flow.key(label)
    let people = snapshots.map(WorkforceTables.everyone)
    var statistics: [PlannedStatistic] = []
    func add(_ statistic: PlannedStatistic) -> Reference {
      statistics.append(statistic)
      return .statistic(statistic.id)
    }
    func risk(_ groups: [ServiceRisk.Operands], through last: Int) -> ServiceRisk {
      ServiceRisk(
        groups, years: years, through: last, events: everyone,
        snapshots: people)
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
      guard group.label == layout.focal.first else {
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
        id: id, kind: counts.kind, attribute: layout.name, period: label,
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
          effectColumn: "ratio", testColumn: "p", scale: .ratio, polarity: counts.polarity,
          inference: .process),
        notes: layout.notes.filter { !$0.hasPrefix("Shares are of") }),
      tables: window.tables + events.tables + stocks.flatMap(\.tables), statistics: statistics,
      relations: window.relations + events.relations + stocks.flatMap(\.relations))
  }
}
