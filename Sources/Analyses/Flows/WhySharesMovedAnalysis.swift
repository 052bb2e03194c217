public import Aggregates
import Estimates
import Inference

/// How the share of each focal group moved over four quarters, by hires, exits and new answers.
///
///     share now - share then = hires + exits + changes of records
///
/// Everything is worked out from the counts that other sections publish: the stocks at both ends and
/// the hires and exits between. What these leave open are people who answered for the first time or
/// whose record was corrected; they are the difference of counts that are shown, so that nothing
/// hidden follows from them. A flow whose counts are hidden goes into that difference, so the steps
/// always add up (`ShareAccounting`).
public struct WhySharesMovedAnalysis: Analysis {
  /// Makes the analysis.
  public init() {}

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let people = context.input(.snapshots), let events = context.input(.events) else {
      return []
    }
    return context.characteristics(of: events).flatMap { characteristic in
      [
        context.query(people, [characteristic.attribute.id]),
        context.query(events, ["event", characteristic.attribute.id]),
      ]
    }
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  ///
  /// None where the headcount of everyone does not follow from the events: then what is left over
  /// could be anything.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let people = context.input(.snapshots), let events = context.input(.events),
      context.part == nil,
      let opening = AverageHeadcount(window: context.window, quarters: context.quarters)?
        .snapshots.first
    else { return [] }
    return context.characteristics(of: events).compactMap { characteristic -> ExhibitLadder? in
      let id = characteristic.attribute.id
      guard people.has(id), let stock = data.cells(people, [id]),
        let all = data.cells(events, ["event", id])
      else { return nil }
      let accounts = StockAccounts(
        opening: opening, context: context, stock: stock, hires: FlowPopulation.hires.cells(all),
        exits: FlowPopulation.exits.cells(all))
      guard accounts.reconciles else { return nil }
      let layouts = GroupLayout.ladder(for: characteristic, endsWithPair: true).filter {
        !$0.focal.isEmpty
      }
      // How few records changed follows from stocks and flows by group; where that is a small
      // number, exits are not told apart from them.
      return ExhibitLadder(
        layouts.map { accounts.exhibit($0, withExits: true) }
          + layouts.map { accounts.exhibit($0, withExits: false) })
    }
  }
}

/// Stocks at both ends of the window and the flows between, by the groups of one characteristic.
private struct StockAccounts {
  let opening: String
  let context: AnalysisContext
  let stock: CellTable
  let hires: CellTable
  let exits: CellTable

  private var window: [String] { context.window }
  private var label: String { context.windowLabel }

  /// Whether closing = opening + hires - exits for everyone, to the person.
  var reconciles: Bool {
    count(stock, context.reported) == count(stock, opening) + flow(hires) - flow(exits)
  }

  private func count(_ cells: CellTable, _ quarter: String) -> Int {
    cells.count([AnalysisContext.quarter: quarter])
  }

  private func flow(_ cells: CellTable) -> Int {
    window.reduce(0) { $0 + count(cells, $1) }
  }

  /// One row per focal group: the share then, what each flow did, and the share now.
  func exhibit(_ layout: GroupLayout, withExits: Bool) -> PlannedExhibit {
    let attribute = layout.attribute.id
    let id = "why_moved/\(attribute)"
    let stocks = [opening, context.reported].map {
      WorkforceTables.stock(layout, quarter: $0, cells: stock)
    }
    let flows: [(FlowPopulation, CellTable)] =
      [(.hires, hires)] + (withExits ? [(.exits, exits)] : [])
    let windows = flows.map { flow, cells in
      FlowWindow(
        population: flow.rawValue, layout: layout, cells: cells, quarters: window, label: label)
    }
    var statistics: [PlannedStatistic] = []
    func add(_ statistic: PlannedStatistic) -> Reference {
      statistics.append(statistic)
      return .statistic(statistic.id)
    }
    let rows = layout.declaredGroups.filter { layout.focal.contains($0.label) }.map {
      group -> ExhibitRow in
      let prefix = "\(id)/\(group.label)"
      func pair(_ everyone: CellKey) -> [CellKey] {
        [layout.denominator(of: everyone), everyone.with(attribute, group.cell)]
      }
      let then = pair(WorkforceTables.everyone(opening))
      let now = pair(WorkforceTables.everyone(context.reported))
      let parts = flows.map { ($0.0, pair($0.0.key(label))) }
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
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .shareAccounting, attribute: layout.name, period: label,
        focal: layout.focal.first,
        columns: [
          ExhibitColumn(id: "then", title: "Share in \(opening)", unit: .share)
        ]
          + flows.map { flow, _ in
            ExhibitColumn(id: flow.rawValue, title: flow.title, unit: .percentagePoints)
          } + [
            ExhibitColumn(
              id: withExits ? "records" : "rest",
              title: withExits ? "New answers and corrections" : "Exits, answers and corrections",
              unit: .percentagePoints),
            ExhibitColumn(id: "change", title: "Change", unit: .percentagePoints),
            ExhibitColumn(id: "now", title: "Share in \(context.reported)", unit: .share),
          ],
        rows: rows, notes: layout.notes + [Self.note]),
      tables: stocks.flatMap(\.tables) + windows.flatMap(\.tables)
        + (withExits ? [changedRecords(layout)] : []),
      statistics: statistics,
      relations: stocks.flatMap(\.relations) + windows.flatMap(\.relations))
  }

  static let note =
    "The steps add up to the change; printed numbers are rounded. A step whose counts are not shown "
    + "is part of the last one."

  /// How many records of each group changed, whichever way: not shown, but a reader gets it from
  /// stocks and flows, so a small number speaks against showing them side by side.
  private func changedRecords(_ layout: GroupLayout) -> PlannedTable {
    let id = layout.attribute.id
    let groups = Attribute(
      id: id, title: layout.attribute.title, levels: layout.groups.map { Level($0.cell) })
    func sum(_ cells: CellTable, _ quarters: [String], _ members: [String]) -> Int {
      quarters.reduce(0) { sum, quarter in
        members.reduce(sum) { $0 + cells.count([AnalysisContext.quarter: quarter, id: $1]) }
      }
    }
    return PlannedTable(
      population: HeadcountAnalysis.changedRecords,
      conditions: WorkforceTables.conditions(label) + [
        CellKey.Condition("among", layout.groups.map(\.cell).joined(separator: " | "))
      ],
      attributes: [id],
      cells: CellTable(
        attributes: [groups],
        entries: layout.groups.enumerated().map { position, group in
          let members = layout.groupings.first { $0.label == group.cell }?.members ?? [group.cell]
          let changed =
            sum(stock, [context.reported], members) - sum(stock, [opening], members)
            - sum(hires, window, members) + sum(exits, window, members)
          return .init(coordinates: [position], cell: Cell(count: abs(changed)))
        }),
      isPublished: false, guidesRungs: true)
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
    flow == .exits ? .exits : .hires
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
