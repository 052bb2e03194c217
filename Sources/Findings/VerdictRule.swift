public import Estimates

/// The rule that turns an interval, a practical band and an adjusted p-value into a verdict.
///
/// Two questions decide. Is parity excluded? The adjusted p-value answers, at most `1 - confidence`;
/// without a test, the interval does. Where does the interval lie against the band? Outside, inside,
/// or across an edge.
///
/// | parity excluded | interval against band | verdict |
/// |---|---|---|
/// | yes | wholly outside | clear gap |
/// | yes | across an edge | gap, size uncertain |
/// | yes | wholly inside | small gap |
/// | no | wholly inside | about the same |
/// | no | across an edge, or outside | too uncertain to say |
///
/// The last line holds the intervals that exclude parity taken alone but no longer do after the
/// adjustment over the section.
public struct VerdictRule: Hashable, Sendable {
  /// Where an interval lies against a band.
  public enum Position: Hashable, Sendable, CaseIterable {
    /// No value of the interval is in the band.
    case outside
    /// Some values are, some are not.
    case across
    /// Every value is.
    case inside
  }

  /// The confidence the verdict is given at, for example 0.95.
  public let confidence: Double
  /// The practical band on the scale of the effect.
  public let band: PracticalBand
  /// The value of the effect that means no gap.
  public let parity: Double

  /// Makes a rule; `nil` unless the confidence is strictly between 0 and 1 and the band holds
  /// parity.
  public init?(confidence: Double, band: PracticalBand, parity: Double) {
    guard confidence > 0, confidence < 1, band.lower <= parity, parity <= band.upper else {
      return nil
    }
    self.confidence = confidence
    self.band = band
    self.parity = parity
  }

  /// Where an interval lies against the band; the edges belong to the band.
  public func position(of interval: ConfidenceInterval) -> Position {
    if interval.upper < band.lower || interval.lower > band.upper { return .outside }
    if interval.lower >= band.lower && interval.upper <= band.upper { return .inside }
    return .across
  }

  /// Whether parity is excluded: by the adjusted p-value, or by the interval where there is no test.
  public func excludesParity(_ interval: ConfidenceInterval, adjustedP: PValue?) -> Bool {
    guard let adjustedP else { return !interval.contains(parity) }
    return adjustedP.value <= 1 - confidence + 1e-12
  }

  /// The verdict.
  public func verdict(interval: ConfidenceInterval, adjustedP: PValue?) -> Verdict {
    switch (excludesParity(interval, adjustedP: adjustedP), position(of: interval)) {
    case (true, .outside): .clearGap
    case (true, .across): .gapSizeUncertain
    case (true, .inside): .smallGap
    case (false, .inside): .aboutTheSame
    case (false, .across), (false, .outside): .tooUncertain
    }
  }
}
