/// What came of asking for a statistic.
///
/// A quantity the data leave undefined is an outcome with a reason, never NaN and never an error.
public enum Outcome: Hashable, Sendable {
  /// A number with its uncertainty.
  case estimate(Estimate)
  /// A significance test.
  case test(TestResult)
  /// The quantity is undefined for these data, and why, in words a reader understands ("nobody of
  /// the reference group applied").
  case notEstimable(reason: String)
}
