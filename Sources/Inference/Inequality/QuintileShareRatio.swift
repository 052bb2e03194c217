public import Estimates

/// The quintile share ratio S80/S20: what the highest-paid fifth has together over what the
/// lowest-paid fifth has.
///
///     ratio = (1 - L(0.8)) / L(0.2),  L the linearly interpolated Lorenz curve
///
/// No unit, from 1 (everybody the same) to infinity; higher is more unequal. Programs that cut at
/// quantiles instead give other numbers with few people. The influence of a person on L(p) is
/// `p q - (q - z)+ - L z` with q the amount of the person at p over the mean.
/// - Source: Langel and Tillé (2011), Metron 69, 45-65; Deville (1999), Survey Methodology 25,
///   193-203.
public struct QuintileShareRatio: StatisticalMethod, LinearizedIndex {
  /// The scale on which the interval is symmetric.
  public let scale: IntervalScale
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(scale: IntervalScale = .logarithm, level: Double = 0.95) {
    self.scale = scale
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "s80-s20", title: "Quintile share ratio S80/S20",
    formula: "(1 - L(0.8)) / L(0.2), L the linearly interpolated Lorenz curve",
    range: "1 (everybody the same) to infinity; higher is more unequal",
    assumptions: [
      "The interval treats the amounts as independent draws of a pay process.",
      "Between two people the curve is a straight line; with few people other programs cut groups.",
    ],
    source:
      "Langel and Tillé (2011), Metron 69, 45-65; Deville (1999), Survey Methodology 25, 193-203")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "linearly interpolated Lorenz curve, " + intervalWords)
  }

  /// The index, or why there is none.
  public func callAsFunction(_ amounts: WeightedAmounts) -> Outcome { outcome(amounts) }

  func linearized(_ amounts: WeightedAmounts) throws(InequalityProblem) -> LinearizedValue {
    try LorenzOrdinate.ratio(top: 0.2, bottom: 0.2, of: amounts)
  }
}
