public import Aggregates
import Estimates
import Inference

/// How applicants of each group pass the stages of hiring, stage by stage and over all.
///
/// An application counts at every stage up to the furthest it reached. Each focal group is compared
/// with its reference by the impact ratio, `focal rate / reference rate`.
public struct FunnelAnalysis: Analysis {
  /// Whether funnels are broken down by structures too.
  let breaksDown: Bool

  /// Makes the analysis, by structures too unless told otherwise.
  public init(breaksDown: Bool = true) { self.breaksDown = breaksDown }

  static let stage = "stage"

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let applications = context.input(.applications) else { return [] }
    return context.characteristics(of: applications).flatMap { characteristic in
      let id = characteristic.attribute.id
      return [context.query(applications, [id, Self.stage])]
        + strata(applications, context).map {
          context.query(applications, [id, Self.stage, $0.id])
        }
    }
  }

  /// The structures a funnel is broken down by.
  private func strata(
    _ applications: AnalysisContext.Input, _ context: AnalysisContext
  ) -> [Attribute] {
    breaksDown ? context.structures(of: applications) : []
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let applications = context.input(.applications), applications.stages.count > 1 else {
      return []
    }
    var ladders: [ExhibitLadder?] = []
    for characteristic in context.characteristics(of: applications) {
      let id = characteristic.attribute.id
      guard let cells = data.cells(applications, [id, Self.stage]) else { continue }
      for focal in characteristic.focal {
        let layouts = GroupLayout.ladder(
          for: characteristic, endsWithPair: true, focal: focal
        ).filter { $0.focal.contains(focal) }
        let funnels = Self.stageSteps(applications.stages).flatMap { stages in
          layouts.map { layout in
            Funnel(
              layout: layout, by: nil, shown: stages, stages: applications.stages, cells: cells,
              context)
          }
        }
        // Both have the same tables, so the gate takes the same rung of both.
        ladders.append(ExhibitLadder(funnels.map { $0.whole(focal, context) }))
        if applications.stages.count > 2 {
          ladders.append(
            ExhibitLadder(
              funnels.map { AttributedFunnel(focal: focal, funnel: $0).exhibit(context) }))
        }
      }
      for stratum in strata(applications, context) {
        guard let split = data.cells(applications, [id, Self.stage, stratum.id]),
          let focal = characteristic.focal.first
        else { continue }
        let ends = [applications.stages.first, applications.stages.last].compactMap { $0 }
        let funnels = StructureLayout.pairs(
          GroupLayout.ladder(for: characteristic, endsWithPair: true)
            .filter { $0.focal.contains(focal) },
          StructureLayout.ladder(for: stratum, context)
        ).map { layout, strata in
          let funnel = Funnel(
            layout: layout, by: strata.attribute, byGroupings: strata.groupings, shown: ends,
            stages: applications.stages,
            cells: split, context)
          return (funnel, strata)
        }
        // Both have the same tables, so the gate takes the same rung of both.
        ladders.append(ExhibitLadder(funnels.map { byStratum(focal, $0, $1, context) }))
        ladders.append(
          ExhibitLadder(
            funnels.map {
              StratifiedFunnel(focal: focal, funnel: $0, strata: $1).exhibit(context)
            }))
      }
    }
    return ladders.compactMap { $0 }
  }

  /// The stages to show, all of them first; then, for small funnels, without one stage between the
  /// first and the last, the later ones given up first, down to first and last.
  static func stageSteps(_ stages: [String]) -> [[String]] {
    var steps = [stages]
    var rest = stages
    while rest.count > 2 {
      rest.remove(at: rest.count - 2)
      steps.append(rest)
    }
    return steps
  }

  private func byStratum(
    _ focal: String, _ funnel: Funnel, _ strata: StructureLayout, _ context: AnalysisContext
  ) -> PlannedExhibit {
    let stratum = strata.attribute
    let id = "funnel/\(funnel.layout.attribute.id)/by/\(stratum.id)"
    var statistics: [PlannedStatistic] = []
    let first = funnel.stages.first ?? ""
    let last = funnel.stages.last ?? ""
    let rows = strata.labels.map { level in
      funnel.row(
        label: level, role: .item, prefix: "\(id)/\(level)", focal: focal,
        entered: funnel.reached(first).with(stratum.id, level),
        passed: funnel.reached(last).with(stratum.id, level), context.confidence,
        &statistics)
    }
    return funnel.exhibit(
      id: id, kind: .funnelBy, by: strata.name, notes: strata.notes,
      focal: focal, rows: rows, statistics: statistics)
  }
}
