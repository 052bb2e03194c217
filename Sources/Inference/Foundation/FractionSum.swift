/// A sum of products of fractions in whole numbers, in lowest terms.
struct FractionSum {
  private(set) var numerator: Int128 = 0
  private(set) var denominator: Int128 = 1

  /// The sum of the products of some pairs; `nil` where the whole numbers grow too large.
  init?(ofProducts pairs: [(Fraction, Fraction)]) {
    for (first, second) in pairs {
      // At most a million million each.
      let part = Int128(first.numerator) * Int128(second.numerator)
      let whole = Int128(first.denominator) * Int128(second.denominator)
      let shared = Self.greatestCommonDivisor(part, whole)
      let (reduced, size) = (part / shared, whole / shared)
      let common = Self.greatestCommonDivisor(denominator, size)
      let scaled = numerator.multipliedReportingOverflow(by: size / common)
      let added = reduced.multipliedReportingOverflow(by: denominator / common)
      let sum = scaled.partialValue.addingReportingOverflow(added.partialValue)
      let product = denominator.multipliedReportingOverflow(by: size / common)
      guard !scaled.overflow, !added.overflow, !sum.overflow, !product.overflow else { return nil }
      let divisor = Self.greatestCommonDivisor(sum.partialValue, product.partialValue)
      numerator = sum.partialValue / divisor
      denominator = product.partialValue / divisor
    }
  }

  /// The sum as a fraction of whole numbers up to a million; `nil` where there is none.
  var fraction: Fraction? {
    guard max(numerator, denominator) <= 1_000_000 else { return nil }
    return Fraction(Int(numerator), over: Int(denominator))
  }

  private static func greatestCommonDivisor(_ first: Int128, _ second: Int128) -> Int128 {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
  }
}
