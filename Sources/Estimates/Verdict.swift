/// The five answers to "is there a gap?", from an interval and a practical band, and the sixth:
/// not reported.
///
/// They are exhaustive and mutually exclusive, and the same words serve everywhere.
public enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
  /// Parity is excluded and the interval lies wholly outside the practical band.
  case clearGap = "clear_gap"
  /// Parity is excluded but the interval crosses an edge of the band.
  case gapSizeUncertain = "gap_size_uncertain"
  /// Parity is excluded but the interval lies wholly inside the band.
  case smallGap = "small_gap"
  /// Parity is not excluded and the interval lies wholly inside the band.
  case aboutTheSame = "about_the_same"
  /// Parity is not excluded and the interval crosses an edge of the band.
  case tooUncertain = "too_uncertain"
  /// No verdict: hidden for privacy, no data, or not a comparison that can be made.
  case notReported = "not_reported"
}

/// Values so close to parity that a difference has no practical weight.
public struct PracticalBand: Hashable, Sendable, Codable {
  /// The lower edge, on the scale of the comparison.
  public let lower: Double
  /// The upper edge, on the scale of the comparison.
  public let upper: Double

  /// Makes a band; `nil` unless `lower < upper` and both are finite.
  public init?(lower: Double, upper: Double) {
    guard lower.isFinite, upper.isFinite, lower < upper else { return nil }
    self.lower = lower
    self.upper = upper
  }
}
