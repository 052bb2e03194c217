public import Aggregates
import Estimates
import Inference

/// Raw mean and median pay gaps, over all and within each level.
///
///     gap = (reference - focal) / reference, positive when the focal group is paid less
///
/// Raw means not adjusted for anything: a raw gap says nothing about equal pay for equal work.
public struct PayGapAnalysis: Analysis {
  /// Makes the analysis.
  public init() {}

  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let people = context.input(.snapshots) else { return [] }
    return measures(context).flatMap { measure in
      context.characteristics(of: people).flatMap { characteristic in
        let id = characteristic.attribute.id
        return [context.query(people, [id], measures: [measure])]
          + levels(people, context).map {
            context.query(people, [id, $0.id], measures: [measure])
          }
      }
    }
  }

  private func measures(_ context: AnalysisContext) -> [AggregateQuery.MeasureRequest] {
    context.payMeasure.map { [.init($0, valueCounts: true)] } ?? []
  }

  private func levels(
    _ people: AnalysisContext.Input, _ context: AnalysisContext
  ) -> [Attribute] {
    context.structures(of: people).filter { $0.isOrdered || $0.id == "level" }.prefix(1).map { $0 }
  }

  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let people = context.input(.snapshots), let measure = context.payMeasure else {
      return []
    }
    var ladders: [ExhibitLadder?] = []
    for characteristic in context.characteristics(of: people) {
      let id = characteristic.attribute.id
      guard let cells = data.cells(people, [id], measures: measures(context)) else { continue }
      for focal in characteristic.focal {
        ladders.append(
          PayComparison(
            characteristic, focal: focal, within: nil, cells: cells, measure: measure, context
          ).flatMap { ExhibitLadder([overall(characteristic, focal, $0, context)]) })
      }
      for level in levels(people, context) {
        guard let focal = characteristic.focal.first,
          let split = data.cells(people, [id, level.id], measures: measures(context))
        else { continue }
        let comparisons = level.declaredLevels.compactMap { row in
          PayComparison(
            characteristic, focal: focal, within: (level, row.label), cells: split,
            measure: measure, context
          ).map { (row.label, $0) }
        }
        if !comparisons.isEmpty {
          ladders.append(
            ExhibitLadder([within(level, characteristic, focal, comparisons, context)]))
        }
      }
    }
    return ladders.compactMap { $0 }
  }

  private func overall(
    _ characteristic: Characteristic, _ focal: String, _ comparison: PayComparison,
    _ context: AnalysisContext
  ) -> PlannedExhibit {
    let id = "pay/\(characteristic.attribute.id)/\(focal)"
    var statistics: [PlannedStatistic] = []
    let rows = [
      mean("Mean", "\(id)/mean", comparison, context, &statistics),
      median("Median", "\(id)/median", comparison, context, &statistics),
    ]
    return exhibit(
      id: id, kind: .payGap, characteristic, by: nil, focal, comparison, rows, statistics, context,
      tables: comparison.tables, relations: comparison.relations)
  }

  private func within(
    _ level: Attribute, _ characteristic: Characteristic, _ focal: String,
    _ comparisons: [(String, PayComparison)], _ context: AnalysisContext
  ) -> PlannedExhibit {
    let id = "pay/\(characteristic.attribute.id)/by/\(level.id)"
    var statistics: [PlannedStatistic] = []
    let rows = comparisons.map { label, comparison in
      median(label, "\(id)/\(label)", comparison, context, &statistics)
    }
    return exhibit(
      id: id, kind: .payGapBy, characteristic,
      by: ExhibitAttribute(id: level.id, title: level.title), focal, comparisons[0].1, rows,
      statistics, context, tables: comparisons[0].1.tables,
      relations: comparisons[0].1.relations)
  }

  private func mean(
    _ label: String, _ prefix: String, _ comparison: PayComparison, _ context: AnalysisContext,
    _ statistics: inout [PlannedStatistic]
  ) -> ExhibitRow {
    let amount = MeanAmount()
    return row(
      label, prefix, comparison, .mean, &statistics,
      amount: (amount.stamp, { amount($0) }),
      gap: PayGapMethod(MeanPayGap(level: context.confidence)),
      test: PayGapMethod(MeanPayGapTest()))
  }

  private func median(
    _ label: String, _ prefix: String, _ comparison: PayComparison, _ context: AnalysisContext,
    _ statistics: inout [PlannedStatistic]
  ) -> ExhibitRow {
    let amount = MedianAmount()
    return row(
      label, prefix, comparison, .quantile(0.5), &statistics,
      amount: (amount.stamp, { amount($0) }),
      gap: PayGapMethod(MedianPayGap(level: context.confidence)),
      test: PayGapMethod(MedianPayGapTest()))
  }

  /// A method on both arms.
  private struct PayGapMethod: Sendable {
    let stamp: MethodStamp
    let evaluate: @Sendable ([Cell.MeasureSummary]) -> Outcome

    init(_ method: some StatisticalMethod<PayArms>) {
      stamp = method.stamp
      evaluate = { method(PayArms(focal: $0[0], reference: $0[1])) }
    }
  }

  private func row(
    _ label: String, _ prefix: String, _ comparison: PayComparison,
    _ kind: PlannedStatistic.AmountKind, _ statistics: inout [PlannedStatistic],
    amount: (stamp: MethodStamp, evaluate: @Sendable (Cell.MeasureSummary) -> Outcome),
    gap: PayGapMethod, test: PayGapMethod
  ) -> ExhibitRow {
    var entries: [Reference?] = [
      .cell(comparison.focal.cell), .cell(comparison.reference.cell),
    ]
    func add(
      _ name: String, _ stamp: MethodStamp, _ arms: [PlannedStatistic.Arm],
      _ evaluate: @escaping @Sendable ([Cell.MeasureSummary]) -> Outcome
    ) {
      let statistic = PlannedStatistic(
        id: "\(prefix)/\(name)", method: stamp,
        basis: .amounts(arms, kind: kind, evaluate: evaluate))
      statistics.append(statistic)
      entries.append(.statistic(statistic.id))
    }
    let evaluate = amount.evaluate
    add("focal_amount", amount.stamp, [comparison.focal]) { evaluate($0[0]) }
    add("reference_amount", amount.stamp, [comparison.reference]) { evaluate($0[0]) }
    add("gap", gap.stamp, [comparison.focal, comparison.reference], gap.evaluate)
    add("p", test.stamp, [comparison.focal, comparison.reference], test.evaluate)
    return ExhibitRow(label: label, entries: entries)
  }

  private func exhibit(
    id: String, kind: Exhibit.Kind, _ characteristic: Characteristic, by: ExhibitAttribute?,
    _ focal: String, _ comparison: PayComparison, _ rows: [ExhibitRow],
    _ statistics: [PlannedStatistic], _ context: AnalysisContext, tables: [PlannedTable],
    relations: [LinearRelation]
  ) -> PlannedExhibit {
    let reference = comparison.referenceLabel
    let measure = context.input(.snapshots)?.measures.first { $0.id == context.payMeasure }
    let unit = measure?.unit ?? ""
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: kind,
        attribute: ExhibitAttribute(
          id: characteristic.attribute.id, title: characteristic.attribute.title),
        by: by, period: context.reported, focal: focal, reference: reference,
        columns: [
          ExhibitColumn(id: "focal_people", title: "\(focal), people", unit: .people, group: focal),
          ExhibitColumn(
            id: "reference_people", title: "\(reference), people", unit: .people,
            group: reference),
          ExhibitColumn(
            id: "focal_amount", title: "\(focal), \(unit)", unit: .amount, group: focal),
          ExhibitColumn(
            id: "reference_amount", title: "\(reference), \(unit)", unit: .amount,
            group: reference),
          ExhibitColumn(id: "gap", title: "Gap", unit: .relativeGap),
          ExhibitColumn(id: "p", title: "p", unit: .pValue),
        ],
        rows: rows,
        comparison: Comparison(
          effectColumn: "gap", testColumn: "p", scale: .pay, polarity: .adverse,
          inference: .process),
        notes: [
          measure.map { "Pay is \($0.title.lowercased()), in \($0.unit)." },
          by == nil ? nil : "Each row compares medians.",
        ].compactMap { $0 }),
      tables: tables, statistics: statistics, relations: relations)
  }
}
