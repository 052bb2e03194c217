import Aggregates
import Estimates
import Inference
import Synchronization

/// The projection of one share with a target, from published counts.
///
/// Every number is taken from one and the same set of draws, made once for the counts that are shown.
struct ProjectedTarget {
  private let target: AnalysisContext.Target
  private let ahead: Int
  private let layout: GroupLayout
  private let context: AnalysisContext
  /// Everyone and the group now.
  private let everyone: CellKey
  private let group: CellKey
  private let operands: [CellKey]
  private let tables: [PlannedTable]
  private let relations: [LinearRelation]
  private let run: ProjectionRun
  private let scenarios: [(name: String, run: ProjectionRun)]

  /// A projection of everyone's share.
  init(
    _ target: AnalysisContext.Target, _ ahead: Int, _ layout: GroupLayout,
    _ average: AverageHeadcount, _ stock: CellTable, _ all: CellTable, _ context: AnalysisContext
  ) {
    self.target = target
    self.ahead = ahead
    self.layout = layout
    self.context = context
    let stocks = average.snapshots.map {
      WorkforceTables.stock(layout, quarter: $0, cells: stock)
    }
    let flows = [FlowPopulation.exits, .hires]
    let windows = flows.map { flow in
      FlowWindow(
        population: flow.rawValue, layout: layout, cells: flow.cells(all),
        quarters: context.window, label: context.windowLabel)
    }
    let cell = layout.groups.first { $0.label == target.level }?.cell ?? target.level
    everyone = WorkforceTables.everyone(context.reported)
    group = everyone.with(layout.attribute.id, cell)
    operands =
      (average.snapshots.map(WorkforceTables.everyone) + flows.map { $0.key(context.windowLabel) })
      .flatMap { [layout.denominator(of: $0), $0.with(layout.attribute.id, cell)] }
    tables = stocks.flatMap(\.tables) + windows.flatMap(\.tables)
    relations = stocks.flatMap(\.relations) + windows.flatMap(\.relations)
    func run(_ scenario: ProjectionScenario) -> ProjectionRun {
      ProjectionRun(
        quarters: context.window.count,
        method: MarkovProjection(
          target: ShareTarget(target.value, by: ahead),
          horizon: max(ahead, TargetProjectionAnalysis.horizon), scenario: scenario, draws: 4_000))
    }
    self.run = run(.asBefore)
    scenarios = context.scenarios.filter {
      $0.attribute == target.attribute && $0.level == target.level
    }.map { scenario in
      (
        scenario.name,
        run(
          ProjectionScenario([
            .init(
              group: 0, exits: scenario.exits, hires: scenario.hires,
              hireShare: scenario.hireShare)
          ]))
      )
    }
  }

  private var suffix: String { "\(target.attribute)/\(target.level)" }

  private var bases: [CellKey] { [layout.denominator(of: everyone)] }

  private func statistic(
    _ id: String, _ run: ProjectionRun,
    _ pick: @escaping @Sendable (MarkovProjectionResult) -> Outcome
  ) -> PlannedStatistic {
    PlannedStatistic(
      id: id, method: run.method.stamp,
      basis: .counts(operands) { counts in run.value(counts, pick) },
      smallestBase: CensusShare.smallestBase, bases: bases)
  }

  /// One row per quarter to come: the share in the middle of all paths, and the range of nine in ten.
  var fan: PlannedExhibit {
    let id = "projection/\(suffix)"
    var statistics: [PlannedStatistic] = []
    let columns = [("lower", 0), ("middle", 2), ("upper", 4)]
    let rows = (1...run.method.horizon).map { period -> ExhibitRow in
      let label = AnalysisContext.quarter(context.reported, after: period)
      let own = columns.map { column, position in
        statistic("\(id)/\(label)/\(column)", run) {
          $0.fan[period - 1][position]
        }
      }
      statistics += own
      return ExhibitRow(label: label, entries: own.map { .statistic($0.id) })
    }
    return exhibit(
      id, .projection,
      columns: [
        ExhibitColumn(id: "lower", title: "Lower end of nine in ten paths", unit: .share),
        ExhibitColumn(id: "middle", title: "Middle of all paths", unit: .share),
        ExhibitColumn(id: "upper", title: "Upper end of nine in ten paths", unit: .share),
      ], rows: rows, statistics)
  }

