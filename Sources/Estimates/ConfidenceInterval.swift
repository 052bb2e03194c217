/// A range of values the data do not contradict, at a stated level.
///
/// Either limit may be infinite (the ratio of a rate to zero has no upper limit); neither is ever
/// NaN.
public struct ConfidenceInterval: Hashable, Sendable, Codable {
  /// The lower limit, in the unit of the estimate.
  public let lower: Double
  /// The upper limit, in the unit of the estimate.
  public let upper: Double
  /// The nominal coverage, between 0 and 1 (0.95 for a 95 % interval).
  public let level: Double
  /// The method's textbook name, for example `Koopman score`.
  public let method: String
  /// The identifier of the test that rejects a value exactly where the interval leaves it out, for
  /// example `z-pooled` for Koopman's interval; `nil` where the engine has no such test.
  public let agreesWith: String?

  /// Makes an interval; `nil` if a limit is NaN, the limits are out of order or the level is not
  /// strictly between 0 and 1.
  public init?(
    lower: Double, upper: Double, level: Double, method: String, agreesWith: String? = nil
  ) {
    guard !lower.isNaN, !upper.isNaN, lower <= upper, level > 0, level < 1 else { return nil }
    self.lower = lower
    self.upper = upper
    self.level = level
    self.method = method
    self.agreesWith = agreesWith
  }

  /// Whether `value` lies in the interval, limits included.
  public func contains(_ value: Double) -> Bool {
    lower <= value && value <= upper
  }
}
