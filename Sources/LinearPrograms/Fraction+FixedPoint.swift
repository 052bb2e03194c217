extension Fraction {
  /// The fraction with a given denominator beside a number that is known to `bits` binary places but
  /// for the last twelve, brought to lowest terms; `nil` where there is none.
  package init?(nearest number: Int128, bits: Int, denominator: Int) {
    guard (14...110).contains(bits), denominator > 0, denominator <= 1 << ((bits - 14) / 2) else {
      return nil
    }
    let whole = number >> bits
    let (high, low) = (number - whole << bits).magnitude
      .multipliedFullWidth(by: UInt128(denominator))
    // The product times 2^-bits, its whole part and what it leaves.
    let top = high << UInt128(128 - bits) | low >> UInt128(bits)
    let left = low & (UInt128(1) << UInt128(bits) - 1)
    let margin = UInt128(denominator) << 12
    let isAbove = left > UInt128(1) << UInt128(bits - 1)
    guard (isAbove ? UInt128(1) << UInt128(bits) - left : left) <= margin else { return nil }
    let (product, first) = whole.multipliedReportingOverflow(by: Int128(denominator))
    let (sum, second) = product.addingReportingOverflow(Int128(top) + (isAbove ? 1 : 0))
    guard !first, !second else { return nil }
    self.init(sum, over: Int128(denominator))
  }

  /// The fraction beside a number that is known to `bits` binary places but for the last twelve.
  ///
  /// Its denominator is at most `2^((bits - 14) / 2)`; so close a number has at most one such
  /// fraction. `nil` where it has none. Continued fractions in whole numbers: the remainders of
  /// Euclid's algorithm on the fractional part and `2^bits` are how far each convergent is off.
  ///
  /// - Parameters:
  ///   - number: the number times `2^bits`.
  ///   - bits: how many binary places, from 14 to 110.
  package init?(nearest number: Int128, bits: Int) {
    guard (14...110).contains(bits) else { return nil }
    let one = Int128(1) << bits
    let whole = number >> bits
    var remainders = (one, number - whole << bits)
    var denominators = (Int128(0), Int128(1))
    var numerators = (Int128(1), Int128(0))
    let largest = Int128(1) << ((bits - 14) / 2)
    while remainders.1 > denominators.1 << 12 {
      let step = remainders.0 / remainders.1
      let next = step * denominators.1 + denominators.0
      guard next <= largest else { return nil }
      remainders = (remainders.1, remainders.0 - step * remainders.1)
      denominators = (denominators.1, next)
      numerators = (numerators.1, step * numerators.1 + numerators.0)
    }
    let (product, first) = whole.multipliedReportingOverflow(by: denominators.1)
    let (sum, second) = product.addingReportingOverflow(numerators.1)
    guard !first, !second else { return nil }
    self.init(sum, over: denominators.1)
  }
}
