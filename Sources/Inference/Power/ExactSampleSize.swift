public import Estimates
import NumericalKernel

/// How many people each of two equal groups needs for the exact power of a test.
///
/// Exact power does not rise with every person: counts are whole, and a larger group can have a
/// smaller true error rate. The answer is the first size from which on power is at least the target
/// at every size up to a horizon, half as much again as the normal approximation and 20 more (twice
/// and four times that where it falls short itself). Sizes are tried from the horizon down.
/// - Source: Chernick and Liu (2002), The American Statistician 56, 149-155, for the saw teeth.
public struct ExactSampleSize: StatisticalMethod {
  /// The test.
  public let test: RateTest
  /// The test rejects where its p-value is at most this.
  public let alpha: Double
  /// The power to reach.
  public let power: Double

  /// Makes the method.
  public init(test: RateTest, alpha: Double = 0.05, power: Double = 0.8) {
    self.test = test
    self.alpha = alpha
    self.power = power
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "sample-size-exact", title: "Sample size by exact power",
    formula: "the first number of people in each of two equal groups from which on the exact power "
      + "is at least the power stated",
    range: "people in each group",
    assumptions: [
      "People are selected independently with one probability per group.",
      "The rates supposed are the true ones.",
    ],
    source: "Chernick and Liu (2002), The American Statistician 56, 149-155")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "\(test.method.stamp.id), rejects at p <= \(alpha), exact power \(power), equal "
        + "groups, first size from which power stays")
  }

  /// People in each group, or why there is no number.
  public func callAsFunction(_ rates: SupposedRates) -> Outcome {
    let approximate = NormalSampleSize(alpha: alpha, power: power)(rates)
    guard case .estimate(let start) = approximate else { return approximate }
    let tooMany = Outcome.notEstimable(
      reason: "With so many people the rejection region of this test is not enumerated.")
    guard start.value < Double(test.largestTotal) else { return tooMany }
    return .computing { () throws(NumericalError) -> Outcome in
      for factor in [1, 2, 4] {
        let horizon = factor * (Int(1.5 * start.value) + 20)
        if let problem = test.problem(focalTotal: horizon, referenceTotal: horizon) {
          return .notEstimable(reason: problem)
        }
        guard try reaches(horizon, rates) else { continue }
        var size = horizon
        while size > 1, try reaches(size - 1, rates) { size -= 1 }
        return .estimate(Double(size))
      }
      return tooMany
    }
  }

  private func reaches(_ size: Int, _ rates: SupposedRates) throws(NumericalError) -> Bool {
    guard let region = TestRegion(test, focalTotal: size, referenceTotal: size, alpha: alpha)
    else { throw .failed(function: "a p-value", status: -1) }
    return try region.probability(focalRate: rates.focal, referenceRate: rates.reference) >= power
  }
}
