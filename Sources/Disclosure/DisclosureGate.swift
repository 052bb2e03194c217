import Aggregates
public import Analyses
import Estimates
import LinearPrograms

/// The only door from what was counted to what may be read.
///
/// The gate sees the whole release at once. It merges levels where a table would show a group
/// smaller than the threshold and the plan offers a coarser one; hides small counts, and as many
/// others as it takes that no small one follows from what is left in any table; proves that; and
/// computes the statistics from what is shown.
///
/// Zeros are shown. What readers then know of a hidden count is that it is at least 1, and against
/// that knowledge every small count is protected: there are always other counts of people, all at
/// least 1, that would print the same release. Protection is against certainty: limits for a small
/// count may be narrow.
///
/// Where the policy rounds, what is hidden is what would be hidden of exact counts: whoever sees rounded
/// counts knows less than whoever sees the counts, so the protection that was proved holds.
public struct DisclosureGate: Sendable {
  /// The floors.
  public let policy: DisclosurePolicy
  /// How limits of hidden counts are kept wide; `nil` to protect against certainty alone.
  public let intervals: IntervalAudit?

  /// Makes a gate.
  public init(policy: DisclosurePolicy, intervals: IntervalAudit? = nil) {
    self.policy = policy
    self.intervals = intervals
  }

  /// Rules on everything a release will hold.
  ///
  /// - Throws: `GateError` where the plan contradicts itself or cannot be protected.
  public func rule(on plan: ReleasePlan) throws(GateError) -> GateResult {
    var log = PlanLog()
    let rungs = plan.ladders.map { rung(of: $0) }
    let chosen = zip(plan.ladders, rungs).map { $0.rungs[$1] }
    for (exhibit, rung) in zip(chosen, rungs) where rung > 0 {
      log.rolledUp.append(PlanLog.RolledUpExhibit(id: exhibit.exhibit.id, rung: rung))
    }
    let cells = try CellRuling(
      exhibits: chosen, relations: plan.relations, tables: plan.tables, policy: policy,
      intervals: intervals, log: &log)
    let statistics = try StatisticRuling(
      statistics: chosen.flatMap(\.statistics), cells: cells, policy: policy)
    var rulings: [String: StatisticRuling.Ruling] = [:]
    var stamps: [String: MethodStamp] = [:]
    for statistic in chosen.flatMap(\.statistics) where rulings[statistic.id] == nil {
      let ruling = try statistics.rule(on: statistic)
      rulings[statistic.id] = ruling
      stamps[statistic.id] = statistic.method
      if case .hidden(let reason) = ruling {
        log.hiddenStatistics.append(PlanLog.HiddenStatistic(id: statistic.id, reason: reason))
      }
    }
    var exhibits: [PublishedExhibit] = []
    for (exhibit, rung) in zip(chosen, rungs) {
      exhibits.append(
        try PublishedExhibit(
          filling: exhibit.exhibit, cells: cells, rulings: rulings, stamps: stamps,
          isRolledUp: rung > 0))
    }
    let summary = DisclosureSummary(
      threshold: policy.threshold, payThreshold: policy.payThreshold,
      audience: policy.audience.rawValue, hidden: exhibits.hiddenPlaces,
      rolledUp: rungs.filter { $0 > 0 }.count,
      attackers: policy.audience == .alreadyPublished || intervals == nil
        ? [] : IntervalAudit.attackers.map(\.rawValue), roundingBase: policy.roundingBase)
    let behind = try NumbersBehind(exhibits: chosen, cells: cells, rulings: rulings)
    return GateResult(
      release: Release(
        exhibits: exhibits, countsBehind: behind.unplaced, summary: summary), log: log,
      smallCounts: Confidential(
        cells.counts(in: exhibits.map(\.exhibit), from: 1, below: policy.threshold)),
      counts: behind.counts, means: behind.means)
  }

  /// The rung that would show the fewest groups smaller than the threshold; among equals the finest.
  private func rung(of ladder: ExhibitLadder) -> Int {
    guard policy.audience != .alreadyPublished else { return 0 }
    let small = ladder.rungs.map { rung in
      rung.tables.reduce(0) { sum, table in
        guard table.guidesRungs, let cells = MarginalCells(table) else { return sum }
        return sum
          + cells.visibleCells(
            below: policy.threshold, sensitive: policy.sensitiveAttributes)
      }
    }
    return small.firstIndex(of: small.min() ?? 0) ?? 0
  }
}
