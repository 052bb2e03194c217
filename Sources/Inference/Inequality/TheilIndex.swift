public import Estimates

/// The Theil index T of amounts.
///
///     T = mean (z ln z),  z = amount / mean, with 0 ln 0 = 0
///
/// In nats, from 0 (everybody the same) to ln n; higher is more unequal, and most is added by the
/// highest amounts. It is the generalized entropy of exponent 1. The influence of a person is
/// `z ln z - T - (T + 1) (z - 1)`.
/// - Source: Theil (1967), Economics and Information Theory; Cowell and Flachaire (2007), Journal
///   of Econometrics 141, 1044-1072, for the standard error.
public struct TheilIndex: StatisticalMethod, LinearizedIndex {
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
    id: "theil-t", title: "Theil index T",
    formula: "mean (z ln z), z = amount / mean",
    range: "0 (everybody the same) to ln n, in nats; higher is more unequal",
    assumptions: [
      "The interval treats the amounts as independent draws of a pay process.",
      "The highest amounts weigh most; one of them can carry the index.",
    ],
    source:
      "Theil (1967), Economics and Information Theory; Cowell and Flachaire (2007), Journal of "
      + "Econometrics 141, 1044-1072")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "natural logarithm, zeros add nothing, " + intervalWords)
  }

  /// The index, or why there is none.
  public func callAsFunction(_ amounts: WeightedAmounts) -> Outcome { outcome(amounts) }

  func linearized(_ amounts: WeightedAmounts) throws(InequalityProblem) -> LinearizedValue {
    try EntropyKernel(exponent: 1).linearized(amounts)
  }
}
