public import Aggregates
import Estimates

/// How many people answered each question about themselves: declared, declined, blank, not asked.
///
/// The share declared is of everyone counted, `declared / (declared + declined + blank + not asked)`.
public struct DeclarationAnalysis: Analysis {
  /// Makes the analysis.
  public init() {}

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let people = context.input(.snapshots) else { return [] }
    return context.characteristics(of: people).map { context.query(people, [$0.attribute.id]) }
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let people = context.input(.snapshots) else { return [] }
    let characteristics = context.characteristics(of: people)
    let states = characteristics.compactMap { characteristic -> (Characteristic, CellTable)? in
      data.cells(people, [characteristic.attribute.id]).map {
        (characteristic, $0.declarationStates(of: characteristic.attribute.id))
      }
    }
    guard !states.isEmpty else { return [] }
    var ladders = [ExhibitLadder([now(states, context)])]
    if context.quarters.count > 1 { ladders.append(ExhibitLadder([trend(states, context)])) }
    return ladders.compactMap { $0 }
  }

  private func now(
    _ states: [(Characteristic, CellTable)], _ context: AnalysisContext
  ) -> PlannedExhibit {
    let kinds: [(Declaration, String, String)] = [
      (.declared, "declared", "Declared"), (.declined, "declined", "Preferred not to say"),
      (.blank, "blank", "No answer recorded"), (.notAsked, "not_asked", "Not asked"),
    ]
    var tables: [PlannedTable] = []
    var statistics: [PlannedStatistic] = []
    var rows: [ExhibitRow] = []
    for (characteristic, cells) in states {
      let id = characteristic.attribute.id
      let key = WorkforceTables.everyone(context.reported)
      tables.append(table(id, cells, context.reported))
      let share = CensusShare.share(
        id: "declaration/\(id)/share", part: key.with(id, Attribute.declaredLabel), whole: key)
      statistics.append(share)
      let entries = kinds.map { state, _, _ -> Reference? in
        if state == .declared { return .cell(key.with(id, Attribute.declaredLabel)) }
        return characteristic.attribute.levels.first { $0.declaration == state }
          .map { .cell(key.with(id, $0.label)) }
      }
      rows.append(
        ExhibitRow(
          label: characteristic.attribute.title, entries: entries + [.statistic(share.id)]))
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: "declaration", kind: .declaration, period: context.reported,
        columns: kinds.map { ExhibitColumn(id: $0.1, title: $0.2, unit: .people) } + [
          ExhibitColumn(id: "share_declared", title: "Share declared", unit: .share)
        ],
        rows: rows),
      tables: tables, statistics: statistics)
  }

  private func trend(
    _ states: [(Characteristic, CellTable)], _ context: AnalysisContext
  ) -> PlannedExhibit {
    var tables: [PlannedTable] = []
    var statistics: [PlannedStatistic] = []
    let rows = context.quarters.map { quarter in
      ExhibitRow(
        label: quarter,
        entries: states.map { characteristic, cells in
          let id = characteristic.attribute.id
          let key = WorkforceTables.everyone(quarter)
          tables.append(table(id, cells, quarter))
          let share = CensusShare.share(
            id: "declaration/trend/\(quarter)/\(id)",
            part: key.with(id, Attribute.declaredLabel), whole: key)
          statistics.append(share)
          return .statistic(share.id)
        })
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: "declaration/trend", kind: .declarationTrend, period: context.reported,
        columns: states.map { characteristic, _ in
          ExhibitColumn(
            id: "share/\(characteristic.attribute.id)", title: characteristic.attribute.title,
            unit: .share, group: characteristic.attribute.title)
        },
        rows: rows),
      tables: tables, statistics: statistics)
  }

  private func table(_ id: String, _ cells: CellTable, _ quarter: String) -> PlannedTable {
    PlannedTable(
      population: WorkforceTables.population, conditions: WorkforceTables.conditions(quarter),
      attributes: [id], cells: cells.slice(AnalysisContext.quarter, quarter))
  }
}
