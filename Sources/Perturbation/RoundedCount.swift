/// A count after rounding, with the true counts that it may stand for.
///
/// The number comes out as text or as a floating-point number, never as a whole number: whole
/// numbers are what exact tests take, and a rounded count is no input for one.
public struct RoundedCount: Hashable, Sendable, CustomStringConvertible {
  let value: Int
  /// Every true count that shows as this number, the ends included.
  public let band: ClosedRange<Int>

  init(value: Int, band: ClosedRange<Int>) {
    self.value = value
    self.band = band
  }

  /// The number of people as shown, at least 0.
  public var approximateValue: Double { Double(value) }

  /// The number as shown, in decimal digits.
  public var description: String { String(value) }
}
