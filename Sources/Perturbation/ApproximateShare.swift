public import Estimates

/// A share or a ratio of rounded counts, with the range that the true counts may give.
///
/// The range comes from rounding alone. It is no confidence interval and has no level: the true
/// number of these data lies in it with certainty.
public struct ApproximateShare: Hashable, Sendable {
  /// What the number is.
  public enum Quantity: String, Hashable, Sendable, Codable {
    /// Part of a whole, 0 to 1.
    case share
    /// One share over another, 0 upwards.
    case ratio
  }

  /// The number computed from the rounded counts.
  public let value: Double
  /// The least and the largest that the true counts behind the rounded ones may give.
  public let range: ClosedRange<Double>
  /// What the number is.
  public let quantity: Quantity
  /// The rule of rounding.
  public let stamp: MethodStamp

  init(value: Double, range: ClosedRange<Double>, quantity: Quantity, stamp: MethodStamp) {
    self.value = value
    self.range = range
    self.quantity = quantity
    self.stamp = stamp
  }

  /// The words printed beside the number.
  public var label: String { "approximate, from rounded counts (\(stamp.convention))" }

  /// What comes of asking for a test: always the refusal.
  public func testing() -> Outcome { .notEstimable(reason: PerturbedCount.refusal) }
}
