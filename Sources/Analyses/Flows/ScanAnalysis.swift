public import Aggregates
import Estimates

/// The counts behind a wide scan: every focal group of every characteristic and every declared
/// intersection of two over all, and focal groups in every part of every structure, at every event.
///
/// Events are the stages of a funnel, hires, promotions and exits. Each exhibit holds the counts of
/// one group in the parts of one structure; the tests are made from what is shown of them. A scan
/// plans more counts than a report, so a release with it hides other counts than one without.
public struct ScanAnalysis: Analysis {
  /// Which groups are compared within the parts of a structure.
  public enum Groups: Sendable {
    /// The first of each characteristic, as in a report: every further one is a further small group
    /// to protect.
    case first
    /// All of them.
    case all
  }

  /// Which groups are compared within the parts of a structure.
  public let groupsInParts: Groups

  /// Makes the analysis.
  public init(groupsInParts: Groups = .first) { self.groupsInParts = groupsInParts }

  private static let flows: [FlowPopulation] = [.hires, .promotions, .exits]

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    var queries: [AggregateQuery] = []
    if let applications = context.input(.applications) {
      for (first, second) in crosses(applications, context) {
        queries.append(context.query(applications, first + [FunnelAnalysis.stage] + second))
      }
    }
    if let events = context.input(.events), let people = context.input(.snapshots) {
      for (first, second) in crosses(events, context)
      where (first + second).allSatisfy(people.has) {
        queries.append(context.query(events, ["event"] + first + second))
        queries.append(context.query(people, first + second))
      }
    }
    return queries
  }

  /// A characteristic with the attribute that splits it, if any.
  private func crosses(
    _ input: AnalysisContext.Input, _ context: AnalysisContext
  ) -> [(first: [String], second: [String])] {
    context.characteristics(of: input).flatMap { characteristic -> [([String], [String])] in
      let id = [characteristic.attribute.id]
      return [(id, [])] + context.structures(of: input).map { (id, [$0.id]) }
    }
      + pairs(input, context).map { ([$0.first.attribute.id], [$0.second.attribute.id]) }
  }

  /// The declared intersections of two characteristics the input has.
  private func pairs(
    _ input: AnalysisContext.Input, _ context: AnalysisContext
  ) -> [(first: Characteristic, second: Characteristic)] {
    context.intersections.compactMap { ids in
      let members = ids.compactMap { id in
        context.characteristics(of: input).first { $0.attribute.id == id }
      }
      guard members.count == 2, ids.count == 2 else { return nil }
      return (members[0], members[1])
    }
  }

  /// The exhibits, with the rungs of the structures; groups are not merged: a comparison that may
  /// not be shown is counted as such.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    let stages = context.input(.applications)?.stages ?? []
    let applications = context.input(.applications).map { splits($0, context) } ?? []
    let events = context.input(.events).map { splits($0, context) } ?? []
    return applications.flatMap { rungs in
      // Within parts the stages between are given up where groups are small.
      let steps = rungs.first?.by == nil ? [stages] : FunnelAnalysis.stageSteps(stages)
      return ladders(
        rungs.flatMap { split in
          steps.map { self.applications(split, stages: $0, data, context) }
        })
    }
      + Self.flows.flatMap { flow in
        events.flatMap { rungs in ladders(rungs.map { self.events(flow, $0, data, context) }) }
      }
  }

  /// One ladder for each group compared, from the exhibits of all groups at every rung.
  private func ladders(_ rungs: [[PlannedExhibit]]) -> [ExhibitLadder] {
    let groups = rungs.map(\.count).min() ?? 0
    return (0..<groups).compactMap { group in ExhibitLadder(rungs.map { $0[group] }) }
  }

  private func applications(
    _ split: ScanSplit, stages: [String], _ data: WorkforceData, _ context: AnalysisContext
  ) -> [PlannedExhibit] {
    guard let input = context.input(.applications), input.stages.count > 1,
      let cells = data.cells(
        input, [split.id, FunnelAnalysis.stage] + [split.by?.id].compactMap(\.self))
    else { return [] }
    let funnel = Funnel(
      layout: split.layout, by: split.by, byGroupings: split.byGroupings, shown: stages,
      stages: input.stages, cells: cells,
      context)
    var events = funnel.steps.map { ($0.passed, $0.entered, $0.passed) }
    if events.count > 1, let first = funnel.stages.first, let last = funnel.stages.last {
      events.append(("\(first) to \(last)", first, last))
    }
    return split.comparisons.map { comparison in
      ScanExhibit(comparison, split, population: FunnelProcess.hiring.population, context).exhibit(
        of: comparison.parts.flatMap { part in
          events.map { event in
            let entered = part.select(funnel.reached(event.1))
            let passed = part.select(funnel.reached(event.2))
            return ScanExhibit.Row(
              label: part.label(event.0),
              counts: .shares(
                GroupShares(
                  focal: [entered, passed].map(comparison.focal),
                  reference: [entered, passed].map(comparison.reference))))
          }
        }, tables: funnel.tables, relations: funnel.relations)
    }
  }

  private func events(
    _ flow: FlowPopulation, _ split: ScanSplit, _ data: WorkforceData, _ context: AnalysisContext
  ) -> [PlannedExhibit] {
    let ids = [split.id] + [split.by?.id].compactMap(\.self)
    // A promotion is out of a level into another; which of them an event names is not known.
    guard flow != .promotions || split.by?.id != "level", let input = context.input(.events),
      let people = context.input(.snapshots), ids.allSatisfy(people.has),
      let average = AverageHeadcount(window: context.window, quarters: context.quarters),
      let stock = data.cells(people, ids), let all = data.cells(input, ["event"] + ids)
    else { return [] }
    let cells = flow.cells(all)
    guard cells.filtered(AnalysisContext.quarter, context.window).total > 0 else { return [] }
    let others = Array(ids.dropFirst())
    // No quarter of a cross is shown anywhere, so the window stands alone.
    let window = GroupTables(
      population: flow.rawValue, conditions: WorkforceTables.conditions(context.windowLabel),
      layout: split.layout, by: others, byGroupings: split.byGroupings,
      cells: cells.filtered(AnalysisContext.quarter, context.window).margin(ids))
    let stocks = average.snapshots.map {
      WorkforceTables.stock(
        split.layout, by: others, byGroupings: split.byGroupings, quarter: $0, cells: stock)
    }
    let everyone = flow.key(context.windowLabel)
    return split.comparisons.map { comparison in
      ScanExhibit(comparison, split, population: flow.rawValue, context).exhibit(
        of: comparison.parts.map { part in
          let events = part.select(everyone)
          let snapshots = average.snapshots.map { part.select(WorkforceTables.everyone($0)) }
          return ScanExhibit.Row(
            label: part.label(flow.title),
            counts: .rates(
              FlowComparison(
                focalEvents: comparison.focal(events),
                referenceEvents: comparison.reference(events),
                focalStock: snapshots.map(comparison.focal),
                referenceStock: snapshots.map(comparison.reference))))
        }, tables: window.tables + stocks.flatMap(\.tables),
        relations: window.relations + stocks.flatMap(\.relations))
    }
  }

  /// Every way to split an input's people into groups and parts, each with its rungs, finest first.
  private func splits(
    _ input: AnalysisContext.Input, _ context: AnalysisContext
  ) -> [[ScanSplit]] {
    context.characteristics(of: input).flatMap { characteristic -> [[ScanSplit]] in
      let structures: [Attribute?] = [nil] + context.structures(of: input)
      return structures.flatMap { structure in
        let compared = structure != nil && groupsInParts == .first ? 1 : characteristic.focal.count
        return characteristic.focal.prefix(compared).map { focal in
          let parts: [StructureLayout?] =
            structure.map { StructureLayout.ladder(for: $0, context) } ?? [nil]
          return parts.flatMap { parts in
            GroupLayout.ladder(for: characteristic, endsWithPair: true, focal: focal)
              .filter { $0.focal.contains(focal) }
              .map { ScanSplit($0, focal: focal, parts: parts) }
          }
        }
      }
    }
      + pairs(input, context).map { pair in
        [ScanSplit(coarsest(pair.first), crossedWith: coarsest(pair.second))]
      }
  }

  /// The layout with every configured merge, so that a cross has few small groups.
  private func coarsest(_ characteristic: Characteristic) -> GroupLayout {
    GroupLayout.ladder(for: characteristic, endsWithPair: false).last
      ?? GroupLayout.finest(characteristic)
  }
}
