public import Estimates
import NumericalKernel

/// A planned selection by a score on which two groups differ.
public struct ScorePlan: Codable, Hashable, Sendable {
  /// The mean of the reference group less that of the focal group, in standard deviations.
  public let standardizedDifference: Double
  /// The part of everyone that will be selected, between 0 and 1.
  public let selectionRatio: Double
  /// The focal group's part of everyone, between 0 and 1.
  public let focalShare: Double

  /// Makes a plan.
  public init(standardizedDifference: Double, selectionRatio: Double, focalShare: Double) {
    self.standardizedDifference = standardizedDifference
    self.selectionRatio = selectionRatio
    self.focalShare = focalShare
  }
}

/// The impact ratio to be expected from selection by a normally distributed score.
///
///     impact ratio = Q(cut + d) / Q(cut),  share Q(cut + d) + (1 - share) Q(cut) = selection ratio
///
/// Q is the normal upper tail, d the difference in means, and the cut is that of the mixture of
/// both groups, not of one normal distribution put in its place.
/// - Source: De Corte and Lievens (2003), International Journal of Selection and Assessment 11.
public struct ScoreForecast: StatisticalMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "score-forecast", title: "Impact ratio to be expected from a score",
    formula: "Q(cut + d) / Q(cut), with the cut that selects the part planned",
    range: "0 to infinity; below 1 where the focal group's mean is lower",
    assumptions: [
      "Scores are normal in both groups with the same spread.",
      "Everyone above one cut is selected and nobody else.",
    ],
    source: "De Corte and Lievens (2003), International Journal of Selection and Assessment 11")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "focal / reference, cut of the mixture, equal spread, no interval")
  }

  /// The expected ratio, or why there is none.
  public func callAsFunction(_ plan: ScorePlan) -> Outcome {
    let (difference, share) = (plan.standardizedDifference, plan.focalShare)
    guard difference.isFinite, abs(difference) <= 10 else {
      return .notEstimable(reason: "The difference must lie within 10 standard deviations.")
    }
    guard plan.selectionRatio > 0, plan.selectionRatio < 1, share > 0, share < 1 else {
      return .notEstimable(reason: "The parts selected and focal must lie between 0 and 1.")
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let normal = NormalDistribution.standard
      let cut = try RootFinder.increasingRoot(
        near: -normal.quantile(plan.selectionRatio), within: -35...35
      ) { (cut: Double) throws(NumericalError) -> Double in
        try 1
          - (share * normal.upperTail(cut + difference) + (1 - share) * normal.upperTail(cut))
          / plan.selectionRatio
      }
      return try .estimate(normal.upperTail(cut + difference) / normal.upperTail(cut))
    }
  }
}
