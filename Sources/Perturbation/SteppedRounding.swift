public import Estimates

/// Rounding in steps that widen with the size of the count, small counts hidden.
///
/// Ties go to the even multiple. Deterministic and not additive; see ``RoundingToBase`` for what
/// that costs.
///
/// - Range: 0 to a little above `CountRange.largest`.
/// - Source: US Census Bureau, Disclosure Review Board, rounding rules for unweighted counts.
public struct SteppedRounding: CountRounding, Hashable {
  /// Counts from a size on are rounded to multiples of a base.
  public struct Step: Hashable, Sendable {
    /// The smallest count of the step.
    public let from: Int
    /// The base.
    public let base: Int

    /// Makes a step.
    public init(from: Int, base: Int) {
      self.from = from
      self.base = base
    }
  }

  /// Counts below this are hidden, 0 among them.
  public let hiddenBelow: Int
  /// The steps, from small to large; the first starts where hiding ends.
  public let steps: [Step]
  /// From the last step's successor on, this many digits are kept.
  public let significantDigits: Int
  /// The count from which significant digits decide, a power of ten.
  public let significantFrom: Int

  /// Makes a rule.
  ///
  /// - Throws: `rounding-steps` where the steps do not start at `hiddenBelow`, do not increase, or
  ///   where the bases on both sides of a boundary do not divide it, so that a larger count could
  ///   show as a smaller number.
  public init(
    hiddenBelow: Int, steps: [Step], significantDigits: Int, significantFrom: Int
  ) throws(PerturbationError) {
    func refuse(_ message: String) -> PerturbationError {
      PerturbationError(code: "rounding-steps", message: message)
    }
    guard hiddenBelow >= 0, let first = steps.first, first.from == hiddenBelow else {
      throw refuse("The first step must start where hiding ends.")
    }
    guard steps.allSatisfy({ (1...1_000_000).contains($0.base) }) else {
      throw refuse("Every base must be from 1 to 1,000,000.")
    }
    guard (1...15).contains(significantDigits), Self.isPowerOfTen(significantFrom) else {
      throw refuse("Keep 1 to 15 significant digits, from a power of ten on.")
    }
    let last = Step(
      from: significantFrom, base: Self.base(of: significantFrom, digits: significantDigits))
    for (left, right) in zip(steps, steps.dropFirst() + [last]) {
      guard left.from < right.from, right.from % left.base == 0, right.from % right.base == 0 else {
        throw refuse(
          "The step from \(right.from) must follow the one from \(left.from), and both bases must "
            + "divide \(right.from).")
      }
    }
    self.hiddenBelow = hiddenBelow
    self.steps = steps
    self.significantDigits = significantDigits
    self.significantFrom = significantFrom
  }

  private init(reviewBoardSteps: [Step]) {
    hiddenBelow = 15
    steps = reviewBoardSteps
    significantDigits = 4
    significantFrom = 1_000_000
  }

  /// The rule of the US Census Bureau's Disclosure Review Board: below 15 hidden, 15 to 99 to 10,
  /// 100 to 999 to 50, 1,000 to 9,999 to 100, 10,000 to 99,999 to 500, 100,000 to 999,999 to 1,000,
  /// and four significant digits above.
  ///
  /// Four significant digits already from 1,000 on would leave every count up to 9,999 exact.
  public static let disclosureReviewBoard = SteppedRounding(reviewBoardSteps: [
    Step(from: 15, base: 10), Step(from: 100, base: 50), Step(from: 1_000, base: 100),
    Step(from: 10_000, base: 500), Step(from: 100_000, base: 1_000),
  ])

  /// The rule and its options.
  public var stamp: MethodStamp {
    let rules = steps.map { "from \($0.from) to \($0.base)" }.joined(separator: ", ")
    return MethodStamp(
      id: "stepped-rounding", title: "Stepped rounding",
      convention: "below \(hiddenBelow) hidden, \(rules), from \(significantFrom) "
        + "\(significantDigits) significant digits; half even; totals may not add",
      source: "US Census Bureau, Disclosure Review Board", inference: nil)
  }

  /// The count as it may be shown, with the band of true counts behind it; hidden where it is small.
  public func callAsFunction(_ count: Int) -> PerturbedCount {
    if let reason = CountRange.refusal(of: count) { return .undefined(reason: reason) }
    if count < hiddenBelow { return .hidden(band: 0...(hiddenBelow - 1)) }
    let value = multiple(nearest: count)
    return .rounded(RoundedCount(value: value, band: band(behind: value)))
  }

  private func multiple(nearest count: Int) -> Int {
    let base: Int
    if count >= significantFrom {
      base = Self.base(of: count, digits: significantDigits)
    } else {
      base = steps.last { $0.from <= count }?.base ?? 1
    }
    let (quotient, remainder) = count.quotientAndRemainder(dividingBy: base)
    let goesUp = remainder * 2 == base ? quotient % 2 == 1 : remainder * 2 > base
    return (goesUp ? quotient + 1 : quotient) * base
  }

  /// Bisection over the counts: the rule never decreases.
  private func band(behind value: Int) -> ClosedRange<Int> {
    func first(_ isReached: (Int) -> Bool) -> Int {
      var (low, high) = (hiddenBelow, CountRange.largest + 1)
      while low < high {
        let middle = low + (high - low) / 2
        if isReached(multiple(nearest: middle)) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let lower = first { $0 >= value }
    return lower...max(lower, first { $0 > value } - 1)
  }

  private static func isPowerOfTen(_ number: Int) -> Bool {
    var rest = number
    while rest >= 10, rest % 10 == 0 { rest /= 10 }
    return rest == 1
  }

  private static func base(of count: Int, digits: Int) -> Int {
    var base = 1
    var rest = count
    for _ in 0..<digits { rest /= 10 }
    while rest > 0 {
      base *= 10
      rest /= 10
    }
    return base
  }
}
