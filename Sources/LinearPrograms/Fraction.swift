/// An exact ratio of whole numbers in lowest terms, its denominator positive.
public struct Fraction: Hashable, Sendable {
  /// The numerator.
  public let numerator: Int
  /// The denominator, positive.
  public let denominator: Int

  /// A whole number.
  public init(_ whole: Int) {
    numerator = whole
    denominator = 1
  }

  /// A ratio, brought to lowest terms; `nil` if a part does not fit or the denominator is 0.
  public init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0 else { return nil }
    let sign: Int128 = denominator < 0 ? -1 : 1
    let shared: UInt128
    if let first = UInt64(exactly: numerator.magnitude),
      let second = UInt64(exactly: denominator.magnitude)
    {
      shared = UInt128(Self.greatestCommonDivisor(first, second))
    } else {
      shared = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    }
    guard let divisor = Int128(exactly: shared),
      let top = Int(exactly: numerator / divisor * sign),
      let bottom = Int(exactly: denominator / divisor * sign)
    else { return nil }
    self.numerator = top
    self.denominator = bottom
  }

  /// The greatest whole number that divides both, by Euclid's algorithm.
  static func greatestCommonDivisor<Number: BinaryInteger>(
    _ first: Number, _ second: Number
  ) -> Number {
    var (first, second) = (first, second)
    while second != 0 { (first, second) = (second, first % second) }
    return first
  }

  /// The greatest whole number not above it.
  public var floor: Int {
    let quotient = numerator / denominator
    return numerator % denominator < 0 ? quotient - 1 : quotient
  }

  /// The least whole number not below it.
  public var ceiling: Int {
    let quotient = numerator / denominator
    return numerator % denominator > 0 ? quotient + 1 : quotient
  }

  /// The nearest double.
  public var approximation: Double { Double(numerator) / Double(denominator) }
}

extension Fraction: Comparable {
  /// Orders by value, exactly.
  public static func < (left: Fraction, right: Fraction) -> Bool {
    Int128(left.numerator) * Int128(right.denominator)
      < Int128(right.numerator) * Int128(left.denominator)
  }
}
