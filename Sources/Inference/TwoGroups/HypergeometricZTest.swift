public import Aggregates
public import Estimates
import NumericalKernel

/// The Z test of equal selection rates with the variance given both margins.
///
///     Z = (a - n1 m / N) / sqrt(n1 n2 m (N - m) / (N^2 (N - 1)))
///
/// a of n1: selected of the focal group; n2: the reference group; m of N: selected of everyone. Any
/// number; positive when the focal group is selected more often. It is the pooled Z times
/// `sqrt((N - 1) / N)`, and its square is Pearson's chi-squared with N - 1 in place of N. Undefined
/// where nobody or everybody was selected.
/// - Source: Mantel and Haenszel (1959), Journal of the National Cancer Institute 22, 719-748, for
///   one stratum.
public struct HypergeometricZTest: StatisticalMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "z-hypergeometric", title: "Z test of two rates (hypergeometric variance)",
    formula: "(focal selected - its mean given both margins) / sqrt(its variance given both "
      + "margins)",
    range: "any number; positive when the focal group is selected more often",
    assumptions: [
      "People are selected independently with one probability per group.",
      "Normal approximation; with expected counts under 5 read the exact test beside it.",
    ],
    source: "Mantel and Haenszel (1959), Journal of the National Cancer Institute 22, 719-748")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "two-sided, variance given both margins, no continuity correction")
  }

  /// The test of equal rates, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = table.problem ?? table.outcomeProblem {
      return .notEstimable(reason: problem)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let groups = Double(table.focalTotal) * Double(table.referenceTotal)
      let outcomes = Double(table.selected) * Double(table.total - table.selected)
      let z =
        Double(table.crossDifference) / groups.squareRoot()
        * (Double(table.total - 1) / outcomes).squareRoot()
      return try .test(
        "Z", z, pValue: NormalDistribution.standard.twoSidedTail(z), convention: stamp.convention)
    }
  }
}
