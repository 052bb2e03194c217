import Aggregates
import Estimates
import Inference

/// Whether the share of each group rises or falls over the quarters: the slope, an exact test of a
/// trend, and how large a change would have to be to show.
struct TrendTestExhibit {
  let stock: TrendStock
  let context: AnalysisContext

  init(stock: TrendStock, _ context: AnalysisContext) {
    self.stock = stock
    self.context = context
  }

  /// Quarters in a year: slopes are by year.
  private static let quartersPerYear = 4.0

  var exhibit: PlannedExhibit {
    let id = "trend-test/\(stock.suffix)"
    let slope = TheilSenSlope(level: context.confidence)
    let test = MannKendallTest()
    let detectable = MinimumDetectableChange(alpha: 1 - context.confidence)
    var statistics: [PlannedStatistic] = []
    let rows = stock.layout.declaredGroups.map { group -> ExhibitRow in
      let own = [
        series("\(id)/\(group.label)/slope", slope.stamp, group) { slope($0) },
        series("\(id)/\(group.label)/p", test.stamp, group) { test($0) },
        PlannedStatistic(
          id: "\(id)/\(group.label)/detectable", method: detectable.stamp,
          basis: .counts([
            stock.people(context.reported, group), stock.whole(context.reported),
          ]) { counts in
            guard counts[1] > 0 else { return .notEstimable(reason: "nobody is counted") }
            return detectable(
              ChangeDesign(
                share: Double(counts[0]) / Double(counts[1]), before: counts[1], after: counts[1]))
          }, smallestBase: CensusShare.smallestBase, bases: [stock.whole(context.reported)]),
      ]
      statistics += own
      return ExhibitRow(
        label: group.label, role: group.role, entries: own.map { .statistic($0.id) })
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .trendTest, attribute: stock.layout.name, by: stock.by,
        period: context.reported, focal: stock.layout.focal.first,
        columns: [
          ExhibitColumn(id: "slope", title: "Change per year", unit: .percentagePoints),
          ExhibitColumn(id: "p", title: "p", unit: .pValue),
          ExhibitColumn(
            id: "detectable", title: "Smallest rise that would show", unit: .percentagePoints),
        ], rows: rows, notes: stock.notes),
      tables: stock.tables, statistics: statistics, relations: stock.relations)
  }

  /// A statistic of one group's share at the end of every quarter.
  private func series(
    _ id: String, _ stamp: MethodStamp, _ group: GroupLayout.Group,
    _ value: @escaping @Sendable (TimeSeries) -> Outcome
  ) -> PlannedStatistic {
    let quarters = context.quarters
    return PlannedStatistic(
      id: id, method: stamp,
      basis: .counts(quarters.flatMap { [stock.people($0, group), stock.whole($0)] }) { counts in
        let pairs = stride(from: 0, to: counts.count, by: 2).map { (counts[$0], counts[$0 + 1]) }
        guard pairs.allSatisfy({ $0.1 > 0 }),
          let series = TimeSeries(
            times: pairs.indices.map { Double($0) / Self.quartersPerYear },
            values: pairs.map { Double($0.0) / Double($0.1) })
        else { return .notEstimable(reason: "nobody is counted in one of the quarters") }
        return value(series)
      }, smallestBase: CensusShare.smallestBase, bases: quarters.map { stock.whole($0) })
  }
}
