/// A probability of data at least as far from the null hypothesis as those seen.
public struct PValue: Hashable, Sendable, Codable, Comparable {
  /// The probability, between 0 and 1.
  public let value: Double

  /// Makes a p-value, or `nil` outside the range of probabilities.
  ///
  /// Excess above 1 of at most 1e-12, the rounding of a sum of probabilities, counts as 1.
  public init?(_ value: Double) {
    guard value >= 0, value <= 1 + 1e-12 else { return nil }
    self.value = min(value, 1)
  }

  /// Orders p-values by size.
  public static func < (left: PValue, right: PValue) -> Bool { left.value < right.value }

  /// Certainty that nothing speaks against the null hypothesis: the p-value a withheld test counts
  /// as in its family.
  public static let one = PValue(certain: ())

  private init(certain: ()) { value = 1 }
}
