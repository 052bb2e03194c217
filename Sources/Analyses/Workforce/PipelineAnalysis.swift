public import Aggregates
import Estimates
import Inference

/// At which level a focal group thins out: of its people at a level or above, how many are above it,
/// beside the reference group.
///
/// The shares multiply to that of the highest level, so that the step with the lowest ratio is where
/// most of the gap at the top comes from. A snapshot: it says where to look, not why.
public struct PipelineAnalysis: Analysis {
  /// Makes the analysis.
  public init() {}

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let people = context.input(.snapshots) else { return [] }
    return context.characteristics(of: people).flatMap { characteristic in
      ordered(people, context).map {
        context.query(people, [characteristic.attribute.id, $0.id])
      }
    }
  }

  private func ordered(
    _ people: AnalysisContext.Input, _ context: AnalysisContext
  ) -> [Attribute] {
    context.structures(of: people).filter { $0.id == "level" && $0.isOrdered }
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let people = context.input(.snapshots) else { return [] }
    return context.characteristics(of: people).flatMap { characteristic in
      ordered(people, context).compactMap { structure -> ExhibitLadder? in
        guard let focal = characteristic.focal.first,
          let cells = data.cells(people, [characteristic.attribute.id, structure.id])
        else { return nil }
        return ExhibitLadder(
          StructureStock.ladder(characteristic, by: structure, cells, context).compactMap {
            exhibit(focal, $0, context)
          })
      }
    }
  }

  private func exhibit(
    _ focal: String, _ stock: StructureStock, _ context: AnalysisContext
  ) -> PlannedExhibit? {
    let layout = stock.layout
    let levels = stock.split.labels
    guard layout.focal.contains(focal), levels.count > 1 else { return nil }
    let id = "pipeline/\(layout.attribute.id)/\(stock.split.attribute.id)"
    let operands = levels.map { level -> [CellKey] in
      let everyone = stock.everyone(context.reported, at: level)
      return [everyone.with(layout.attribute.id, focal)]
        + layout.referenceOperands(focal: focal, among: everyone)
    }
    let method = ContinuationRatios(level: context.confidence)
    var statistics: [PlannedStatistic] = []
    let rows = levels.indices.dropLast().map { place -> ExhibitRow in
      func statistic(
        _ column: String, _ stamp: MethodStamp, from lowest: Int,
        _ pick: @escaping @Sendable (ContinuationRatios.Result.Step) -> Outcome
      ) -> PlannedStatistic {
        let names = Array(levels[lowest...])
        return PlannedStatistic(
          id: "\(id)/\(levels[place])/\(column)", method: stamp,
          basis: .counts(operands[lowest...].flatMap { $0 }) { counts in
            guard let levels = Self.levels(names, counts) else {
              return .notEstimable(reason: "nobody is counted at the levels")
            }
            return pick(method(levels).steps[place - lowest])
          })
      }
      let own = [
        statistic("focal", CensusShare.stamp, from: place) {
          CensusShare.share($0.table.focalSelected, of: $0.table.focalTotal)
        },
        statistic("reference", CensusShare.stamp, from: place) {
          CensusShare.share($0.table.referenceSelected, of: $0.table.referenceTotal)
        },
        statistic("ratio", method.stamp, from: place) { $0.ratio },
        statistic("p", method.stamp, from: 0) { step in
          step.adjustedPValue.map {
            .test(TestResult(pValue: $0, convention: "Fisher, central, Holm over the steps"))
          } ?? .notEstimable(reason: "there is nobody to compare")
        },
      ]
      statistics += own
      return ExhibitRow(label: levels[place], entries: own.map { .statistic($0.id) })
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .pipeline, attribute: layout.name, by: stock.split.name,
        period: context.reported, focal: focal, reference: layout.referenceLabel,
        columns: [
          ExhibitColumn(id: "focal", title: "\(focal), above", unit: .share, group: focal),
          ExhibitColumn(
            id: "reference", title: "\(layout.referenceLabel), above", unit: .share,
            group: layout.referenceLabel),
          ExhibitColumn(id: "ratio", title: "Ratio", unit: .ratio),
          ExhibitColumn(id: "p", title: "p (Holm)", unit: .pValue),
        ], rows: rows, notes: layout.notes + stock.split.notes),
      tables: stock.tables, statistics: statistics, relations: stock.relations)
  }

  /// The levels from the counts of their operands.
  private static func levels(_ names: [String], _ counts: [Int]) -> LevelCounts? {
    let width = counts.count / max(names.count, 1)
    guard width > 1, counts.count == width * names.count else { return nil }
    return LevelCounts(
      names.enumerated().map { place, name in
        let own = counts[(place * width)..<((place + 1) * width)]
        return LevelCounts.Level(
          name: name, focal: own[own.startIndex],
          reference: GroupLayout.referenceCount(own.dropFirst()))
      })
  }
}
