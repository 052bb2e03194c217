public import Aggregates
public import Estimates
import NumericalKernel

/// The exact test that all groups have the same shares of every outcome, by Fisher, Freeman and
/// Halton.
///
///     p = sum of the probabilities of the tables with the same margins no more probable than the
///         one seen
///
/// Given both margins a table's probability is the product of the factorials of its margins over the
/// factorial of N and those of its counts; probabilities equal within one part in ten million count
/// as equal. With two groups and two outcomes it is Fisher's exact test. Rows and columns with
/// nobody are left out and named. The tables are followed column by column through a network, with
/// the steps counted; beyond `budget` steps, about a second or two and at most some 500 megabytes,
/// there is no p-value, and `FisherFreemanHaltonMonteCarlo` serves.
/// - Source: Freeman and Halton (1951), Biometrika 38, 141-149; Mehta and Patel (1983), Journal of
///   the American Statistical Association 78, 427-434.
public struct FisherFreemanHaltonTest: StatisticalMethod {
  /// The steps after which the computation is given up: additions to a partial table, each counted
  /// once per different product of factorials that leads to it.
  public static let budget = 20_000_000

  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "fisher-freeman-halton", title: "Fisher-Freeman-Halton exact test",
    formula: "the probability, given both margins, of tables no more probable than the one seen",
    range: "a p-value between 0 and 1",
    assumptions: [
      "People are independent, with one set of outcome probabilities per group.",
      "Conditional on both margins, which makes it cautious in small tables.",
      "It says that groups differ, not which; an order of the groups or outcomes is not used.",
    ],
    source: "Freeman and Halton (1951), Biometrika 38, 141-149; Mehta and Patel (1983), Journal of "
      + "the American Statistical Association 78, 427-434")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "minimum likelihood, relative tie tolerance 1e-7")
  }

  /// The test of equal shares, or why there is none.
  public func callAsFunction(_ table: ContingencyTable) -> Outcome {
    let occupied = OccupiedTable(table)
    if let problem = occupied.problem { return .notEstimable(reason: problem) }
    return .computing { () throws(NumericalError) -> Outcome in
      guard let pValue = try pValue(occupied) else {
        return .notEstimable(
          reason: "There are too many tables with these margins to follow them all; "
            + "FisherFreemanHaltonMonteCarlo draws some of them at random.")
      }
      return .test(pValue: min(1, pValue), convention: occupied.naming(stamp.convention))
    }
  }

  private func pValue(_ table: OccupiedTable) throws(NumericalError) -> Double? {
    if table.rows.count == 2, table.columnTotals.count == 2 {
      return try Hypergeometric(
        population: table.total, marked: table.rowTotals[0], drawn: table.columnTotals[0]
      ).minimumLikelihoodTail(of: table.rows[0][0])
    }
    // The network remembers what is left of the shorter side's totals.
    let rowsAreFewer = table.rows.count <= table.columnTotals.count
    guard
      let network = try TableNetwork(
        rows: rowsAreFewer ? table.rowTotals : table.columnTotals,
        columns: rowsAreFewer ? table.columnTotals : table.rowTotals)
    else { return nil }
    return network.probability(
      ofNoMoreThan: table.rows.flatMap { $0 }, tolerance: 1e-7, budget: Self.budget)
  }
}
