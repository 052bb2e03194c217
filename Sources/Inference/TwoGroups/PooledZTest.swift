public import Aggregates
public import Estimates
import NumericalKernel

/// The Z test of equal selection rates with the pooled standard error ("two standard deviations").
///
///     Z = (focalRate - referenceRate)
///         / sqrt(rate (1 - rate) (1 / focalTotal + 1 / referenceTotal)),  rate over both groups
///
/// Positive when the focal group is selected more often. Its square is Pearson's chi-squared.
/// Undefined where nobody or everybody was selected: the groups cannot differ.
/// - Source: Pearson (1900); Fleiss, Levin and Paik (2003), section 3.1.
public struct PooledZTest: StatisticalMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "z-pooled", title: "Z test of two rates (pooled)",
    formula: "(focal rate - reference rate) / sqrt(pooled rate (1 - pooled rate) (1 / focal total "
      + "+ 1 / reference total))",
    range: "any number; positive when the focal group is selected more often",
    assumptions: [
      "People are selected independently with one probability per group.",
      "Normal approximation; with expected counts under 5 read the exact test beside it.",
    ],
    source: "Fleiss, Levin and Paik (2003), section 3.1")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "two-sided, pooled variance, no continuity correction")
  }

  /// The test of equal rates, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = table.problem { return .notEstimable(reason: problem) }
    guard table.selected > 0 else {
      return .notEstimable(reason: "Nobody was selected in either group.")
    }
    guard table.selected < table.total else {
      return .notEstimable(reason: "Everybody was selected in both groups.")
    }
    return .computing { () throws(NumericalError) -> Outcome in
      // (a n2 - c n1) in integers, so equal rates give exactly zero.
      let difference =
        Int128(table.focalSelected) * Int128(table.referenceTotal)
        - Int128(table.referenceSelected) * Int128(table.focalTotal)
      let rate = Double(table.selected) / Double(table.total)
      let unselected = Double(table.total - table.selected) / Double(table.total)
      let product = Double(table.focalTotal) * Double(table.referenceTotal)
      let z = Double(difference) / (rate * unselected * product * Double(table.total)).squareRoot()
      return try .test(
        "Z", z, pValue: NormalDistribution.standard.twoSidedTail(z), convention: stamp.convention)
    }
  }
}
