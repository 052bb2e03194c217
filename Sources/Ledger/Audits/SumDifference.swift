/// What two published means tell about the amounts of the people who make the difference.
///
/// With head counts `N₁`, `N₂`, means `M₁`, `M₂`, and half the rounding base `h` (0 where exact), the
/// amounts of joiners less those of leavers, plus the changes of the others, are between
///
///     N₂ (M₂ - h₂) - N₁ (M₁ + h₁)   and   N₂ (M₂ + h₂) - N₁ (M₁ - h₁).
///
/// For a single joiner that is the joiner's pay. It is safe where the width is at least a share `p` of
/// the scale of the amounts: the movers times the greater mean, or the amount itself where that is
/// larger. The scale keeps a replacement, whose net amount is near 0, from passing on any width.
public struct SumDifference: Sendable, Hashable {
  /// Twice the limits, so that half a base stays whole.
  private let twiceLower: Int128
  private let twiceUpper: Int128
  private let scale: Int128

  /// Reckons as a reader would.
  ///
  /// - Parameter movers: how many people make the difference, 1 or more.
  /// - Throws: `.misfit` where the means are of different measures, nobody moved, or numbers are beyond
  ///   128 bits.
  public init(before: PublishedMean, after: PublishedMean, movers: Int) throws(LedgerError) {
    guard before.measure == after.measure, movers >= 1 else { throw .misfit }
    func twice(_ mean: PublishedMean, _ sign: Int128) throws(LedgerError) -> Int128 {
      let (product, overflow) = Int128(mean.people).multipliedReportingOverflow(
        by: 2 * Int128(mean.mean) + sign * Int128(mean.base))
      guard !overflow else { throw .misfit }
      return product
    }
    let lower = try twice(after, -1).subtractingReportingOverflow(twice(before, 1))
    let upper = try twice(after, 1).subtractingReportingOverflow(twice(before, -1))
    let middle = try twice(after, 0).subtractingReportingOverflow(twice(before, 0))
    let greater = Int128(max(before.mean.magnitude, after.mean.magnitude))
    let usual = Int128(movers).multipliedReportingOverflow(by: greater)
    guard !lower.overflow, !upper.overflow, !middle.overflow, !usual.overflow,
      lower.partialValue.magnitude < Self.limit, upper.partialValue.magnitude < Self.limit
    else { throw .misfit }
    twiceLower = lower.partialValue
    twiceUpper = upper.partialValue
    let net = Int128(middle.partialValue.magnitude / 2)
    scale = max(net, usual.partialValue, 1)
  }

  /// Far below the end of the numbers, and far above any pay.
  private static let limit = UInt128(1) << 120

  /// The least the amounts can be, in the means' unit.
  public var lower: Double { Double(twiceLower) / 2 }

  /// The greatest the amounts can be.
  public var upper: Double { Double(twiceUpper) / 2 }

  /// Whether the amounts follow exactly.
  public var isExact: Bool { twiceLower == twiceUpper }

  /// The width of the limits as a share of the scale; 0 where the amounts follow exactly.
  public var relativeWidth: Double { Double(twiceUpper - twiceLower) / (2 * Double(scale)) }

  /// Whether the width is at least the share asked for, and not 0.
  public func isSafe(share: Double) -> Bool { !isExact && relativeWidth >= share }
}
