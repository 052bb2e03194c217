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

  /// The queries whose answers the analysis needs.
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
    let structures = context.structures(of: people)
    return [structures.first { $0.id == "level" } ?? structures.first].compactMap { $0 }
  }

  /// The exhibits, each with its rungs from finest to coarsest.
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
    let pay = PayGapRows(comparison: comparison, level: context.confidence)
    var statistics: [PlannedStatistic] = []
    let rows = [
      pay.mean("Mean", "\(id)/mean", &statistics),
      pay.median("Median", "\(id)/median", &statistics),
    ]
    return pay.exhibit(
      id: id, kind: .payGap, characteristic, by: nil, focal: focal, rows: rows,
      statistics: statistics, measure: context.payMeasure, context)
  }

  private func within(
    _ level: Attribute, _ characteristic: Characteristic, _ focal: String,
    _ comparisons: [(String, PayComparison)], _ context: AnalysisContext
  ) -> PlannedExhibit {
    let id = "pay/\(characteristic.attribute.id)/by/\(level.id)"
    var statistics: [PlannedStatistic] = []
    let rows = comparisons.map { label, comparison in
      PayGapRows(comparison: comparison, level: context.confidence)
        .median(label, "\(id)/\(label)", &statistics)
    }
    return PayGapRows(comparison: comparisons[0].1, level: context.confidence).exhibit(
      id: id, kind: .payGapBy, characteristic,
      by: ExhibitAttribute(id: level.id, title: level.title), focal: focal, rows: rows,
      statistics: statistics, measure: context.payMeasure, context)
  }
}
