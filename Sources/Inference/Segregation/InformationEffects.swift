#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How the mutual information of a fitted table answers to the counts it was fitted from, and to
/// the shares of units and groups it was given.
///
/// With `l = a + b + e` the logarithms of the fitted table taken apart into an effect of the unit,
/// one of the group and a rest that is 0 on average in every unit and group, a small change moves
/// the information by
///
///     sum a d(unit shares) + sum b d(group shares) + sum e (fitted / observed) d(observed shares)
///
/// since the scaling of rows and columns takes up whatever is additive.
struct InformationEffects {
  /// Per cell of the counts: `e` times the fitted over the observed share; 0 for an empty cell.
  private(set) var cells: [Double]
  /// Per unit and per group, 0 on average.
  private(set) var units: [Double]
  private(set) var groups: [Double]

  /// The effects in a fit of counts to shares; `nil` where the averages do not settle.
  init?(
    _ fit: ProportionalFitting, of counts: SegregationCounts, unitShares: [Double],
    groupShares: [Double]
  ) {
    let width = counts.groupCount
    units = [Double](repeating: 0, count: counts.unitCount)
    groups = [Double](repeating: 0, count: width)
    var hasSettled = false
    for _ in 1...ProportionalFitting.iterationLimit(cells: fit.shares.count) {
      var sums = [Double](repeating: 0, count: width)
      for unit in units.indices {
        var sum = 0.0
        for group in 0..<width {
          let cell = unit * width + group
          sum += fit.shares[cell] * (fit.logarithms[cell] - groups[group])
        }
        units[unit] = sum / unitShares[unit]
        for group in 0..<width {
          let cell = unit * width + group
          sums[group] += fit.shares[cell] * (fit.logarithms[cell] - units[unit])
        }
      }
      var (farthest, largest) = (0.0, 1.0)
      for group in 0..<width {
        let effect = sums[group] / groupShares[group]
        farthest = max(farthest, abs(effect - groups[group]))
        largest = max(largest, abs(effect))
        groups[group] = effect
      }
      if farthest <= ProportionalFitting.tolerance * largest {
        hasSettled = true
        break
      }
    }
    guard hasSettled else { return nil }
    cells = counts.cells.map { Double($0) / counts.people }
    for cell in cells.indices where cells[cell] > 0 {
      let rest = fit.logarithms[cell] - units[cell / width] - groups[cell % width]
      cells[cell] = rest * fit.shares[cell] / cells[cell]
    }
    units = Self.centred(units, unitShares)
    groups = Self.centred(groups, groupShares)
  }

  private static func centred(_ effects: [Double], _ shares: [Double]) -> [Double] {
    let mean = zip(effects, shares).reduce(0.0) { $0 + $1.0 * $1.1 }
    return effects.map { $0 - mean }
  }

  /// The effects on the information over the entropy of the groups, of which `ratio` is the value.
  func over(entropy: Double, ratio: Double, groupShares: [Double]) -> InformationEffects {
    var other = self
    other.cells = cells.map { $0 / entropy }
    other.units = units.map { $0 / entropy }
    other.groups = zip(groups, groupShares).map { effect, share in
      effect / entropy + ratio / entropy * (log(share) + entropy)
    }
    return other
  }
}
