public import Estimates
import NumericalKernel

/// The ratio of two event rates with its exact conditional interval.
///
///     rateRatio = (focalEvents / focalExposure) / (referenceEvents / referenceExposure)
///
/// Range 0 to infinity; 1 means equal rates, below 1 the focal group has fewer events per person
/// and time. Given all events, those of the focal group are binomial; Clopper and Pearson's limits
/// of that share are turned into limits of the ratio. No focal events give 0 with lower limit 0,
/// no reference events an infinite ratio, no events at all leave it undefined.
/// - Source: Przyborowski and Wilenski (1940), Biometrika 31, 313-323.
public struct PoissonRateRatio: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "poisson-rate-ratio", title: "Ratio of event rates (exact interval)",
    formula: "(focal events / focal exposure) / (reference events / reference exposure)",
    range: "0 to infinity; 1 means equal rates; below 1 the focal group has fewer events",
    assumptions: [
      "Events happen independently at one rate per person and time in each group.",
      "One person's events do not set off another's; a mass layoff does.",
    ],
    source: "Przyborowski and Wilenski (1940), Biometrika 31, 313-323")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "focal / reference, exact given all events (Clopper-Pearson), "
        + ConfidenceLevel.words(level))
  }

  /// The ratio of the event rates, or why there is none.
  public func callAsFunction(_ rates: EventRates) -> Outcome {
    if let problem = rates.problem ?? ConfidenceLevel.problem(level) {
      return .notEstimable(reason: problem)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let exposureRatio = rates.referenceExposure / rates.focalExposure
      let all = rates.focalEvents + rates.referenceEvents
      // Odds from the limits of both shares, so neither is one minus the other.
      let focal = try ClopperPearsonInterval.limits(
        successes: rates.focalEvents, total: all, level: level)
      let reference = try ClopperPearsonInterval.limits(
        successes: rates.referenceEvents, total: all, level: level)
      let value =
        rates.referenceEvents == 0
        ? Double.infinity
        : Double(rates.focalEvents) / Double(rates.referenceEvents) * exposureRatio
      let upper =
        rates.referenceEvents == 0
        ? Double.infinity : focal.upper / reference.lower * exposureRatio
      return .estimate(
        value, from: focal.lower / reference.upper * exposureRatio, to: upper, level: level,
        method: "exact conditional")
    }
  }
}
