public import Estimates
import NumericalKernel

/// The test of a linear trend of rates over ordered groups, by Cochran and Armitage.
///
///     Z = sum of score × (selected - total × rate)
///         / sqrt(rate (1 - rate) × sum of total × (score - mean score)^2),  rate over all groups
///
/// Positive when the rate rises with the score. The scores are the caller's, are printed with the
/// number, and only their relative spacing matters. With two groups it is the pooled Z test.
/// Undefined where nobody or everybody was selected, or where everyone has the same score.
/// - Source: Cochran (1954), Biometrics 10, 417-451; Armitage (1955), Biometrics 11, 375-386.
public struct CochranArmitageTrendTest: StatisticalMethod {
  /// The score of each group, in the order of the groups.
  public let scores: [Double]

  /// Makes the method.
  public init(scores: [Double]) { self.scores = scores }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "cochran-armitage", title: "Cochran-Armitage trend test",
    formula: "sum over groups of score × (selected - expected) / its standard error under equal "
      + "rates",
    range: "any number; positive when the rate rises with the score",
    assumptions: [
      "People are selected independently with one probability per group.",
      "The groups are ordered and the scores were fixed before the rates were seen.",
      "Normal approximation; with few selected people it is rough.",
    ],
    source: "Cochran (1954), Biometrics 10, 417-451; Armitage (1955), Biometrics 11, 375-386")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "two-sided, binomial variance, no continuity correction, scores "
        + scores.map { ConfidenceLevel.plain($0) }.joined(separator: ", "))
  }

  /// The test of a trend over groups in the order of the scores, or why there is none.
  public func callAsFunction(_ groups: [BinomialCount]) -> Outcome {
    guard groups.count == scores.count else {
      return .notEstimable(
        reason: "There are \(groups.count) groups and \(scores.count) scores.")
    }
    guard scores.allSatisfy({ $0.isFinite }) else {
      return .notEstimable(reason: "A score is not a finite number.")
    }
    let total = groups.reduce(0) { $0 + $1.total }
    let selected = groups.reduce(0) { $0 + $1.successes }
    guard total > 0 else { return .notEstimable(reason: "Nobody is in any group.") }
    guard selected > 0 else { return .notEstimable(reason: "Nobody was selected in any group.") }
    guard selected < total else {
      return .notEstimable(reason: "Everybody was selected in every group.")
    }
    let occupied = zip(scores, groups).filter { $0.1.total > 0 }
    let lowest = occupied.map(\.0).min() ?? 0
    guard occupied.contains(where: { $0.0 > lowest }) else {
      return .notEstimable(reason: "Everyone has the same score.")
    }
    let mean =
      CompensatedSum(occupied.map { $0.0 * Double($0.1.total) }).value / Double(total)
    // N x - n m in integers, so equal rates give exactly zero.
    let slope = CompensatedSum(
      occupied.map { score, group in
        let excess =
          Int128(group.successes) * Int128(total) - Int128(group.total) * Int128(selected)
        return (score - mean) * (Double(excess) / Double(total))
      })
    let spread = CompensatedSum(
      occupied.map { Double($0.1.total) * ($0.0 - mean) * ($0.0 - mean) })
    let rate = Double(selected) / Double(total)
    let unselected = Double(total - selected) / Double(total)
    return .computing { () throws(NumericalError) -> Outcome in
      let z = slope.value / (rate * unselected * spread.value).squareRoot()
      return try .test(
        "Z", z, pValue: NormalDistribution.standard.twoSidedTail(z), convention: stamp.convention)
    }
  }
}
