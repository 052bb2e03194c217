/// The mutual information of the structure of one date with the units' and groups' shares of
/// either.
struct CounterfactualInformation {
  /// The eight values in nats: that of structure `s`, units' shares `u` and groups' shares `g` at
  /// `4 s + 2 u + g`; 0 is the earlier date and 1 the later.
  private(set) var values: [Double] = []
  /// The most iterations a fit took.
  private(set) var iterations = 0

  /// `nil` where a fit does not come to an end.
  init?(_ shared: SharedCounts) {
    let (units, groups) = (shared.unitShares, shared.groupShares)
    for (structure, counts) in [shared.earlier, shared.later].enumerated() {
      let own = InformationSums(counts).mutualInformation
      for unit in 0...1 {
        for group in 0...1 {
          if units[unit] == units[structure], groups[group] == groups[structure] {
            values.append(own)
            continue
          }
          guard
            let fit = ProportionalFitting(
              counts, unitShares: units[unit], groupShares: groups[group])
          else { return nil }
          values.append(fit.mutualInformation)
          iterations = max(iterations, fit.iterations)
        }
      }
    }
  }

  /// Why there are no values.
  static let problem =
    "The table of one date could not be given the units' and groups' shares of the other; cells "
    + "that are empty in it may not allow them."

  /// The values over the entropy of the groups, which is that of the date of their shares.
  func over(entropies: [Double]) -> [Double] {
    values.enumerated().map { min(1, $1 / entropies[$0 % 2]) }
  }
}
