/// The counts that the protections accept.
///
/// The upper limit keeps every sum and product below the overflow of 64 bits and every count exact
/// as a floating-point number.
public enum CountRange {
  /// The largest count: 2 to the power of 53.
  public static let largest = 1 << 53

  /// Why a count is not accepted, or `nil` where it is.
  static func refusal(of count: Int) -> String? {
    if count < 0 { return "a count of people is never negative" }
    if count > largest { return "a count above 2 to the power of 53 is not supported" }
    return nil
  }
}
