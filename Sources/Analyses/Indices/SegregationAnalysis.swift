public import Aggregates
import Estimates
import Inference

/// How separated groups are over the parts of each structure, beside what chance alone would give.
///
/// Everyone was counted, so the indices have no sampling interval; the question is whether dealing
/// out the same people at random would often separate them as much.
public struct SegregationAnalysis: Analysis {
  /// Makes the analysis.
  public init() {}

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let people = context.input(.snapshots) else { return [] }
    return context.characteristics(of: people).flatMap { characteristic in
      context.structures(of: people).map {
        context.query(people, [characteristic.attribute.id, $0.id])
      }
    }
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let people = context.input(.snapshots) else { return [] }
    return context.characteristics(of: people).flatMap { characteristic -> [ExhibitLadder] in
      let structures = context.structures(of: people)
      let curved = structures.first { !$0.isOrdered && $0.declaredLevels.count > 2 }
      return structures.flatMap { structure -> [ExhibitLadder] in
        guard let cells = data.cells(people, [characteristic.attribute.id, structure.id]) else {
          return []
        }
        let rungs = StructureStock.ladder(characteristic, by: structure, cells, context)
        return [
          ExhibitLadder(rungs.map { SegregationExhibit(stock: $0, context).indices }),
          ExhibitLadder(rungs.compactMap { SmallPartsExhibit(stock: $0, context).exhibit }),
          structure == curved
            ? ExhibitLadder(rungs.compactMap { SegregationExhibit(stock: $0, context).curve })
            : nil,
        ].compactMap { $0 }
      }
    }
  }
}
