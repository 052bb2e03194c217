public import Aggregates
public import Estimates
import NumericalKernel

/// The Z test of equal selection rates with the variance of each group apart.
///
///     Z = (p1 - p2) / sqrt(p1 (1 - p1) / n1 + p2 (1 - p2) / n2)
///
/// p1, n1: rate and size of the focal group; p2, n2: of the reference group. Any number; positive
/// when the focal group is selected more often. It rejects too often in small groups. Undefined
/// where both rates are 0 or 1, since the variance is 0 there.
/// - Source: Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, 3rd
///   edition, chapter 3.
public struct UnpooledZTest: StatisticalMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "z-unpooled", title: "Z test of two rates (unpooled)",
    formula: "(focal rate - reference rate) / sqrt(focal rate (1 - focal rate) / focal total + "
      + "reference rate (1 - reference rate) / reference total)",
    range: "any number; positive when the focal group is selected more often",
    assumptions: [
      "People are selected independently with one probability per group.",
      "Large-sample approximation; it rejects too often in small groups.",
    ],
    source: "Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, "
      + "chapter 3")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "two-sided, unpooled variance, no continuity correction")
  }

  /// The test of equal rates, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = table.problem ?? table.outcomeProblem {
      return .notEstimable(reason: problem)
    }
    func variance(_ selected: Int, _ rejected: Int) -> Double {
      let total = Double(selected + rejected)
      return Double(selected) / total * (Double(rejected) / total) / total
    }
    let sum =
      variance(table.focalSelected, table.focalRejected)
      + variance(table.referenceSelected, table.referenceRejected)
    guard sum > 0 else {
      return .notEstimable(
        reason: "Everybody of one group was selected and nobody of the other; the unpooled "
          + "variance is 0.")
    }
    return .computing { () throws(NumericalError) -> Outcome in
      // In integers up to the division, so equal rates give exactly zero.
      let difference =
        Double(table.crossDifference) / Double(table.focalTotal) / Double(table.referenceTotal)
      let z = difference / sum.squareRoot()
      return try .test(
        "Z", z, pValue: NormalDistribution.standard.twoSidedTail(z), convention: stamp.convention)
    }
  }
}
