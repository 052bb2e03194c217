import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The common rates over which an unconditional exact test takes its largest p-value.
///
/// Equal rates may be equal at any value, the nuisance parameter. Over all values the test can be
/// decided by a rate the data rule out; Berger and Boos look only at an interval for the rate with
/// a tiny error probability and add that probability to the p-value.
/// - Source: Berger and Boos (1994), Journal of the American Statistical Association 89, 1012-1016.
public enum NuisanceRange: Codable, Hashable, Sendable {
  /// All rates from 0 to 1.
  case everyRate
  /// The rates in the Clopper-Pearson interval with error probability gamma, which is added.
  case bergerBoos(gamma: Double = 1e-6)

  /// The error probability that is added.
  var gamma: Double {
    switch self {
    case .everyRate: 0
    case .bergerBoos(let gamma): gamma
    }
  }

  /// The end of a method's identifier.
  var suffix: String { self == .everyRate ? "" : "-berger-boos" }

  /// The range as it is printed.
  var words: String {
    switch self {
    case .everyRate: "largest over all common rates"
    case .bergerBoos(let gamma): "Berger-Boos with gamma \(gamma)"
    }
  }

  /// Why the range cannot be used, or `nil`.
  var problem: String? {
    switch self {
    case .everyRate: nil
    case .bergerBoos(let gamma):
      gamma > 0 && gamma < 0.01 ? nil : "Gamma must lie between 0 and 0.01."
    }
  }

  /// The largest probability of a region, without gamma, and the rate where it is reached.
  func supremum(
    of region: RejectionRegion, selected: Int
  ) throws(NumericalError) -> NuisanceSupremum {
    var limits = (lower: 0.0, upper: 1.0)
    if case .bergerBoos(let gamma) = self {
      limits = try ClopperPearsonInterval.limits(
        successes: selected, total: region.total, level: 1 - gamma)
    }
    return try NuisanceSupremum(of: region, from: limits.lower, to: limits.upper)
  }

  /// The smaller of the largest probabilities of two regions.
  ///
  /// The probability at the rate seen, which every range holds, is a bound from below that mostly
  /// saves the search for the other.
  func smallerSupremum(
    _ below: RejectionRegion, _ above: RejectionRegion, selected: Int
  ) throws(NumericalError) -> NuisanceSupremum {
    let angle = asin((Double(selected) / Double(below.total)).squareRoot())
    let (lower, upper) = (
      try below.probability(angle: angle).value, try above.probability(angle: angle).value
    )
    let isBelow = lower <= upper
    let first = try supremum(of: isBelow ? below : above, selected: selected)
    if max(lower, upper) > first.probability { return first }
    let second = try supremum(of: isBelow ? above : below, selected: selected)
    return second.probability < first.probability ? second : first
  }
}
