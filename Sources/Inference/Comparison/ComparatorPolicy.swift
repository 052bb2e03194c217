import Aggregates
public import Estimates

/// The impact ratio of every group against one comparator, with who may be the comparator.
///
///     impact ratio = rate of the group / rate of the comparator
///
/// A group under the minimum share of everyone, or under the minimum number of people, is no
/// comparator; the policy says whether it has a ratio itself. Shares and rates compare in whole
/// numbers. Ratios have Koopman's interval. Where the highest rate is chosen, the comparator is
/// often a small group with a lucky rate; the warnings say so.
/// - Source: 29 CFR 1607.4D for the highest rate; 6 RCNY 5-300 and 5-301 for the minimum share.
public struct ComparatorPolicy: CataloguedMethod {
  /// What becomes of a group under a minimum.
  public enum SmallGroups: String, Codable, Hashable, Sendable, CaseIterable {
    /// It has a ratio but is no comparator.
    case ratioOnly = "ratio_only"
    /// It has its number and its rate, and no ratio.
    case noRatio = "no_ratio"
  }

  /// Whom every group is compared with.
  public let comparator: Comparator
  /// The least share of everyone a comparator has.
  public let minimumShare: Fraction
  /// The least number of people a comparator has.
  public let minimumPeople: Int
  /// What becomes of a group under a minimum.
  public let smallGroups: SmallGroups
  /// When the comparator counts as fragile.
  public let fragility: FragilityLimits
  /// The nominal coverage of the intervals.
  public let level: Double

