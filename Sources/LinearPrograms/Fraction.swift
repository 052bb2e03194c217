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
    var first = numerator.magnitude
    var second = denominator.magnitude
    while second != 0 { (first, second) = (second, first % second) }
    let sign: Int128 = denominator < 0 ? -1 : 1
    guard let divisor = Int128(exactly: first),
      let top = Int(exactly: numerator / divisor * sign),
      let bottom = Int(exactly: denominator / divisor * sign)
    else { return nil }
    self.numerator = top
    self.denominator = bottom
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
