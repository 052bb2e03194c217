import Aggregates
import Estimates

/// Who came into leadership and left it: hires, promotions and exits, by the groups of one
/// characteristic.
///
/// Promotions into leadership are those out of the level below it, which other sections count too; so
/// they have the same name here. Where promotions skip levels, there are no such flows.
struct LeadershipFlows {
  let split: LeadershipSplit
  /// The level below leadership.
  let below: String
  private let id: String
  private let context: AnalysisContext
  /// People by quarter, group and level.
  let people: CellTable
  /// Events over the window by kind, group and level after them.
  private let events: CellTable
  /// Promotions by quarter, group and level before them.
  private let promotions: CellTable

  /// The queries they need.
  static func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let inputs = inputs(context) else { return [] }
    return [context.query(inputs.events, ["event", "from_level", "level"])]
      + context.characteristics(of: inputs.events).flatMap { characteristic in
        let id = characteristic.attribute.id
        return [
          context.query(inputs.people, [id, "level"]),
          context.query(inputs.events, ["event", id, "level"]),
          context.query(inputs.events, ["event", id, "from_level"]),
        ]
      }
  }

  private static func inputs(
    _ context: AnalysisContext
  ) -> (people: AnalysisContext.Input, events: AnalysisContext.Input)? {
    guard let people = context.input(.snapshots), let events = context.input(.events),
      people.has("level"), events.has("level"), events.has("from_level"),
      LeadershipSplit(context) != nil
    else { return nil }
    return (people, events)
  }

  /// The flows; `nil` where levels before promotions are not known or promotions skip levels.
  init?(_ characteristic: Characteristic, _ data: WorkforceData, _ context: AnalysisContext) {
    let id = characteristic.attribute.id
    guard let inputs = Self.inputs(context), let split = LeadershipSplit(context),
      let structure = context.structures.first(where: { $0.id == "level" }),
      let below = structure.levels.last(where: { level in
        level.declaration == .declared && !split.members.contains(level.label)
      })?.label,
      let people = data.cells(inputs.people, [id, "level"]),
      let events = data.cells(inputs.events, ["event", id, "level"]),
      let before = data.cells(inputs.events, ["event", id, "from_level"]),
      let moves = data.cells(inputs.events, ["event", "from_level", "level"])
    else { return nil }
    let levels = (before.attributes.first { $0.id == "from_level" }?.levels ?? []).map { level in
      structure.levels.firstIndex { $0.label == level.label }
    }
    self.split = split
    self.below = below
    self.id = id
    self.context = context
    self.people = people
    self.events = events.filtered(AnalysisContext.quarter, context.window)
    promotions = FlowPopulation.promotions.cells(before).renamed(
      "from_level", to: structure, target: levels
    ).filtered(AnalysisContext.quarter, context.window)
    let steps = FlowPopulation.promotions.cells(moves).filtered(
      AnalysisContext.quarter, context.window)
    let labels = structure.levels.map(\.label)
    let skips = labels.contains { from in
      labels.contains { to in
        let isFromBelow = !split.members.contains(from)
        let isIntoLeadership = split.members.contains(to)
        // Into leadership from further down, or from the level below it to a place below.
        let isOther = isFromBelow && (from == below) != isIntoLeadership
        return isOther && (isIntoLeadership || from == below)
          && steps.count(["from_level": from, "level": to]) > 0
      }
    }
    guard !skips else { return nil }
  }

  /// The levels merged in two.
  private var groupings: [Grouping] {
    let structure = context.structures.first { $0.id == "level" }
    let others = (structure?.levels ?? []).map(\.label).filter { !split.members.contains($0) }
    return [
      Grouping(attribute: "level", label: split.label, members: split.members),
      Grouping(attribute: "level", label: split.attribute.levels[0].label, members: others),
    ]
  }

  /// Everyone a flow brought in or took out, at one side of the split.
  func key(_ flow: FlowPopulation, isLeadership: Bool = true) -> CellKey {
    let key = flow.key(context.windowLabel)
    guard flow != .promotions else { return key.with("level", below) }
    return key.with("level", isLeadership ? split.label : split.attribute.levels[0].label)
  }

  /// The tables of a flow over the window.
  func window(_ flow: FlowPopulation, _ layout: GroupLayout) -> FlowWindow {
    let conditions = WorkforceTables.conditions(context.windowLabel)
    guard flow == .promotions else {
      return FlowWindow(
        GroupTables(
          population: flow.rawValue, conditions: conditions, layout: layout, by: ["level"],
          byGroupings: groupings, cells: flow.cells(events).margin([id, "level"])))
    }
    return FlowWindow(
      GroupTables(
        population: flow.rawValue,
        conditions: conditions + [CellKey.Condition("level", below)], layout: layout,
        cells: promotions.slice("level", below).margin([id])))
  }

  /// The people on both sides of the split at the end of a quarter.
  func stock(_ layout: GroupLayout, _ quarter: String) -> GroupTables {
    WorkforceTables.stock(
      layout, by: ["level"], byGroupings: groupings, quarter: quarter, cells: people)
  }

  private func counts(_ flow: FlowPopulation) -> CellTable {
    flow == .promotions
      ? promotions.slice("level", below).margin([id])
      : flow.cells(events).recoded(split.attribute, target: split.target)
        .slice("level", split.label).margin([id])
  }

  /// The accounts of leadership, some flows told apart.
  func accounts(
    _ layout: GroupLayout, opening: String, keeping kept: [FlowPopulation]
  ) -> AccountedStock {
    AccountedStock(
      layout: layout, context: context, opening: opening,
      stock: people.recoded(split.attribute, target: split.target).slice("level", split.label),
      flows: [FlowPopulation.hires, .promotions, .exits].map { flow in
        AccountedStock.Flow(
          population: flow, key: key(flow), cells: counts(flow),
          window: kept.contains(flow) ? window(flow, layout) : nil)
      }, leadership: split,
      stocks: [opening, context.reported].map { stock(layout, $0) })
  }
}
