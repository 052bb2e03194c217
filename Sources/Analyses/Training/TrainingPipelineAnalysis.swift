public import Aggregates
import Estimates
import Inference

/// How enrolments of each group pass the steps of training, step by step and over all.
///
/// An enrolment counts at every step up to the furthest it reached; somebody enrolled in two courses
/// counts twice. Each focal group is compared with its reference by the ratio of their rates; the
/// logarithms of the ratios of all steps add up to that of the whole way.
public struct TrainingPipelineAnalysis: Analysis {
  /// Makes the analysis.
  public init() {}

  static let stage = "training_step"

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let training = input(context) else { return [] }
    return context.characteristics(of: training).map {
      context.query(training, [$0.attribute.id, Self.stage])
    }
  }

  /// Training whose steps are known.
  private func input(_ context: AnalysisContext) -> AnalysisContext.Input? {
    guard let training = context.input(.training), training.stages.count > 1,
      training.has(Self.stage)
    else { return nil }
    return training
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let training = input(context) else { return [] }
    var ladders: [ExhibitLadder?] = []
    for characteristic in context.characteristics(of: training) {
      guard let cells = data.cells(training, [characteristic.attribute.id, Self.stage]) else {
        continue
      }
      for focal in characteristic.focal {
        let layouts = GroupLayout.ladder(
          for: characteristic, endsWithPair: true, focal: focal
        ).filter { $0.focal.contains(focal) }
        let funnels = FunnelAnalysis.stageSteps(training.stages).flatMap { stages in
          layouts.map { layout in
            Funnel(
              .training, layout: layout, by: nil, shown: stages, stages: training.stages,
              cells: cells, context)
          }
        }
        // All have the same tables, so the gate takes the same rung of all.
        ladders.append(ExhibitLadder(funnels.map { $0.whole(focal, context) }))
        if training.stages.count > 2 {
          ladders.append(
            ExhibitLadder(
              funnels.map { AttributedFunnel(focal: focal, funnel: $0).exhibit(context) }))
        }
        if let cost = context.trainingCost {
          ladders.append(
            ExhibitLadder(
              funnels.map { CostedFunnel(focal: focal, funnel: $0, cost: cost).exhibit(context) }))
        }
      }
    }
    return ladders.compactMap { $0 }
  }
}
