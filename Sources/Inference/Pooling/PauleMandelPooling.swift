public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The pooled share of organisations by a normal model of their log odds, as a check on
/// ``BetaBinomialPooling``.
///
///     log odds of an organisation ~ Normal(mu, tau^2 + 1 / x + 1 / (n - x))
///
/// tau is the one at which the weighted squares about the mean add up to organisations less one
/// (Paule and Mandel), 0 where they add up to less without it. The mean is back from the logit scale,
/// with a normal interval there. An organisation where nobody or everybody has the property has no log
/// odds: then there is no number, and nothing is added to its counts. Range 0 to 1; tau is in units of
/// log odds.
/// - Source: Paule and Mandel (1982), Journal of Research of the National Bureau of Standards 87,
///   377-385.
public struct PauleMandelPooling: CataloguedMethod {
  /// The level of the interval, between 0 and 1.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "paule-mandel-pooling", title: "Pooled share of organisations (Paule-Mandel, log odds)",
    formula: "the mean of log odds with weights 1 / (tau^2 + 1 / x + 1 / (n - x)), back from the "
      + "logit scale",
    range: "0 to 1; tau 0 and up, in log odds",
    assumptions: [
      "Organisations' log odds are normal about one mean.",
      "Every organisation has people with and without the property, and not few of either.",
    ],
    source: "Paule and Mandel (1982), Journal of Research of the National Bureau of Standards 87, "
      + "377-385")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "logit scale, nothing added to counts, normal interval, "
        + ConfidenceLevel.words(level))
  }

  /// What was found.
  public struct Result: Hashable, Sendable {
    /// The mean, back from the logit scale.
    public let mean: Outcome
    /// The standard deviation tau of organisations' log odds.
    public let deviation: Outcome
    /// Whether tau is 0 because organisations differ by no more than chance; `nil` where there is none.
    public let isAtBoundary: Bool?
  }

  /// The mean and the spread, or why there are none.
  public func callAsFunction(_ organisations: OrganisationCounts) -> Result {
    let counts = organisations.occupied
    if let problem = ConfidenceLevel.problem(level) ?? organisations.problem {
      return Self.nothing(problem)
    }
    guard counts.allSatisfy({ $0.successes > 0 && $0.successes < $0.total }) else {
      return Self.nothing(
        "In an organisation nobody or everybody has the property, so it has no log odds.")
    }
    let logits = counts.map { log(Double($0.successes) / Double($0.total - $0.successes)) }
    let variances = counts.map { 1 / Double($0.successes) + 1 / Double($0.total - $0.successes) }
    do throws(NumericalError) {
      let between = try Self.between(logits, variances)
      let weights = variances.map { 1 / ($0 + between) }
      let sum = CompensatedSum(weights).value
      let mean = CompensatedSum(zip(weights, logits).map { $0 * $1 }).value / sum
      let reach = try NormalDistribution.standard.criticalValue(level: level) / sum.squareRoot()
      func back(_ logit: Double) -> Double { 1 / (1 + exp(-logit)) }
      return Result(
        mean: .estimate(
          back(mean), from: back(mean - reach), to: back(mean + reach), level: level,
          method: "normal on the logit scale"),
        deviation: .estimate(between.squareRoot()), isAtBoundary: between == 0)
    } catch {
      return Self.nothing("The computation did not succeed: \(error.description).")
    }
  }

  private static func nothing(_ problem: String) -> Result {
    let none = Outcome.notEstimable(reason: problem)
    return Result(mean: none, deviation: none, isAtBoundary: nil)
  }

  /// tau squared: the root of the weighted squares less their expectation, which fall with it.
  private static func between(
    _ logits: [Double], _ variances: [Double]
  ) throws(NumericalError) -> Double {
    func excess(_ between: Double) -> Double {
      let weights = variances.map { 1 / ($0 + between) }
      let sum = CompensatedSum(weights).value
      let mean = CompensatedSum(zip(weights, logits).map { $0 * $1 }).value / sum
      let squares = zip(weights, logits).map { $0 * ($1 - mean) * ($1 - mean) }
      return CompensatedSum(squares).value - Double(logits.count - 1)
    }
    guard excess(0) > 0 else { return 0 }
    var upper = variances.max() ?? 1
    while excess(upper) > 0 {
      guard upper < 1e12 else { throw .notConverged }
      upper *= 2
    }
    return try RootFinder.brent(from: 0, to: upper, tolerance: 1e-16) { excess($0) }
  }
}
