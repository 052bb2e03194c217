/// The mutual information of the structure of one date with the units' and groups' shares of
/// either.
struct CounterfactualInformation {
  /// The eight values in nats: that of structure `s`, units' shares `u` and groups' shares `g` at
  /// `4 s + 2 u + g`; 0 is the earlier date and 1 the later.
  private(set) var values: [Double] = []
  /// What each unit and each group has of each value; they add up to it.
  private(set) var unitTerms: [[Double]] = []
  private(set) var groupTerms: [[Double]] = []
  /// How each value answers to the counts of the two dates, or `nil` where the occupied cells of a
  /// date leave units and groups in parts that do not meet, so that hardly any other shares are
  /// possible, or nearly so.
  private(set) var effects: [InformationEffects]? = []
  /// The most iterations a fit took.
  private(set) var iterations = 0

  /// `nil` where a fit does not come to an end.
  init?(_ shared: SharedCounts) {
    let (units, groups) = (shared.unitShares, shared.groupShares)
    let isConnected = shared.earlier.isConnected && shared.later.isConnected
    for (structure, counts) in [shared.earlier, shared.later].enumerated() {
      let own = ProportionalFitting(counts)
      for unit in 0...1 {
        for group in 0...1 {
          let isOwn = units[unit] == units[structure] && groups[group] == groups[structure]
          guard
            let fit = isOwn
              ? own
              : ProportionalFitting(counts, unitShares: units[unit], groupShares: groups[group])
          else { return nil }
          values.append(fit.mutualInformation)
          unitTerms.append(fit.terms(counts.unitCount) { $0 / counts.groupCount })
          groupTerms.append(fit.terms(counts.groupCount) { $0 % counts.groupCount })
          iterations = max(iterations, fit.iterations)
          let effect =
            isConnected
            ? InformationEffects(
              fit, of: counts, unitShares: units[unit], groupShares: groups[group]) : nil
          if let effect { effects?.append(effect) } else { effects = nil }
        }
      }
    }
  }

  /// Why there are no values.
  static let problem =
    "The table of one date could not be given the units' and groups' shares of the other; cells "
    + "that are empty in it may not allow them."

  /// The values over the entropy of the groups, which is that of the date of their shares.
  func over(entropies: [Double], groupShares: [[Double]]) -> CounterfactualInformation {
    var other = self
    for place in values.indices {
      let date = place % 2
      other.values[place] = min(1, values[place] / entropies[date])
      other.unitTerms[place] = unitTerms[place].map { $0 / entropies[date] }
      other.groupTerms[place] = groupTerms[place].map { $0 / entropies[date] }
      if let effect = effects?[place] {
        other.effects?[place] = effect.over(
          entropy: entropies[date], ratio: other.values[place], groupShares: groupShares[date])
      }
    }
    return other
  }
}
