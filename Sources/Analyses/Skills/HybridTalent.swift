import Aggregates
import Estimates

/// The people of each group, or of each part of a structure, with skills in both health and
/// technology, now and a year before.
///
/// Beside them all others stand as one, so that few counts are released.
struct HybridTalent: Sendable {
  let exhibit: PlannedExhibit

  private static let others = Grouping(
    attribute: SkillsInput.domain, label: "Not both",
    members: ["Health", "Technology", "Neither"])

  /// By the groups of a characteristic.
  init(layout: GroupLayout, cells: CellTable, quarters: [String]) {
    let stocks = quarters.map {
      WorkforceTables.stock(
        layout, by: [SkillsInput.domain], byGroupings: [Self.others], quarter: $0, cells: cells)
    }
    exhibit = Self.exhibit(
      attribute: layout.name,
      rows: layout.groups.map { (label: $0.label, cell: $0.cell, role: $0.role) },
      quarters: quarters, tables: stocks.flatMap(\.tables),
      relations: stocks.flatMap(\.relations),
      notes: layout.groupings.map { "\($0.label): \($0.members.joined(separator: "; "))." })
  }

  /// By the parts of a structure.
  init(structure: StructureLayout, cells: CellTable, quarters: [String]) {
    let id = structure.attribute.id
    exhibit = Self.exhibit(
      attribute: structure.name,
      rows: structure.labels.map { (label: $0, cell: $0, role: .item) }, quarters: quarters,
      tables: quarters.map {
        PlannedTable(
          population: WorkforceTables.population, conditions: WorkforceTables.conditions($0),
          attributes: [id, SkillsInput.domain],
          cells: cells.slice(AnalysisContext.quarter, $0),
          groupings: structure.groupings + [Self.others])
      }, relations: [], notes: structure.notes)
  }

  private static func exhibit(
    attribute: ExhibitAttribute, rows: [(label: String, cell: String, role: ExhibitRow.Role)],
    quarters: [String], tables: [PlannedTable], relations: [LinearRelation], notes: [String]
  ) -> PlannedExhibit {
    let id = "skills/hybrid/\(attribute.id)"
    var columns = [
      ExhibitColumn(id: "people", title: "People", unit: .people),
      ExhibitColumn(id: "both", title: "With both", unit: .people),
      ExhibitColumn(id: "share", title: "Share", unit: .share),
    ]
    if let before = quarters.dropFirst().first {
      columns += [
        ExhibitColumn(id: "year_ago", title: "Share in \(before)", unit: .share),
        ExhibitColumn(id: "change", title: "Change", unit: .percentagePoints),
      ]
    }
    var statistics: [PlannedStatistic] = []
    let rows = rows.map { row -> ExhibitRow in
      let counts = quarters.map { quarter -> (part: CellKey, whole: CellKey) in
        let whole = WorkforceTables.everyone(quarter).with(attribute.id, row.cell)
        return (whole.with(SkillsInput.domain, SkillsInput.both), whole)
      }
      guard let now = counts.first else { return ExhibitRow(label: row.label, entries: []) }
      guard row.role != .undeclared else {
        return ExhibitRow(
          label: row.label, role: row.role,
          entries: [.cell(now.whole)] + columns.dropFirst().map { _ in nil })
      }
      var shown = [
        CensusShare.share(id: "\(id)/\(row.label)/share", part: now.part, whole: now.whole)
      ]
      if let then = counts.dropFirst().first {
        shown += [
          CensusShare.share(id: "\(id)/\(row.label)/year_ago", part: then.part, whole: then.whole),
          CensusShare.change(id: "\(id)/\(row.label)/change", now: now, then: then),
        ]
      }
      statistics += shown
      return ExhibitRow(
        label: row.label, role: .item,
        entries: [.cell(now.whole), .cell(now.part)] + shown.map { .statistic($0.id) })
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .hybridTalent, attribute: attribute, period: quarters.first ?? "",
        columns: columns, rows: rows, notes: notes),
      tables: tables, statistics: statistics, relations: relations)
  }
}

/// Everyone by the domains of their skills, now and a year before.
struct SkillDomains: Sendable {
  let cells: CellTable
  let quarters: [String]

  var exhibit: PlannedExhibit {
    let id = "skills/domains"
    let attribute = cells.attributes.first { $0.id == SkillsInput.domain }
    let people = quarters.map(WorkforceTables.everyone)
    var columns = [
      ExhibitColumn(id: "people", title: "People", unit: .people),
      ExhibitColumn(id: "share", title: "Share", unit: .share),
    ]
    if let before = quarters.dropFirst().first {
      columns.append(ExhibitColumn(id: "year_ago", title: "Share in \(before)", unit: .share))
    }
    var statistics: [PlannedStatistic] = []
    let rows = (attribute?.levels ?? []).map { level -> ExhibitRow in
      let shares = zip(["share", "year_ago"], people).map { column, everyone in
        CensusShare.share(
          id: "\(id)/\(level.label)/\(column)",
          part: everyone.with(SkillsInput.domain, level.label), whole: everyone)
      }
      statistics += shares
      let now = people.first.map { Reference.cell($0.with(SkillsInput.domain, level.label)) }
      return ExhibitRow(
        label: level.label, entries: [now] + shares.map { .statistic($0.id) })
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .skillDomains,
        attribute: attribute.map { ExhibitAttribute(id: $0.id, title: $0.title) },
        period: quarters.first ?? "", columns: columns, rows: rows),
      tables: quarters.map {
        PlannedTable(
          population: WorkforceTables.population, conditions: WorkforceTables.conditions($0),
          attributes: [SkillsInput.domain], cells: cells.slice(AnalysisContext.quarter, $0))
      }, statistics: statistics)
  }
}
