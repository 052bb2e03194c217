import Aggregates
import Estimates
import Inference

/// What a process cost for each person of a group who reached a stage of it.
struct CostedFunnel: Sendable {
  private let focal: String
  private let funnel: Funnel
  private let cost: AnalysisContext.Cost

  init(focal: String, funnel: Funnel, cost: AnalysisContext.Cost) {
    self.focal = focal
    self.funnel = funnel
    self.cost = cost
  }

  /// The exhibit: one row per stage after the entry.
  func exhibit(_ context: AnalysisContext) -> PlannedExhibit {
    let layout = funnel.layout
    let id = "\(funnel.process.prefix)/\(layout.attribute.id)/\(focal)/cost"
    let reference = layout.referenceLabel
    let entry = funnel.reached(funnel.stages.first ?? "")
    var statistics: [PlannedStatistic] = []
    let rows = funnel.steps.map { step -> ExhibitRow in
      let shares = GroupShares(
        layout: layout, focal: focal, entered: entry, passed: funnel.reached(step.passed))
      let both = shares.costs(
        "\(id)/\(step.passed)", cost.amount, CostPerPerson(level: context.confidence))
      statistics += both
      return ExhibitRow(label: step.passed, entries: both.map { .statistic($0.id) })
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .trainingCost, attribute: layout.name, period: funnel.period, focal: focal,
        reference: reference,
        columns: [
          ExhibitColumn(
            id: "focal_amount", title: "\(focal), \(cost.unit)", unit: .amount, group: focal),
          ExhibitColumn(
            id: "reference_amount", title: "\(reference), \(cost.unit)", unit: .amount,
            group: reference),
        ],
        rows: rows, notes: ["An enrolment costs \(cost.words)."] + layout.notes),
      tables: funnel.tables, statistics: statistics, relations: funnel.relations)
  }
}
