public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The ratio of event rates common to all strata, by Mantel and Haenszel, with the interval of
/// Greenland and Robins: promotions or exits per person and time with like compared to like.
///
///     ratio = sum of focalEvents × referenceExposure / exposure
///           / sum of referenceEvents × focalExposure / exposure
///     variance of ln ratio = sum of events × focalExposure × referenceExposure / exposure²
///           / (numerator × denominator of the ratio)
///
/// Range 0 to infinity; 1 means equal rates within strata, below 1 the focal group has fewer events.
/// Where one group has no event in any stratum the ratio is 0 or infinite and has no interval. Strata
/// in which a group was not at risk, or nothing happened, say nothing and are left out. Cost: one pass.
/// - Source: Greenland and Robins (1985), Biometrics 41, 55-68; Rothman, Greenland and Lash (2008),
///   Modern Epidemiology, chapter 15.
public struct MantelHaenszelRateRatio: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "mantel-haenszel-rate-ratio", title: "Common ratio of event rates (Mantel-Haenszel)",
    formula: "sum over strata of focal events × reference exposure / exposure, over the sum of "
      + "reference events × focal exposure / exposure",
    range: "0 to infinity; 1 means equal rates within strata; below 1 the focal group has fewer "
      + "events",
    assumptions: [
      "Events happen independently at one rate per person and time in each group and stratum.",
      "The ratio is the same in every stratum; otherwise it is a weighted mean of them.",
    ],
    source: "Greenland and Robins (1985), Biometrics 41, 55-68")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "focal / reference, nothing added to zero counts, Greenland-Robins variance, "
        + ConfidenceLevel.words(level))
  }

  /// The common ratio of event rates, or why there is none.
  public func callAsFunction(_ rates: StratifiedEventRates) -> Outcome {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    let strata = rates.informative
    guard !strata.isEmpty else {
      return .notEstimable(reason: StratifiedEventRates.requirement)
    }
    var focal = CompensatedSum()
    var reference = CompensatedSum()
    var spread = CompensatedSum()
    for stratum in strata {
      let exposure = stratum.focalExposure + stratum.referenceExposure
      let focalShare = stratum.focalExposure / exposure
      let referenceShare = stratum.referenceExposure / exposure
      focal.add(Double(stratum.focalEvents) * referenceShare)
      reference.add(Double(stratum.referenceEvents) * focalShare)
      spread.add(
        (Double(stratum.focalEvents) + Double(stratum.referenceEvents)) * focalShare
          * referenceShare)
    }
    guard focal.value > 0, reference.value > 0 else {
      return .estimate(focal.value > 0 ? .infinity : 0)
    }
    let value = focal.value / reference.value
    let error = (spread.value / focal.value / reference.value).squareRoot()
    return .computing { () throws(NumericalError) -> Outcome in
      let factor = exp(try NormalDistribution.standard.criticalValue(level: level) * error)
      return .estimate(
        value, from: value / factor, to: value * factor, level: level,
        method: rates.naming("Greenland-Robins"))
    }
  }
}
