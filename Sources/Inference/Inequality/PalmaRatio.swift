public import Estimates

/// The Palma ratio: what the highest-paid tenth has together over what the lowest-paid four tenths
/// have.
///
///     ratio = (1 - L(0.9)) / L(0.4),  L the linearly interpolated Lorenz curve
///
/// No unit, from 1/4 (everybody the same) to infinity; higher is more unequal. What the middle half
/// has does not matter. The influence of a person on L(p) is `p q - (q - z)+ - L z` with q the
/// amount of the person at p over the mean.
/// - Source: Palma (2011), Development and Change 42, 87-153; Deville (1999), Survey Methodology
///   25, 193-203, for the standard error.
public struct PalmaRatio: StatisticalMethod, LinearizedIndex {
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
    id: "palma", title: "Palma ratio",
    formula: "(1 - L(0.9)) / L(0.4), L the linearly interpolated Lorenz curve",
    range: "1/4 (everybody the same) to infinity; higher is more unequal",
    assumptions: [
      "The interval treats the amounts as independent draws of a pay process.",
      "Between two people the curve is a straight line; with few people other programs cut groups.",
    ],
    source:
      "Palma (2011), Development and Change 42, 87-153; Deville (1999), Survey Methodology 25, "
      + "193-203")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "linearly interpolated Lorenz curve, " + intervalWords)
  }

  /// The index, or why there is none.
  public func callAsFunction(_ amounts: WeightedAmounts) -> Outcome { outcome(amounts) }

  func linearized(_ amounts: WeightedAmounts) throws(InequalityProblem) -> LinearizedValue {
    try LorenzOrdinate.ratio(top: 0.1, bottom: 0.4, of: amounts)
  }
}
