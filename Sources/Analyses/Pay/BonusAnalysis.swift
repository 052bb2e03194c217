public import Aggregates
import Estimates
import Inference

/// Who received a bonus, and how large bonuses were among those who did.
///
/// Receipt is compared by the ratio of the shares who received one; the amounts by the raw mean and
/// median gap among recipients. No bonus is a blank field or an amount of zero.
public struct BonusAnalysis: Analysis {
  /// Makes the analysis.
  public init() {}

  static let receipt = "bonus_receipt"
  static let received = "Received a bonus"
  static let none = "Received none"

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let people = context.input(.snapshots), let measure = measure(context) else { return [] }
    return context.characteristics(of: people).map {
      context.query(people, [$0.attribute.id], measures: [measure])
    }
  }

  private func measure(_ context: AnalysisContext) -> AggregateQuery.MeasureRequest? {
    context.bonusMeasure.map { .init($0, valueCounts: true) }
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let people = context.input(.snapshots), let measure = measure(context) else { return [] }
    return context.characteristics(of: people).flatMap { characteristic -> [ExhibitLadder] in
      guard let cells = data.cells(people, [characteristic.attribute.id], measures: [measure])
      else { return [] }
      let split = byReceipt(cells)
      return characteristic.focal.flatMap { focal -> [ExhibitLadder] in
        let layouts = GroupLayout.ladder(for: characteristic, endsWithPair: true)
          .filter { $0.focal.contains(focal) }
        let receipt = ExhibitLadder(layouts.map { self.receipt($0, focal, split, context) })
        let amounts = PayComparison(
          characteristic, focal: focal, within: (Self.attribute, Self.received), cells: split,
          measure: measure.measure, context)
        return [receipt, amounts.flatMap { self.amounts(characteristic, focal, $0, context) }]
          .compactMap { $0 }
      }
    }
  }

  private static let attribute = Attribute(
    id: receipt, title: "Bonus", levels: [Level(received), Level(none)])

  /// The same people, split by whether they received a bonus; recipients keep their amounts.
  private func byReceipt(_ cells: CellTable) -> CellTable {
    CellTable(
      attributes: cells.attributes + [Self.attribute], measures: cells.measures,
      entries: cells.entries.flatMap { entry -> [CellTable.Entry] in
        guard let summary = entry.cell.measures.first else { return [] }
        var tallies: [Int64: Int] = [:]
        if let values = summary.values {
          for (value, count) in zip(values.values, values.counts) where value > 0 {
            tallies[value] = count
          }
        }
        var moments = Moments(scale: summary.moments.scale)
        for (value, count) in tallies { moments.add(value, times: count) }
        let empty = Cell.MeasureSummary(
          moments: Moments(scale: moments.scale),
          values: ValueCounts(scale: moments.scale, tallies: [:]))
        let recipients = Cell(
          count: moments.count,
          measures: [
            .init(
              moments: moments, values: ValueCounts(scale: moments.scale, tallies: tallies),
              largest: summary.largest, secondLargest: summary.secondLargest)
          ])
        let others = Cell(count: entry.cell.count - moments.count, measures: [empty])
        return [
          .init(coordinates: entry.coordinates + [0], cell: recipients),
          .init(coordinates: entry.coordinates + [1], cell: others),
        ]
      })
  }

  private func receipt(
    _ layout: GroupLayout, _ focal: String, _ cells: CellTable, _ context: AnalysisContext
  ) -> PlannedExhibit {
    let id = "bonus/\(layout.attribute.id)/\(focal)/receipt"
    let tables = WorkforceTables.stock(
      layout, by: [Self.receipt], quarter: context.reported, cells: cells)
    let everyone = WorkforceTables.everyone(context.reported)
    let recipients = everyone.with(Self.receipt, Self.received)
    let comparison = GroupShares(
      layout: layout, focal: focal, entered: everyone, passed: recipients)
    let statistics = comparison.statistics(prefix: id, level: context.confidence)
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .bonus, attribute: layout.name, period: context.reported, focal: focal,
        reference: layout.referenceLabel,
        columns: [
          ExhibitColumn(
            id: "focal_entered", title: "\(focal), people", unit: .people, group: focal),
          ExhibitColumn(
            id: "focal_passed", title: "\(focal), with a bonus", unit: .people, group: focal),
          ExhibitColumn(id: "focal_rate", title: "\(focal), share", unit: .share, group: focal),
          ExhibitColumn(
            id: "reference_rate", title: "\(layout.referenceLabel), share", unit: .share,
            group: layout.referenceLabel),
          ExhibitColumn(id: "ratio", title: "Ratio", unit: .ratio),
          ExhibitColumn(id: "p", title: "p (pooled Z)", unit: .pValue),
        ],
        rows: [
          ExhibitRow(
            label: "Receipt of a bonus",
            entries: [
              .cell(everyone.with(layout.attribute.id, focal)),
              .cell(recipients.with(layout.attribute.id, focal)),
            ] + statistics.map { .statistic($0.id) })
        ],
        comparison: Comparison(
          effectColumn: "ratio", testColumn: "p", scale: .ratio, polarity: .favourable,
          inference: .process),
        notes: layout.notes),
      tables: tables.tables, statistics: statistics, relations: tables.relations)
  }

  private func amounts(
    _ characteristic: Characteristic, _ focal: String, _ comparison: PayComparison,
    _ context: AnalysisContext
  ) -> ExhibitLadder? {
    let id = "bonus/\(characteristic.attribute.id)/\(focal)"
    let rows = PayGapRows(comparison: comparison, level: context.confidence)
    var statistics: [PlannedStatistic] = []
    let mean = rows.mean("Mean bonus of those who received one", "\(id)/mean", &statistics)
    let median = rows.median("Median bonus of those who received one", "\(id)/median", &statistics)
    return ExhibitLadder([
      rows.exhibit(
        id: id, kind: .bonus, characteristic, by: nil, focal: focal, rows: [mean, median],
        statistics: statistics, measure: context.bonusMeasure, context)
    ])
  }
}
