public import Estimates

/// How many more people of the group there would be at the benchmark's share.
///
///     shortfall = benchmark * total - successes
///
/// In people, not rounded; positive when the group is short.
/// - Source: 41 CFR 60-2.15 for the comparison with availability.
public struct BenchmarkShortfall: StatisticalMethod {
  /// The benchmark's share, above 0 and at most 1.
  public let benchmark: Double

  /// Makes the method.
  public init(benchmark: Double) { self.benchmark = benchmark }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "benchmark-shortfall", title: "Shortfall to the benchmark",
    formula: "benchmark x total - successes",
    range: "people; positive when the group is short",
    assumptions: ["The benchmark is taken as known."],
    source: "41 CFR 60-2.15")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "people, not rounded, benchmark \(ConfidenceLevel.plain(benchmark)), no interval")
  }

  /// The shortfall of the group, or why there is none.
  public func callAsFunction(_ count: BinomialCount) -> Outcome {
    if let problem = count.problem ?? Benchmark.problem(benchmark) {
      return .notEstimable(reason: problem)
    }
    return .estimate(benchmark * Double(count.total) - Double(count.successes))
  }
}
