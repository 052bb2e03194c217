/// The number behind a printed one, for files that machines read.
public struct ExactNumber: Hashable, Sendable {
  /// The value: shares between 0 and 1, amounts in the currency.
  public let value: Double
  /// The limits of its interval, where it has one; infinite where there is no limit.
  public let interval: ClosedRange<Double>?

  /// Makes a number.
  public init(_ value: Double, interval: ClosedRange<Double>? = nil) {
    self.value = value
    self.interval = interval
  }
}
