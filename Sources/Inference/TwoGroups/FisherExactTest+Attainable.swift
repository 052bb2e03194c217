public import Aggregates
public import Estimates
import NumericalKernel

extension FisherExactTest {
  /// The two-sided p-values (minimum likelihood) that a table with these margins can have, each
  /// once, from the smallest up.
  ///
  /// The last is 1. The probability of a p-value of at most an attainable one is that attainable
  /// one itself, which makes this list the null distribution of the p-value. Empty where a group is
  /// empty; `[1]` where everybody or nobody was selected. Cost: the size of the smallest margin
  /// times its logarithm.
  public static func attainablePValues(of table: TwoByTwoTable) -> [PValue] {
    guard table.problem == nil, let distribution = try? FisherNullDistribution(table) else {
      return []
    }
    return distribution.attainable.compactMap { PValue($0) }
  }
}
