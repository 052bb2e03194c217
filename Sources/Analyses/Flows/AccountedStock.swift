import Aggregates
import Estimates
import Inference

/// A stock at both ends of the window and the flows between, by the groups of one characteristic.
struct AccountedStock {
  /// People who came or went.
  struct Flow {
    let population: FlowPopulation
    /// Everyone to whom it happened.
    let key: CellKey
    /// The counts over the window, by group.
    let cells: CellTable
    /// What the flow publishes; `nil` where it is not told apart.
    let window: FlowWindow?

    /// Whether the stock grows by it.
    var isInflow: Bool { population != .exits }
  }

  let layout: GroupLayout
  let context: AnalysisContext
  let opening: String
  /// The counts by quarter and group.
  let stock: CellTable
  let flows: [Flow]
  /// Where the stock is that of leadership.
  var leadership: LeadershipSplit?
  /// The tables of the stock at both ends where they are not those of everyone.
  var stocks: [GroupTables]?

  private var attribute: String { layout.attribute.id }
  private var shown: [Flow] { flows.filter { $0.window != nil } }
  private var areAllShown: Bool { shown.count == flows.count }

  /// Whether closing = opening + inflows - outflows for everyone, to the person.
  var reconciles: Bool {
    let change = flows.reduce(0) { $0 + ($1.isInflow ? 1 : -1) * $1.cells.total }
    return count(context.reported) == count(opening) + change
  }

  private func count(_ quarter: String) -> Int {
    stock.count([AnalysisContext.quarter: quarter])
  }

  private func everyone(_ quarter: String) -> CellKey {
    let key = WorkforceTables.everyone(quarter)
    return leadership.map { key.with("level", $0.label) } ?? key
  }

  /// Those the share is of, and the group among them.
  private func pair(_ everyone: CellKey, _ group: GroupLayout.Group) -> [CellKey] {
    [layout.denominator(of: everyone), everyone.with(attribute, group.cell)]
  }

  /// One row per focal group: the share then, what each flow did, and the share now.
  var exhibit: PlannedExhibit {
    let id = "why_moved/\(attribute)" + (leadership == nil ? "" : "/leadership")
    var statistics: [PlannedStatistic] = []
    func add(_ statistic: PlannedStatistic) -> Reference {
      statistics.append(statistic)
      return .statistic(statistic.id)
    }
    let groups = layout.declaredGroups.filter { layout.focal.contains($0.label) }
    let rows = groups.map { group -> ExhibitRow in
      let prefix = "\(id)/\(group.label)"
      let (then, now) = (pair(everyone(opening), group), pair(everyone(context.reported), group))
      let parts = shown.map { ($0.population, pair($0.key, group)) }
      let step = ShareStep(prefix: prefix, then: then, now: now)
      return ExhibitRow(
        label: group.label, role: group.role,
        entries: [
          add(CensusShare.share(id: "\(prefix)/then", part: then[1], whole: then[0]))
        ]
          + parts.map { add(step.flow($0.0, $0.1)) } + [
            add(step.rest(parts)),
            add(
              CensusShare.change(
                id: "\(prefix)/change", now: (now[1], now[0]), then: (then[1], then[0]))),
            add(CensusShare.share(id: "\(prefix)/now", part: now[1], whole: now[0])),
          ])
    }
    let stocks =
      stocks
      ?? [opening, context.reported].map {
        WorkforceTables.stock(layout, quarter: $0, cells: stock)
      }
    let windows = shown.compactMap(\.window)
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .shareAccounting, attribute: layout.name,
        by: leadership.map { _ in ExhibitAttribute(id: "level", title: "Leadership") },
        period: context.windowLabel, focal: layout.focal.first, columns: columns, rows: rows,
        notes: layout.notes + (leadership.map { ["Leadership: \($0.label)."] } ?? [])
          + [Self.note]),
      tables: stocks.flatMap(\.tables) + windows.flatMap(\.tables)
        + (areAllShown ? [changedRecords] : []),
      statistics: statistics,
      relations: stocks.flatMap(\.relations) + windows.flatMap(\.relations))
  }

  private var columns: [ExhibitColumn] {
    [ExhibitColumn(id: "then", title: "Share in \(opening)", unit: .share)]
      + shown.map {
        ExhibitColumn(
          id: $0.population.rawValue, title: $0.population.title, unit: .percentagePoints)
      } + [
        ExhibitColumn(
          id: areAllShown ? "records" : "rest",
          title: areAllShown
            ? "New answers and corrections"
            : shown.isEmpty ? "All steps" : "Exits, answers and corrections",
          unit: .percentagePoints),
        ExhibitColumn(id: "change", title: "Change", unit: .percentagePoints),
        ExhibitColumn(id: "now", title: "Share in \(context.reported)", unit: .share),
      ]
  }

  private static let note =
    "The steps add up to the change; printed numbers are rounded. A step whose counts are not shown "
    + "is part of the last one."

  /// How many records of each group changed, whichever way: not shown, but a reader gets it from
  /// stocks and flows, so a small number speaks against showing them side by side.
  private var changedRecords: PlannedTable {
    let groups = Attribute(
      id: attribute, title: layout.attribute.title, levels: layout.groups.map { Level($0.cell) })
    return PlannedTable(
      population: HeadcountAnalysis.changedRecords,
      conditions: WorkforceTables.conditions(context.windowLabel) + [
        CellKey.Condition("among", layout.groups.map(\.cell).joined(separator: " | "))
      ] + (leadership.map { [CellKey.Condition("level", $0.label)] } ?? []),
      attributes: [attribute],
      cells: CellTable(
        attributes: [groups],
        entries: layout.groups.enumerated().map { position, group in
          let members = layout.groupings.first { $0.label == group.cell }?.members ?? [group.cell]
          let changed = members.reduce(0) { $0 + self.changed($1) }
          return .init(coordinates: [position], cell: Cell(count: abs(changed)))
        }),
      isPublished: false, guidesRungs: true)
  }

  /// By how much more people with one answer there are than the flows make.
  private func changed(_ level: String) -> Int {
    func stock(_ quarter: String) -> Int {
      self.stock.count([AnalysisContext.quarter: quarter, attribute: level])
    }
    return flows.reduce(stock(context.reported) - stock(opening)) {
      $0 - ($1.isInflow ? 1 : -1) * $1.cells.count([attribute: level])
    }
  }
}

