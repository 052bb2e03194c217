/// A count of a table that was rounded as a whole, so that it still adds.
///
/// The number comes out as text or as a floating-point number, never as a whole number: whole
/// numbers are what exact tests take, and a rounded count is no input for one.
public struct AdditivelyRoundedCount: Hashable, Sendable, CustomStringConvertible {
  let value: Int
  /// The base: the number is 0, or at least this.
  public let base: Int

  init(value: Int, base: Int) {
    self.value = value
    self.base = base
  }

  /// The number of people as shown, at least 0.
  public var approximateValue: Double { Double(value) }

  /// The number as shown, in decimal digits.
  public var description: String { String(value) }
}
