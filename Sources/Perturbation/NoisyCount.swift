/// A count with random noise.
///
/// The number comes out as text or as a floating-point number, never as a whole number: whole
/// numbers are what exact tests take, and a noisy count is no input for one.
public struct NoisyCount: Hashable, Sendable, CustomStringConvertible {
  let value: Int
  /// The true counts that this may stand for where the noise is bounded; `nil` where it is not.
  public let band: ClosedRange<Int>?

  init(value: Int, band: ClosedRange<Int>? = nil) {
    self.value = value
    self.band = band
  }

  /// The number as shown.
  ///
  /// It may be below zero: noise without bounds is right on average only if it is left alone.
  public var approximateValue: Double { Double(value) }

  /// The number as shown, in decimal digits.
  public var description: String { String(value) }
}
