public import Estimates

/// Rounding to the nearest multiple of a base: b times the nearest whole number to n / b.
///
/// Deterministic, so it does not average out, and not additive: totals are rounded from their own
/// true counts. Rounding alone is no protection. Shown totals and bands together can pin a count:
/// four counts shown as 0 with a total shown as 10 in base 5 are 2 each, with certainty. Hide first,
/// then round, then audit what is shown with the bands as constraints.
///
/// - Range: multiples of the base, at most half a base away from the count.
/// - Source: HESA Standard Rounding Methodology (base 5, halves up).
public struct RoundingToBase: CountRounding, Hashable {
  /// Where a count goes that lies half-way between two multiples.
  public enum Ties: String, Hashable, Sendable, Codable {
    /// To the larger multiple: 2.5 becomes 5.
    case halfUp = "half up"
    /// To the even multiple of the base: 25 becomes 20 in base 10, 35 becomes 40.
    case halfEven = "half even"
  }

  /// The base, from 2 to 1,000,000.
  public let base: Int
  /// The rule for ties; an odd base has none among whole numbers.
  public let ties: Ties

  /// Makes a rule.
  ///
  /// - Throws: `rounding-base` where the base is not from 2 to 1,000,000.
  public init(base: Int, ties: Ties = .halfUp) throws(PerturbationError) {
    guard (2...1_000_000).contains(base) else {
      throw PerturbationError(
        code: "rounding-base",
        message: "The rounding base is \(base). Choose one from 2 to 1,000,000, for example 5.")
    }
    self.base = base
    self.ties = ties
  }

  private init(fixedBase: Int) {
    base = fixedBase
    ties = .halfUp
  }

  /// The rule of the UK's Higher Education Statistics Agency: base 5, halves up.
  public static let hesa = RoundingToBase(fixedBase: 5)

  /// The rule and its options.
  public var stamp: MethodStamp {
    MethodStamp(
      id: "rounding-to-base", title: "Rounding to base \(base)",
      convention: "nearest multiple of \(base), \(ties.rawValue); totals may not add",
      source: "HESA Standard Rounding Methodology", inference: nil)
  }

  /// The count as it may be shown, with the band of true counts behind it.
  public func callAsFunction(_ count: Int) -> PerturbedCount {
    if let reason = CountRange.refusal(of: count) { return .undefined(reason: reason) }
    let value = multiple(nearest: count)
    return .rounded(RoundedCount(value: value, band: band(behind: value)))
  }

  /// The nearest multiple of the base to an amount that need not be whole, such as full-time
  /// equivalents.
  ///
  /// Undefined for an amount that is not finite, negative, or above `CountRange.largest`.
  public func rounded(amount: Double) -> PerturbationOutcome<Double> {
    guard amount.isFinite else { return .undefined(reason: "the amount is not a finite number") }
    guard amount >= 0 else { return .undefined(reason: "the amount is negative") }
    guard amount <= Double(CountRange.largest) else {
      return .undefined(reason: "an amount above 2 to the power of 53 is not supported")
    }
    // The remainder is exact, so a tie is seen as one.
    let remainder = amount.truncatingRemainder(dividingBy: Double(base))
    let lower = amount - remainder
    let isOdd = lower.truncatingRemainder(dividingBy: 2 * Double(base)) != 0
    let goesUp: Bool
    if remainder * 2 == Double(base) {
      goesUp = ties == .halfUp || isOdd
    } else {
      goesUp = remainder * 2 > Double(base)
    }
    return .value(goesUp ? lower + Double(base) : lower)
  }

  /// The true counts that show as a multiple of the base, or `nil` where the number is no multiple
  /// from 0 to `CountRange.largest`.
  public func band(shownAs value: Int) -> ClosedRange<Int>? {
    guard (0...CountRange.largest).contains(value), value % base == 0 else { return nil }
    return band(behind: value)
  }

  func multiple(nearest count: Int) -> Int {
    let (quotient, remainder) = count.quotientAndRemainder(dividingBy: base)
    let goesUp: Bool
    if remainder * 2 == base {
      goesUp = ties == .halfUp || quotient % 2 == 1
    } else {
      goesUp = remainder * 2 > base
    }
    return (goesUp ? quotient + 1 : quotient) * base
  }

  private func band(behind value: Int) -> ClosedRange<Int> {
    // Twice the count lies from 2v - b to 2v + b; which ends belong depends on the ties.
    let takesLower = ties == .halfUp || (value / base) % 2 == 0
    let takesUpper = ties == .halfEven && (value / base) % 2 == 0
    let half = base / 2
    let isEven = base % 2 == 0
    let lower = value - half + (isEven && !takesLower ? 1 : 0)
    let upper = value + half - (isEven && !takesUpper ? 1 : 0)
    return max(0, lower)...max(0, upper)
  }
}
