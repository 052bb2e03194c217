public import Estimates
import NumericalKernel

/// Two groups of given size and the rate of the reference group.
public struct DetectionDesign: Codable, Hashable, Sendable {
  /// People in the focal group.
  public let focalTotal: Int
  /// People in the reference group.
  public let referenceTotal: Int
  /// The rate of the reference group, above 0 and at most 1.
  public let referenceRate: Double

  /// Makes a design.
  public init(focalTotal: Int, referenceTotal: Int, referenceRate: Double) {
    self.focalTotal = focalTotal
    self.referenceTotal = referenceTotal
    self.referenceRate = referenceRate
  }
}

/// The impact ratio nearest to 1 that a test would have found with a stated power.
///
/// "With these numbers only a ratio below x could have been detected." The reference group has the
/// rate given, the focal group the ratio times it. Power is that of the test itself, over all pairs
/// of counts. It need not rise at every step away from 1, so the answer is the ratio from which on
/// power stays at the target or above at every one of 200 even steps to the farthest ratio,
/// narrowed by bisection within the last step. Undefined where not even the farthest ratio (0, or
/// 1 over the reference rate) is found with that power.
/// - Source: Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, for
///   the detectable effect.
public struct MinimumDetectableRatio: StatisticalMethod {
  /// On which side of 1 the ratio lies.
  public enum Side: String, Codable, Hashable, Sendable, CaseIterable {
    /// The focal group is selected less often.
    case below
    /// The focal group is selected more often.
    case above
  }

  /// The test.
  public let test: RateTest
  /// On which side of 1 the ratio lies.
  public let side: Side
  /// The test rejects where its p-value is at most this.
  public let alpha: Double
  /// The power to reach.
  public let power: Double

  /// Makes the method.
  public init(test: RateTest, side: Side = .below, alpha: Double = 0.05, power: Double = 0.8) {
    self.test = test
    self.side = side
    self.alpha = alpha
    self.power = power
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "minimum-detectable-ratio", title: "Smallest detectable departure of the impact ratio",
    formula: "the ratio nearest to 1 from which on the exact power is at least the power stated",
    range: "0 to 1 below, 1 to 1 / reference rate above; farther from 1 means less could be seen",
    assumptions: [
      "People are selected independently with one probability per group.",
      "The reference group's rate is the true one.",
    ],
    source: "Cohen (1988), Statistical Power Analysis for the Behavioral Sciences")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "\(test.method.stamp.id), rejects at p <= \(alpha), exact power \(power), "
        + "ratio \(side.rawValue) 1")
  }

  /// The ratio, or why there is none.
  public func callAsFunction(_ design: DetectionDesign) -> Outcome {
    if let problem = RateTest.problem(alpha: alpha, target: power)
      ?? PowerDesign.problem(rates: design.referenceRate)
      ?? test.problem(focalTotal: design.focalTotal, referenceTotal: design.referenceTotal)
    {
      return .notEstimable(reason: problem)
    }
    let reference = design.referenceRate
    guard reference > 0 else {
      return .notEstimable(reason: "Nobody of the reference group is selected at this rate.")
    }
    guard
      let region = TestRegion(
        test, focalTotal: design.focalTotal, referenceTotal: design.referenceTotal, alpha: alpha)
    else { return .notEstimable(reason: "A p-value could not be computed.") }
    return .computing { () throws(NumericalError) -> Outcome in
      func reaches(_ rate: Double) throws(NumericalError) -> Bool {
        try region.probability(focalRate: rate, referenceRate: reference) >= power
      }
      let farthest = side == .below ? 0.0 : 1
      guard farthest != reference, try reaches(farthest) else {
        return .notEstimable(
          reason: "With so few people no ratio on this side would be found with that power.")
      }
      let steps = 200
      var found = farthest
      var missed = reference
      for step in 1...steps {
        let rate =
          step == steps
          ? reference : farthest + (reference - farthest) * Double(step) / Double(steps)
        guard try reaches(rate) else {
          missed = rate
          break
        }
        found = rate
      }
      while abs(missed - found) > 1e-13 * reference {
        let middle = found + (missed - found) / 2
        if middle == found || middle == missed { break }
        if try reaches(middle) { found = middle } else { missed = middle }
      }
      return .estimate(found / reference)
    }
  }
}
