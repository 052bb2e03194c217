public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The ratio of two percentiles of the amounts, P90 / P10 for example.
///
///     ratio = quantile(upper) / quantile(lower)
///
/// No unit, from 1 upwards, infinite where the lower percentile is 0; higher is more unequal. What
/// happens beyond and between the percentiles does not matter. The type of the quantiles is
/// printed; weighted amounts always take the inverse distribution function. The influence of a
/// person on a quantile is `(p - [x <= quantile]) / density`, with a Gaussian kernel estimate of
/// the density and Silverman's bandwidth; there is no standard error where more than one in twenty
/// share the percentile's amount with somebody. Cost: one exponential per amount and percentile.
/// - Source: Hyndman and Fan (1996), The American Statistician 50, 361-365, for the types; Deville
///   (1999), Survey Methodology 25, 193-203, for the standard error; Silverman (1986), Density
///   Estimation, page 48, for the bandwidth.
public struct PercentileRatio: StatisticalMethod, LinearizedIndex {
  /// The probability of the upper percentile, between 0 and 1.
  public let upper: Double
  /// The probability of the lower percentile, between 0 and the upper.
  public let lower: Double
  /// How percentiles of amounts without weights are read.
  public let type: QuantileType
  /// The scale on which the interval is symmetric.
  public let scale: IntervalScale
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(
    upper: Double = 0.9, lower: Double = 0.1, type: QuantileType = .type7,
    scale: IntervalScale = .logarithm, level: Double = 0.95
  ) {
    self.upper = upper
    self.lower = lower
    self.type = type
    self.scale = scale
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "percentile-ratio", title: "Percentile ratio",
    formula: "quantile(upper) / quantile(lower)",
    range: "1 (both percentiles the same) to infinity; higher is more unequal",
    assumptions: [
      "The interval treats the amounts as independent draws of a smooth distribution of pay.",
      "With few amounts the value depends on the type of the quantiles.",
    ],
    source: "Hyndman and Fan (1996), The American Statistician 50, 361-365; Deville (1999), Survey "
      + "Methodology 25, 193-203; Silverman (1986), Density Estimation, page 48")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    let names = [upper, lower].map { "p" + ConfidenceLevel.percent($0) }
    return stamp(
      id: names.joined(separator: "-"),
      convention: "quantile type \(type.rawValue), inverse distribution function where weighted, "
        + "kernel density, " + intervalWords)
  }

  /// Whether an identifier names a ratio of two percentiles, for example `p90-p10`.
  static func isNamed(by id: String) -> Bool {
    let parts = id.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2
      && parts.allSatisfy { $0.hasPrefix("p") && Double($0.dropFirst()).map { $0 > 0 } ?? false }
  }

  /// The ratio, or why there is none.
  public func callAsFunction(_ amounts: WeightedAmounts) -> Outcome { outcome(amounts) }

  func linearized(_ amounts: WeightedAmounts) throws(InequalityProblem) -> LinearizedValue {
    guard lower > 0, lower < upper, upper < 1 else {
      throw InequalityProblem(
        reason: "The percentiles must lie between 0 and 1, the upper above the lower.")
    }
    if let problem = amounts.problem(zeros: .yes) { throw InequalityProblem(reason: problem) }
    let high = amounts.quantile(upper, type: type)
    let low = amounts.quantile(lower, type: type)
    guard low > 0 else {
      guard high > 0 else { throw InequalityProblem(reason: "Both percentiles are zero.") }
      return LinearizedValue(value: .infinity, standardError: nil)
    }
    if amounts.areEqual {
      return LinearizedValue(value: 1, standardError: amounts.count > 1 ? 0 : nil)
    }
    let ratio = high / low
    guard let highDensity = density(amounts, at: high), let lowDensity = density(amounts, at: low)
    else { return LinearizedValue(value: ratio, standardError: nil) }
    var influences = InfluenceSum()
    amounts.visit { value, weight, squaredWeight in
      let onHigh = (upper - (value <= high ? 1 : 0)) / (highDensity * high)
      let onLow = (lower - (value <= low ? 1 : 0)) / (lowDensity * low)
      influences.add(ratio * (onHigh - onLow), weight: weight, squaredWeight: squaredWeight)
    }
    return LinearizedValue(
      value: ratio,
      standardError: influences.standardError(
        count: amounts.count, totalWeight: amounts.totalWeight))
  }

  /// The Gaussian kernel density at an amount; `nil` where too many people have that amount.
  private func density(_ amounts: WeightedAmounts, at place: Double) -> Double? {
    guard amounts.count > 1 else { return nil }
    let n = Double(amounts.count)
    var squares = CompensatedSum()
    var tied = 0
    for index in amounts.values.indices where amounts.values[index] == place {
      tied += amounts.counts.isEmpty ? 1 : amounts.counts[index]
    }
    guard Double(tied - 1) <= n / 20 else { return nil }
    amounts.visit { value, weight, _ in
      squares.add(weight * (value - amounts.mean) * (value - amounts.mean))
    }
    let deviation = (squares.value / amounts.totalWeight * n / (n - 1)).squareRoot()
    let quartiles = amounts.quantile(0.75, type: type) - amounts.quantile(0.25, type: type)
    let spread = quartiles > 0 ? min(deviation, quartiles / 1.34) : deviation
    let bandwidth = 0.9 * spread * pow(n, -0.2)
    var sum = CompensatedSum()
    amounts.visit { value, weight, _ in
      let distance = (value - place) / bandwidth
      sum.add(weight * exp(-distance * distance / 2))
    }
    let density = sum.value / (amounts.totalWeight * bandwidth * (2 * Double.pi).squareRoot())
    return density > 0 && density.isFinite ? density : nil
  }
}
