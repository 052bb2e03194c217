public import Estimates

/// A rule that rounds one count by itself: the same count gives the same number, always.
///
/// A rule never decreases as the count grows, so the counts that show as one number are a band
/// without gaps. The band is what an auditor, or an attacker, may use as a constraint.
public protocol CountRounding: Sendable {
  /// The rule and its options, printed with every number it makes.
  var stamp: MethodStamp { get }

  /// The count as it may be shown, with the band of true counts behind it.
  ///
  /// Undefined for a negative count or one above `CountRange.largest`.
  func callAsFunction(_ count: Int) -> PerturbedCount
}
