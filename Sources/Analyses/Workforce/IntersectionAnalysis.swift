public import Aggregates
import Estimates

/// People at the crossing of two or more attributes, as declared in the configuration.
public struct IntersectionAnalysis: Analysis {
  /// Makes the analysis.
  public init() {}

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let people = context.input(.snapshots) else { return [] }
    return context.intersections.filter { $0.allSatisfy(people.has) }
      .map { context.query(people, $0) }
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let people = context.input(.snapshots) else { return [] }
    return context.intersections.compactMap { ids -> ExhibitLadder? in
      let crossed = ids.compactMap { id in
        context.characteristics.first { $0.attribute.id == id }
      }
      guard crossed.count == ids.count, crossed.count > 1, let cells = data.cells(people, ids)
      else { return nil }
      let ladders = crossed.map { GroupLayout.ladder(for: $0, endsWithPair: false) }
      let depth = ladders.map(\.count).max() ?? 1
      let rungs = (0..<depth).map { step in
        exhibit(ladders.map { $0[min(step, $0.count - 1)] }, cells, context)
      }
      return ExhibitLadder(rungs)
    }
  }

  private func exhibit(
    _ layouts: [GroupLayout], _ cells: CellTable, _ context: AnalysisContext
  ) -> PlannedExhibit {
    let ids = layouts.map(\.attribute.id)
    let id = "intersection/" + ids.joined(separator: "+")
    let everyone = WorkforceTables.everyone(context.reported)
    let table = PlannedTable(
      population: WorkforceTables.population,
      conditions: WorkforceTables.conditions(context.reported), attributes: ids,
      cells: cells.slice(AnalysisContext.quarter, context.reported),
      groupings: layouts.flatMap(\.groupings))
    let combinations = layouts.reduce([(everyone, [String]())]) { partial, layout in
      partial.flatMap { key, labels in
        layout.declaredGroups.map {
          (key.with(layout.attribute.id, $0.cell), labels + [$0.label])
        }
      }
    }
    var statistics: [PlannedStatistic] = []
    let rows = combinations.map { key, labels -> ExhibitRow in
      let label = labels.joined(separator: ", ")
      let share = CensusShare.share(id: "\(id)/\(label)/share", part: key, whole: everyone)
      statistics.append(share)
      return ExhibitRow(label: label, entries: [.cell(key), .statistic(share.id)])
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .intersection, attribute: layouts.first?.name,
        by: layouts.dropFirst().first?.name, period: context.reported,
        columns: [
          ExhibitColumn(id: "people", title: "People", unit: .people),
          ExhibitColumn(id: "share", title: "Share of everyone", unit: .share),
        ],
        rows: rows, notes: layouts.flatMap { $0.groupings.isEmpty ? [] : $0.notes }),
      tables: [table], statistics: statistics)
  }
}
