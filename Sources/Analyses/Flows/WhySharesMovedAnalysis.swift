public import Aggregates
import Estimates
import Inference

/// How the share of each focal group moved over four quarters, by hires, exits and new answers; in
/// leadership by promotions too.
///
///     share now - share then = hires + promotions + exits + changes of records
///
/// Everything is worked out from counts that are published: the stocks at both ends and the flows
/// between. What these leave open are people who answered for the first time or whose record was
/// corrected; they are the difference of counts that are shown, so that nothing hidden follows from
/// them. A flow whose counts are hidden goes into that difference, so the steps always add up
/// (`ShareAccounting`).
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
    } + LeadershipFlows.queries(in: context)
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  ///
  /// None where the headcount does not follow from the events: then what is left over could be
  /// anything.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let people = context.input(.snapshots), let events = context.input(.events),
      context.part == nil,
      let opening = AverageHeadcount(window: context.window, quarters: context.quarters)?
        .snapshots.first
    else { return [] }
    return context.characteristics(of: events).filter { people.has($0.attribute.id) }.flatMap {
      characteristic -> [ExhibitLadder] in
      [
        workforce(characteristic, opening, data, people, events, context),
        leadership(characteristic, opening, data, context),
      ].compactMap { $0 }
    }
  }

  private func workforce(
    _ characteristic: Characteristic, _ opening: String, _ data: WorkforceData,
    _ people: AnalysisContext.Input, _ events: AnalysisContext.Input, _ context: AnalysisContext
  ) -> ExhibitLadder? {
    let id = characteristic.attribute.id
    guard let stock = data.cells(people, [id]), let all = data.cells(events, ["event", id])
    else { return nil }
    let flows = [FlowPopulation.hires, .exits].map { flow in (flow, flow.cells(all)) }
    func accounts(_ layout: GroupLayout, _ kept: [FlowPopulation]) -> AccountedStock {
      AccountedStock(
        layout: layout, context: context, opening: opening, stock: stock,
        flows: flows.map { flow, cells in
          AccountedStock.Flow(
            population: flow, key: flow.key(context.windowLabel),
            cells: cells.filtered(AnalysisContext.quarter, context.window),
            window: kept.contains(flow)
              ? FlowWindow(
                population: flow.rawValue, layout: layout, cells: cells, quarters: context.window,
                label: context.windowLabel) : nil)
        })
    }
    let layouts = GroupLayout.ladder(for: characteristic, endsWithPair: true).filter {
      !$0.focal.isEmpty
    }
    guard let first = layouts.first, accounts(first, []).reconciles else { return nil }
    // How few records changed follows from stocks and flows by group; where that is a small number,
    // exits are not told apart from them.
    return ExhibitLadder(
      layouts.map { accounts($0, [.hires, .exits]).exhibit }
        + layouts.map { accounts($0, [.hires]).exhibit })
  }

  /// The first focal group against all others; where flows are small, the change alone.
  private func leadership(
    _ characteristic: Characteristic, _ opening: String, _ data: WorkforceData,
    _ context: AnalysisContext
  ) -> ExhibitLadder? {
    guard !characteristic.focal.isEmpty,
      let layout = GroupLayout.ladder(for: characteristic, endsWithPair: true).last,
      let flows = LeadershipFlows(characteristic, data, context)
    else { return nil }
    let rungs = [[FlowPopulation.hires, .promotions, .exits], [.hires, .promotions], []].map {
      flows.accounts(layout, opening: opening, keeping: $0)
    }
    guard let finest = rungs.first, finest.reconciles else { return nil }
    return ExhibitLadder(rungs.map(\.exhibit))
  }
}
