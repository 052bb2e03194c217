public import Estimates
import NumericalKernel

/// How many fewer people of a group would have left at the reference group's rate, with an interval.
///
///     avoided = focalExposure (focalRate - referenceRate)
///             = focalEvents - referenceEvents focalExposure / referenceExposure
///
/// In people, not rounded; positive where the focal group has more events per person and time,
/// negative where it has fewer. The interval joins the exact Poisson limits of both groups' events
/// (squared distances added), so it holds for few events and for none.
/// - Source: definition; Zou and Donner (2008), Statistics in Medicine 27, 1693-1702, for joining the
///   limits; Garwood (1936), Biometrika 28, 437-442, for the limits.
public struct AvoidedAtReferenceRate: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "avoided-at-reference-rate", title: "Fewer leavers at the reference rate",
    formula: "focal events - reference events x focal exposure / reference exposure",
    range: "people; positive where the focal group leaves more often",
    assumptions: [
      "Events happen independently at one rate per person and time in each group.",
      "Whoever stays fills a post that would have been vacant.",
    ],
    source:
      "definition; Zou and Donner (2008), Statistics in Medicine 27, 1693-1702; Garwood (1936), "
      + "Biometrika 28, 437-442")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "people, not rounded, from exact Poisson limits, " + ConfidenceLevel.words(level))
  }

  /// The events avoided, or why they are not known.
  public func callAsFunction(_ rates: EventRates) -> Outcome {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    if rates.focalExposure == 0 {
      return .notEstimable(reason: "Nobody of the focal group was at risk.")
    }
    if rates.referenceExposure == 0 {
      return .notEstimable(reason: "Nobody of the reference group was at risk.")
    }
    return .computing { () throws(NumericalError) -> Outcome in
      try PoissonDifference(
        focal: rates.focalEvents, times: 1, reference: rates.referenceEvents,
        times: rates.focalExposure / rates.referenceExposure
      ).outcome(level: level)
    }
  }
}
