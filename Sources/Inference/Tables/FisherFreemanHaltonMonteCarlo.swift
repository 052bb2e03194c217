public import Aggregates
public import Estimates
import NumericalKernel

/// The Fisher-Freeman-Halton test of a table by drawing tables with the same margins at random.
///
///     p = (b + 1) / (m + 1)
///
/// b: how many of m tables drawn are no more probable than the one seen, equal within one part in
/// ten million counting as equal. The p-value is valid for any m and approaches that of
/// `FisherFreemanHaltonTest`, for which `exactPValue` has an interval. The same seed gives the same
/// p-value however many processors share the work. Rows and columns with nobody are left out and
/// named. The cost grows as draws x rows x columns; a million draws of a table of five by four take
/// about a fifth of a second of one processor.
/// - Source: Freeman and Halton (1951), Biometrika 38, 141-149; Patefield (1981), Applied Statistics
///   30, 91-97; Phipson and Smyth (2010), Statistical Applications in Genetics and Molecular Biology
///   9, article 39, for p.
public struct FisherFreemanHaltonMonteCarlo: StatisticalMethod {
  /// The most tables that may be drawn.
  public static let mostDraws = 1_000_000_000

  /// How many tables are drawn, from 1 to `mostDraws`.
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
    id: "fisher-freeman-halton-monte-carlo", title: "Fisher-Freeman-Halton test (Monte Carlo)",
    formula: "(b + 1) / (m + 1) with b of m tables, drawn at random given both margins, no more "
      + "probable than the one seen",
    range: "a p-value between 1 / (m + 1) and 1",
    assumptions: [
      "People are independent, with one set of outcome probabilities per group.",
      "Conditional on both margins, which makes it cautious in small tables.",
      "Drawn at random with a fixed seed; another seed gives another p-value within the interval "
        + "named beside it.",
    ],
    source: "Freeman and Halton (1951), Biometrika 38, 141-149; Patefield (1981), Applied "
      + "Statistics 30, 91-97; Phipson and Smyth (2010), Statistical Applications in Genetics and "
      + "Molecular Biology 9, article 39")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "minimum likelihood, relative tie tolerance 1e-7, \(draws) tables drawn, "
        + "seed \(seed)")
  }

  /// The test of equal shares, with the interval for the exact p-value in its convention, or why
  /// there is none.
  public func callAsFunction(_ table: ContingencyTable) -> Outcome {
    let occupied = OccupiedTable(table)
    if let problem = problem(of: occupied) { return .notEstimable(reason: problem) }
    return .computing { () throws(NumericalError) -> Outcome in
      let drawn = try drawn(occupied)
      return .test(
        pValue: drawn.value, convention: occupied.naming(stamp.convention + ", " + drawn.words))
    }
  }

  /// The p-value as an estimate of the exact one, with the Clopper-Pearson interval of the
  /// probability of drawing a table no more probable than the one seen; or why there is none.
  public func exactPValue(_ table: ContingencyTable) -> Outcome {
    let occupied = OccupiedTable(table)
    if let problem = problem(of: occupied) { return .notEstimable(reason: problem) }
    return .computing { () throws(NumericalError) -> Outcome in try drawn(occupied).estimate }
  }

  /// How many of the tables drawn are no more probable than the one seen.
  private func drawn(_ table: OccupiedTable) throws(NumericalError) -> DrawnPValue {
    let sampler = try FixedMarginsSampler(
      rowTotals: table.rowTotals, columnTotals: table.columnTotals)
    // A table is the less probable the larger the product of the factorials of its counts.
    let seen = sampler.logFactorialSum(table.rows.joined())
    let found = sampler.count(logFactorialSumAtLeast: seen - 1e-7, draws: draws, seed: seed)
    return try DrawnPValue(found: found, draws: draws, level: level)
  }

  /// Why no tables are drawn, or `nil`.
  private func problem(of table: OccupiedTable) -> String? {
    if let problem = table.problem ?? ConfidenceLevel.problem(level) { return problem }
    guard (1...Self.mostDraws).contains(draws) else {
      return "The number of tables to draw must lie between 1 and \(Self.mostDraws)."
    }
    guard table.total <= FixedMarginsSampler.mostPeople else {
      return "There are more than \(FixedMarginsSampler.mostPeople) people; "
        + "the chi-squared test of the table serves."
    }
    return nil
  }
}
