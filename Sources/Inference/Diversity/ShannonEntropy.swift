public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Shannon's entropy: how uncertain the category of a person drawn at random is.
///
///     H = -sum p log p
///
/// In nats, bits or bans, as the base of the logarithm has it. Range 0 (one category) to log K for
/// K equal categories; an estimator that corrects for bias can exceed it. `exp(H)` in nats is the
/// Hill number of order 1, which is easier to read. Plug-in and Miller-Madow have the delta
/// method's standard error, `sqrt((sum p log² p - H²) / N)`, and its interval; the other estimators
/// have none in closed form. Where all shares are equal the error's first-order term is 0 and there
/// is no interval, unless the second-order term is asked for. The estimator of Chao, Wang and Jost
/// costs up to twenty terms per person where somebody is alone in a category.
/// - Source: Shannon (1948), Bell System Technical Journal 27, 379-423; Basharin (1959), Theory of
///   Probability and Its Applications 4, for the error.
public struct ShannonEntropy: StatisticalMethod {
  /// How the entropy of the process is estimated from the counts.
  public let estimator: EntropyEstimator
  /// The base of the logarithm.
  public let base: LogarithmBase
  /// Which terms of the variance are kept.
  public let variance: EntropyVariance
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(
    estimator: EntropyEstimator = .plugIn, base: LogarithmBase = .natural,
    variance: EntropyVariance = .firstOrder, level: Double = 0.95
  ) {
    self.estimator = estimator
    self.base = base
    self.variance = variance
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "shannon", title: "Shannon entropy",
    formula: "-sum p log p; p: a category's share",
    range: "0 (everybody alike) to log K for K equal categories; larger is more diverse",
    assumptions: [
      "Values in nats, bits and bans differ by a factor; compare within one base only.",
      "The plug-in form is smaller in small groups by chance alone.",
      "The interval is for people as independent draws from a process; a census has none.",
      "Near equal shares, and with under about 100 people, the interval is too short.",
    ],
    source: "Shannon (1948), Bell System Technical Journal 27, 379-423; Basharin (1959) for the "
      + "standard error")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    let interval =
      estimator.hasError
      ? "\(variance.words), " + ConfidenceLevel.words(level) : "no standard error in closed form"
    return stamp(
      id: estimator == .plugIn ? nil : Self.card.id + "-" + estimator.rawValue,
      convention: "\(estimator.words), \(base.words), \(interval)")
  }

  /// The entropy, or why there is none.
  public func callAsFunction(_ categories: CategoryCounts) -> Outcome {
    if let problem = categories.problem { return .notEstimable(reason: problem) }
    return .computing { () throws(NumericalError) -> Outcome in
      let shares = CategoryShares(categories)
      switch estimator {
      case .plugIn:
        return outcome(shares.entropy, shares, largest: categories.declaredCategories)
      case .millerMadow:
        return outcome(
          shares.entropy + Double(shares.counts.count - 1) / (2 * shares.people), shares,
          largest: nil)
      case .chaoShen:
        return .estimate(shares.chaoShenEntropy / base.nats)
      case .chaoWangJost:
        return .estimate(try shares.chaoWangJostEntropy() / base.nats)
      case .jeffreys:
        guard let declared = categories.declaredCategories else {
          return .notEstimable(reason: "The number of categories is not declared.")
        }
        return .estimate(shares.jeffreysEntropy(declared: declared) / base.nats)
      }
    }
  }

  private func outcome(_ value: Double, _ shares: CategoryShares, largest: Int?) -> Outcome {
    .normal(
      value / base.nats,
      standardError: shares.entropyError(variance).map { $0 / base.nats }, level: level,
      within: 0...(largest.map { log(Double($0)) / base.nats } ?? .infinity))
  }
}

/// How the entropy of a process is estimated from counts.
public enum EntropyEstimator: String, Codable, Hashable, Sendable, CaseIterable {
  /// The entropy of the shares as they are.
  case plugIn = "plug-in"
  /// Plus (S - 1) / (2 N), S categories having anybody: Miller (1955). Enough for closed lists.
  case millerMadow = "miller-madow"
  /// Shares scaled by the sample's coverage and weighted by the chance of having been seen: Chao
  /// and Shen (2003). For open lists.
  case chaoShen = "chao-shen"
  /// Unbiased for the part that sampling can show, with an estimate of the rest: Chao, Wang and
  /// Jost (2013). For open lists.
  case chaoWangJost = "chao-wang-jost"
  /// The entropy of the shares after half a person is added to each declared category, Jeffreys's
  /// prior. For closed lists.
  case jeffreys

  /// The estimator as it is printed.
  var words: String {
    switch self {
    case .plugIn: "plug-in"
    case .millerMadow: "Miller-Madow, plug-in plus (S - 1) / (2N)"
    case .chaoShen: "Chao-Shen (2003), coverage 1 - f1 / N"
    case .chaoWangJost: "Chao-Wang-Jost (2013)"
    case .jeffreys: "half a person added to each declared category (Jeffreys)"
    }
  }

  /// Whether the delta method's error is that of the estimator.
  var hasError: Bool { self == .plugIn || self == .millerMadow }
}

/// Which terms of the variance of an entropy are kept.
public enum EntropyVariance: String, Codable, Hashable, Sendable, CaseIterable {
  /// The first: (sum p log² p - H²) / N, which vanishes at equal shares.
  case firstOrder = "first_order"
  /// Also the second, (S - 1) / (2 N²), which does not.
  case secondOrder = "second_order"

  /// The terms as they are printed.
  var words: String {
    switch self {
    case .firstOrder: "delta method"
    case .secondOrder: "delta method with the second-order term (S - 1) / (2N²)"
    }
  }
}
