public import Aggregates
public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The test that units are no more segregated than chance makes them, by any index of segregation.
///
///     p = (b + 1) / (m + 1)
///
/// b: how many of m tables drawn are at least as segregated by the index as the one seen. A table
/// is drawn by dealing everyone out to the units at random, the sizes of units and groups kept, so
/// its counts are multivariate hypergeometric. The p-value is one-sided, valid for any m, however
/// small the units are, and lies between 1 / (m + 1) and 1; `exactPValue` is the interval for what
/// infinitely many draws would give. The mean of the draws estimates the null expectation of the
/// index, which stands beside it where it is known exactly. The index without correction for bias
/// is taken. Values equal within one part in ten thousand million count as equal. A table drawn
/// depends on the seed and its number only, so more draws begin with the same tables, and the
/// number of processors changes nothing. The cost grows as draws x cells;
/// ten thousand draws of fifty units and four groups take about half a second of one processor.
/// - Source: Carrington and Troske (1997), Journal of Business and Economic Statistics 15, 402-409,
///   for dealing out at random; Phipson and Smyth (2010), Statistical Applications in Genetics and
///   Molecular Biology 9, article 39, for p.
public struct SegregationPermutationTest: CataloguedMethod {
  /// The most tables that may be drawn.
  public static let mostDraws = 10_000_000

  /// The index tables are compared by.
  public let measure: SegregationMeasure
  /// How many tables are drawn, from 1 to `mostDraws`.
  public let draws: Int
  /// The seed of the random numbers.
  public let seed: UInt64
  /// The nominal coverage of the interval for the exact p-value.
  public let level: Double

  /// Makes the method.
  public init(
    measure: SegregationMeasure = .mutualInformation(), draws: Int = 9_999, seed: UInt64 = 1,
    level: Double = 0.99
  ) {
    self.measure = measure
    self.draws = draws
    self.seed = seed
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "segregation-permutation", title: "Permutation test of segregation",
    formula: "(b + 1) / (m + 1) with b of m tables, dealt out at random given the sizes of units "
      + "and groups, at least as segregated as the one seen",
    range: "a p-value between 1 / (m + 1) and 1; one-sided, more segregated than chance",
    assumptions: [
      "Without segregation everyone is as likely to be in any place of any unit.",
      "Sizes of units and groups are taken as given.",
      "Drawn at random with a fixed seed; another seed gives another p-value within the interval "
        + "beside it.",
    ],
    source: "Carrington and Troske (1997), Journal of Business and Economic Statistics 15, "
      + "402-409; Phipson and Smyth (2010), Statistical Applications in Genetics and Molecular "
      + "Biology 9, article 39")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "\(measure.words), one-sided, \(draws) tables drawn, seed \(seed)")
  }

  /// The test with what it was made of, or why there is none.
  public func callAsFunction(_ table: ContingencyTable) -> SegregationPermutationResult {
    let index = measure.counted
    let counts = index.counts(table)
    if let problem = problem(index, counts) { return .init(problem, counts, stamp) }
    do {
      let sampler = try FixedMarginsSampler(
        rowTotals: counts.unitTotals, columnTotals: counts.groupTotals)
      let values = sampler.values(draws: draws, seed: seed) { index.value(counts.dealt($0)) }
      return try result(index, counts, values)
    } catch {
      return .init("The computation did not succeed: \(error.description).", counts, stamp)
    }
  }

  private func result(
    _ index: any CountedSegregationIndex, _ counts: SegregationCounts, _ values: [Double]
  ) throws(NumericalError) -> SegregationPermutationResult {
    let seen = index.value(counts)
    let tolerance = max(1e-14, 1e-10 * abs(seen))
    let found =
      switch index.direction {
      case .rising: values.count { $0 >= seen - tolerance }
      case .falling: values.count { $0 <= seen + tolerance }
      }
    let limits = try ClopperPearsonInterval.limits(successes: found, total: draws, level: level)
    let pValue = Double(found + 1) / Double(draws + 1)
    let mean = CompensatedSum(values).value / Double(draws)
    let squares = CompensatedSum(values.map { ($0 - mean) * ($0 - mean) }).value
    let error =
      draws > 1 ? (squares / Double(draws - 1) / Double(draws)).squareRoot() : nil
    return SegregationPermutationResult(
      test: .test(measure.method.stamp.title, seen, pValue: pValue, convention: stamp.convention),
      exactPValue: .estimate(
        pValue, from: limits.lower, to: limits.upper, level: level, method: "Clopper-Pearson"),
      meanOfDraws: .estimate(mean, standardError: error),
      nullExpectation: .computing { () throws(NumericalError) -> Outcome in
        try index.nullExpectation(counts)
      }, counts, stamp)
  }

  /// Why no tables are drawn, or `nil`.
  private func problem(
    _ index: any CountedSegregationIndex, _ counts: SegregationCounts
  ) -> String? {
    if let problem = index.optionProblem ?? counts.problem ?? ConfidenceLevel.problem(level) {
      return problem
    }
    guard (1...Self.mostDraws).contains(draws) else {
      return "The number of tables to draw must lie between 1 and \(Self.mostDraws)."
    }
    guard counts.total <= FixedMarginsSampler.mostPeople else {
      return "There are more than \(FixedMarginsSampler.mostPeople) people; "
        + "the G test beside the index serves."
    }
    return nil
  }
}
