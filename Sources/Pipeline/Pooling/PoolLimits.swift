public import Pooling

/// The loosest rules a pool may have, for the command line.
public enum PoolLimits {
  /// The fewest organisations behind a figure.
  public static let minimumContributors = PoolRules.fewestContributors
  /// The largest share of a figure's people of one organisation, in per cent.
  public static let largestPercent = PoolRules.mostPercent
  /// How many months old the data must be at the least.
  public static let lagMonths = PoolRules.fewestMonths

  /// Rules as given; looser ones than the usual are tightened to them.
  public static func rules(
    minimumContributors: Int, largestPercent: Int, lagMonths: Int
  ) -> PoolRules {
    PoolRules(
      minimumContributors: minimumContributors, largestPercent: largestPercent,
      lagMonths: lagMonths)
  }
}
