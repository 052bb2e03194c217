public import Estimates
import NumericalKernel

/// The test that two groups have equal event rates within every stratum.
///
///     Z = sum of (focalEvents - expected) / square root of the sum of variances
///     expected = events × focalExposure / exposure
///     variance = events × focalExposure × referenceExposure / exposure²
///
/// Given the events of a stratum, those of the focal group are binomial under equal rates. Z is positive
/// where the focal group has more events. Strata that differ in opposite directions cancel. Cost: one
/// pass.
/// - Source: Shore, Pasternack and Curnen (1976), American Journal of Epidemiology 103, 371-375;
///   Rothman, Greenland and Lash (2008), Modern Epidemiology, chapter 15.
public struct MantelHaenszelRateTest: StatisticalMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "mantel-haenszel-rate-test", title: "Test of equal event rates within strata",
    formula: "sum over strata of focal events - expected, over the root of the sum of the binomial "
      + "variances",
    range: "Z positive where the focal group has more events than expected",
    assumptions: [
      "Events happen independently at one rate per person and time in each group and stratum.",
      "Normal approximation to the sum over strata.",
      "Strata that differ in opposite directions cancel.",
    ],
    source: "Shore, Pasternack and Curnen (1976), American Journal of Epidemiology 103, 371-375")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "two-sided, no continuity correction") }

  /// The test of equal event rates within strata, or why there is none.
  public func callAsFunction(_ rates: StratifiedEventRates) -> Outcome {
    let strata = rates.informative
    guard !strata.isEmpty else {
      return .notEstimable(reason: StratifiedEventRates.requirement)
    }
    var difference = CompensatedSum()
    var variance = CompensatedSum()
    for stratum in strata {
      let exposure = stratum.focalExposure + stratum.referenceExposure
      let focalShare = stratum.focalExposure / exposure
      let referenceShare = stratum.referenceExposure / exposure
      // a - (a + b) p = a q - b p, which is 0 where rates are equal.
      difference.add(Double(stratum.focalEvents) * referenceShare)
      difference.add(-Double(stratum.referenceEvents) * focalShare)
      variance.add(
        (Double(stratum.focalEvents) + Double(stratum.referenceEvents)) * focalShare
          * referenceShare)
    }
    let statistic = difference.value / variance.value.squareRoot()
    return .computing { () throws(NumericalError) -> Outcome in
      try .test(
        "Z", statistic, pValue: NormalDistribution.standard.twoSidedTail(abs(statistic)),
        convention: rates.naming(stamp.convention))
    }
  }
}
