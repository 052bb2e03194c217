public import Estimates
import NumericalKernel

/// Events per 100 units of exposure with Garwood's exact Poisson interval.
///
///     rate = 100 events / exposure
///     lower = 100 chiSquared(lower tail (1 - level) / 2; 2 events) / 2 / exposure
///     upper = 100 chiSquared(upper tail (1 - level) / 2; 2 events + 2) / 2 / exposure
///
/// Range 0 and up, per 100; no events have lower limit 0. The exposure is a sum of person-time, so
/// it may be any positive number, and a rate may exceed 100.
/// - Source: Garwood (1936), Biometrika 28, 437-442.
public struct EventRatePer100: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "event-rate-per-100", title: "Events per 100 (Garwood interval)",
    formula: "100 x events / exposure",
    range: "0 and up, events per 100 units of exposure",
    assumptions: [
      "Events happen independently at one rate per person and time.",
      "The exposure is the person-time in which an event could happen.",
    ],
    source: "Garwood (1936), Biometrika 28, 437-442")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "exact Poisson, " + ConfidenceLevel.words(level))
  }

  /// The rate per 100, or why there is none.
  public func callAsFunction(_ rate: EventRate) -> Outcome {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    guard rate.exposure > 0 else { return .notEstimable(reason: "Nobody was at risk.") }
    return .computing { () throws(NumericalError) -> Outcome in
      let tail = (1 - level) / 2
      let events = Double(rate.events)
      let lower =
        rate.events == 0
        ? 0 : try ChiSquared(degreesOfFreedom: 2 * events).quantile(lowerTail: tail) / 2
      let upper = try ChiSquared(degreesOfFreedom: 2 * events + 2).quantile(upperTail: tail) / 2
      return .estimate(
        100 * events / rate.exposure, from: 100 * lower / rate.exposure,
        to: 100 * upper / rate.exposure, level: level, method: "Garwood exact Poisson")
    }
  }
}
