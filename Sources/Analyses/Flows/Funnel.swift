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

  let layout: GroupLayout
  let stages: [String]
  private let tables: [PlannedTable]
  private let relations: [LinearRelation]
  private let period: String

  static let population = "applications"

  var steps: [Step] {
    zip(stages, stages.dropFirst()).map { Step(entered: $0, passed: $1) }
  }

  /// Everyone who reached a stage.
  func reached(_ stage: String) -> CellKey {
    CellKey(
      Self.population,
      [.init("reached", stage), .init(AnalysisContext.quarter, period)])
  }

  /// `cells` is over quarter, the characteristic, the furthest stage and the stratum. With a stratum
  /// only the first and the last stage are kept.
  init(
    layout: GroupLayout, by: Attribute?, stages all: [String], cells: CellTable,
    _ context: AnalysisContext
  ) {
    self.layout = layout
    period = context.windowLabel
    let kept = by == nil ? all : [all.first, all.last].compactMap { $0 }
    stages = kept
    let inWindow = cells.filtered(AnalysisContext.quarter, context.window)
    let split = [layout.attribute.id] + (by.map { [$0.id] } ?? [])
    func slice(_ furthest: ArraySlice<String>) -> CellTable {
      inWindow.filtered(FunnelAnalysis.stage, Array(furthest)).margin(split)
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
          population: Self.population, conditions: reached, layout: layout,
          by: byAttributes.map(\.id), cells: slice(all[start...])))
      guard let next else { continue }
      let between = "\(stage), before \(kept[position + 1])"
      let stopped = [CellKey.Condition("stopped", between), window]
      groups.append(
        GroupTables(
          population: Self.population, conditions: stopped, layout: layout,
          by: byAttributes.map(\.id), cells: slice(all[start..<next]), isPublished: false))
      // Whoever reached a stage stopped there or reached the next one.
      for key in GroupTables.keys(Self.population, [window], byAttributes) {
        let everyone = [key] + layout.groups.map { key.with(layout.attribute.id, $0.label) }
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
    let attribute = layout.attribute.id
    let focalCells = [entered, passed].map { $0.with(attribute, focal) }
    let reference = [entered, passed].map { layout.referenceOperands(focal: focal, among: $0) }
    let width = reference[0].count
    let operands = focalCells + reference[0] + reference[1]
    @Sendable func counts(_ all: [Int]) -> (entered: Int, passed: Int) {
      (
        GroupLayout.referenceCount(all[2..<(2 + width)]),
        GroupLayout.referenceCount(all[(2 + width)...])
      )
    }
    var entries: [Reference?] = focalCells.map { .cell($0) }
    func add(
      _ name: String, _ method: MethodStamp, _ evaluate: @escaping @Sendable ([Int]) -> Outcome
    ) {
      let statistic = PlannedStatistic(
        id: "\(prefix)/\(name)", method: method, basis: .counts(operands, evaluate: evaluate),
        smallestBase: CensusShare.smallestBase, bases: Array(focalCells.prefix(1)))
      statistics.append(statistic)
      entries.append(.statistic(statistic.id))
    }
    func people(_ name: String, _ pick: @escaping @Sendable ((entered: Int, passed: Int)) -> Int) {
      if width == 1 {
        entries.append(.cell(reference[name == "reference_entered" ? 0 : 1][0]))
      } else {
        add(name, CensusShare.countStamp) { all in
          Estimate(Double(pick(counts(all)))).map(Outcome.estimate)
            ?? .notEstimable(reason: "nobody applied")
        }
      }
    }
    func compare(_ name: String, _ method: some StatisticalMethod<TwoByTwoTable>) {
      add(name, method.stamp) { all in
        let other = counts(all)
        guard
          let table = TwoByTwoTable(
            focalSelected: all[1], focalRejected: all[0] - all[1],
            referenceSelected: other.passed, referenceRejected: other.entered - other.passed)
        else { return .notEstimable(reason: "more people passed than entered") }
        return method(table)
      }
    }
    func rate(_ name: String, _ pick: @escaping @Sendable ([Int]) -> BinomialCount?) {
      let method = WilsonInterval(level: level)
      add(name, method.stamp) { all in
        guard let count = pick(all), count.total > 0 else {
          return .notEstimable(reason: "nobody of this group reached the stage")
        }
        return method(count)
      }
    }
    people("reference_entered") { $0.entered }
    people("reference_passed") { $0.passed }
    rate("focal_rate") { BinomialCount(successes: $0[1], total: $0[0]) }
    rate("reference_rate") { all in
      let other = counts(all)
      return BinomialCount(successes: other.passed, total: other.entered)
    }
    compare("ratio", ImpactRatio(level: level))
    compare("z", PooledZTest())
    compare("fisher", FisherExactTest(twoSided: .minimumLikelihood))
    compare("shortfall", ShortfallToReferenceRate())
    // The pooled Z stands twice: its statistic and its p-value.
    entries.insert(entries[7], at: 8)
    return ExhibitRow(label: label, role: role, entries: entries)
  }

  /// The exhibit of some rows.
  func exhibit(
    id: String, kind: Exhibit.Kind, by: ExhibitAttribute?, focal: String, rows: [ExhibitRow],
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
        ],
        rows: rows,
        comparison: Comparison(
          effectColumn: "ratio", testColumn: "p", scale: .ratio, polarity: .favourable,
          inference: .process),
        notes: layout.notes),
      tables: tables, statistics: statistics, relations: relations)
  }
}
