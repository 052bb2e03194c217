public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The test of whether a share is that of the benchmark, to go with the parity index.
///
/// Where the benchmark has no error it is the exact binomial test by twice the smaller tail. Where
/// it has one it is the logarithm of the index over its standard error, referred to the normal
/// distribution. Either way it agrees with the index's interval at every level.
/// - Source: Clopper and Pearson (1934); Oehlert (1992), The American Statistician 46, 27-29.
public struct ParityIndexTest: StatisticalMethod {
  /// The benchmark's share, above 0 and at most 1.
  public let benchmark: Double
  /// The benchmark's standard error; `nil` where it has none or it is not known.
  public let benchmarkStandardError: Double?

  /// Makes the method.
  public init(benchmark: Double, benchmarkStandardError: Double? = nil) {
    self.benchmark = benchmark
    self.benchmarkStandardError = benchmarkStandardError
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "parity-index-test", title: "Test of the parity index",
    formula: "exact binomial, or log(parity index) / standard error where the benchmark has one",
    range: "Z is positive when the group has more than the benchmark",
    assumptions: [
      "The people are independent draws from the benchmark's population.",
      "Where no standard error is given the benchmark is taken as known.",
    ],
    source: "Clopper and Pearson (1934), Biometrika 26, 404-413; Oehlert (1992) for the delta "
      + "method")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    let benchmark = "benchmark " + ConfidenceLevel.plain(benchmark)
    if let error = Benchmark.error(benchmarkStandardError) {
      return stamp(
        convention: "two-sided, log-scale Z, \(benchmark) with standard error "
          + ConfidenceLevel.plain(error))
    }
    return stamp(
      convention: "exact binomial, \(TwoSidedConvention.central.words), \(benchmark) taken as known"
    )
  }

  /// The test of the share against the benchmark, or why there is none.
  public func callAsFunction(_ count: BinomialCount) -> Outcome {
    if let problem = count.problem
      ?? Benchmark.problem(benchmark, standardError: benchmarkStandardError)
    {
      return .notEstimable(reason: problem)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      guard let error = Benchmark.error(benchmarkStandardError) else {
        let distribution = try BinomialDistribution(trials: count.total, probability: benchmark)
        return .test(
          pValue: distribution.centralTail(of: count.successes), convention: stamp.convention)
      }
      if count.successes == 0 || count.successes == count.total {
        return try atTheEdge(count, error: error)
      }
      let z =
        log(count.share / benchmark)
        / Benchmark.logRatioError(of: count, benchmark: benchmark, error: error)
      return try .test(
        "Z", z, pValue: NormalDistribution.standard.twoSidedTail(z), convention: stamp.convention)
    }
  }

  /// The level at which the joined interval of the index just reaches 1, found by bisection.
  private func atTheEdge(
    _ count: BinomialCount, error: Double
  ) throws(NumericalError) -> Outcome {
    func contains(_ level: Double) -> Bool {
      let index = ParityIndex(
        benchmark: benchmark, benchmarkStandardError: benchmarkStandardError, level: level)
      guard case .estimate(let estimate) = index(count) else { return true }
      return estimate.interval?.contains(1) ?? true
    }
    var inside = 0.0
    var outside = 1.0
    // `inside` and `outside` are p-values: at a p-value below the answer the interval contains 1.
    for _ in 0..<60 {
      let middle = (inside + outside) / 2
      if contains(1 - middle) { inside = middle } else { outside = middle }
    }
    return .test(pValue: outside, convention: stamp.convention)
  }
}
