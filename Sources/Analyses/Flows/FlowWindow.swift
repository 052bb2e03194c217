import Aggregates
import Estimates

/// Counts over several quarters, made of the quarters' own counts.
///
/// The window is published; the quarters stand beside it in the system the gate protects, so that a
/// quarter cannot be worked out from windows that overlap.
struct FlowWindow: Sendable {
  let tables: [PlannedTable]
  let relations: [LinearRelation]

  /// A window that stands alone: no quarter of it is shown anywhere.
  init(_ whole: GroupTables) {
    tables = whole.tables
    relations = whole.relations
  }

  /// Sums a population's counts, by quarter in `cells`, over the quarters of a window.
  init(
    population: String, layout: GroupLayout, by: [String] = [], byGroupings: [Grouping] = [],
    cells: CellTable,
    quarters: [String], label: String, conditions: [CellKey.Condition] = [],
    isPublished: Bool = true
  ) {
    let inWindow = cells.filtered(AnalysisContext.quarter, quarters)
    let kept = [layout.attribute.id] + by
    let whole = GroupTables(
      population: population,
      conditions: conditions + [CellKey.Condition(AnalysisContext.quarter, label)],
      layout: layout, by: by, byGroupings: byGroupings, cells: inWindow.margin(kept),
      isPublished: isPublished)
    guard quarters.count > 1 else {
      tables = whole.tables
      relations = whole.relations
      return
    }
    let parts = quarters.map { quarter in
      GroupTables(
        population: population,
        conditions: conditions + [CellKey.Condition(AnalysisContext.quarter, quarter)],
        layout: layout, by: by, byGroupings: byGroupings,
        cells: cells.slice(AnalysisContext.quarter, quarter),
        isPublished: false)
    }
    let byAttributes = cells.margin(by).attributes
    let keys = GroupTables.keys(
      population, conditions + [CellKey.Condition(AnalysisContext.quarter, label)], byAttributes)
    let sums = keys.flatMap { key in
      ([key] + layout.groups.map { key.with(layout.attribute.id, $0.cell) }).map { cell in
        LinearRelation(cell, isSumOf: quarters.map { cell.with(AnalysisContext.quarter, $0) })
      }
    }
    tables = whole.tables + parts.flatMap(\.tables)
    relations = whole.relations + parts.flatMap(\.relations) + sums
  }
}
