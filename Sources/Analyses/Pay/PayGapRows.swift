import Aggregates
import Estimates
import Inference

/// The rows of a raw pay comparison: both groups' amounts, the gap, its interval and its test.
struct PayGapRows: Sendable {
  let comparison: PayComparison
  let level: Double

  /// A row comparing means.
  func mean(
    _ label: String, _ prefix: String, _ statistics: inout [PlannedStatistic]
  ) -> ExhibitRow {
    let amount = MeanAmount()
    return row(
      label, prefix, .mean, &statistics,
      amount: (amount.stamp, { amount($0) }),
      gap: PayGapMethod(MeanPayGap(level: level)),
      test: PayGapMethod(MeanPayGapTest()))
  }

  /// A row comparing medians.
  func median(
    _ label: String, _ prefix: String, _ statistics: inout [PlannedStatistic]
  ) -> ExhibitRow {
    let amount = MedianAmount()
    return row(
      label, prefix, .quantile(0.5), &statistics,
      amount: (amount.stamp, { amount($0) }),
      gap: PayGapMethod(MedianPayGap(level: level)),
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
    _ label: String, _ prefix: String, _ kind: PlannedStatistic.AmountKind,
    _ statistics: inout [PlannedStatistic],
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

  /// An exhibit of such rows.
  func exhibit(
    id: String, kind: Exhibit.Kind, _ characteristic: Characteristic, by: ExhibitAttribute?,
    focal: String, rows: [ExhibitRow], statistics: [PlannedStatistic], measure: String?,
    _ context: AnalysisContext
  ) -> PlannedExhibit {
    let reference = comparison.referenceLabel
    let measure = context.input(.snapshots)?.measures.first { $0.id == measure }
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
          measure.map { "\($0.title), in \($0.unit)." },
          by == nil ? nil : "Each row compares medians.",
        ].compactMap { $0 }),
      tables: comparison.tables, statistics: statistics, relations: comparison.relations)
  }
}
