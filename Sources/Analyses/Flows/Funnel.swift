import Aggregates
import Estimates
import Inference

/// The tables of a funnel: how many of each group reached each stage, and how many stopped there.
struct Funnel: Sendable {
  /// A step from one stage to the next.
  struct Step: Sendable {
    let entered: String
    let passed: String
  }

  let process: FunnelProcess
  let layout: GroupLayout
  let stages: [String]
  let tables: [PlannedTable]
  let relations: [LinearRelation]
  let period: String
  private let isWhole: Bool
  private let dropped: [String]

  var steps: [Step] {
    zip(stages, stages.dropFirst()).map { Step(entered: $0, passed: $1) }
  }

  /// Everyone who reached a stage.
  func reached(_ stage: String) -> CellKey {
    CellKey(
      process.population,
      [.init("reached", stage), .init(AnalysisContext.quarter, period)])
  }

  /// `cells` is over quarter, the characteristic, the furthest stage and the stratum; `shown` are the
  /// stages kept of all.
  init(
    _ process: FunnelProcess = .hiring, layout: GroupLayout, by: Attribute?,
    byGroupings: [Grouping] = [], shown kept: [String],
    stages all: [String], cells: CellTable, _ context: AnalysisContext
  ) {
    self.process = process
    self.layout = layout
    period = context.windowLabel
    isWhole = by == nil
    dropped = all.filter { !kept.contains($0) }
    stages = kept
    let inWindow = cells.filtered(AnalysisContext.quarter, context.window)
    let split = [layout.attribute.id] + (by.map { [$0.id] } ?? [])
    func slice(_ furthest: ArraySlice<String>) -> CellTable {
      inWindow.filtered(process.stage, Array(furthest)).margin(split)
    }
    var groups: [GroupTables] = []
    var relations: [LinearRelation] = []
    let byAttributes = inWindow.margin(by.map { [$0.id] } ?? []).attributes
    let window = CellKey.Condition(AnalysisContext.quarter, context.windowLabel)
    for (position, stage) in kept.enumerated() {
      let start = all.firstIndex(of: stage) ?? 0
      let next = position + 1 < kept.count ? all.firstIndex(of: kept[position + 1]) : nil
      let reached = [CellKey.Condition("reached", stage), window]
      groups.append(
        GroupTables(
          population: process.population, conditions: reached, layout: layout,
          by: byAttributes.map(\.id), byGroupings: byGroupings,
          cells: slice(all[start...])))
      guard let next else { continue }
      let between = "\(stage), before \(kept[position + 1])"
      let stopped = [CellKey.Condition("stopped", between), window]
      groups.append(
        GroupTables(
          population: process.population, conditions: stopped, layout: layout,
          by: byAttributes.map(\.id), byGroupings: byGroupings,
          cells: slice(all[start..<next]), isPublished: false, guidesRungs: true))
      // Whoever reached a stage stopped there or reached the next one.
      for key in GroupTables.keys(process.population, [window], byAttributes) {
        let everyone = [key] + layout.groups.map { key.with(layout.attribute.id, $0.cell) }
        relations += everyone.map { cell in
          LinearRelation(
            cell.with("reached", stage),
            isSumOf: [
              cell.with("stopped", between), cell.with("reached", kept[position + 1]),
            ])
        }
      }
    }
    tables = groups.flatMap(\.tables)
    self.relations = groups.flatMap(\.relations) + relations
  }

  /// One row: both groups at one step, their rates and what compares them.
  func row(
    label: String, role: ExhibitRow.Role, prefix: String, focal: String, entered: CellKey,
    passed: CellKey, _ level: Double, _ statistics: inout [PlannedStatistic]
  ) -> ExhibitRow {
    let shares = GroupShares(layout: layout, focal: focal, entered: entered, passed: passed)
    func add(_ statistic: PlannedStatistic) -> Reference {
      statistics.append(statistic)
      return .statistic(statistic.id)
    }
    // A reference group that is one of the groups shown has counts of its own.
    let reference: [Reference] =
      shares.reference[0].count == 1
      ? [.cell(shares.reference[0][0]), .cell(shares.reference[1][0])]
      : [
        add(shares.referenceEntered("\(prefix)/reference_entered")),
        add(shares.referencePassed("\(prefix)/reference_passed")),
      ]
    let rates = [
      add(shares.focalRate("\(prefix)/focal_rate", level)),
      add(shares.referenceRate("\(prefix)/reference_rate", level)),
    ]
    let ratio = add(shares.comparison("\(prefix)/ratio", ImpactRatio(level: level)))
    // The pooled Z stands twice: its statistic and its p-value.
    let pooled = add(shares.comparison("\(prefix)/z", PooledZTest()))
    let fisher = add(
      shares.comparison("\(prefix)/fisher", FisherExactTest(twoSided: .minimumLikelihood)))
    let shortfall = add(shares.comparison("\(prefix)/shortfall", ShortfallToReferenceRate()))
    let robustness = [
      shares.comparison("\(prefix)/fisher_central", FisherExactTest(twoSided: .central)),
      shares.comparison("\(prefix)/fisher_mid_p", FisherExactTest(observedTable: .half)),
      shares.boschloo("\(prefix)/boschloo"),
    ].map { add($0) }
    return ExhibitRow(
      label: label, role: role,
      entries: shares.focal.map { .cell($0) } + reference + rates
        + [ratio, pooled, pooled, fisher, shortfall] + robustness)
  }

