public import Aggregates
import Estimates

/// Shares of each group at the end of every quarter, over all and in leadership.
public struct TrendAnalysis: Analysis {
  /// Makes the analysis.
  public init() {}

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let people = context.input(.snapshots), context.quarters.count > 1 else { return [] }
    return context.characteristics(of: people).flatMap { characteristic in
      [context.query(people, [characteristic.attribute.id])]
        + (context.leadershipFrom == nil
          ? [] : [context.query(people, [characteristic.attribute.id, "level"])])
    }
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let people = context.input(.snapshots), context.quarters.count > 1 else { return [] }
    return context.characteristics(of: people).flatMap { characteristic -> [ExhibitLadder] in
      let id = characteristic.attribute.id
      var ladders: [ExhibitLadder?] = []
      if let cells = data.cells(people, [id]) {
        ladders.append(
          ExhibitLadder(
            GroupLayout.ladder(for: characteristic, endsWithPair: true).map {
              trend($0, cells, leadership: nil, context)
            }))
      }
      if let split = leadership(context), let cells = data.cells(people, [id, "level"]) {
        ladders.append(
          ExhibitLadder(
            GroupLayout.ladder(for: characteristic, endsWithPair: true).map {
              trend(
                $0, cells.recoded(split.attribute, target: split.target), leadership: split, context
              )
            }))
      }
      return ladders.compactMap { $0 }
    }
  }

  /// The levels cut in two: leadership and the rest.
  private struct LeadershipSplit {
    let attribute: Attribute
    let target: [Int?]
    let label: String
    let members: [String]
  }

  private func leadership(_ context: AnalysisContext) -> LeadershipSplit? {
    guard let from = context.leadershipFrom,
      let level = context.structures.first(where: { $0.id == "level" }),
      let start = level.levels.firstIndex(where: { $0.label == from })
    else { return nil }
    let members = level.levels.indices.filter {
      $0 >= start && level.levels[$0].declaration == .declared
    }
    guard members.count > 1 else { return nil }
    let label = "\(from) and above"
    let attribute = Attribute(
      id: "level", title: level.title, levels: [Level("Below \(from)"), Level(label)],
      isOrdered: true)
    return LeadershipSplit(
      attribute: attribute, target: level.levels.indices.map { members.contains($0) ? 1 : 0 },
      label: label, members: members.map { level.levels[$0].label })
  }

  private func trend(
    _ layout: GroupLayout, _ cells: CellTable, leadership: LeadershipSplit?,
    _ context: AnalysisContext
  ) -> PlannedExhibit {
    let id = "trend/\(layout.attribute.id)" + (leadership == nil ? "" : "/leadership")
    let groups = layout.declaredGroups
    var groupTables: [GroupTables] = []
    var relations: [LinearRelation] = []
    var statistics: [PlannedStatistic] = []
    let rows = context.quarters.map { quarter -> ExhibitRow in
      groupTables.append(
        WorkforceTables.stock(
          layout, by: leadership == nil ? [] : ["level"], quarter: quarter, cells: cells))
      var everyone = WorkforceTables.everyone(quarter)
      if let leadership {
        everyone = everyone.with("level", leadership.label)
        if quarter == context.reported || quarter == context.yearAgo {
          // Where the single levels are shown too, a reader can add them up.
          let keys = [everyone] + groups.map { everyone.with(layout.attribute.id, $0.cell) }
          relations += keys.map { key in
            LinearRelation(key, isSumOf: leadership.members.map { key.with("level", $0) })
          }
        }
      }
      let shares = groups.map { group -> PlannedStatistic in
        CensusShare.share(
          id: "\(id)/\(quarter)/\(group.label)",
          part: everyone.with(layout.attribute.id, group.cell),
          whole: layout.denominator(of: everyone))
      }
      statistics += shares
      return ExhibitRow(
        label: quarter,
        entries: groups.map { .cell(everyone.with(layout.attribute.id, $0.cell)) }
          + shares.map { .statistic($0.id) })
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .trend, attribute: layout.name,
        by: leadership.map { _ in ExhibitAttribute(id: "level", title: "Leadership") },
        period: context.reported, focal: layout.focal.first,
        columns: layout.peopleColumns + layout.shareColumns, rows: rows,
        notes: layout.notes + (leadership.map { ["Leadership: \($0.label)."] } ?? [])),
      tables: groupTables.flatMap(\.tables), statistics: statistics,
      relations: groupTables.flatMap(\.relations) + relations)
  }
}
