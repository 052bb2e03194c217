public import Aggregates
public import Estimates
import NumericalKernel

/// The difference of two selection rates with its unconditional exact interval.
///
///     difference = focalSelected / focalTotal - referenceSelected / referenceTotal
///
/// Range -1 to 1; positive when the focal group is selected more often. The interval holds the
/// differences d for which tables with a score for d at least as far out as the one seen have, for
/// some pair of rates d apart, a large enough probability: it covers the true difference with at
/// least its level whatever the rates are, where the group sizes are fixed and the number selected
/// is not. At d = 0 the score is the pooled Z, so over every rate the central interval goes with
/// Barnard's test by twice the smaller tail, and the other with Barnard's test by |Z|. Where the
/// differences that are not rejected leave gaps the interval spans them: it is found outward in, in
/// steps of 1/256, then by bisection to 1e-7. Undefined for more than 1,000 people; the cost grows
/// with their number to the power 1.5 (35 and 61 people: some 50 milliseconds).
/// - Source: Chan and Zhang (1999), Biometrics 55, 1202-1209, for the central interval; Agresti and
///   Min (2001), Biometrics 57, 963-971, for the other; Berger and Boos (1994) for the restricted
///   rates.
public struct UnconditionalDifference: StatisticalMethod {
  /// How a two-sided interval is made of tails.
  public enum TwoSided: String, Codable, Hashable, Sendable, CaseIterable {
    /// Each limit by a one-sided test at half the error probability.
    case central
    /// Both limits by one test, tables by the size of their score whatever its sign.
    case square
  }

  /// How a two-sided interval is made of tails.
  public let twoSided: TwoSided
  /// The rates over which probabilities are the largest; with Berger and Boos those in the
  /// Clopper-Pearson intervals of both groups, each with half of gamma.
  public let rates: NuisanceRange
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(
    twoSided: TwoSided = .central, rates: NuisanceRange = .everyRate, level: Double = 0.95
  ) {
    self.twoSided = twoSided
    self.rates = rates
    self.level = level
  }

  /// More people than this have no interval of this kind.
  static let largestTotal = 1_000

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "risk-difference-unconditional",
    title: "Difference of rates (unconditional exact interval)",
    formula: "focal selected / focal total - reference selected / reference total",
    range: "-1 to 1; positive when the focal group is selected more often",
    assumptions: [
      "People are selected independently with one probability per group.",
      "The group sizes are fixed; the number selected is not.",
    ],
    source: "Chan and Zhang (1999), Biometrics 55, 1202-1209; Agresti and Min (2001), Biometrics "
      + "57, 963-971")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    let side = twoSided == .central ? "two one-sided tests" : "one two-sided test"
    return stamp(
      id: "\(Self.card.id)-\(twoSided.rawValue)\(rates.suffix)",
      convention: "focal - reference, score order, \(side), \(rates.words), "
        + ConfidenceLevel.words(level))
  }

  /// The difference of the rates, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = table.problem ?? ConfidenceLevel.problem(level) ?? rates.problem {
      return .notEstimable(reason: problem)
    }
    guard table.total <= Self.largestTotal else {
      return .notEstimable(
        reason: "Unconditional exact intervals are made for at most \(Self.largestTotal) people; "
          + "a score interval says the same with so many.")
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let value = table.focalRate - table.referenceRate
      let limits = try box(table)
      let lower = try outermost(from: -1, to: value) {
        (difference: Double) throws(NumericalError) -> Bool in
        try isKept(difference, table, limits, side: .above)
      }
      let upper = try outermost(from: 1, to: value) {
        (difference: Double) throws(NumericalError) -> Bool in
        try isKept(difference, table, limits, side: .below)
      }
      return .estimate(
        value, from: min(lower, value), to: max(upper, value), level: level,
        method: "unconditional exact",
        agreesWith: try twin(table, limits, contains: lower <= 0 && upper >= 0))
    }
  }

  /// The identifier of the test that rejects a difference of 0 where the interval leaves it out.
  ///
  /// None where rates are restricted, for the test then looks at other rates than the interval; and
  /// none where 0 lies in a gap that the interval spans.
  private func twin(
    _ table: TwoByTwoTable, _ box: Box, contains: Bool
  ) throws(NumericalError) -> String? {
    guard rates == .everyRate else { return nil }
    let side: DifferenceTail.Side = table.focalRate >= table.referenceRate ? .above : .below
    guard try isKept(0, table, box, side: side) == contains else { return nil }
    return BarnardTest(twoSided: twoSided == .central ? .central : .absoluteZ).stamp.id
  }

  /// The rates of each group that are looked at.
  private typealias Box = (
    focal: (lower: Double, upper: Double), reference: (lower: Double, upper: Double)
  )

  private func box(_ table: TwoByTwoTable) throws(NumericalError) -> Box {
    guard case .bergerBoos(let gamma) = rates else { return ((0, 1), (0, 1)) }
    return (
      try ClopperPearsonInterval.limits(
        successes: table.focalSelected, total: table.focalTotal, level: 1 - gamma / 2),
      try ClopperPearsonInterval.limits(
        successes: table.referenceSelected, total: table.referenceTotal, level: 1 - gamma / 2)
    )
  }

  /// Whether a difference is not rejected.
  private func isKept(
    _ difference: Double, _ table: TwoByTwoTable, _ box: Box, side: DifferenceTail.Side
  ) throws(NumericalError) -> Bool {
    let lower = max(0, -difference, box.reference.lower, box.focal.lower - difference)
    let upper = min(1, 1 - difference, box.reference.upper, box.focal.upper - difference)
    let error = (1 - level) / (twoSided == .central ? 2 : 1)
    if rates.gamma > error { return true }
    guard lower <= upper else { return false }
    let tail = DifferenceTail(
      table, difference: difference, side: twoSided == .central ? side : .bothSides)
    return try tail.largestProbability(from: lower, to: upper) + rates.gamma > error
  }

  /// The difference nearest an end, on the way to the estimate, that is not rejected.
  private func outermost(
    from end: Double, to value: Double,
    isKept: (Double) throws(NumericalError) -> Bool
  ) throws(NumericalError) -> Double {
    let step = (value > end ? 1.0 : -1.0) / 256
    var rejected = end
    while true {
      let next = rejected + step
      let isPast = step > 0 ? next >= value : next <= value
      let kept = isPast ? true : try isKept(next)
      guard kept else {
        rejected = next
        continue
      }
      // The estimate itself is never rejected.
      var inside = isPast ? value : next
      if rejected == end, abs(inside - end) <= abs(step) {
        // As near the end as a grid can say: the end itself cannot be tested, nobody varies there.
        let near = end + step * 1e-6
        if abs(value - end) > abs(near - end), try isKept(near) { return end }
      }
      while abs(inside - rejected) > 1e-7 {
        let middle = rejected + (inside - rejected) / 2
        if try isKept(middle) { inside = middle } else { rejected = middle }
      }
      return inside
    }
  }
}
