public import Estimates

/// A count as it may be shown after a protection changed it.
///
/// There is no route from here to an exact test: a test's p-value on changed counts is not what it
/// says it is. Wilson's, Fisher's and the other tests and intervals for proportions take the counts
/// as they were seen; on noisy counts they must model the noise, which is not offered here. Asked
/// for a test, a perturbed count refuses.
public enum PerturbedCount: Hashable, Sendable, CustomStringConvertible {
  /// Rounded by itself.
  case rounded(RoundedCount)
  /// Part of a table rounded as a whole, so that it still adds.
  case additivelyRounded(AdditivelyRoundedCount)
  /// With random noise.
  case noisy(NoisyCount)
  /// Not shown; the band is what the rule alone tells of it.
  case hidden(band: ClosedRange<Int>)
  /// There is nothing to show, and why.
  case undefined(reason: String)

  /// The number as shown, or `nil` where none is.
  public var approximateValue: Double? {
    switch self {
    case .rounded(let count): count.approximateValue
    case .additivelyRounded(let count): count.approximateValue
    case .noisy(let count): count.approximateValue
    case .hidden, .undefined: nil
    }
  }

  /// The true counts that this may stand for, or `nil` where the protection sets no limits that hold
  /// with certainty.
  public var band: ClosedRange<Int>? {
    switch self {
    case .rounded(let count): count.band
    case .hidden(let band): band
    case .noisy(let count): count.band
    case .additivelyRounded, .undefined: nil
    }
  }

  /// Why no test is made from this count.
  public static let refusal =
    "No test is made from rounded or noisy counts: its p-value would treat the protection's change "
    + "as people. Ask for the test where the true counts are, under the rules for tests."

  /// What comes of asking for a test: always the refusal.
  public func testing() -> Outcome { .notEstimable(reason: Self.refusal) }

  /// The number as shown, or the marker for one that is not shown.
  public var description: String {
    switch self {
    case .rounded(let count): count.description
    case .additivelyRounded(let count): count.description
    case .noisy(let count): count.description
    case .hidden: "[c]"
    case .undefined: "[x]"
    }
  }
}