  /// The exhibit of one focal group: one row per stage, then the whole way.
  func whole(_ focal: String, _ context: AnalysisContext) -> PlannedExhibit {
    let id = "\(process.prefix)/\(layout.attribute.id)/\(focal)"
    var statistics: [PlannedStatistic] = []
    var rows = steps.map { step -> ExhibitRow in
      row(
        label: step.passed, role: .item, prefix: "\(id)/\(step.passed)", focal: focal,
        entered: reached(step.entered), passed: reached(step.passed), context.confidence,
        &statistics)
    }
    if steps.count > 1, let first = stages.first, let last = stages.last {
      rows.append(
        row(
          label: "\(first) to \(last)", role: .total, prefix: "\(id)/whole", focal: focal,
          entered: reached(first), passed: reached(last), context.confidence, &statistics))
    }
    return exhibit(
      id: id, kind: process.kind, by: nil, focal: focal, rows: rows, statistics: statistics)
  }

  /// What a reader must be told about stages that are not shown.
  private var stageNotes: [String] {
    guard isWhole, !dropped.isEmpty else { return [] }
    let names = dropped.joined(separator: ", ")
    return [
      "Not shown as \(dropped.count == 1 ? "a stage of its own" : "stages of their own"): \(names)."
    ]
  }

  /// The exhibit of some rows.
  func exhibit(
    id: String, kind: Exhibit.Kind, by: ExhibitAttribute?, notes: [String] = [], focal: String,
    rows: [ExhibitRow],
    statistics: [PlannedStatistic]
  ) -> PlannedExhibit {
    let reference = layout.referenceLabel
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: kind, attribute: layout.name, by: by, period: period, focal: focal,
        reference: reference,
        columns: [
          ExhibitColumn(
            id: "focal_entered", title: "\(focal), entered", unit: .people, group: focal),
          ExhibitColumn(id: "focal_passed", title: "\(focal), passed", unit: .people, group: focal),
          ExhibitColumn(
            id: "reference_entered", title: "\(reference), entered", unit: .people,
            group: reference),
          ExhibitColumn(
            id: "reference_passed", title: "\(reference), passed", unit: .people,
            group: reference),
          ExhibitColumn(id: "focal_rate", title: "\(focal), rate", unit: .share, group: focal),
          ExhibitColumn(
            id: "reference_rate", title: "\(reference), rate", unit: .share, group: reference),
          ExhibitColumn(id: "ratio", title: "Impact ratio", unit: .ratio),
          ExhibitColumn(id: "z", title: "Z (pooled)", unit: .number),
          ExhibitColumn(id: "p", title: "p (pooled Z)", unit: .pValue),
          ExhibitColumn(id: "fisher", title: "p (Fisher)", unit: .pValue),
          ExhibitColumn(id: "shortfall", title: "Shortfall in people", unit: .shortfall),
          ExhibitColumn(id: "fisher_central", title: "p (Fisher central)", unit: .pValue),
          ExhibitColumn(id: "fisher_mid_p", title: "p (Fisher mid-p)", unit: .pValue),
          ExhibitColumn(id: "boschloo", title: "p (Boschloo)", unit: .pValue),
        ],
        rows: rows,
        comparison: Comparison(
          effectColumn: "ratio", testColumn: "p", scale: .ratio, polarity: .favourable,
          inference: .process),
        notes: layout.notes + notes + stageNotes),
      tables: tables, statistics: statistics, relations: relations)
  }
}
