import Aggregates
import Analyses
import Disclosure
import Estimates

/// Small plans for tests.
enum PlanBuilding {
  /// A table from axes and row-major counts.
  static func table(
    population: String = "workforce", conditions: [CellKey.Condition] = [],
    _ axes: [(id: String, levels: [String])], _ counts: [Int], groupings: [Grouping] = [],
    isPublished: Bool = true
  ) -> PlannedTable {
    let attributes = axes.map { axis in
      Attribute(id: axis.id, title: axis.id, levels: axis.levels.map { Level($0) })
    }
    let strides = PlannedTable.strides(attributes)
    let entries = counts.indices.map { position in
      CellTable.Entry(
        coordinates: attributes.indices.map {
          position / strides[$0] % attributes[$0].levels.count
        },
        cell: Cell(count: counts[position]))
    }
    return PlannedTable(
      population: population, conditions: conditions, attributes: axes.map(\.id),
      cells: CellTable(attributes: attributes, entries: entries), groupings: groupings,
      isPublished: isPublished)
  }

  /// The names of all cells over some axes, margins and total included.
  static func keys(
    population: String = "workforce", conditions: [CellKey.Condition] = [],
    _ axes: [(id: String, levels: [String])]
  ) -> [CellKey] {
    axes.reduce([CellKey(population, conditions)]) { keys, axis in
      keys.flatMap { key in axis.levels.map { key.with(axis.id, $0) } + [key] }
    }
  }

  /// An exhibit with one row per cell and, after those, one per statistic.
  static func exhibit(
    _ id: String = "exhibit", cells: [CellKey], statistics: [PlannedStatistic] = []
  ) -> Exhibit {
    Exhibit(
      id: id, kind: .intersection, period: "2025Q3",
      columns: [
        ExhibitColumn(id: "people", title: "People", unit: .people),
        ExhibitColumn(id: "value", title: "Value", unit: .share),
      ],
      rows: cells.map { ExhibitRow(label: $0.description, entries: [.cell($0), nil]) }
        + statistics.map { ExhibitRow(label: $0.id, entries: [nil, .statistic($0.id)]) })
  }

  /// A plan with one ladder of one rung.
  static func plan(
    tables: [PlannedTable], cells: [CellKey], statistics: [PlannedStatistic] = [],
    relations: [LinearRelation] = []
  ) -> ReleasePlan {
    let planned = PlannedExhibit(
      exhibit: exhibit(cells: cells, statistics: statistics), tables: tables,
      statistics: statistics, relations: relations)
    return ReleasePlan(ladders: [ExhibitLadder([planned])].compactMap { $0 })
  }
}

extension Release {
  /// Every count that is shown, by the name of its cell.
  var shownCounts: [CellKey: Int] {
    var shown: [CellKey: Int] = [:]
    for published in exhibits {
      for (row, entries) in zip(published.exhibit.rows, published.entries) {
        for (reference, entry) in zip(row.entries, entries) {
          if case .cell(let key)? = reference, let people = entry.people { shown[key] = people }
        }
      }
    }
    return shown
  }
}
