public import Aggregates
import Estimates

/// Who works here: people and shares of each group, over all and within each level of a structure.
///
/// Shares are of people who declared, `group / declared`. A stock is a full count, so shares have no
/// interval.
public struct RepresentationAnalysis: Analysis {
  /// Makes the analysis.
  public init() {}

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let people = context.input(.snapshots) else { return [] }
    return context.characteristics(of: people).flatMap { characteristic in
      [context.query(people, [characteristic.attribute.id])]
        + context.structures(of: people).map {
          context.query(people, [characteristic.attribute.id, $0.id])
        }
    }
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let people = context.input(.snapshots) else { return [] }
    return context.characteristics(of: people).flatMap { characteristic -> [ExhibitLadder] in
      let id = characteristic.attribute.id
      var ladders: [ExhibitLadder?] = []
      if let cells = data.cells(people, [id]) {
        ladders.append(
          ExhibitLadder(
            GroupLayout.ladder(for: characteristic, endsWithPair: false).map {
              overall($0, cells, context)
            }))
      }
      for structure in context.structures(of: people) {
        guard let cells = data.cells(people, [id, structure.id]) else { continue }
        ladders.append(
          ExhibitLadder(
            StructureStock.ladder(characteristic, by: structure, cells, context).map {
              within($0, context)
            }))
      }
      return ladders.compactMap { $0 }
    }
  }

  private func overall(
    _ layout: GroupLayout, _ cells: CellTable, _ context: AnalysisContext
  ) -> PlannedExhibit {
    let id = "representation/\(layout.attribute.id)"
    let now = WorkforceTables.everyone(context.reported)
    let then = context.yearAgo.map(WorkforceTables.everyone)
    var groupTables = [WorkforceTables.stock(layout, quarter: context.reported, cells: cells)]
    if let yearAgo = context.yearAgo {
      groupTables.append(WorkforceTables.stock(layout, quarter: yearAgo, cells: cells))
    }
    var columns = [
      ExhibitColumn(id: "people", title: "People", unit: .people),
      ExhibitColumn(id: "share", title: "Share", unit: .share),
    ]
    if Self.showsBounds(layout) {
      columns += [
        ExhibitColumn(id: "lowest", title: "Lowest possible", unit: .share),
        ExhibitColumn(id: "highest", title: "Highest possible", unit: .share),
      ]
    }
    if let yearAgo = context.yearAgo {
      columns += [
        ExhibitColumn(id: "year_ago", title: "Share in \(yearAgo)", unit: .share),
        ExhibitColumn(id: "change", title: "Change", unit: .percentagePoints),
      ]
    }
    var statistics: [PlannedStatistic] = []
    let rows = layout.groups.map { group in
      let key = now.with(layout.attribute.id, group.cell)
      guard group.role != .undeclared else {
        return ExhibitRow(
          label: group.label, role: .undeclared,
          entries: [.cell(key)] + columns.dropFirst().map { _ in nil })
      }
      let prefix = "\(id)/\(group.label)"
      var entries: [Reference?] = [.cell(key)]
      let share = CensusShare.share(
        id: "\(prefix)/share", part: key, whole: layout.denominator(of: now))
      statistics.append(share)
      entries.append(.statistic(share.id))
      if Self.showsBounds(layout) {
        let bounds = CensusShare.bounds(
          id: prefix, part: key, declared: layout.denominator(of: now), everyone: now)
        statistics += bounds
        entries += bounds.map { .statistic($0.id) }
      }
      if let then {
        let before = then.with(layout.attribute.id, group.cell)
        let yearAgo = CensusShare.share(
          id: "\(prefix)/year_ago", part: before, whole: layout.denominator(of: then))
        let change = CensusShare.change(
          id: "\(prefix)/change", now: (key, layout.denominator(of: now)),
          then: (before, layout.denominator(of: then)))
        statistics += [yearAgo, change]
        entries += [.statistic(yearAgo.id), .statistic(change.id)]
      }
      return ExhibitRow(label: group.label, role: .item, entries: entries)
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .representation, attribute: layout.name, period: context.reported,
        columns: columns, rows: rows,
        notes: layout.notes + (Self.showsBounds(layout) ? [CensusShare.boundsNote] : [])),
      tables: groupTables.flatMap(\.tables), statistics: statistics,
      relations: groupTables.flatMap(\.relations))
  }

  /// Whether the share among everyone is bounded by who did not say: where shares are of those who
  /// declared and not everybody can be known to have.
  private static func showsBounds(_ layout: GroupLayout) -> Bool {
    !layout.sharesAreOfEveryone && layout.groups.contains { $0.role == .undeclared }
  }

  private func within(_ stock: StructureStock, _ context: AnalysisContext) -> PlannedExhibit {
    let layout = stock.layout
    let structure = stock.split.attribute
    let id = "representation/\(layout.attribute.id)/\(structure.id)"
    let groups = layout.declaredGroups
    let comparesYears = stock.comparesYears
    var columns: [ExhibitColumn] = groups.flatMap { group in
      [
        ExhibitColumn(
          id: "people/\(group.label)", title: "\(group.label), people", unit: .people,
          group: group.label),
        ExhibitColumn(
          id: "share/\(group.label)", title: "\(group.label), share", unit: .share,
          group: group.label),
      ]
    }
    if comparesYears, let yearAgo = context.yearAgo {
      columns += groups.map { group in
        ExhibitColumn(
          id: "year_ago/\(group.label)", title: "\(group.label), share in \(yearAgo)",
          unit: .share, group: group.label)
      }
    }
    var statistics: [PlannedStatistic] = []
    func share(
      _ quarter: String, _ level: String, _ group: GroupLayout.Group, _ column: String
    ) -> Reference {
      let statistic = CensusShare.share(
        id: "\(id)/\(level)/\(column)/\(group.label)",
        part: stock.people(quarter, at: level, group),
        whole: layout.denominator(of: stock.everyone(quarter, at: level)))
      statistics.append(statistic)
      return .statistic(statistic.id)
    }
    let rows = stock.split.labels.map { level -> ExhibitRow in
      var entries: [Reference?] = groups.flatMap { group -> [Reference?] in
        [
          .cell(stock.people(context.reported, at: level, group)),
          share(context.reported, level, group, "share"),
        ]
      }
      if comparesYears, let yearAgo = context.yearAgo {
        entries += groups.map { share(yearAgo, level, $0, "year_ago") }
      }
      return ExhibitRow(label: level, entries: entries)
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .representationBy, attribute: layout.name,
        by: stock.split.name, period: context.reported,
        focal: layout.focal.first, reference: layout.referenceLabel, columns: columns, rows: rows,
        notes: layout.notes + stock.split.notes),
      tables: stock.tables, statistics: statistics, relations: stock.relations)
  }
}
