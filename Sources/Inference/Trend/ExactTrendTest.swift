public import Estimates
import NumericalKernel

/// The exact conditional test of a linear trend of rates over ordered groups.
///
/// Given the groups' totals and the number selected in all, every division of the selected over the
/// groups has a known probability where the rates are equal. The statistic is the sum of the scores
/// of the selected; sums equal within one part in a thousand million count as equal. The p-value is
/// twice the smaller tail, at most 1, or by choice the probability of the sums no more probable than
/// the one seen, equal within one part in ten million counting as equal. Where there are too many
/// divisions to follow, the test is not made: then the asymptotic one serves.
/// - Source: Agresti, Mehta and Patel (1990), Journal of the American Statistical Association 85,
///   453-458.
public struct ExactTrendTest: StatisticalMethod {
  /// The score of each group, in the order of the groups.
  public let scores: [Double]
  /// What counts as extreme on the other side.
  public let twoSided: TwoSidedConvention

  /// Makes the method.
  public init(scores: [Double], twoSided: TwoSidedConvention = .central) {
    self.scores = scores
    self.twoSided = twoSided
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "exact-trend", title: "Exact trend test",
    formula: "twice the smaller probability, given the groups' totals and the number selected, of "
      + "a sum of scores of the selected at least as low or at least as high as the one seen; or "
      + "the probability of sums no more probable than the one seen",
    range: "a p-value between 0 and 1",
    assumptions: [
      "People are selected independently with one probability per group.",
      "The groups are ordered and the scores were fixed before the rates were seen.",
    ],
    source: "Agresti, Mehta and Patel (1990), Journal of the American Statistical Association 85, "
      + "453-458")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: Self.card.id + (twoSided == .central ? "-central" : "-minlike"),
      convention: twoSided.words
        + (twoSided == .central ? "" : ", relative tie tolerance 1e-7") + ", scores "
        + scores.map { ConfidenceLevel.plain($0) }.joined(separator: ", "))
  }

  /// The test of a trend over groups in the order of the scores, or why there is none.
  ///
  /// The statistic is that of `CochranArmitageTrendTest`, for its sign.
  public func callAsFunction(_ groups: [BinomialCount]) -> Outcome {
    let asymptotic = CochranArmitageTrendTest(scores: scores)(groups)
    guard case .test(let trend) = asymptotic else { return asymptotic }
    let total = groups.reduce(0) { $0 + $1.total }
    let selected = groups.reduce(0) { $0 + $1.successes }
    return .computing { () throws(NumericalError) -> Outcome in
      // The rate cancels; at the pooled one no weight is far from its largest.
      let rate = Double(selected) / Double(total)
      var logWeights: [[Double]] = []
      for group in groups {
        let binomial = try BinomialDistribution(trials: group.total, probability: rate)
        logWeights.append(
          (0...min(group.total, selected)).map { binomial.logProbability(of: $0) })
      }
      let pValue =
        switch twoSided {
        case .central: central(groups, logWeights, selected)
        case .minimumLikelihood: minimumLikelihood(groups, logWeights, selected)
        }
      guard let pValue else {
        return .notEstimable(reason: "There are too many divisions of the selected to follow.")
      }
      return .test(
        "Z", trend.statistic, pValue: min(1, pValue), convention: stamp.convention)
    }
  }

  /// Twice the smaller tail, or `nil` where there are too many divisions.
  private func central(
    _ groups: [BinomialCount], _ logWeights: [[Double]], _ selected: Int
  ) -> Double? {
    let sum = CompensatedSum(zip(scores, groups).map { $0 * Double($1.successes) }).value
    let largest = scores.map { abs($0) }.max() ?? 0
    let tolerance = 1e-9 * largest * Double(selected)
    func tail(_ sign: Double) -> Double? {
      Self.network(scores.map { sign * $0 }, logWeights, selected)
        .probability(ofAtMost: sign * sum + tolerance)
    }
    guard let low = tail(1), let high = tail(-1) else { return nil }
    return 2 * min(low, high)
  }

  /// The probability of the sums no more probable than the one seen, or `nil` where there are too
  /// many divisions.
  private func minimumLikelihood(
    _ groups: [BinomialCount], _ logWeights: [[Double]], _ selected: Int
  ) -> Double? {
    // Moved and stretched to lie from 0 to 1, scores of any size tell equal sums from others.
    let (lowest, highest) = (scores.min() ?? 0, scores.max() ?? 0)
    let unit = scores.map { ($0 - lowest) / (highest - lowest) }
    let sum = CompensatedSum(zip(unit, groups).map { $0 * Double($1.successes) }).value
    guard
      let distribution = Self.network(unit, logWeights, selected).distribution(),
      let seen = distribution.min(by: { abs($0.value - sum) < abs($1.value - sum) })
    else { return nil }
    let tied = seen.probability * (1 + 1e-7)
    return CompensatedSum(distribution.map(\.probability).filter { $0 <= tied }).value
  }

  private static func network(
    _ scores: [Double], _ logWeights: [[Double]], _ selected: Int
  ) -> ConditionalNetwork {
    ConditionalNetwork(
      zip(scores, logWeights).map { score, logWeights in
        ConditionalNetwork.Step(
          least: 0, logWeights: logWeights, values: logWeights.indices.map { score * Double($0) })
      }, total: selected)
  }
}
