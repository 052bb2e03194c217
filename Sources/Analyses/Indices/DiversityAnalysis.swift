public import Aggregates
import Estimates
import Inference

/// How diverse everyone together is by each characteristic, now and a year ago.
///
/// Everyone was counted, so the indices have no interval.
public struct DiversityAnalysis: Analysis {
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
    return context.characteristics(of: people).compactMap { characteristic in
      guard let cells = data.cells(people, [characteristic.attribute.id]) else { return nil }
      return ExhibitLadder(
        GroupLayout.ladder(for: characteristic, endsWithPair: false).map {
          exhibit($0, cells, context)
        })
    }
  }

  private func exhibit(
    _ layout: GroupLayout, _ cells: CellTable, _ context: AnalysisContext
  ) -> PlannedExhibit {
    let id = "diversity/\(layout.attribute.id)"
    let quarters =
      [(column: "now", quarter: context.reported)]
      + (context.yearAgo.map { [(column: "year_ago", quarter: $0)] } ?? [])
    let stocks = quarters.map {
      WorkforceTables.stock(layout, quarter: $0.quarter, cells: cells)
    }
    var statistics: [PlannedStatistic] = []
    let rows = Self.indices.map { index -> ExhibitRow in
      let columns = quarters.map { column, quarter in
        PlannedStatistic(
          id: "\(id)/\(index.label)/\(column)", method: index.stamp,
          basis: .counts(
            layout.declaredGroups.map {
              WorkforceTables.everyone(quarter).with(layout.attribute.id, $0.cell)
            }, evaluate: index.value))
      }
      statistics += columns
      return ExhibitRow(label: index.label, entries: columns.map { .statistic($0.id) })
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .diversity, attribute: layout.name, period: context.reported,
        columns: quarters.map {
          ExhibitColumn(id: $0.column, title: $0.quarter, unit: .index)
        }, rows: rows, notes: layout.notes),
      tables: stocks.flatMap(\.tables), statistics: statistics,
      relations: stocks.flatMap(\.relations))
  }

  /// One index of the table.
  private struct Index {
    let label: String
    let stamp: MethodStamp
    let value: @Sendable ([Int]) -> Outcome

    init(_ label: String, _ method: some StatisticalMethod<CategoryCounts>) {
      self.label = label
      stamp = CensusIndex.stamp(method.stamp)
      value = { counts in
        guard let groups = CategoryCounts(counts, declared: counts.count) else {
          return .notEstimable(reason: "nobody is counted")
        }
        return CensusIndex.value(method(groups))
      }
    }
  }

  private static let indices = [
    Index("Effective number of groups", HillNumber(order: .one)),
    Index("Chance that two people differ", BlauIndex(estimator: .unbiased)),
    Index("Evenness", PielouEvenness(categories: .declared)),
  ]
}
