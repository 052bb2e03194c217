import Aggregates
import Estimates

/// The people whose pay is compared: a focal group and its reference, with the head counts that must
/// be shown for their pay to be.
struct PayComparison: Sendable {
  let focal: PlannedStatistic.Arm
  let reference: PlannedStatistic.Arm
  /// The tables with the head counts.
  let tables: [PlannedTable]
  let relations: [LinearRelation]
  let referenceLabel: String

  /// Compares pay among the people of `cells` (by quarter; the first measure is pay), all of them or
  /// those at one level of `within`.
  init?(
    _ characteristic: Characteristic, focal: String, within: (attribute: Attribute, level: String)?,
    cells: CellTable, measure: String, _ context: AnalysisContext
  ) {
    let id = characteristic.attribute.id
    let quarter = context.reported
    let now = cells.slice(AnalysisContext.quarter, quarter)
    // The reference is one level of the attribute; where it is everyone else, they become one.
    let split = Self.split(characteristic, focal: focal)
    let recoded = now.recoded(split.attribute, target: split.target)
    let by = within.map { [$0.attribute.id] } ?? []
    var everyone = WorkforceTables.everyone(quarter)
    var people = recoded
    if let within {
      everyone = everyone.with(within.attribute.id, within.level)
      people = recoded.slice(within.attribute.id, within.level)
    }
    func arm(_ label: String) -> PlannedStatistic.Arm? {
      guard let summary = people.slice(id, label).everyone?.measures.first else { return nil }
      return PlannedStatistic.Arm(
        cell: everyone.with(id, label), measure: measure, summary: Confidential(summary))
    }
    guard let focalArm = arm(focal), let referenceArm = arm(split.reference) else { return nil }
    self.focal = focalArm
    self.reference = referenceArm
    referenceLabel = split.title
    tables = [
      PlannedTable(
        population: WorkforceTables.population, conditions: WorkforceTables.conditions(quarter),
        attributes: [id] + by, cells: recoded)
    ]
    // What is merged here is the sum of the levels shown elsewhere.
    let merged = characteristic.attribute.levels.enumerated()
      .filter { split.attribute.levels[split.target[$0.offset] ?? 0].label == split.reference }
      .map(\.element.label)
    relations =
      merged.count > 1
      ? GroupTables.keys(
        WorkforceTables.population, WorkforceTables.conditions(quarter),
        recoded.margin(by).attributes
      ).map { key in
        LinearRelation(key.with(id, split.reference), isSumOf: merged.map { key.with(id, $0) })
      } : []
  }

  private static func split(
    _ characteristic: Characteristic, focal: String
  ) -> (attribute: Attribute, target: [Int?], reference: String, title: String) {
    let attribute = characteristic.attribute
    if case .level(let label) = characteristic.comparator {
      return (attribute, attribute.levels.indices.map { $0 }, label, label)
    }
    let rest = "\(GroupLayout.restLabel), not \(focal)"
    let missing = attribute.levels.filter { $0.declaration != .declared }
    let levels = [Level(focal), Level(rest)] + missing
    let target = attribute.levels.map { level -> Int? in
      if level.label == focal { return 0 }
      if level.declaration == .declared { return 1 }
      return levels.firstIndex(of: level)
    }
    return (
      Attribute(id: attribute.id, title: attribute.title, levels: levels), target, rest,
      GroupLayout.restLabel
    )
  }
}
