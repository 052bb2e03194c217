public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A share over an outside benchmark.
///
///     parityIndex = (successes / total) / benchmark
///
/// Range 0 to 1 / benchmark; 1 means the share of the benchmark, below 1 the group is
/// under-represented. Where the benchmark has no error the interval is Clopper and Pearson's over
/// the benchmark. Where it has one, the interval is on the log scale,
///
///     variance of log = (1 - share) / successes + (standardError / benchmark)^2
///
/// and for shares of 0 or 1, where that scale has no end, it joins Clopper and Pearson's limits to
/// the benchmark's, each at half the error.
/// - Source: Clopper and Pearson (1934); Oehlert (1992), The American Statistician 46, 27-29, for
///   the delta method.
public struct ParityIndex: StatisticalMethod {
  /// The benchmark's share, above 0 and at most 1.
  public let benchmark: Double
  /// The benchmark's standard error; `nil` where it has none or it is not known.
  public let benchmarkStandardError: Double?
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(benchmark: Double, benchmarkStandardError: Double? = nil, level: Double = 0.95) {
    self.benchmark = benchmark
    self.benchmarkStandardError = benchmarkStandardError
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "parity-index", title: "Parity index",
    formula: "(successes / total) / benchmark",
    range: "0 and up; 1 means the benchmark's share; below 1 the group is under-represented",
    assumptions: [
      "The people are independent draws from the benchmark's population.",
      "Where no standard error is given the benchmark is taken as known.",
    ],
    source: "Clopper and Pearson (1934), Biometrika 26, 404-413; Oehlert (1992) for the delta "
      + "method")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    let benchmark = "benchmark " + ConfidenceLevel.plain(benchmark)
    let interval =
      if let error = Benchmark.error(benchmarkStandardError) {
        "log-scale delta interval with the benchmark's standard error "
          + ConfidenceLevel.plain(error) + " (Clopper-Pearson joined to it at shares of 0 or 1)"
      } else {
        "Clopper-Pearson over the benchmark, benchmark taken as known"
      }
    return stamp(convention: "\(benchmark), \(interval), \(ConfidenceLevel.words(level))")
  }

  /// The share over the benchmark, or why there is none.
  public func callAsFunction(_ count: BinomialCount) -> Outcome {
    if let problem = count.problem ?? ConfidenceLevel.problem(level)
      ?? Benchmark.problem(benchmark, standardError: benchmarkStandardError)
    {
      return .notEstimable(reason: problem)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let value = count.share / benchmark
      guard let error = Benchmark.error(benchmarkStandardError) else {
        let limits = try ClopperPearsonInterval.limits(
          successes: count.successes, total: count.total, level: level)
        return .estimate(
          value, from: limits.lower / benchmark, to: limits.upper / benchmark, level: level,
          method: "Clopper-Pearson over the benchmark")
      }
      if count.successes == 0 || count.successes == count.total {
        return try atTheEdge(count, value: value, error: error)
      }
      let spread = Benchmark.logRatioError(of: count, benchmark: benchmark, error: error)
      let reach = try exp(NormalDistribution.standard.criticalValue(level: level) * spread)
      return .estimate(
        value, standardError: value * spread, from: value / reach, to: value * reach, level: level,
        method: "log-scale delta")
    }
  }

  /// Each part of the interval gets half the error, so that both hold together at the level.
  private func atTheEdge(
    _ count: BinomialCount, value: Double, error: Double
  ) throws(NumericalError) -> Outcome {
    let halved = 1 - (1 - level) / 2
    let limits = try ClopperPearsonInterval.limits(
      successes: count.successes, total: count.total, level: halved)
    let reach = try NormalDistribution.standard.criticalValue(level: halved) * error
    let smallest = benchmark - reach
    return .estimate(
      value, from: limits.lower / min(1, benchmark + reach),
      to: smallest > 0 ? limits.upper / smallest : .infinity, level: level,
      method: "Clopper-Pearson with the benchmark's limits")
  }
}
