import Aggregates
import Analyses
import Estimates

/// Which sums of amounts may be worked out from a release.
///
/// A published mean, with its published head count, is a published sum. Sums of nested groups add
/// up like their counts, so the same suppression rules on them: the mean of a small group must not
/// follow from the means of larger ones.
struct AmountRuling {
  private struct ArmName: Hashable {
    let measure: String
    let cell: Int
  }

  private var isPublished: Set<ArmName> = []

  /// Rules on the arms of all statistics of means that meet the rules for single arms.
  init(
    statistics: [PlannedStatistic], cells: CellRuling, rules: ArmRules, threshold: Int
  ) throws(GateError) {
    var arms: [String: [Int: PlannedStatistic.Arm]] = [:]
    var offered: [String: Set<Int>] = [:]
    for statistic in statistics {
      guard case .amounts(let all, .mean, _) = statistic.basis else { continue }
      var isFit = true
      for arm in all {
        let cell = try cells.position(of: arm.cell, usedBy: statistic.id)
        if arms[arm.measure]?[cell] == nil { arms[arm.measure, default: [:]][cell] = arm }
        if rules.objection(to: arm, isHeadCountShown: cells.shownCount(cell) != nil) != nil {
          isFit = false
        }
      }
      guard isFit else { continue }
      for arm in all {
        offered[arm.measure, default: []].insert(
          try cells.position(of: arm.cell, usedBy: statistic.id))
      }
    }
    for measure in offered.keys.sorted() {
      for block in cells.blocks {
        let isOffered = block.cells.map { offered[measure]?.contains($0) ?? false }
        guard isOffered.contains(true) else { continue }
        let people = block.cells.map { cell in
          arms[measure]?[cell]?.summary.exposed.moments.count
        }
        let isSensitive = block.cells.indices.map { place in
          if let heads = block.counts[place], (1..<threshold).contains(heads) { return true }
          guard let arm = arms[measure]?[block.cells[place]] else { return false }
          return rules.isSensitive(arm.summary.exposed)
        }
        let basis = FreeCellBasis(
          cellCount: block.cells.count, identities: block.identities, in: .suppression)
        let suppression = SecondarySuppression(
          SecondarySuppression.Problem(
            block: block, threshold: threshold, isOffered: isOffered, isProtected: isSensitive,
            isWithheld: [Bool](repeating: false, count: block.cells.count),
            isSingleton: block.cells.indices.map { block.counts[$0] == 1 || people[$0] == 1 },
            contributors: people),
          basis: basis)
        for (place, cell) in block.cells.enumerated() where suppression.isPublished[place] {
          isPublished.insert(ArmName(measure: measure, cell: cell))
        }
      }
    }
  }

  /// Whether the sum of an arm may be published.
  func isPublished(_ measure: String, cell: Int) -> Bool {
    isPublished.contains(ArmName(measure: measure, cell: cell))
  }
}

/// The rules that every single arm of a statistic of amounts must meet.
struct ArmRules {
  /// The smallest number of people whose amounts are shown.
  let payThreshold: Int
  /// The smallest number of people on either side of a quantile.
  let threshold: Int
  /// When amounts are mostly one or two people's: the p % rule, and two people with most of the whole.
  let dominance: [DominanceRule] = [
    .pPercent(10), .concentration(largest: 2, percent: 85),
  ]

  /// Whether the amounts are about too few people, or about one person above all.
  func isSensitive(_ summary: Cell.MeasureSummary) -> Bool {
    if (1..<payThreshold).contains(summary.moments.count) { return true }
    guard let largest = summary.largest, let second = summary.secondLargest, second >= 0 else {
      return false
    }
    return isDominated(largest, second, total: summary.moments.sum)
  }

  private func isDominated(_ largest: Int64, _ second: Int64, total: Int128) -> Bool {
    dominance.contains {
      $0.neededProtection(largest: [Double(largest), Double(second)], total: Double(total)) != nil
    }
  }

  /// Why an arm may not be shown; `nil` if it may.
  func objection(to arm: PlannedStatistic.Arm, isHeadCountShown: Bool) -> String? {
    if !isHeadCountShown { return "the head count of an arm is hidden" }
    if isSensitive(arm.summary.exposed) {
      return "the amounts of an arm are about too few people, or mostly about one"
    }
    return nil
  }

  /// Whether enough people are at or beyond a quantile on both sides.
  func isCovered(_ summary: Cell.MeasureSummary, probability: Double) -> Bool {
    let people = summary.moments.count
    guard let values = summary.values, let quantile = values.quantile(probability) else {
      return Double(people) * min(probability, 1 - probability) >= Double(threshold)
    }
    let quanta = quantile / values.quantum
    let slack = 1e-6
    var below = 0
    var above = 0
    for (value, count) in zip(values.values, values.counts) {
      if Double(value) <= quanta + slack { below += count }
      if Double(value) >= quanta - slack { above += count }
    }
    return below >= threshold && above >= threshold
  }

  /// Whether each of so many equally large slices of people, by amount, holds enough people and
  /// the highest of them is not mostly about one person.
  ///
  /// Shares of the whole by slice, with the published mean, are sums of slices.
  func isCovered(_ summary: Cell.MeasureSummary, slices: Int) -> Bool {
    let people = summary.moments.count
    guard slices > 0, people / slices >= max(payThreshold, threshold) else { return false }
    guard slices > 1, let values = summary.values, let largest = summary.largest,
      let second = summary.secondLargest
    else { return slices == 1 }
    var left = people / slices
    var top: Int128 = 0
    for (value, count) in zip(values.values, values.counts).reversed() {
      guard left > 0 else { break }
      let taken = min(left, count)
      top += Int128(value) * Int128(taken)
      left -= taken
    }
    return !isDominated(largest, second, total: top)
  }
}