  /// Makes the method.
  public init(
    comparator: Comparator = .highestRate, minimumShare: Fraction = .zero,
    minimumPeople: Int = 1, smallGroups: SmallGroups = .ratioOnly,
    fragility: FragilityLimits = FragilityLimits(), level: Double = 0.95
  ) {
    self.comparator = comparator
    self.minimumShare = minimumShare
    self.minimumPeople = minimumPeople
    self.smallGroups = smallGroups
    self.fragility = fragility
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "comparator-policy", title: "Impact ratios against one comparator",
    formula: "rate of the group / rate of the comparator",
    range: "0 to infinity; 1 means the comparator's rate; below 1 the group is selected less often",
    assumptions: [
      "People are selected independently with one probability per group.",
      "A comparator chosen for its rate is compared as if it had been named beforehand.",
    ],
    source: "29 CFR 1607.4D; 6 RCNY 5-300 and 5-301 for the minimum share")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    let small = smallGroups == .noRatio ? "without a ratio" : "with a ratio"
    return stamp(
      convention: "comparator \(comparator.words), at least \(minimumShare.words) of everyone and "
        + "\(minimumPeople) people, smaller groups \(small), " + ConfidenceLevel.words(level))
  }

  /// The ratio of every group, in the order given.
  public func callAsFunction(_ groups: [GroupCount]) -> ComparisonRows {
    let everyone = groups.reduce(0) { $0 + $1.total }
    let isSmall = groups.map { group in
      group.total < max(1, minimumPeople)
        || minimumShare.isAbove(group.total, of: max(1, everyone))
    }
    let chosen = position(in: groups, isSmall: isSmall)
    let rows = groups.indices.map { index in
      let group = groups[index]
      let (ratio, table) = ratio(
        of: index, in: groups, against: chosen, isSmall: isSmall[index], everyone: everyone)
      return ComparisonRows.Row(
        group: group,
        rate: group.total == 0
          ? .notEstimable(reason: "Nobody is in the group.")
          : .estimate(Double(group.selected) / Double(group.total)),
        impactRatio: ratio, table: table, isSmall: isSmall[index])
    }
    return ComparisonRows(
      rows: rows, comparator: chosen,
      warnings: warnings(groups, chosen: chosen, isSmall: isSmall, everyone: everyone))
  }

  /// The position of the comparator, or `nil` where it is not one group or there is none.
  private func position(in groups: [GroupCount], isSmall: [Bool]) -> Int? {
    let eligible = groups.indices.filter { !isSmall[$0] }
    switch comparator {
    case .restOfPool, .overall: return nil
    case .named(let name): return eligible.first { groups[$0].name == name }
    case .highestRate:
      return eligible.reduce(nil) { (best: Int?, index) in
        guard let best else { return index }
        return groups[index].isAbove(groups[best]) ? index : best
      }
    case .largest:
      return eligible.reduce(nil) { (best: Int?, index) in
        guard let best else { return index }
        return groups[index].total > groups[best].total ? index : best
      }
    }
  }

  private func ratio(
    of index: Int, in groups: [GroupCount], against chosen: Int?, isSmall: Bool, everyone: Int
  ) -> (Outcome, TwoByTwoTable?) {
    let group = groups[index]
    if group.total == 0 { return (.notEstimable(reason: "Nobody is in the group."), nil) }
    if isSmall, smallGroups == .noRatio {
      return (
        .notEstimable(
          reason: "The group is smaller than the minimum, so no ratio is given for it."), nil
      )
    }
    let selected = groups.reduce(0) { $0 + $1.selected }
    switch comparator {
    case .overall:
      guard selected > 0 else {
        return (.notEstimable(reason: "Nobody was selected in any group."), nil)
      }
      let scaled = Double(Int128(group.selected) * Int128(everyone))
      return (.estimate(scaled / Double(Int128(selected) * Int128(group.total))), nil)
    case .restOfPool:
      return compared(group, selected - group.selected, of: everyone - group.total)
    case .highestRate, .named, .largest:
      guard let chosen else {
        return (.notEstimable(reason: "No group can be the comparator."), nil)
      }
      if chosen == index {
        return (
          group.selected > 0
            ? .estimate(1)
            : .notEstimable(reason: "Nobody was selected in the comparator's group."), nil
        )
      }
      return compared(group, groups[chosen].selected, of: groups[chosen].total)
    }
  }

  private func compared(
    _ group: GroupCount, _ selected: Int, of total: Int
  ) -> (Outcome, TwoByTwoTable?) {
    guard
      let table = TwoByTwoTable(
        focalSelected: group.selected, focalRejected: group.total - group.selected,
        referenceSelected: selected, referenceRejected: total - selected)
    else { return (.notEstimable(reason: "The counts are impossible."), nil) }
    return (ImpactRatio(level: level)(table), table)
  }

  private func warnings(
    _ groups: [GroupCount], chosen: Int?, isSmall: [Bool], everyone: Int
  ) -> [ComparatorWarning] {
    guard let chosen, groups[chosen].selected > 0 else { return [] }
    let best = groups[chosen]
    var warnings: [ComparatorWarning] = []
    if best.total < fragility.people { warnings.append(.fewPeople(best.total)) }
    if fragility.share.isAbove(best.total, of: everyone) {
      warnings.append(.smallShare(Double(best.total) / Double(everyone)))
    }
    // Ratios grow by this part where the comparator's rate falls to that of another group.
    func growth(to selected: Int, of total: Int) -> Double {
      selected == 0
        ? .infinity
        : Double(best.selected) * Double(total) / (Double(selected) * Double(best.total)) - 1
    }
    var next: GroupCount?
    if comparator == .highestRate {
      for index in groups.indices where index != chosen && !isSmall[index] {
        if next.map({ groups[index].isAbove($0) }) ?? true { next = groups[index] }
      }
      if let next {
        let change = growth(to: next.selected, of: next.total)
        if change > fragility.change.value * (1 + 1e-12) {
          warnings.append(.nextHighest(name: next.name, change: change))
        }
      }
    }
    // With one fewer selected another group may be the highest; with one more, ratios shrink.
    var fewer = growth(to: best.selected - 1, of: best.total)
    if let next { fewer = min(fewer, growth(to: next.selected, of: next.total)) }
    let more = best.selected < best.total ? 1 / Double(best.selected + 1) : 0
    let change = max(fewer, more)
    if change > fragility.change.value * (1 + 1e-12) {
      warnings.append(.oneSelection(change: change))
    }
    return warnings
  }
}