/// What single flows, and what they leave open, did to the share of a group.
private struct ShareStep {
  let prefix: String
  /// Those the share is of and the group, at both ends.
  let then: [CellKey]
  let now: [CellKey]

  private static let stamp = ShareAccounting().stamp

  /// What one flow did.
  func flow(_ flow: FlowPopulation, _ cells: [CellKey]) -> PlannedStatistic {
    PlannedStatistic(
      id: "\(prefix)/\(flow.rawValue)", method: Self.stamp,
      basis: .counts(then + now + cells) { counts in
        Self.accounts(counts[...], [(flow, counts[4...])]).contribution(
          of: [Self.kind(flow)])
      },
      smallestBase: CensusShare.smallestBase, bases: [then[0], now[0], cells[0]])
  }

  /// What is left of the change once the flows that are shown are taken from it.
  func rest(_ flows: [(flow: FlowPopulation, cells: [CellKey])]) -> PlannedStatistic {
    let kinds = flows.map(\.flow)
    return PlannedStatistic(
      id: "\(prefix)/rest", method: Self.stamp,
      basis: .parts([then + now] + flows.map(\.cells)) { parts in
        guard let stocks = parts.first.flatMap({ $0 }) else { return nil }
        let shown = zip(kinds, parts.dropFirst()).compactMap { kind, counts in
          counts.map { (kind, $0[...]) }
        }
        let result = Self.accounts(stocks[...], shown)
        return result.contribution(of: [.newlyDeclared, .declarationsWithdrawn])
      }, smallestBase: CensusShare.smallestBase, bases: [then[0], now[0]])
  }

  private static func kind(_ flow: FlowPopulation) -> HeadcountFlow.Kind {
    switch flow {
    case .hires: .hires
    case .exits: .exits
    case .promotions: .promotionsIn
    }
  }

  /// The accounts of the flows given, what they leave open booked as changes of records.
  private static func accounts(
    _ stocks: ArraySlice<Int>, _ flows: [(FlowPopulation, ArraySlice<Int>)]
  ) -> ShareAccountingResult {
    let ends = Array(stocks.prefix(4))
    let counts = flows.map { (kind($0.0), Array($0.1.prefix(2))) }
    guard let opening = BinomialCount(successes: ends[1], total: ends[0]),
      let closing = BinomialCount(successes: ends[3], total: ends[2])
    else { return ShareAccountingResult(reason: "the group has more people than everyone") }
    let booked = counts.compactMap { kind, people in
      BinomialCount(successes: people[1], total: people[0]).map { HeadcountFlow(kind, $0) }
    }
    guard booked.count == counts.count else {
      return ShareAccountingResult(reason: "the group has more people than everyone")
    }
    return ShareAccounting()(
      ShareAccounts(opening: opening, closing: closing, flows: booked).closedByRecords)
  }
}
