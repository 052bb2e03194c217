public import Aggregates
import Estimates
import Inference

/// Whether the share of the first focal group among the people hired, and among those promoted,
/// rises or falls over the quarters.
///
/// People hired in one quarter are others than those hired in the next, so that, unlike shares of
/// the headcount, these are tested as independent (`CochranArmitageTrendTest`). Where a quarter has
/// too few people of the group, years of hires are compared; promotions of two years are left to the
/// tables that hold length of service. Exits are left out: with hires, exits and headcounts by
/// quarter a reader could work out how many records changed.
public struct FlowTrendAnalysis: Analysis {
  /// Makes the analysis.
  public init() {}

  static let flows: [FlowPopulation] = [.hires, .promotions]

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let events = context.input(.events) else { return [] }
    return context.characteristics(of: events).map {
      context.query(events, ["event", $0.attribute.id])
    }
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let events = context.input(.events) else { return [] }
    return context.characteristics(of: events).compactMap { characteristic -> ExhibitLadder? in
      guard let focal = characteristic.focal.first,
        let layout = GroupLayout.ladder(for: characteristic, endsWithPair: true).last,
        let cells = data.cells(events, ["event", characteristic.attribute.id])
      else { return nil }
      let periods = FlowPeriods.choices(for: cells, in: context)
      return ExhibitLadder(
        periods.map { FlowTrendExhibit(layout, focal: focal, cells, $0, context).exhibit })
    }
  }
}

/// The spans of time whose flows are compared.
struct FlowPeriods: Sendable {
  /// The quarters of each span, oldest first.
  let spans: [[String]]

  /// The flows compared.
  var flows: [FlowPopulation] {
    spans.contains { $0.count > 1 } ? [.hires] : FlowTrendAnalysis.flows
  }

  /// How many quarters there must be for a trend.
  private static let fewest = 4
  private static let yearLength = 4

  /// The label of a span.
  static func label(_ span: [String]) -> String {
    guard let first = span.first, let last = span.last, first != last else {
      return span.first ?? ""
    }
    return "\(first) to \(last)"
  }

  /// The earlier and the later spans whose shares are printed, as many of each.
  var halves: (earlier: ArraySlice<[String]>, later: ArraySlice<[String]>) {
    let length = spans.count == 2 ? 1 : min(Self.yearLength, spans.count / 2)
    return (spans.suffix(2 * length).prefix(length), spans.suffix(length))
  }

  /// Quarters, and where there are two years of them years, that have flows of both kinds.
  static func choices(for cells: CellTable, in context: AnalysisContext) -> [FlowPeriods] {
    let quarters = context.quarters.drop { quarter in
      FlowTrendAnalysis.flows.contains {
        $0.cells(cells).filtered(AnalysisContext.quarter, [quarter]).total == 0
      }
    }
    guard quarters.count >= fewest else { return [] }
    let years = quarters.count / yearLength
    var choices = [FlowPeriods(spans: quarters.map { [$0] })]
    if years >= 2 {
      let kept = Array(quarters.suffix(years * yearLength))
      choices.append(
        FlowPeriods(
          spans: stride(from: 0, to: kept.count, by: yearLength).map {
            Array(kept[$0..<($0 + yearLength)])
          }))
    }
    return choices
  }
}

/// One row per flow: the group's share early and late, and the test of a trend over all spans.
struct FlowTrendExhibit {
  let exhibit: PlannedExhibit

  init(
    _ layout: GroupLayout, focal: String, _ cells: CellTable, _ periods: FlowPeriods,
    _ context: AnalysisContext
  ) {
    let id = "flow_trend/\(layout.attribute.id)"
    let test = CochranArmitageTrendTest(scores: periods.spans.indices.map(Double.init))
    let share = WilsonInterval(level: context.confidence)
    let (earlier, later) = periods.halves
    var tables: [PlannedTable] = []
    var relations: [LinearRelation] = []
    var statistics: [PlannedStatistic] = []
    var rows: [ExhibitRow] = []
    for flow in periods.flows {
      for span in periods.spans {
        let window = FlowWindow(
          population: flow.rawValue, layout: layout, cells: flow.cells(cells), quarters: span,
          label: FlowPeriods.label(span))
        tables += window.tables
        relations += window.relations
      }
      func statistic(
        _ column: String, _ method: MethodStamp, _ spans: some Sequence<[String]>,
        _ value: @escaping @Sendable ([BinomialCount]) -> Outcome
      ) -> PlannedStatistic {
        let everyone = spans.map { flow.key(FlowPeriods.label($0)) }
        let bases = everyone.map { layout.denominator(of: $0) }
        return PlannedStatistic(
          id: "\(id)/\(flow.title)/\(column)", method: method,
          basis: .counts(
            zip(everyone, bases).flatMap { [$0.with(layout.attribute.id, focal), $1] }
          ) { counts in
            let pairs = stride(from: 0, to: counts.count, by: 2).compactMap {
              BinomialCount(successes: counts[$0], total: counts[$0 + 1])
            }
            guard 2 * pairs.count == counts.count else {
              return .notEstimable(reason: "the group has more people than everyone")
            }
            return value(pairs)
          }, smallestBase: CensusShare.smallestBase, bases: bases)
      }
      let own = [
        statistic("earlier", share.stamp, earlier) { Self.together($0, share) },
        statistic("later", share.stamp, later) { Self.together($0, share) },
        statistic("p", test.stamp, periods.spans) { test($0) },
      ]
      statistics += own
      rows.append(ExhibitRow(label: flow.title, entries: own.map { .statistic($0.id) }))
    }
    func words(_ half: ArraySlice<[String]>) -> String { FlowPeriods.label(half.flatMap { $0 }) }
    exhibit = PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .flowTrend, attribute: layout.name, period: context.reported, focal: focal,
        columns: [
          ExhibitColumn(id: "earlier", title: "Share, \(words(earlier))", unit: .share),
          ExhibitColumn(id: "later", title: "Share, \(words(later))", unit: .share),
          ExhibitColumn(id: "p", title: "p of a trend", unit: .pValue),
        ], rows: rows,
        notes: layout.notes + [
          periods.spans.first?.count == 1
            ? "Trend over \(periods.spans.count) quarters."
            : "Trend over \(periods.spans.count) years, quarters being too small."
        ]),
      tables: tables, statistics: statistics, relations: relations)
  }

  /// The share over several spans together.
  private static func together(_ counts: [BinomialCount], _ method: WilsonInterval) -> Outcome {
    let total = counts.reduce(0) { $0 + $1.total }
    guard total > 0,
      let count = BinomialCount(
        successes: counts.reduce(0) { $0 + $1.successes }, total: total)
    else { return .notEstimable(reason: "nobody was counted") }
    return method(count)
  }
}
