public import Aggregates
import Estimates

/// Opening headcount, hires, exits and closing headcount of the reported quarter.
///
///     closing = opening + hires - exits
///
/// For everyone the identity must hold to the person (`HeadcountReconciliation`). In a part of the
/// workforce people also move in from and out to other parts, which closes the account. By group what is
/// left over are people whose record changed: newly declared, or corrected.
public struct HeadcountAnalysis: Analysis {
  /// The population of records that changed: magnitudes, which do not add up over parts.
  static let changedRecords = "changed records"

  /// Makes the analysis.
  public init() {}

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let people = context.input(.snapshots) else { return [] }
    var queries = [context.query(people, [])]
    queries += context.characteristics(of: people).map { context.query(people, [$0.attribute.id]) }
    if let events = context.input(.events) {
      queries.append(context.query(events, ["event"]))
      queries += context.characteristics(of: events).map {
        context.query(events, ["event", $0.attribute.id])
      }
    }
    return queries
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let people = context.input(.snapshots), let stock = data.cells(people, []) else {
      return []
    }
    var ladders = [ExhibitLadder([everyone(stock, data, context)])].compactMap { $0 }
    guard let events = context.input(.events), let opening = context.quarters.dropLast().last else {
      return ladders
    }
    for characteristic in context.characteristics(of: people)
    where events.has(characteristic.attribute.id) {
      guard let cells = data.cells(people, [characteristic.attribute.id]),
        let flows = data.cells(events, ["event", characteristic.attribute.id])
      else { continue }
      let layouts = GroupLayout.ladder(for: characteristic, endsWithPair: true)
      // Flows by group tell how few records changed; where that is a small number, stocks stand alone.
      let rungs =
        layouts.map { byGroup($0, opening: opening, stock: cells, flows: flows, context) }
        + layouts.map { byGroup($0, opening: opening, stock: cells, flows: nil, context) }
      ladders += [ExhibitLadder(rungs)].compactMap { $0 }
    }
    return ladders
  }

  private func everyone(
    _ stock: CellTable, _ data: WorkforceData, _ context: AnalysisContext
  ) -> PlannedExhibit {
    let closing = WorkforceTables.everyone(context.reported)
    var rows = [
      ExhibitRow(label: "Closing headcount", role: .total, entries: [.cell(closing)])
    ]
    var tables = [total(WorkforceTables.population, context.reported, stock)]
    var relations: [LinearRelation] = []
    var statistics: [PlannedStatistic] = []
    if let before = context.quarters.dropLast().last, let events = context.input(.events),
      let flows = data.cells(events, ["event"])
    {
      let opening = WorkforceTables.everyone(before)
      let hires = FlowPopulation.hires.key(context.reported)
      let exits = FlowPopulation.exits.key(context.reported)
      tables.append(total(WorkforceTables.population, before, stock))
      for flow in [FlowPopulation.hires, .exits] {
        tables.append(total(flow.rawValue, context.reported, flow.cells(flows)))
      }
      rows.insert(
        contentsOf: [
          ExhibitRow(label: "Opening headcount", entries: [.cell(opening)]),
          ExhibitRow(label: "Hires", entries: [.cell(hires)]),
          ExhibitRow(label: "Exits", entries: [.cell(exits)]),
        ], at: 0)
      if context.part == nil {
        relations.append(
          LinearRelation([
            .init(closing, 1), .init(opening, -1), .init(hires, -1), .init(exits, 1),
          ]))
      } else {
        let moves = CensusShare.combination(
          id: "headcount/everyone/Moves",
          [(closing, 1), (opening, -1), (hires, -1), (exits, 1)])
        statistics.append(moves)
        rows.insert(
          ExhibitRow(label: "Moves in less moves out", entries: [.statistic(moves.id)]), at: 3)
      }
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: "headcount/everyone", kind: .headcountBridge, period: context.reported,
        columns: [ExhibitColumn(id: "people", title: "People", unit: .people)], rows: rows),
      tables: tables, statistics: statistics, relations: relations)
  }

  private func total(_ population: String, _ quarter: String, _ cells: CellTable) -> PlannedTable {
    PlannedTable(
      population: population, conditions: WorkforceTables.conditions(quarter), attributes: [],
      cells: cells.slice(AnalysisContext.quarter, quarter))
  }

  private func byGroup(
    _ layout: GroupLayout, opening: String, stock: CellTable, flows: CellTable?,
    _ context: AnalysisContext
  ) -> PlannedExhibit {
    let id = "headcount/\(layout.attribute.id)"
    let quarter = context.reported
    var groupTables = [opening, quarter].map {
      WorkforceTables.stock(layout, quarter: $0, cells: stock)
    }
    var steps = [("Opening headcount", WorkforceTables.everyone(opening))]
    if let flows {
      for flow in [FlowPopulation.hires, .exits] {
        groupTables.append(
          GroupTables(
            population: flow.rawValue, conditions: WorkforceTables.conditions(quarter),
            layout: layout, cells: flow.cells(flows).slice(AnalysisContext.quarter, quarter)))
        steps.append((flow.title, flow.key(quarter)))
      }
    }
    steps.append(("Closing headcount", WorkforceTables.everyone(quarter)))
    var rows = steps.map { label, key in
      ExhibitRow(
        label: label, role: label == "Closing headcount" ? .total : .item,
        entries: layout.groups.map { .cell(key.with(layout.attribute.id, $0.cell)) })
    }
    var statistics: [PlannedStatistic] = []
    var tables = groupTables.flatMap(\.tables)
    if let flows {
      statistics = layout.groups.map { group in
        let cells = steps.map { $0.1.with(layout.attribute.id, group.cell) }
        return CensusShare.combination(
          id: "\(id)/Changed record/\(group.label)",
          [(cells[3], 1), (cells[0], -1), (cells[1], -1), (cells[2], 1)])
      }
      rows.insert(
        ExhibitRow(label: "Changed record", entries: statistics.map { .statistic($0.id) }), at: 3)
      tables.append(changedRecords(layout, opening: opening, stock: stock, flows: flows, context))
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .headcountBridge, attribute: layout.name, period: quarter,
        columns: layout.groups.map {
          ExhibitColumn(
            id: "people/\($0.label)", title: $0.label, unit: .people, group: $0.label)
        },
        rows: rows,
        notes: layout.notes
          + (flows == nil
            ? ["Hires and exits by group are not shown."]
            : [
              "Changed record: people who declared for the first time or whose record was corrected."
            ])),
      tables: tables, statistics: statistics, relations: groupTables.flatMap(\.relations))
  }

  /// How many records of each group changed, whichever way: not shown, but a reader gets it from
  /// stocks and flows, so a small number speaks against showing flows.
  private func changedRecords(
    _ layout: GroupLayout, opening: String, stock: CellTable, flows: CellTable,
    _ context: AnalysisContext
  ) -> PlannedTable {
    let id = layout.attribute.id
    func counts(_ cells: CellTable, _ quarter: String) -> [Int] {
      layout.groups.map { group in
        let members = layout.groupings.first { $0.label == group.cell }?.members ?? [group.cell]
        return members.reduce(0) {
          $0 + cells.count([AnalysisContext.quarter: quarter, id: $1])
        }
      }
    }
    let before = counts(stock, opening)
    let after = counts(stock, context.reported)
    let hires = counts(FlowPopulation.hires.cells(flows), context.reported)
    let exits = counts(FlowPopulation.exits.cells(flows), context.reported)
    let groups = Attribute(
      id: id, title: layout.attribute.title, levels: layout.groups.map { Level($0.cell) })
    return PlannedTable(
      population: Self.changedRecords,
      conditions: WorkforceTables.conditions(context.reported) + [
        CellKey.Condition("among", layout.groups.map(\.cell).joined(separator: " | "))
      ],
      attributes: [id],
      cells: CellTable(
        attributes: [groups],
        entries: layout.groups.indices.map { group in
          .init(
            coordinates: [group],
            cell: Cell(count: abs(after[group] - before[group] - hires[group] + exits[group])))
        }),
      isPublished: false, guidesRungs: true)
  }
}
