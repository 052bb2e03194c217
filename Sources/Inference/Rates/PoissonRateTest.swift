public import Estimates
import NumericalKernel

/// The exact conditional test of equal event rates.
///
/// Given all events, those of the focal group are binomial with the focal share of the exposure as
/// probability. By twice the smaller tail, the default, the test agrees with the exact interval of
/// the rate ratio; by minimum likelihood it can disagree with it near the limits.
/// - Source: Przyborowski and Wilenski (1940), Biometrika 31, 313-323.
public struct PoissonRateTest: StatisticalMethod {
  /// What counts as extreme on the other side.
  public let twoSided: TwoSidedConvention

  /// Makes the method.
  public init(twoSided: TwoSidedConvention = .central) { self.twoSided = twoSided }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "poisson-rate-test", title: "Exact test of two event rates",
    formula: "the binomial probability, given all events, of splits at least as far from the split "
      + "of the exposure as the one seen",
    range: "a p-value between 0 and 1",
    assumptions: [
      "Events happen independently at one rate per person and time in each group.",
      "One person's events do not set off another's; a mass layoff does.",
    ],
    source: "Przyborowski and Wilenski (1940), Biometrika 31, 313-323")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: twoSided == .minimumLikelihood ? "poisson-rate-test-minlike" : nil,
      convention: "exact given all events, " + twoSided.words)
  }

  /// The test of equal event rates, or why there is none.
  public func callAsFunction(_ rates: EventRates) -> Outcome {
    if let problem = rates.problem { return .notEstimable(reason: problem) }
    return .computing { () throws(NumericalError) -> Outcome in
      let exposure = rates.focalExposure + rates.referenceExposure
      let focalEvents = try BinomialDistribution(
        trials: rates.focalEvents + rates.referenceEvents,
        probability: rates.focalExposure / exposure,
        complement: rates.referenceExposure / exposure)
      let pValue =
        switch twoSided {
        case .minimumLikelihood: focalEvents.minimumLikelihoodTail(of: rates.focalEvents)
        case .central: focalEvents.centralTail(of: rates.focalEvents)
        }
      return .test(pValue: pValue, convention: stamp.convention)
    }
  }
}
