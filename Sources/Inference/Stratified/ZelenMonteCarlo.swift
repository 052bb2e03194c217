public import Aggregates
public import Estimates
import NumericalKernel

/// Zelen's test of equal odds ratios by drawing sets of tables with the same margins at random.
///
///     p = (b + 1) / (m + 1)
///
/// b: how many of m sets drawn, given the margins of every stratum and the number selected from the
/// focal group over all strata, are no more probable than the one seen, equal within one part in
/// ten million counting as equal. The p-value is valid for any m and approaches that of
/// `ZelenTest`, for which `exactPValue` has an interval. The same seed gives the same p-value
/// however many processors share the work. Strata without both groups and both outcomes are left
/// out and named. The cost grows as draws x the sum over strata of the standard deviation of the
/// number selected; a million draws of six strata of 4,500 people in all take about a quarter of a
/// second of one processor.
/// - Source: Zelen (1971), Biometrika 58, 129-137; Phipson and Smyth (2010), Statistical
///   Applications in Genetics and Molecular Biology 9, article 39, for p.
public struct ZelenMonteCarlo: StatisticalMethod {
  /// The most sets of tables that may be drawn.
  public static let mostDraws = 1_000_000_000

  /// How many sets of tables are drawn, from 1 to `mostDraws`.
  public let draws: Int
  /// The seed of the random numbers.
  public let seed: UInt64
  /// The nominal coverage of the interval for the exact p-value.
  public let level: Double

  /// Makes the method.
  public init(draws: Int = 100_000, seed: UInt64 = 1, level: Double = 0.99) {
    self.draws = draws
    self.seed = seed
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "zelen-monte-carlo", title: "Zelen's test of equal odds ratios (Monte Carlo)",
    formula: "(b + 1) / (m + 1) with b of m sets of tables, drawn at random given the margins of "
      + "every stratum and the total selected from the focal group, no more probable than the one "
      + "seen",
    range: "a p-value between 1 / (m + 1) and 1",
    assumptions: [
      "People are selected independently with one probability per group and stratum.",
      "Conditional on all margins, which makes it cautious where few are selected.",
      "Drawn at random with a fixed seed; another seed gives another p-value within the interval "
        + "named beside it.",
    ],
    source: "Zelen (1971), Biometrika 58, 129-137; Phipson and Smyth (2010), Statistical "
      + "Applications in Genetics and Molecular Biology 9, article 39")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "minimum likelihood, relative tie tolerance 1e-7, \(draws) sets of tables drawn, "
        + "seed \(seed)")
  }

  /// The test of equal odds ratios, with the interval for the exact p-value in its convention, or
  /// why there is none.
  public func callAsFunction(_ tables: StratifiedTables) -> Outcome {
    outcome(tables) { drawn, informative in
      .test(
        pValue: drawn.value, convention: informative.naming(stamp.convention + ", " + drawn.words))
    }
  }

  /// The p-value as an estimate of the exact one, with the Clopper-Pearson interval of the
  /// probability of drawing a set no more probable than the one seen; or why there is none.
  public func exactPValue(_ tables: StratifiedTables) -> Outcome {
    outcome(tables) { drawn, _ in drawn.estimate }
  }

  private func outcome(
    _ tables: StratifiedTables, _ make: (DrawnPValue, InformativeStrata) -> Outcome
  ) -> Outcome {
    let informative = InformativeStrata(tables, about: .odds)
    if let problem = problem(of: informative) { return .notEstimable(reason: problem) }
    return .computing { () throws(NumericalError) -> Outcome in
      var counts: [FixedTotalSampler.Count] = []
      for table in informative.tables {
        let stratum = try Hypergeometric(
          population: table.total, marked: table.focalTotal, drawn: table.selected)
        counts.append(
          FixedTotalSampler.Count(
            least: stratum.support.lowerBound,
            logWeights: stratum.support.map { stratum.logProbability(of: $0) }))
      }
      let cells = informative.tables.map(\.focalSelected)
      let sampler = try FixedTotalSampler(counts, total: cells.reduce(0, +))
      // 1e-7 more in the logarithm is one part in ten million of the probability.
      let found = sampler.count(
        logWeightSumAtMost: sampler.logWeightSum(cells) + 1e-7, draws: draws, seed: seed)
      return try make(DrawnPValue(found: found, draws: draws, level: level), informative)
    }
  }

  /// Why no sets are drawn, or `nil`.
  private func problem(of informative: InformativeStrata) -> String? {
    guard informative.strata.count > 1 else {
      return "Fewer than two strata have both groups and both outcomes."
    }
    if let problem = ConfidenceLevel.problem(level) { return problem }
    guard (1...Self.mostDraws).contains(draws) else {
      return "The number of sets of tables to draw must lie between 1 and \(Self.mostDraws)."
    }
    let values = informative.tables.reduce(0) { sum, table in
      let smaller = min(
        min(table.focalTotal, table.referenceTotal),
        min(table.selected, table.total - table.selected))
      return sum + smaller + 1
    }
    guard values <= FixedTotalSampler.mostValues else {
      return "The strata are too large to draw sets of tables; the test of Breslow and Day serves."
    }
    return nil
  }
}
