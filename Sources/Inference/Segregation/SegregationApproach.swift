public import Aggregates

/// How the segregation of a table ought to be computed, by the size of its units.
public enum SegregationApproach: String, Codable, Hashable, Sendable, CaseIterable {
  /// By a model of the units' shares, `BetaBinomialSegregation` or, with more than two groups,
  /// `DirichletMultinomialSegregation`: chance alone would dominate the indices of the counts.
  case modelOfShares = "model_of_shares"
  /// By the counts, with the expectation by chance beside the index.
  case counts

  /// The mean of people per unit below which units are small.
  public static let smallUnitsBelow = 30

  /// The usual choice: the model where units with anybody in them have fewer than 30 people on
  /// average.
  public static func usual(for table: ContingencyTable) -> SegregationApproach {
    let units = table.rowTotals.count { $0 > 0 }
    // Division first keeps the product from leaving the whole numbers.
    return table.total / smallUnitsBelow < units ? .modelOfShares : .counts
  }
}
