public import Estimates

/// The practical band of every scale a comparison may live on.
public struct PracticalBands: Hashable, Sendable, Codable {
  /// The band of ratios, around 1.
  public let ratio: PracticalBand
  /// The band of differences of shares, around 0; 0.02 is two percentage points.
  public let share: PracticalBand
  /// The band of relative pay gaps, around 0; 0.05 is five per cent.
  public let pay: PracticalBand

  /// Makes a set of bands.
  public init(ratio: PracticalBand, share: PracticalBand, pay: PracticalBand) {
    self.ratio = ratio
    self.share = share
    self.pay = pay
  }

  /// Makes a set of bands from the edges a configuration states; `nil` unless the ratio band holds
  /// 1 and the half-widths are positive.
  public init?(ratio: ClosedRange<Double>, sharePoints: Double, payPercent: Double) {
    guard ratio.contains(1),
      let ratio = PracticalBand(lower: ratio.lowerBound, upper: ratio.upperBound),
      let share = PracticalBand(lower: -sharePoints / 100, upper: sharePoints / 100),
      let pay = PracticalBand(lower: -payPercent / 100, upper: payPercent / 100)
    else { return nil }
    self.init(ratio: ratio, share: share, pay: pay)
  }

  /// Ratios from 0.80 to 1.25, shares within 2 percentage points, pay within 5 per cent; `nil` never
  /// occurs for these constants.
  public static let standard: PracticalBands? = PracticalBands(
    ratio: 0.80...1.25, sharePoints: 2, payPercent: 5)

  /// The band of a scale.
  public func band(_ scale: Comparison.Scale) -> PracticalBand {
    switch scale {
    case .ratio: ratio
    case .share: share
    case .pay: pay
    }
  }
}
