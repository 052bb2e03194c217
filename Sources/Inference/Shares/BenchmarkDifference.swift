public import Estimates
import NumericalKernel

/// A share less an outside benchmark.
///
///     difference = successes / total - benchmark
///
/// Range -1 to 1; negative when the group is under-represented. The interval is Clopper and
/// Pearson's less the benchmark, which is taken as known.
/// - Source: Clopper and Pearson (1934), Biometrika 26, 404-413.
public struct BenchmarkDifference: StatisticalMethod {
  /// The benchmark's share, above 0 and at most 1.
  public let benchmark: Double
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(benchmark: Double, level: Double = 0.95) {
    self.benchmark = benchmark
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "benchmark-difference", title: "Difference from the benchmark",
    formula: "successes / total - benchmark",
    range: "-1 to 1; negative when the group is under-represented",
    assumptions: [
      "The people are independent draws from the benchmark's population.",
      "The benchmark is taken as known.",
    ],
    source: "Clopper and Pearson (1934), Biometrika 26, 404-413")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "benchmark \(ConfidenceLevel.plain(benchmark)) taken as known, Clopper-Pearson "
        + "limits less the benchmark, \(ConfidenceLevel.words(level))")
  }

  /// The share less the benchmark, or why there is none.
  public func callAsFunction(_ count: BinomialCount) -> Outcome {
    if let problem = count.problem ?? ConfidenceLevel.problem(level)
      ?? Benchmark.problem(benchmark)
    {
      return .notEstimable(reason: problem)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let limits = try ClopperPearsonInterval.limits(
        successes: count.successes, total: count.total, level: level)
      return .estimate(
        count.share - benchmark, from: limits.lower - benchmark, to: limits.upper - benchmark,
        level: level, method: "Clopper-Pearson less the benchmark")
    }
  }
}
