public import Estimates

/// What a permutation test of segregation found.
public struct SegregationPermutationResult: Hashable, Sendable {
  /// The one-sided test, its statistic the index without correction for bias.
  public let test: Outcome
  /// The p-value as an estimate of the exact one, with the Clopper-Pearson interval of the
  /// probability of drawing a table as segregated as the one seen.
  public let exactPValue: Outcome
  /// The mean of the index over the tables drawn, with its standard error.
  public let meanOfDraws: Outcome
  /// What that mean comes to with infinitely many draws, where the index has it exactly.
  public let nullExpectation: Outcome
  /// How many people, units and groups the index was computed from.
  public let people: Int
  /// How many units have anybody the index counts.
  public let units: Int
  /// How many groups the index sees: two where it sets the first group against the rest.
  public let groups: Int
  /// The name and conventions of the test.
  public let stamp: MethodStamp

  init(
    test: Outcome, exactPValue: Outcome, meanOfDraws: Outcome, nullExpectation: Outcome,
    _ counts: SegregationCounts, _ stamp: MethodStamp
  ) {
    self.test = test
    self.exactPValue = exactPValue
    self.meanOfDraws = meanOfDraws
    self.nullExpectation = nullExpectation
    people = counts.total
    units = counts.unitCount
    groups = counts.groupCount
    self.stamp = stamp
  }

  /// Nothing, and why.
  init(_ problem: String, _ counts: SegregationCounts, _ stamp: MethodStamp) {
    self.init(
      test: .notEstimable(reason: problem), exactPValue: .notEstimable(reason: problem),
      meanOfDraws: .notEstimable(reason: problem), nullExpectation: .notEstimable(reason: problem),
      counts, stamp)
  }
}
