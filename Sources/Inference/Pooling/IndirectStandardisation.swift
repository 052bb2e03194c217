public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// People of an organisation with a property against those expected from the pool's shares in the same
/// kinds of jobs: the indirectly standardised ratio.
///
///     expected = sum over strata of own people x pooled share of the stratum
///     ratio = observed / expected
///
/// 1 where the organisation has as many as an organisation of the pool with its mix of levels and
/// specializations would, above 1 where it has more. The limits are those of a Poisson count over the
/// expected one: Garwood's exact ones, or Byar's approximation
///
///     O (1 - 1 / (9 O) - z / (3 sqrt O))^3, (O + 1) (1 - 1 / (9 (O + 1)) + z / (3 sqrt(O + 1)))^3
///
/// The pooled shares are taken as known. A share is not a rare event, so the limits are wider than
/// binomial ones, the more so the larger it is. Ratios of two organisations with different mixes are
/// not to be compared with each other.
/// - Source: Breslow and Day (1987), Statistical Methods in Cancer Research II, 2.3; Garwood (1936),
///   Biometrika 28, 437-442, for the exact limits.
public struct IndirectStandardisation: CataloguedMethod {
  /// How the limits are found.
  public enum Limits: String, Codable, Hashable, Sendable, CaseIterable {
    /// Garwood's exact Poisson limits.
    case exact
    /// Byar's approximation.
    case byar

    /// The choice as it is printed.
    var words: String {
      switch self {
      case .exact: "exact Poisson limits"
      case .byar: "Byar's limits"
      }
    }
  }

  /// How the limits are found.
  public let limits: Limits
  /// The level of the interval, between 0 and 1.
  public let level: Double

  /// Makes the method.
  public init(limits: Limits = .exact, level: Double = 0.95) {
    self.limits = limits
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "indirect-standardisation", title: "Indirectly standardised ratio",
    formula: "observed / expected, expected = sum over strata of own people x pooled share",
    range: "0 and up; 1 is as many as the pool's shares would give",
    assumptions: [
      "The pooled shares of the strata are taken as known.",
      "Limits of a Poisson count, wider than binomial ones where the share is large.",
      "Ratios of organisations with different mixes are not to be compared with each other.",
    ],
    source: "Breslow and Day (1987), Statistical Methods in Cancer Research II, 2.3; Garwood "
      + "(1936), Biometrika 28, 437-442")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: Self.card.id + "-" + limits.rawValue,
      convention: "pooled shares taken as known, \(limits.words), " + ConfidenceLevel.words(level))
  }

  /// One kind of job: the organisation's count and the pool's.
  public struct Stratum: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The organisation's people.
    public let own: BinomialCount
    /// The people of the pool.
    public let pool: BinomialCount

    /// Makes a stratum.
    public init(_ name: String, own: BinomialCount, pool: BinomialCount) {
      self.name = name
      self.own = own
      self.pool = pool
    }
  }

  /// What was found.
  public struct Result: Hashable, Sendable {
    /// The organisation's people with the property.
    public let observed: Int
    /// The people expected, or why there are none.
    public let expected: Outcome
    /// Observed over expected, or why there is no ratio.
    public let ratio: Outcome
  }

  /// The ratio over all strata.
  public func callAsFunction(_ strata: [Stratum]) -> Result {
    let observed = strata.reduce(0) { $0 + $1.own.successes }
    func nothing(_ reason: String) -> Result {
      Result(
        observed: observed, expected: .notEstimable(reason: reason),
        ratio: .notEstimable(reason: reason))
    }
    if let problem = ConfidenceLevel.problem(level) { return nothing(problem) }
    let occupied = strata.filter { $0.own.total > 0 }
    if occupied.isEmpty { return nothing("There is nobody to take a share of.") }
    if let empty = occupied.first(where: { $0.pool.total == 0 }) {
      return nothing("The pool has nobody in \(empty.name), so no share to expect there.")
    }
    let expected = CompensatedSum(occupied.map { Double($0.own.total) * $0.pool.share }).value
    guard expected > 0 else {
      return Result(
        observed: observed, expected: .estimate(0),
        ratio: .notEstimable(reason: "Nobody is expected, so there is no ratio."))
    }
    return Result(
      observed: observed, expected: .estimate(expected),
      ratio: .computing { () throws(NumericalError) -> Outcome in
        let counts = try countLimits(observed)
        return .estimate(
          Double(observed) / expected, from: counts.lower / expected, to: counts.upper / expected,
          level: level, method: limits == .exact ? "Garwood exact Poisson" : "Byar")
      })
  }

  /// The limits of a Poisson mean.
  private func countLimits(
    _ observed: Int
  ) throws(NumericalError) -> (lower: Double, upper: Double) {
    let count = Double(observed)
    switch limits {
    case .exact:
      let tail = (1 - level) / 2
      let lower =
        observed == 0
        ? 0 : try ChiSquared(degreesOfFreedom: 2 * count).quantile(lowerTail: tail) / 2
      return (
        lower, try ChiSquared(degreesOfFreedom: 2 * count + 2).quantile(upperTail: tail) / 2
      )
    case .byar:
      let z = try NormalDistribution.standard.criticalValue(level: level)
      func cube(_ x: Double, _ z: Double) -> Double {
        let root = 1 - 1 / (9 * x) + z / (3 * x.squareRoot())
        return max(0, x * root * root * root)
      }
      return (observed == 0 ? 0 : cube(count, -z), cube(count + 1, z))
    }
  }
}
