public import Estimates
import NumericalKernel

/// A share with Wilson's score interval.
///
///     centre = (x + z^2 / 2) / (n + z^2)
///     half-width = z sqrt(x (n - x) / n + z^2 / 4) / (n + z^2)
///
/// Range 0 to 1. The limits lie inside 0 to 1 for every count; a share of 0 has lower limit 0, a
/// share of 1 upper limit 1. With the continuity correction the limits are the shares whose
/// distance from the one seen, less half a person, is z standard errors:
///
///     lower = (2x + z^2 - 1 - z sqrt(z^2 - 2 - 1/n + 4 (x/n) (n - x + 1))) / (2 (n + z^2))
///
/// and the upper limit is the mirror of the complement's lower one. Programs that make the
/// correction smaller for shares near one half print narrower limits there.
/// - Source: Wilson (1927), Journal of the American Statistical Association 22, 209-212; Newcombe
///   (1998), Statistics in Medicine 17, 857-872, method 4, for the continuity correction.
public struct WilsonInterval: StatisticalMethod {
  /// What is taken off the distance between the share and a limit.
  public enum ContinuityCorrection: String, Codable, Hashable, Sendable, CaseIterable {
    /// Nothing.
    case none
    /// Half a person.
    case half
  }

  /// What is taken off the distance between the share and a limit.
  public let continuityCorrection: ContinuityCorrection
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(continuityCorrection: ContinuityCorrection = .none, level: Double = 0.95) {
    self.continuityCorrection = continuityCorrection
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "wilson", title: "Share (Wilson interval)",
    formula: "successes / total",
    range: "0 to 1",
    assumptions: ["The people are independent draws with one probability."],
    source: "Wilson (1927), JASA 22, 209-212")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    switch continuityCorrection {
    case .none: stamp(convention: "no continuity correction, " + ConfidenceLevel.words(level))
    case .half:
      stamp(
        id: WilsonInterval.card.id + "-continuity",
        convention: "continuity correction of half a person, " + ConfidenceLevel.words(level))
    }
  }

  /// The share, or why there is none.
  public func callAsFunction(_ count: BinomialCount) -> Outcome {
    if let problem = count.problem ?? ConfidenceLevel.problem(level) {
      return .notEstimable(reason: problem)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      switch continuityCorrection {
      case .none:
        let limits = try WilsonInterval.limits(
          successes: count.successes, total: count.total, level: level)
        return .estimate(
          count.share, from: limits.lower, to: limits.upper, level: level, method: "Wilson score")
      case .half:
        let z = try NormalDistribution.standard.criticalValue(level: level)
        let rest = count.total - count.successes
        return .estimate(
          count.share, from: WilsonInterval.correctedLower(count.successes, count.total, z: z),
          to: 1 - WilsonInterval.correctedLower(rest, count.total, z: z), level: level,
          method: "Wilson score with continuity correction")
      }
    }
  }

  /// The limits, for a total of at least 1.
  static func limits(
    successes: Int, total: Int, level: Double
  ) throws(NumericalError) -> (lower: Double, upper: Double) {
    limits(
      successes: Double(successes), total: Double(total),
      z: try NormalDistribution.standard.criticalValue(level: level))
  }

  /// The limits of a count that need not be whole, for a positive total.
  static func limits(
    successes x: Double, total n: Double, z: Double
  ) -> (lower: Double, upper: Double) {
    let reach = z * (x * (n - x) / n + z * z / 4).squareRoot()
    let centre = x + z * z / 2
    let lower = x == 0 ? 0 : (centre - reach) / (n + z * z)
    let upper = x == n ? 1 : (centre + reach) / (n + z * z)
    return (lower, upper)
  }

  /// The lower limit with the continuity correction, for a total of at least 1.
  ///
  /// The root is that of a quadratic whose other root is larger, taken without cancellation.
  private static func correctedLower(_ successes: Int, _ total: Int, z: Double) -> Double {
    guard successes > 0 else { return 0 }
    let (x, n) = (Double(successes), Double(total))
    let square = z * z
    let centre = 2 * x + square - 1
    let reach = z * (square - 2 - 1 / n + 4 * x / n * (n - x + 1)).squareRoot()
    // The product of the two roots is (2x - 1)^2 / (4 n (n + z^2)).
    return (2 * x - 1) * (2 * x - 1) / (2 * n * (centre + reach))
  }
}
