public import Estimates

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The Atkinson index of amounts.
///
///     A = 1 - (mean z^(1 - eps))^(1 / (1 - eps)),  z = amount / mean
///
/// and 1 - exp(mean ln z) for eps = 1: the share of all pay that could be given up if the rest were
/// divided evenly, by a judge whose aversion to inequality is eps. No unit, from 0 (everybody the
/// same) to 1; higher is more unequal. It is a function of GE(1 - eps), so it ranks alike. For eps
/// of 1 or more it is not defined where somebody has nothing. The influence of a person is
/// `(1 - A) (z - 1) - m^(eps / (1 - eps)) (z^(1 - eps) - m) / (1 - eps)`, m the mean of z^(1 -
/// eps).
/// - Source: Atkinson (1970), Journal of Economic Theory 2, 244-263.
public struct AtkinsonIndex: StatisticalMethod, LinearizedIndex {
  /// The aversion to inequality eps, positive.
  public let aversion: Double
  /// The scale on which the interval is symmetric.
  public let scale: IntervalScale
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(aversion: Double, scale: IntervalScale = .logit, level: Double = 0.95) {
    self.aversion = aversion
    self.scale = scale
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "atkinson", title: "Atkinson index",
    formula: "1 - (mean z^(1 - eps))^(1 / (1 - eps)), z = amount / mean; 1 - exp(mean ln z) for "
      + "eps = 1",
    range: "0 (everybody the same) to 1; higher is more unequal",
    assumptions: [
      "The interval treats the amounts as independent draws of a pay process.",
      "For eps of 1 or more every amount is above 0.",
      "The aversion eps is a judgement, not an estimate.",
    ],
    source: "Atkinson (1970), Journal of Economic Theory 2, 244-263")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: Self.card.id + "-" + ConfidenceLevel.plain(aversion),
      convention: "eps = \(ConfidenceLevel.plain(aversion)), " + intervalWords)
  }

  /// The index, or why there is none.
  public func callAsFunction(_ amounts: WeightedAmounts) -> Outcome { outcome(amounts) }

  func linearized(_ amounts: WeightedAmounts) throws(InequalityProblem) -> LinearizedValue {
    guard aversion > 0, aversion.isFinite else {
      throw InequalityProblem(reason: "The aversion to inequality must be a positive number.")
    }
    let kernel = EntropyKernel(exponent: 1 - aversion)
    let entropy = try kernel.linearized(amounts)
    let map = AtkinsonMap(aversion: aversion, entropy: entropy.value)
    return LinearizedValue(
      value: map.index, standardError: entropy.standardError.map { $0 * map.slope })
  }
}

/// The Atkinson index as a function of the generalized entropy of exponent `1 - eps`.
///
///     A = 1 - (1 - a eps GE)^(1 / a),  a = 1 - eps
struct AtkinsonMap {
  /// The Atkinson index.
  let index: Double
  /// How fast it grows with the generalized entropy, eps (1 - A) / mean z^a.
  let slope: Double

  /// The index for an entropy.
  init(aversion: Double, entropy: Double) {
    let exponent = 1 - aversion
    let excess = -exponent * aversion * entropy
    let logarithm = exponent == 0 ? -entropy : log1p(max(-1, excess)) / exponent
    index = -expm1(logarithm)
    slope = aversion * exp(logarithm) / (1 + excess)
  }
}
