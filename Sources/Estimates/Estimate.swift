/// A number computed from data with what is known of its uncertainty.
///
/// The value is never NaN. It may be infinite only where the quantity itself is (a ratio with a
/// zero denominator and a positive numerator).
public struct Estimate: Hashable, Sendable, Codable {
  /// The point estimate.
  public let value: Double
  /// The standard error on the scale of the value, where the method has one.
  public let standardError: Double?
  /// The interval, where the method has one.
  public let interval: ConfidenceInterval?

  /// Makes an estimate; `nil` if the value is NaN.
  public init?(_ value: Double, standardError: Double? = nil, interval: ConfidenceInterval? = nil) {
    guard !value.isNaN else { return nil }
    self.value = value
    self.standardError = standardError.flatMap { $0.isFinite ? $0 : nil }
    self.interval = interval
  }
}
