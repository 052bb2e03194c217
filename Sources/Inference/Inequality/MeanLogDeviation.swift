public import Estimates

/// The mean log deviation of amounts, also called Theil's L.
///
///     L = mean (-ln z),  z = amount / mean
///
/// In nats, from 0 (everybody the same) up without a bound; higher is more unequal, and most is
/// added by the lowest amounts. It is the generalized entropy of exponent 0 and is not defined
/// where somebody has nothing. The influence of a person is `-ln z - L + (z - 1)`.
/// - Source: Theil (1967), Economics and Information Theory; Cowell and Flachaire (2007), Journal
///   of Econometrics 141, 1044-1072, for the standard error.
public struct MeanLogDeviation: StatisticalMethod, LinearizedIndex {
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
    id: "mean-log-deviation", title: "Mean log deviation",
    formula: "mean (-ln z), z = amount / mean",
    range: "0 (everybody the same) to infinity, in nats; higher is more unequal",
    assumptions: [
      "The interval treats the amounts as independent draws of a pay process.",
      "Every amount is above 0; the lowest weigh most.",
    ],
    source:
      "Theil (1967), Economics and Information Theory; Cowell and Flachaire (2007), Journal of "
      + "Econometrics 141, 1044-1072")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "natural logarithm, " + intervalWords) }

  /// The index, or why there is none.
  public func callAsFunction(_ amounts: WeightedAmounts) -> Outcome { outcome(amounts) }

  func linearized(_ amounts: WeightedAmounts) throws(InequalityProblem) -> LinearizedValue {
    try EntropyKernel(exponent: 0).linearized(amounts)
  }
}
