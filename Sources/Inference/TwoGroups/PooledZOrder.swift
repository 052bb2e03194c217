import Aggregates
import NumericalKernel

/// The order of tables with fixed group sizes by their pooled Z, in whole numbers.
///
/// Given the number selected in all, Z rises with one group's part of it; where nobody or everybody
/// was selected it is 0. Z squared is, but for a factor that all tables share, `d^2 / (m (N - m))`
/// with `d = x N - m n` for `x` of the group's `n` among `m` selected.
struct PooledZOrder {
  /// The size of the group whose Z it is.
  let marked: Int
  /// Everyone.
  let total: Int
  /// Z squared with the sign of Z, the bound of the region, as a fraction.
  let numerator: Int128
  let denominator: Int128

  /// The tables with |Z| at least that of a table.
  static func twoSidedRegion(of table: TwoByTwoTable) throws(NumericalError) -> RejectionRegion {
    if table.crossDifference == 0 {
      return RejectionRegion([Double](repeating: 1, count: table.total + 1))
    }
    let square = table.crossDifference * table.crossDifference
    let focal = PooledZOrder(of: table.focalTotal, bound: -square, table)
    let reference = PooledZOrder(of: table.referenceTotal, bound: -square, table)
    // Exchanging selected and not selected changes the sign of Z and nothing else.
    var half: [Double] = []
    for selected in 0...(table.total / 2) {
      try half.append(focal.lowerTail(selected: selected) + reference.lowerTail(selected: selected))
    }
    return RejectionRegion(half + half.prefix((table.total + 1) / 2).reversed())
  }

  /// The tables with Z at most that of a table, in the sight of its focal or its reference group.
  static func region(
    of table: TwoByTwoTable, marked: Int, difference: Int128
  ) throws(NumericalError) -> RejectionRegion {
    let order = PooledZOrder(of: marked, bound: difference * abs(difference), table)
    var probabilities: [Double] = []
    for selected in 0...table.total {
      try probabilities.append(order.lowerTail(selected: selected))
    }
    return RejectionRegion(probabilities)
  }

  private init(of marked: Int, bound: Int128, _ table: TwoByTwoTable) {
    self.marked = marked
    total = table.total
    numerator = bound
    denominator = max(1, Int128(table.selected) * Int128(table.total - table.selected))
  }

  /// The probability of the region given the number selected in all.
  private func lowerTail(selected: Int) throws(NumericalError) -> Double {
    if selected == 0 || selected == total { return numerator < 0 ? 0 : 1 }
    let distribution = try Hypergeometric(population: total, marked: marked, drawn: selected)
    let spread = Int128(selected) * Int128(total - selected)
    func isInside(_ count: Int) -> Bool {
      let difference = Int128(count) * Int128(total) - Int128(selected) * Int128(marked)
      return difference * abs(difference) * denominator <= numerator * spread
    }
    // The square root says where about the last count is, whole numbers say where exactly.
    let distance = (Double(numerator.magnitude) / Double(denominator) * Double(spread)).squareRoot()
    let about = Double(selected) * Double(marked) + (numerator < 0 ? -distance : distance)
    let support = distribution.support
    var last = min(
      max(Int((about / Double(total)).rounded()), support.lowerBound - 1), support.upperBound)
    while last < support.upperBound, isInside(last + 1) { last += 1 }
    while last >= support.lowerBound, !isInside(last) { last -= 1 }
    return distribution.lowerTail(through: last)
  }
}