  /// The share now and expected at the date, the chances, the time, the hires it would take; then a
  /// row for each scenario.
  var chances: PlannedExhibit {
    let id = "target_chance/\(suffix)"
    let run = run
    let now = CensusShare.share(id: "\(id)/now", part: group, whole: bases[0])
    let needed = RequiredRate(lever: .hireShare, target: ShareTarget(target.value, by: ahead))
    var statistics =
      [now] + numbers(id, run) + [
        PlannedStatistic(
          id: "\(id)/hires_now", method: CensusShare.stamp,
          basis: .counts(operands) { run.hireShare($0) }, smallestBase: CensusShare.smallestBase,
          bases: bases),
        PlannedStatistic(
          id: "\(id)/hires_needed", method: needed.stamp,
          basis: .counts(operands) { run.required($0, needed) },
          smallestBase: CensusShare.smallestBase, bases: bases),
      ]
    var rows = [ExhibitRow(label: target.level, entries: statistics.map { .statistic($0.id) })]
    for (position, scenario) in scenarios.enumerated() {
      let own = numbers("\(id)/scenario/\(position + 1)", scenario.run)
      statistics += own
      rows.append(
        ExhibitRow(
          label: scenario.name, entries: [nil] + own.map { .statistic($0.id) } + [nil, nil]))
    }
    return exhibit(
      id, .targetChance,
      columns: [
        ExhibitColumn(id: "now", title: "Share in \(context.reported)", unit: .share),
        ExhibitColumn(id: "expected", title: "Expected in \(target.by)", unit: .share),
        ExhibitColumn(id: "by_date", title: "Chance by \(target.by)", unit: .share),
        ExhibitColumn(id: "on_date", title: "Chance in \(target.by)", unit: .share),
        ExhibitColumn(id: "never", title: "Chance of none of these quarters", unit: .share),
        ExhibitColumn(id: "median", title: "Quarters until half of the paths", unit: .number),
        ExhibitColumn(id: "hires_now", title: "Share of hires", unit: .share),
        ExhibitColumn(id: "hires_needed", title: "Share of hires needed", unit: .share),
      ],
      rows: rows, statistics)
  }

  /// What the draws say of the date and of the time until then.
  private func numbers(_ id: String, _ run: ProjectionRun) -> [PlannedStatistic] {
    let by = ahead
    return [
      statistic("\(id)/expected", run) { $0.expected[by] },
      statistic("\(id)/by_date", run) { $0.arrival?.byDate ?? Self.none },
      statistic("\(id)/on_date", run) { $0.arrival?.onDate ?? Self.none },
      statistic("\(id)/never", run) { $0.arrival?.never ?? Self.none },
      statistic("\(id)/median", run) { $0.arrival?.medianTime ?? Self.none },
    ]
  }

  private static let none = Outcome.notEstimable(reason: "there is no target")

  private func exhibit(
    _ id: String, _ kind: Exhibit.Kind, columns: [ExhibitColumn], rows: [ExhibitRow],
    _ statistics: [PlannedStatistic]
  ) -> PlannedExhibit {
    PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: kind, attribute: layout.name,
        period: context.windowLabel, focal: target.level, columns: columns, rows: rows,
        notes: layout.notes),
      tables: tables, statistics: statistics, relations: relations)
  }
}

/// The draws for the counts a projection is given, made once.
private final class ProjectionRun: Sendable {
  let quarters: Int
  let method: MarkovProjection
  private let results = Mutex<[[Int]: MarkovProjectionResult]>([:])

  init(quarters: Int, method: MarkovProjection) {
    self.quarters = quarters
    self.method = method
  }

  private static let impossible = Outcome.notEstimable(
    reason: "More people left than were there.")

  private static let share = FollowedShare(groups: [0])

  /// One number of the projection.
  func value(_ counts: [Int], _ pick: (MarkovProjectionResult) -> Outcome) -> Outcome {
    guard let chain = chain(counts) else { return Self.impossible }
    let known = results.withLock { $0[counts] }
    let result = known ?? method(chain, share: Self.share)
    if known == nil { results.withLock { $0[counts] = result } }
    if let problem = result.problem { return .notEstimable(reason: problem) }
    return pick(result)
  }

  /// The share of hires the target would take.
  func required(_ counts: [Int], _ method: RequiredRate) -> Outcome {
    chain(counts).map { method($0, share: Self.share) } ?? Self.impossible
  }

  /// The group's share of hires.
  func hireShare(_ counts: [Int]) -> Outcome {
    let pairs = Self.pairs(counts)
    guard let hires = pairs.last else { return Self.impossible }
    return CensusShare.share(hires.group, of: hires.everyone)
  }

  /// Everyone and the group: at the ends of the quarters, then exits, then hires.
  private static func pairs(_ counts: [Int]) -> [(everyone: Int, group: Int)] {
    stride(from: 0, to: counts.count - 1, by: 2).map { (counts[$0], counts[$0 + 1]) }
  }

  /// The group and all others as a chain of one level; `nil` where the counts cannot be.
  private func chain(_ counts: [Int]) -> LevelChain? {
    let pairs = Self.pairs(counts)
    guard pairs.count == quarters + 3 else { return nil }
    func group(_ name: String, _ pick: ((everyone: Int, group: Int)) -> Int) -> LevelChain.Group {
      let atRisk = pairs.prefix(quarters).reduce(0) { $0 + pick($1) }
      let out = pick(pairs[quarters + 1])
      return LevelChain.Group(
        name: name, stock: [pick(pairs[quarters])], transitions: [.counts([atRisk - out, out])],
        hires: .counts([pick(pairs[quarters + 2])], periods: quarters))
    }
    return LevelChain(
      levels: ["Everyone"],
      groups: [
        group("the group") { $0.group }, group("all others") { $0.everyone - $0.group },
      ])
  }
}
