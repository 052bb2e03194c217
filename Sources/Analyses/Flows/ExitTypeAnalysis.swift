public import Aggregates
import Estimates
import Inference

/// Exits by type (voluntary, involuntary, other), per 100 people of average headcount.
public struct ExitTypeAnalysis: Analysis {
  /// Makes the analysis.
  public init() {}

  private static let attribute = "exit_type"

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let events = context.input(.events), events.has(Self.attribute),
      let people = context.input(.snapshots)
    else { return [] }
    return [context.query(events, ["event", Self.attribute]), context.query(people, [])]
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let events = context.input(.events), let people = context.input(.snapshots),
      let average = AverageHeadcount(window: context.window, quarters: context.quarters),
      let all = data.cells(events, ["event", Self.attribute]), let stock = data.cells(people, []),
      let types = all.attributes.first(where: { $0.id == Self.attribute })
    else { return [] }
    let characteristic = Characteristic(attribute: types, comparator: .rest, focal: [])
    let layouts = GroupLayout.ladder(for: characteristic, endsWithPair: false)
    let cells = FlowPopulation.exits.cells(all)
    guard cells.filtered(AnalysisContext.quarter, context.window).total > 0 else { return [] }
    return [ExhibitLadder(layouts.map { exhibit($0, cells, stock, average, context) })]
      .compactMap { $0 }
  }

  private func exhibit(
    _ layout: GroupLayout, _ cells: CellTable, _ stock: CellTable, _ average: AverageHeadcount,
    _ context: AnalysisContext
  ) -> PlannedExhibit {
    let id = "exits/\(Self.attribute)"
    let window = FlowWindow(
      population: FlowPopulation.exits.rawValue, layout: layout, cells: cells,
      quarters: context.window, label: context.windowLabel)
    let stocks = average.snapshots.map { quarter in
      PlannedTable(
        population: WorkforceTables.population, conditions: WorkforceTables.conditions(quarter),
        attributes: [], cells: stock.slice(AnalysisContext.quarter, quarter))
    }
    let everyone = FlowPopulation.exits.key(context.windowLabel)
    let exposure = average.operands { $0 }
    let method = EventRatePer100(level: context.confidence)
    var statistics: [PlannedStatistic] = []
    func row(_ label: String, _ role: ExhibitRow.Role, _ key: CellKey) -> ExhibitRow {
      let rate = PlannedStatistic(
        id: "\(id)/\(label)/rate", method: method.stamp,
        basis: .counts([key] + exposure) { counts in
          EventRate(
            events: counts[0], exposure: AverageHeadcount.average(counts.dropFirst())
          ).map { method($0) } ?? .notEstimable(reason: "nobody to count events of")
        },
        smallestBase: CensusShare.smallestBase, bases: Array(exposure.suffix(1)))
      statistics.append(rate)
      return ExhibitRow(label: label, role: role, entries: [.cell(key), .statistic(rate.id)])
    }
    let rows =
      layout.groups.map { row($0.label, $0.role, everyone.with(Self.attribute, $0.cell)) }
      + [row("All exits", .total, everyone)]
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .retention, attribute: layout.name, period: context.windowLabel,
        columns: [
          ExhibitColumn(id: "events", title: "Exits", unit: .people),
          ExhibitColumn(id: "rate", title: "Per 100", unit: .per100),
        ],
        rows: rows, notes: layout.notes),
      tables: window.tables + stocks, statistics: statistics, relations: window.relations)
  }
}
