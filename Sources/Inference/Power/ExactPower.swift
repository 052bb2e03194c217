public import Estimates
import NumericalKernel

/// The probability that a test of equal rates rejects, from every pair of counts.
///
///     power = sum over tables with p <= alpha of P(focal count) P(reference count)
///
/// Both counts are binomial. The rejection set is that of the test itself, whatever its convention,
/// so no approximation enters. At equal rates it is the test's true error rate. Cost: the product
/// of the group sizes, and for unconditional tests a search for each p-value (at most 400 people).
/// - Source: Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions,
///   chapter 4.
public struct ExactPower: StatisticalMethod {
  /// The test.
  public let test: RateTest
  /// The test rejects where its p-value is at most this.
  public let alpha: Double

  /// Makes the method.
  public init(test: RateTest, alpha: Double = 0.05) {
    self.test = test
    self.alpha = alpha
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "power-exact", title: "Exact power",
    formula: "the probability of all pairs of counts whose p-value is at most alpha",
    range: "0 to 1",
    assumptions: [
      "People are selected independently with one probability per group.",
      "The rates supposed are the true ones.",
    ],
    source:
      "Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, chapter 4"
  )

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "\(test.method.stamp.id), rejects at p <= \(alpha), both counts binomial")
  }

  /// The probability of rejection, or why there is none.
  public func callAsFunction(_ design: PowerDesign) -> Outcome {
    if let problem = RateTest.problem(alpha: alpha)
      ?? PowerDesign.problem(rates: design.focalRate, design.referenceRate)
      ?? test.problem(focalTotal: design.focalTotal, referenceTotal: design.referenceTotal)
    {
      return .notEstimable(reason: problem)
    }
    guard
      let region = TestRegion(
        test, focalTotal: design.focalTotal, referenceTotal: design.referenceTotal, alpha: alpha)
    else { return .notEstimable(reason: "A p-value could not be computed.") }
    return .computing { () throws(NumericalError) -> Outcome in
      try .estimate(
        region.probability(focalRate: design.focalRate, referenceRate: design.referenceRate))
    }
  }
}
