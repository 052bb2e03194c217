public import Estimates

/// The generalized entropy GE(a) of amounts.
///
///     GE(a) = mean (z^a - 1) / (a (a - 1)),  z = amount / mean
///
/// a = 0 is the mean log deviation, a = 1 Theil's T and a = 2 half the squared coefficient of
/// variation. No unit, from 0 (everybody the same); higher is more unequal. The larger a, the more
/// the highest amounts weigh; below 0 the lowest do. For a of 0 or less it is not defined where
/// somebody has nothing. The influence of a person is
/// `(z^a - m) / (a (a - 1)) - m (z - 1) / (a - 1)` with m the mean of z^a.
/// - Source: Shorrocks (1980), Econometrica 48, 613-625; Cowell and Flachaire (2007), Journal of
///   Econometrics 141, 1044-1072, for the standard error.
public struct GeneralizedEntropy: StatisticalMethod, LinearizedIndex {
  /// The exponent a, any finite number.
  public let exponent: Double
  /// The scale on which the interval is symmetric.
  public let scale: IntervalScale
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(exponent: Double, scale: IntervalScale = .logarithm, level: Double = 0.95) {
    self.exponent = exponent
    self.scale = scale
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "generalized-entropy", title: "Generalized entropy",
    formula: "mean (z^a - 1) / (a (a - 1)), z = amount / mean",
    range: "0 (everybody the same) upwards; higher is more unequal",
    assumptions: [
      "The interval treats the amounts as independent draws of a pay process.",
      "For a of 0 or less every amount is above 0.",
      "For a above 1 one very high amount can carry the index and its standard error.",
    ],
    source: "Shorrocks (1980), Econometrica 48, 613-625; Cowell and Flachaire (2007), Journal of "
      + "Econometrics 141, 1044-1072")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: Self.card.id + (exponent < 0 ? "-minus-" : "-") + ConfidenceLevel.plain(abs(exponent)),
      convention: "a = \(ConfidenceLevel.plain(exponent)), " + intervalWords)
  }

  /// The index, or why there is none.
  public func callAsFunction(_ amounts: WeightedAmounts) -> Outcome { outcome(amounts) }

  func linearized(_ amounts: WeightedAmounts) throws(InequalityProblem) -> LinearizedValue {
    try EntropyKernel(exponent: exponent).linearized(amounts)
  }
}
