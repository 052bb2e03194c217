/// A non-negative fraction of whole numbers in lowest terms.
///
/// Privacy parameters are fractions, so that sums of them and the random draws made with them are
/// exact: 1/10 is a tenth.
public struct RationalNumber: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  /// The numerator, from 0 to 2^62.
  public let numerator: UInt64
  /// The denominator, from 1 to 2^62.
  public let denominator: UInt64

  /// The largest numerator and denominator.
  public static let largest: UInt64 = 1 << 62
  /// Zero.
  public static let zero = RationalNumber(reduced: 0, 1)

  private init(reduced numerator: UInt64, _ denominator: UInt64) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Makes a fraction; `nil` where the denominator is 0 or a part is above 2^62 in lowest terms.
  public init?(_ numerator: UInt64, _ denominator: UInt64 = 1) {
    self.init(wide: UInt128(numerator), UInt128(denominator))
  }

  /// Reads `p/q` or `p` in decimal digits; `nil` for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (48...57).contains($0) } ? UInt64(part) : nil
    }
    guard numbers.count == parts.count, (1...2).contains(parts.count) else { return nil }
    self.init(numbers[0], numbers.count == 2 ? numbers[1] : 1)
  }

  private init?(wide numerator: UInt128, _ denominator: UInt128) {
    guard denominator > 0 else { return nil }
    var (a, b) = (numerator, denominator)
    while b != 0 { (a, b) = (b, a % b) }
    let (top, bottom) = (numerator / a, denominator / a)
    guard top <= UInt128(Self.largest), bottom <= UInt128(Self.largest) else { return nil }
    self.init(reduced: UInt64(top), UInt64(bottom))
  }

  /// The exact sum; `nil` where it needs a part above 2^62 in lowest terms.
  public func adding(_ other: RationalNumber) -> RationalNumber? {
    // Each product is at most 2^124, so the sum fits.
    RationalNumber(
      wide: UInt128(numerator) * UInt128(other.denominator)
        + UInt128(other.numerator) * UInt128(denominator),
      UInt128(denominator) * UInt128(other.denominator))
  }

  /// The exact difference; `nil` where the other is larger, or the difference needs a part above 2^62.
  public func subtracting(_ other: RationalNumber) -> RationalNumber? {
    guard other <= self else { return nil }
    return RationalNumber(
      wide: UInt128(numerator) * UInt128(other.denominator)
        - UInt128(other.numerator) * UInt128(denominator),
      UInt128(denominator) * UInt128(other.denominator))
  }

  /// The fraction divided by a positive whole number; `nil` for 0, or where a part is above 2^62.
  public func divided(by number: UInt64) -> RationalNumber? {
    RationalNumber(wide: UInt128(numerator), UInt128(denominator) * UInt128(number))
  }

  /// Orders by value.
  public static func < (left: RationalNumber, right: RationalNumber) -> Bool {
    UInt128(left.numerator) * UInt128(right.denominator)
      < UInt128(right.numerator) * UInt128(left.denominator)
  }

  /// The fraction as text, `1/4`, or `2` where it is whole.
  public var description: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }

  /// Reads the text form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let value = RationalNumber(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "a fraction is written p/q with whole numbers")
    }
    self = value
  }

  /// Writes the text form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
