import Aggregates

/// Whether the stocks of consecutive quarters and the flows between them agree.
public enum HeadcountReconciliation {
  /// A quarter whose headcount is not what opening headcount and flows make it.
  public struct Discrepancy: Sendable, Hashable {
    /// The quarter.
    public let quarter: String
    /// Opening headcount + hires - exits.
    public let expected: Int
    /// The headcount of the snapshot.
    public let found: Int
  }

  /// The quarters that do not reconcile, in order; empty where there are no events or no earlier
  /// snapshot.
  public static func discrepancies(
    in data: WorkforceData, _ context: AnalysisContext
  ) -> [Discrepancy] {
    guard let people = context.input(.snapshots), let events = context.input(.events),
      let stock = data.cells(people, []), let flows = data.cells(events, ["event"])
    else { return [] }
    func count(_ cells: CellTable, _ quarter: String) -> Int {
      cells.count([AnalysisContext.quarter: quarter])
    }
    let hires = FlowPopulation.hires.cells(flows)
    let exits = FlowPopulation.exits.cells(flows)
    return zip(context.quarters, context.quarters.dropFirst()).compactMap { before, quarter in
      let opening = count(stock, before)
      guard opening > 0 else { return nil }
      let expected = opening + count(hires, quarter) - count(exits, quarter)
      let found = count(stock, quarter)
      return expected == found
        ? nil : Discrepancy(quarter: quarter, expected: expected, found: found)
    }
  }
}
