/// What must hold of every figure that a pool shows.
///
/// Costs are those of a few sums over the packs.
public struct PoolRules: Hashable, Sendable {
  /// The fewest organisations with anybody in a figure.
  public let minimumContributors: Int
  /// The largest share of a figure's people, in per cent, that one organisation may have.
  public let largestPercent: Int
  /// How many months old the data must be at the least.
  public let lagMonths: Int
  /// The multiple that the pool's counts of people are rounded to.
  public let rounding: Int

  /// The fewest organisations any rules may ask for.
  public static let fewestContributors = 5
  /// The largest share, in per cent, any rules may allow.
  public static let mostPercent = 25
  /// The fewest months any rules may ask for.
  public static let fewestMonths = 3

  /// Makes rules; looser ones than the usual are tightened to them.
  public init(
    minimumContributors: Int = Self.fewestContributors, largestPercent: Int = Self.mostPercent,
    lagMonths: Int = Self.fewestMonths
  ) {
    self.minimumContributors = max(minimumContributors, Self.fewestContributors)
    self.largestPercent = min(max(largestPercent, 1), Self.mostPercent)
    self.lagMonths = max(lagMonths, Self.fewestMonths)
    rounding = 10
  }

  /// Whether a count may be told: nobody at all, or people of enough organisations of which none has
  /// too many.
  ///
  /// Sums of counts that may be told may be told as well, which is what keeps differences safe.
  func allow(_ counts: [Int]) -> Bool {
    let sum = counts.reduce(0, +)
    if sum == 0 { return true }
    guard counts.allSatisfy({ $0 >= 0 }), counts.count(where: { $0 > 0 }) >= minimumContributors
    else { return false }
    return 100 * (counts.max() ?? 0) <= largestPercent * sum
  }
}
