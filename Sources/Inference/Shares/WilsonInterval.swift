public import Estimates
import NumericalKernel

/// A share with Wilson's score interval.
///
///     centre = (x + z^2 / 2) / (n + z^2)
///     half-width = z sqrt(x (n - x) / n + z^2 / 4) / (n + z^2)
///
/// Range 0 to 1. The limits lie inside 0 to 1 for every count; a share of 0 has lower limit 0, a
/// share of 1 upper limit 1.
/// - Source: Wilson (1927), Journal of the American Statistical Association 22, 209-212.
public struct WilsonInterval: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "wilson", title: "Share (Wilson interval)",
    formula: "successes / total",
    range: "0 to 1",
    assumptions: ["The people are independent draws with one probability."],
    source: "Wilson (1927), JASA 22, 209-212")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "no continuity correction, " + ConfidenceLevel.words(level))
  }

  /// The share, or why there is none.
  public func callAsFunction(_ count: BinomialCount) -> Outcome {
    if let problem = count.problem ?? ConfidenceLevel.problem(level) {
      return .notEstimable(reason: problem)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let limits = try WilsonInterval.limits(
        successes: count.successes, total: count.total, level: level)
      return .estimate(
        count.share, from: limits.lower, to: limits.upper, level: level, method: "Wilson score")
    }
  }

  /// The limits, for a total of at least 1.
  static func limits(
    successes: Int, total: Int, level: Double
  ) throws(NumericalError) -> (lower: Double, upper: Double) {
    let z = try NormalDistribution.standard.criticalValue(level: level)
    let x = Double(successes)
    let n = Double(total)
    let reach = z * (x * (n - x) / n + z * z / 4).squareRoot()
    let centre = x + z * z / 2
    let lower = successes == 0 ? 0 : (centre - reach) / (n + z * z)
    let upper = successes == total ? 1 : (centre + reach) / (n + z * z)
    return (lower, upper)
  }
}
