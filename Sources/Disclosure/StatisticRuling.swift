import Aggregates
import Analyses
import Estimates
import Perturbation

/// What became of each planned statistic.
struct StatisticRuling {
  /// The ruling on one statistic.
  enum Ruling {
    /// It was computed; `isBaseEmpty` where there is nobody to compute it from.
    case computed(Outcome, isBaseEmpty: Bool)
    /// It is hidden, and why.
    case hidden(String)
  }

  private let cells: CellRuling
  private let amounts: AmountRuling
  private let rules: ArmRules
  private let isGated: Bool
  private let isRounded: Bool

  init(
    statistics: [PlannedStatistic], cells: CellRuling, policy: DisclosurePolicy
  ) throws(GateError) {
    self.cells = cells
    isGated = policy.audience != .alreadyPublished
    isRounded = policy.roundingBase != nil
    rules = ArmRules(payThreshold: policy.payThreshold, threshold: policy.threshold)
    amounts = try AmountRuling(
      statistics: statistics, cells: cells, rules: rules, threshold: policy.payThreshold)
  }

  /// Rules on a statistic, and computes it from what it may see.
  func rule(on statistic: PlannedStatistic) throws(GateError) -> Ruling {
    var isBaseEmpty = false
    for key in statistic.bases {
      let position = try cells.position(of: key, usedBy: statistic.id)
      guard let base = cells.shownCount(position) else { return .hidden("its base is hidden") }
      if base == 0 { isBaseEmpty = true }
      if isGated && base > 0 && base < statistic.smallestBase {
        return .hidden("its base is small")
      }
    }
    switch statistic.basis {
    case .counts(let keys, let evaluate):
      var counts: [Int] = []
      counts.reserveCapacity(keys.count)
      for key in keys {
        let position = try cells.position(of: key, usedBy: statistic.id)
        guard let count = cells.shownCount(position) else {
          return .hidden("a count it needs is hidden")
        }
        counts.append(count)
      }
      return .computed(ofShownCounts(evaluate(counts)), isBaseEmpty: isBaseEmpty)
    case .parts(let parts, let evaluate):
      var shown: [[Int]?] = []
      for part in parts { shown.append(try self.counts(of: part, statistic)) }
      guard let outcome = evaluate(shown) else { return .hidden("too few parts are shown") }
      return .computed(ofShownCounts(outcome), isBaseEmpty: isBaseEmpty)
    case .amounts(let arms, let kind, let evaluate):
      for arm in arms {
        let position = try cells.position(of: arm.cell, usedBy: statistic.id)
        let summary = arm.summary.exposed
        if summary.moments.count == 0 { isBaseEmpty = true }
        guard isGated else { continue }
        let isShown = cells.shownCount(position) != nil
        if let objection = rules.objection(to: arm, isHeadCountShown: isShown) {
          return .hidden(objection)
        }
        if summary.moments.count == 0 { continue }
        switch kind {
        case .mean:
          if !amounts.isPublished(arm.measure, cell: position) {
            return .hidden("the sum of a small group would follow from it")
          }
        case .quantile(let probability):
          if !rules.isCovered(summary, probability: probability) {
            return .hidden("too few people are beyond the quantile")
          }
        case .distribution(let slices):
          if !rules.isCovered(summary, slices: slices) {
            return .hidden("too few people are in a slice of the distribution")
          }
        }
      }
      var summaries = arms.map(\.summary.exposed)
      if case .quantile = kind, isGated { summaries = summaries.map(RoundedAmounts.of) }
      return .computed(evaluate(summaries), isBaseEmpty: isBaseEmpty)
    }
  }

  /// What may be said from the counts shown: where they are rounded, the number alone.
  ///
  /// An interval and a test take counts as they were seen; from rounded ones they would claim to know
  /// what rounding took away.
  private func ofShownCounts(_ outcome: Outcome) -> Outcome {
    guard isRounded else { return outcome }
    switch outcome {
    case .estimate(let estimate):
      return Estimate(estimate.value).map(Outcome.estimate) ?? outcome
    case .test: return .notEstimable(reason: PerturbedCount.refusal)
    case .notEstimable: return outcome
    }
  }

  /// The counts of a part; `nil` where one is hidden or its base is too small for a rate.
  private func counts(
    of part: [CellKey], _ statistic: PlannedStatistic
  ) throws(GateError) -> [Int]? {
    var counts: [Int] = []
    for key in part {
      let position = try cells.position(of: key, usedBy: statistic.id)
      guard let count = cells.shownCount(position) else { return nil }
      counts.append(count)
    }
    let base = counts.first ?? 0
    return isGated && base > 0 && base < statistic.smallestBase ? nil : counts
  }
}
