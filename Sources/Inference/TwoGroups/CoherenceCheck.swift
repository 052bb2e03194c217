public import Estimates

/// Whether an interval and a p-value shown together say the same of the null value.
///
/// They say the same where the interval leaves the null value out and the p-value is below alpha,
/// or neither. Where they do not, the two are from different families and the reason can be told,
/// or the numbers contradict each other and must not be printed.
public enum CoherenceCheck: Hashable, Sendable {
  /// The interval and the p-value say the same.
  case coherent
  /// They do not, because they are by methods that can differ; the reason in words.
  case explained(reason: String)
  /// They do not, and nothing explains it: an error that must never be printed.
  case contradiction

  /// The comparison of an interval and a p-value.
  ///
  /// A p-value within one part in a thousand million of alpha, or a limit as near to the null
  /// value, is on the line and says either.
  /// - Parameters:
  ///   - interval: The interval; `agreesWith` says which test it belongs to.
  ///   - nullValue: The value of no difference on the interval's scale, 1 for ratios, 0 for
  ///     differences.
  ///   - pValue: The p-value of no difference.
  ///   - test: The identifier of the test the p-value is by.
  ///   - alpha: The level below which a p-value rejects, strictly between 0 and 1.
  public init(
    _ interval: ConfidenceInterval, nullValue: Double, pValue: PValue, test: String, alpha: Double
  ) {
    let isOnTheLine =
      Self.areClose(pValue.value, alpha) || Self.areClose(interval.lower, nullValue)
      || Self.areClose(interval.upper, nullValue)
    if isOnTheLine || interval.contains(nullValue) != (pValue.value < alpha) {
      self = .coherent
    } else if !Self.areClose(1 - interval.level, alpha) {
      self = .explained(
        reason: "the interval is at the \(ConfidenceLevel.words(interval.level)), alpha is "
          + "\(ConfidenceLevel.plain(alpha))")
    } else if interval.agreesWith.map(Self.statistic) == Self.statistic(test) {
      self = .contradiction
    } else if let card = MethodCatalogue.card(test), let family = Self.family(test) {
      self = .explained(
        reason: "the interval is by \(interval.method), the p-value by \(card.title), \(family)")
    } else {
      self = .contradiction
    }
  }

  /// Whether two numbers are the same but for rounding.
  private static func areClose(_ first: Double, _ second: Double) -> Bool {
    first == second || abs(first - second) <= 1e-9 * max(abs(first), abs(second))
      || abs(first - second) <= 1e-12
  }

  /// Tests with one p-value have one name: chi-squared is the square of Z.
  private static func statistic(_ test: String) -> String {
    switch test {
    case PearsonChiSquaredTest().stamp.id: PooledZTest.card.id
    case PearsonChiSquaredTest(correction: .nMinusOne).stamp.id: HypergeometricZTest.card.id
    default: test
    }
  }

  /// What the p-values of a test are computed from, or `nil` for a test of something else.
  private static func family(_ test: String) -> String? {
    func isVariant(_ id: String) -> Bool { test == id || test.hasPrefix(id + "-") }
    if isVariant(FisherExactTest.card.id) { return "conditional on both margins" }
    if isVariant(BarnardTest.card.id) || isVariant(BarnardCSMTest.card.id)
      || isVariant(BoschlooTest.card.id)
    {
      return "the largest over the common rates"
    }
    if isVariant(PearsonChiSquaredTest.card.id) || isVariant(LikelihoodRatioTest.card.id) {
      return "a chi-squared approximation"
    }
    if [PooledZTest.card.id, UnpooledZTest.card.id, HypergeometricZTest.card.id].contains(test) {
      return "a normal approximation"
    }
    if isVariant(ExactBinomialTest.card.id) { return "exact" }
    return nil
  }
}
