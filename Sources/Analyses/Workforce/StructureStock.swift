import Aggregates
import Estimates
import Inference

/// People by group within each part of a structure at the end of a quarter, and a year before
/// where the parts have an order: what representation by structure and the indices of separation
/// are both made of.
///
/// Both use it, so that the gate finds the same rung for both.
struct StructureStock: Sendable {
  let layout: GroupLayout
  let split: StructureLayout
  let tables: [PlannedTable]
  let relations: [LinearRelation]
  /// Whether parts have so few people on average that chance alone separates groups.
  ///
  /// Of everyone's number, which every release shows, and the number of parts.
  let hasSmallParts: Bool
  /// Whether the shares of a year before are planned as well.
  let comparesYears: Bool

  /// The rungs, finest first: structures fine, then merged.
  static func ladder(
    _ characteristic: Characteristic, by structure: Attribute, _ cells: CellTable,
    _ context: AnalysisContext
  ) -> [StructureStock] {
    StructureLayout.pairs(
      GroupLayout.ladder(for: characteristic, endsWithPair: true),
      StructureLayout.ladder(for: structure, context)
    ).map { StructureStock($0, $1, cells, context) }
  }

  private init(
    _ layout: GroupLayout, _ split: StructureLayout, _ cells: CellTable,
    _ context: AnalysisContext
  ) {
    let structure = split.attribute
    comparesYears = structure.isOrdered && context.yearAgo != nil
    let quarters = [context.reported] + (comparesYears ? [context.yearAgo].compactMap { $0 } : [])
    let groupTables = quarters.map {
      WorkforceTables.stock(
        layout, by: [structure.id], byGroupings: split.groupings, quarter: $0, cells: cells)
    }
    self.layout = layout
    self.split = split
    let people = cells.slice(AnalysisContext.quarter, context.reported).everyone?.count ?? 0
    hasSmallParts = people < SegregationApproach.smallUnitsBelow * split.labels.count
    tables = groupTables.flatMap(\.tables)
    relations = groupTables.flatMap(\.relations)
  }

  /// The people of one part in a quarter.
  func everyone(_ quarter: String, at part: String) -> CellKey {
    WorkforceTables.everyone(quarter).with(split.attribute.id, part)
  }

  /// The people of one part and group in a quarter.
  func people(_ quarter: String, at part: String, _ group: GroupLayout.Group) -> CellKey {
    everyone(quarter, at: part).with(layout.attribute.id, group.cell)
  }
}
