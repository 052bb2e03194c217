public import Aggregates
import Estimates
import Inference

/// Hires, promotions and exits per 100 people of average headcount, over rolling four quarters.
///
///     rate per 100 = 100 · events / average headcount
///
/// Groups are compared by the ratio of their rates per person-year, tested exactly given the total
/// number of events (the events are taken as Poisson).
public struct FlowAnalysis: Analysis {
  /// Makes the analysis.
  public init() {}

  private static let flows: [(FlowPopulation, Exhibit.Kind, Comparison.Polarity)] = [
    (.hires, .hiring, .neutral), (.promotions, .progression, .favourable),
    (.exits, .retention, .adverse),
  ]

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let people = context.input(.snapshots), let events = context.input(.events) else {
      return []
    }
    let level = levelBefore(events)
    return context.characteristics(of: events).flatMap { characteristic in
      let id = characteristic.attribute.id
      var queries = [context.query(people, [id]), context.query(events, ["event", id])]
      if let level, people.has("level") {
        queries += [
          context.query(people, [id, "level"]), context.query(events, ["event", id, level]),
        ]
      }
      return queries
    }
  }

  /// The attribute with the level a promotion starts from.
  private func levelBefore(_ events: AnalysisContext.Input) -> String? {
    ["from_level", "level"].first(where: events.has)
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let people = context.input(.snapshots), let events = context.input(.events),
      let average = AverageHeadcount(window: context.window, quarters: context.quarters)
    else { return [] }
    var ladders: [ExhibitLadder?] = []
    for (flow, kind, polarity) in Self.flows {
      for characteristic in context.characteristics(of: events)
      where people.has(characteristic.attribute.id) {
        let id = characteristic.attribute.id
        guard let stock = data.cells(people, [id]), let all = data.cells(events, ["event", id])
        else { continue }
        let cells = flow.cells(all)
        guard cells.filtered(AnalysisContext.quarter, context.window).total > 0 else { continue }
        ladders.append(
          ExhibitLadder(
            GroupLayout.ladder(for: characteristic, endsWithPair: true).map {
              overall($0, flow, kind, polarity, cells, stock, average, context)
            }))
        if flow == .promotions {
          ladders.append(
            byLevel(characteristic, data, people, events, average, context))
        }
      }
    }
    return ladders.compactMap { $0 }
  }

  private func overall(
    _ layout: GroupLayout, _ flow: FlowPopulation, _ kind: Exhibit.Kind,
    _ polarity: Comparison.Polarity, _ cells: CellTable, _ stock: CellTable,
    _ average: AverageHeadcount, _ context: AnalysisContext
  ) -> PlannedExhibit {
    let attribute = layout.attribute.id
    let id = "\(flow.rawValue)/\(attribute)"
    let window = FlowWindow(
      population: flow.rawValue, layout: layout, cells: cells, quarters: context.window,
      label: context.windowLabel)
    let stocks = average.snapshots.map {
      WorkforceTables.stock(layout, quarter: $0, cells: stock)
    }
    let everyone = flow.key(context.windowLabel)
    var statistics: [PlannedStatistic] = []
    func add(_ statistic: PlannedStatistic) -> Reference {
      statistics.append(statistic)
      return .statistic(statistic.id)
    }
    var rows: [ExhibitRow] = layout.declaredGroups.map { group in
      let cell = everyone.with(attribute, group.cell)
      let exposure = average.operands { $0.with(attribute, group.cell) }
      let prefix = "\(id)/\(group.label)"
      var entries: [Reference?] = [
        .cell(cell), add(averageOf(exposure, "\(prefix)/average")),
        add(rate(cell, exposure, "\(prefix)/rate", context)),
      ]
      if layout.focal.contains(group.label) {
        let comparison = FlowComparison(
          layout: layout, focal: group.label, events: everyone,
          snapshots: average.snapshots.map(WorkforceTables.everyone))
        entries += [
          add(comparison.statistic("\(prefix)/ratio", PoissonRateRatio(level: context.confidence))),
          add(comparison.statistic("\(prefix)/p", PoissonRateTest())),
        ]
      } else {
        entries += [nil, nil]
      }
      return ExhibitRow(label: group.label, role: group.role, entries: entries)
    }
    let exposure = average.operands { $0 }
    rows.append(
      ExhibitRow(
        label: "Everyone", role: .total,
        entries: [
          .cell(everyone), add(averageOf(exposure, "\(id)/everyone/average")),
          add(rate(everyone, exposure, "\(id)/everyone/rate", context)), nil, nil,
        ]))
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: kind, attribute: layout.name, period: context.windowLabel,
        focal: layout.focal.first, reference: layout.referenceLabel,
        columns: [
          ExhibitColumn(id: "events", title: flow.title, unit: .people),
          ExhibitColumn(id: "average", title: "Average headcount", unit: .number),
          ExhibitColumn(id: "rate", title: "Per 100", unit: .per100),
          ExhibitColumn(id: "ratio", title: "Ratio", unit: .ratio),
          ExhibitColumn(id: "p", title: "p (exact)", unit: .pValue),
        ],
        rows: rows,
        comparison: Comparison(
          effectColumn: "ratio", testColumn: "p", scale: .ratio, polarity: polarity,
          inference: .process),
        notes: layout.notes),
      tables: window.tables + stocks.flatMap(\.tables), statistics: statistics,
      relations: window.relations + stocks.flatMap(\.relations))
  }

  private func byLevel(
    _ characteristic: Characteristic, _ data: WorkforceData, _ people: AnalysisContext.Input,
    _ events: AnalysisContext.Input, _ average: AverageHeadcount, _ context: AnalysisContext
  ) -> ExhibitLadder? {
    let id = characteristic.attribute.id
    guard let from = levelBefore(events), people.has("level"),
      let structure = context.structures.first(where: { $0.id == "level" }),
      let stock = data.cells(people, [id, "level"]),
      let all = data.cells(events, ["event", id, from])
    else { return nil }
    let target = (all.attributes.first { $0.id == from }?.levels ?? []).map { level in
      structure.levels.firstIndex { $0.label == level.label }
    }
    let renamed = FlowPopulation.promotions.cells(all).renamed(from, to: structure, target: target)
    return ExhibitLadder(
      StructureLayout.pairs(
        GroupLayout.ladder(for: characteristic, endsWithPair: true),
        StructureLayout.ladder(for: structure, context)
      ).compactMap { layout, levels in
        layout.focal.first.map {
          promotions($0, layout, levels, renamed, stock, average, context)
        }
      })
  }

  private func promotions(
    _ focal: String, _ layout: GroupLayout, _ levels: StructureLayout, _ cells: CellTable,
    _ stock: CellTable, _ average: AverageHeadcount, _ context: AnalysisContext
  ) -> PlannedExhibit {
    let attribute = layout.attribute.id
    let id = "promotions/\(attribute)/level"
    let window = FlowWindow(
      population: FlowPopulation.promotions.rawValue, layout: layout, by: ["level"],
      byGroupings: levels.groupings, cells: cells,
      quarters: context.window, label: context.windowLabel)
    let stocks = average.snapshots.map {
      WorkforceTables.stock(
        layout, by: ["level"], byGroupings: levels.groupings, quarter: $0, cells: stock)
    }
    var statistics: [PlannedStatistic] = []
    func add(_ statistic: PlannedStatistic) -> Reference {
      statistics.append(statistic)
      return .statistic(statistic.id)
    }
    // Nobody is promoted out of the top level.
    let rows = levels.labels.dropLast().map { level -> ExhibitRow in
      let everyone = FlowPopulation.promotions.key(context.windowLabel).with("level", level)
      let comparison = FlowComparison(
        layout: layout, focal: focal, events: everyone,
        snapshots: average.snapshots.map {
          WorkforceTables.everyone($0).with("level", level)
        })
      let prefix = "\(id)/\(level)"
      return ExhibitRow(
        label: level,
        entries: [
          .cell(everyone.with(attribute, focal)),
          add(comparison.focalRate("\(prefix)/focal_rate", context.confidence)),
          add(comparison.referenceRate("\(prefix)/reference_rate", context.confidence)),
          add(comparison.statistic("\(prefix)/ratio", PoissonRateRatio(level: context.confidence))),
          add(comparison.statistic("\(prefix)/p", PoissonRateTest())),
        ])
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .progressionBy, attribute: layout.name,
        by: levels.name,
        period: context.windowLabel, focal: focal, reference: layout.referenceLabel,
        columns: [
          ExhibitColumn(id: "focal_events", title: "\(focal), promoted", unit: .people),
          ExhibitColumn(id: "focal_rate", title: "\(focal), per 100", unit: .per100),
          ExhibitColumn(
            id: "reference_rate", title: "\(layout.referenceLabel), per 100", unit: .per100),
          ExhibitColumn(id: "ratio", title: "Ratio", unit: .ratio),
          ExhibitColumn(id: "p", title: "p (exact)", unit: .pValue),
        ],
        rows: Array(rows),
        comparison: Comparison(
          effectColumn: "ratio", testColumn: "p", scale: .ratio, polarity: .favourable,
          inference: .process),
        notes: layout.notes + levels.notes + ["Each row is the level people were promoted from."]),
      tables: window.tables + stocks.flatMap(\.tables), statistics: statistics,
      relations: window.relations + stocks.flatMap(\.relations))
  }

  private func averageOf(_ exposure: [CellKey], _ id: String) -> PlannedStatistic {
    PlannedStatistic(
      id: id, method: AverageHeadcount.stamp,
      basis: .counts(exposure) { counts in
        Estimate(AverageHeadcount.average(counts)).map(Outcome.estimate)
          ?? .notEstimable(reason: "no headcount")
      })
  }

  private func rate(
    _ events: CellKey, _ exposure: [CellKey], _ id: String, _ context: AnalysisContext
  ) -> PlannedStatistic {
    let method = EventRatePer100(level: context.confidence)
    return PlannedStatistic(
      id: id, method: method.stamp,
      basis: .counts([events] + exposure) { counts in
        guard
          let input = EventRate(
            events: counts[0], exposure: AverageHeadcount.average(counts.dropFirst()))
        else { return .notEstimable(reason: "nobody to count events of") }
        return method(input)
      },
      smallestBase: CensusShare.smallestBase, bases: Array(exposure.suffix(1)))
  }
}
