import Aggregates
import Estimates
import Inference

/// How much of the gap at the end of a funnel each stage carries: of its logarithm, and in people.
struct AttributedFunnel: Sendable {
  private let focal: String
  private let funnel: Funnel

  init(focal: String, funnel: Funnel) {
    self.focal = focal
    self.funnel = funnel
  }

  /// The exhibit: one row per stage, then the whole way.
  func exhibit(_ context: AnalysisContext) -> PlannedExhibit {
    let id = "\(funnel.process.prefix)/\(funnel.layout.attribute.id)/\(focal)/attribution"
    var statistics: [PlannedStatistic] = []
    func add(
      _ name: String, _ pick: @escaping @Sendable (FunnelAttributionResult) -> Outcome
    ) -> Reference {
      let statistic = statistic("\(id)/\(name)", context.confidence, pick)
      statistics.append(statistic)
      return .statistic(statistic.id)
    }
    var rows = funnel.steps.enumerated().map { position, step -> ExhibitRow in
      func part(
        _ name: String, _ pick: @escaping @Sendable (FunnelAttributionResult.Stage) -> Outcome
      ) -> Reference {
        add("\(step.passed)/\(name)") { pick($0.stages[position]) }
      }
      return ExhibitRow(
        label: step.passed,
        entries: [
          part("cumulative_ratio") { $0.cumulativeImpactRatio },
          part("log_ratio") { $0.logImpactRatio }, part("share") { $0.share },
          part("people") { $0.shapleyHeadcount }, part("equalized") { $0.equalizedHeadcount },
        ])
    }
    rows.append(
      ExhibitRow(
        label: "\(funnel.stages.first ?? "") to \(funnel.stages.last ?? "")", role: .total,
        entries: [
          add("whole/cumulative_ratio") { $0.impactRatio },
          add("whole/log_ratio") { $0.logImpactRatio }, nil,
          add("whole/people") { $0.shortfall }, nil,
        ]))
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: funnel.process.attribution, attribute: funnel.layout.name,
        period: funnel.period,
        focal: focal, reference: funnel.layout.referenceLabel,
        columns: [
          ExhibitColumn(id: "cumulative_ratio", title: "Ratio up to here", unit: .ratio),
          ExhibitColumn(id: "log_ratio", title: "Log ratio of the stage", unit: .number),
          ExhibitColumn(id: "share", title: "Share of the log ratio", unit: .share),
          ExhibitColumn(id: "people", title: "Part of the shortfall, in people", unit: .shortfall),
          ExhibitColumn(
            id: "equalized", title: "Shortfall if this stage alone were equal, in people less",
            unit: .shortfall),
        ],
        rows: rows, notes: funnel.layout.notes),
      tables: funnel.tables, statistics: statistics, relations: funnel.relations)
  }

  private func statistic(
    _ id: String, _ level: Double,
    _ pick: @escaping @Sendable (FunnelAttributionResult) -> Outcome
  ) -> PlannedStatistic {
    let method = FunnelAttribution(level: level)
    let layout = funnel.layout
    let names = funnel.stages
    let reached = names.map { funnel.reached($0) }
    let focalCells = reached.map { $0.with(layout.attribute.id, focal) }
    let reference = reached.map { layout.referenceOperands(focal: focal, among: $0) }
    let width = reference.first?.count ?? 1
    let stages = names.count
    return PlannedStatistic(
      id: id, method: method.stamp,
      basis: .counts(focalCells + reference.joined()) { counts in
        let points = (0..<stages).map { index in
          let start = stages + index * width
          return FunnelCounts.Point(
            name: names[index], focal: counts[index],
            reference: GroupLayout.referenceCount(counts[start..<(start + width)]))
        }
        guard let funnel = FunnelCounts(points), let result = method(funnel) else {
          return .notEstimable(reason: "more people passed a stage than entered it")
        }
        return pick(result)
      },
      smallestBase: CensusShare.smallestBase, bases: Array(focalCells.dropLast()))
  }
}
