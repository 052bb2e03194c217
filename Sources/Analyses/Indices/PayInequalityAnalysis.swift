public import Aggregates
import Estimates
import Inference

/// How unequal the pay of everyone is: indices with intervals, and the Lorenz curve by tenths of
/// people.
public struct PayInequalityAnalysis: Analysis {
  /// Makes the analysis.
  public init() {}

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let people = context.input(.snapshots), let pay = context.payMeasure,
      let characteristic = context.characteristics(of: people).first
    else { return [] }
    return [
      context.query(
        people, [characteristic.attribute.id], measures: [.init(pay, valueCounts: true)])
    ]
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let people = context.input(.snapshots), let pay = context.payMeasure,
      let characteristic = context.characteristics(of: people).first,
      let cells = data.cells(
        people, [characteristic.attribute.id], measures: [.init(pay, valueCounts: true)])?
        .slice(AnalysisContext.quarter, context.reported),
      let summary = cells.everyone?.measures.first
    else { return [] }
    let arm = PlannedStatistic.Arm(
      cell: WorkforceTables.everyone(context.reported), measure: pay,
      summary: Confidential(summary))
    let table = PlannedTable(
      population: WorkforceTables.population,
      conditions: WorkforceTables.conditions(context.reported), attributes: [], cells: cells)
    return [indices(arm, table, context), curve(arm, table, context)]
      .compactMap { ExhibitLadder([$0]) }
  }

  private func indices(
    _ arm: PlannedStatistic.Arm, _ table: PlannedTable, _ context: AnalysisContext
  ) -> PlannedExhibit {
    let id = "inequality/\(arm.measure)"
    var statistics: [PlannedStatistic] = []
    let rows = Self.indices(context.confidence).map { index -> ExhibitRow in
      let statistic = Self.statistic(
        "\(id)/\(index.label)", index.stamp, arm, slices: index.slices, index.value)
      statistics.append(statistic)
      return ExhibitRow(label: index.label, entries: [.statistic(statistic.id)])
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .inequality, period: context.reported,
        columns: [ExhibitColumn(id: "value", title: "Value", unit: .index)], rows: rows),
      tables: [table], statistics: statistics)
  }

  private func curve(
    _ arm: PlannedStatistic.Arm, _ table: PlannedTable, _ context: AnalysisContext
  ) -> PlannedExhibit {
    let id = "lorenz/\(arm.measure)"
    let tenths = 10
    var statistics: [PlannedStatistic] = []
    let rows = (1..<tenths).map { tenth -> ExhibitRow in
      let curve = LorenzCurve(
        shares: [Double(tenth) / Double(tenths)], level: context.confidence)
      let statistic = Self.statistic("\(id)/\(tenth)", curve.stamp, arm, slices: tenths) {
        curve($0).first?.shareOfAmounts ?? .notEstimable(reason: "nobody is paid")
      }
      statistics.append(statistic)
      return ExhibitRow(
        label: "Lowest paid \(tenth) of \(tenths)", entries: [.statistic(statistic.id)])
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .lorenz, period: context.reported,
        columns: [ExhibitColumn(id: "share", title: "Share of all pay", unit: .share)],
        rows: rows),
      tables: [table], statistics: statistics)
  }

  private static func statistic(
    _ id: String, _ stamp: MethodStamp, _ arm: PlannedStatistic.Arm, slices: Int,
    _ value: @escaping @Sendable (WeightedAmounts) -> Outcome
  ) -> PlannedStatistic {
    PlannedStatistic(
      id: id, method: stamp,
      basis: .amounts([arm], kind: .distribution(slices: slices)) { summaries in
        guard let values = summaries.first?.values else {
          return .notEstimable(reason: "the amounts are not at hand")
        }
        return value(
          WeightedAmounts(
            values: values.values.map { Double($0) * values.quantum }, counts: values.counts))
      })
  }

  /// One index, and the slices of people whose shares of all pay it tells.
  private struct Index {
    let label: String
    let slices: Int
    let stamp: MethodStamp
    let value: @Sendable (WeightedAmounts) -> Outcome

    init(_ label: String, slices: Int = 1, _ method: some StatisticalMethod<WeightedAmounts>) {
      self.label = label
      self.slices = slices
      stamp = method.stamp
      value = { method($0) }
    }
  }

  private static func indices(_ level: Double) -> [Index] {
    [
      Index("Gini", GiniCoefficient(level: level)), Index("Theil T", TheilIndex(level: level)),
      Index("Mean log deviation", MeanLogDeviation(level: level)),
      Index("Atkinson, aversion 1", AtkinsonIndex(aversion: 1, level: level)),
      Index("P90 / P10", slices: 10, PercentileRatio(level: level)),
      Index("Highest / lowest fifth, S80/S20", slices: 5, QuintileShareRatio(level: level)),
    ]
  }
}
