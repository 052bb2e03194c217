/// When a sum tells too much about the largest of the amounts it is made of.
///
/// With the amounts `x1 ≥ x2 ≥ ...` of a total `X`:
///
/// - p % rule: sensitive where `X - x1 - x2 < p/100 · x1`. Whoever has the second largest amount
///   subtracts it and knows the largest within p %. The total must become uncertain upwards by
///   `p/100 · x1 - (X - x1 - x2)`.
/// - (n, k) rule: sensitive where `x1 + ... + xn > k/100 · X`. The total must become uncertain upwards
///   by `100/k · (x1 + ... + xn) - X`.
///
/// The first asks how closely one contributor can estimate another, the second how concentrated the
/// sum is. Amounts are not negative; a total of 0 is never sensitive. Range of the needed protection:
/// 0 to infinity, in the unit of the amounts, larger is more sensitive.
/// - Source: Hundepool and others (2012), Statistical Disclosure Control, chapter 4.
public enum DominanceRule: Hashable, Sendable {
  /// The p % rule; p in per cent of the largest amount, above 0.
  case pPercent(Double)
  /// The (n, k) rule; the share k in per cent, between 0 and 100.
  case concentration(largest: Int, percent: Double)

  /// How many of the largest amounts the rule looks at.
  public var amountsNeeded: Int {
    switch self {
    case .pPercent: 2
    case .concentration(let largest, _): largest
    }
  }

  /// By how much a total must be uncertain upwards; `nil` where it is not sensitive.
  ///
  /// - Parameters:
  ///   - largest: the largest amounts, descending; fewer than `amountsNeeded` where there are no
  ///     more.
  ///   - total: the sum of all amounts.
  public func neededProtection(largest: [Double], total: Double) -> Double? {
    guard total > 0, let first = largest.first else { return nil }
    switch self {
    case .pPercent(let percent):
      let rest = total - first - (largest.count > 1 ? largest[1] : 0)
      let needed = percent / 100 * first - rest
      return needed > 0 ? needed : nil
    case .concentration(let count, let percent):
      let top = largest.prefix(count).reduce(0, +)
      let needed = 100 / percent * top - total
      return needed > 0 ? needed : nil
    }
  }
}
