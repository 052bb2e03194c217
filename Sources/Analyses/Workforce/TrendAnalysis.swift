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
      func ladders(_ cells: CellTable, leadership: LeadershipSplit?) -> [ExhibitLadder?] {
        let stocks = GroupLayout.ladder(for: characteristic, endsWithPair: true).map {
          TrendStock($0, cells, leadership: leadership, context)
        }
        return [
          ExhibitLadder(stocks.map { shares($0, context) }),
          ExhibitLadder(stocks.map { TrendTestExhibit(stock: $0, context).exhibit }),
        ]
      }
      var all: [ExhibitLadder?] = []
      if let cells = data.cells(people, [id]) { all += ladders(cells, leadership: nil) }
      if let split = LeadershipSplit(context), let cells = data.cells(people, [id, "level"]) {
        all += ladders(
          cells.recoded(split.attribute, target: split.target), leadership: split)
      }
      return all.compactMap { $0 }
    }
  }

  private func shares(_ stock: TrendStock, _ context: AnalysisContext) -> PlannedExhibit {
    let layout = stock.layout
    let id = "trend/\(stock.suffix)"
    var statistics: [PlannedStatistic] = []
    let rows = context.quarters.map { quarter -> ExhibitRow in
      let shares = layout.declaredGroups.map { group in
        CensusShare.share(
          id: "\(id)/\(quarter)/\(group.label)", part: stock.people(quarter, group),
          whole: stock.whole(quarter))
      }
      statistics += shares
      return ExhibitRow(
        label: quarter,
        entries: layout.declaredGroups.map { .cell(stock.people(quarter, $0)) }
          + shares.map { .statistic($0.id) })
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .trend, attribute: layout.name, by: stock.by, period: context.reported,
        focal: layout.focal.first, columns: layout.peopleColumns + layout.shareColumns, rows: rows,
        notes: stock.notes),
      tables: stock.tables, statistics: statistics, relations: stock.relations)
  }
}
