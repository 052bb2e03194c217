public import Estimates
import NumericalKernel

/// The exact test of whether a share comes from a given probability.
///
/// Under the null hypothesis the number of successes is binomial. By twice the smaller tail the
/// test agrees with the Clopper-Pearson interval; by minimum likelihood it is never less powerful
/// but can disagree with the interval near its limits.
/// - Source: Clopper and Pearson (1934); Conover (1971), Practical Nonparametric Statistics, 97-104.
public struct ExactBinomialTest: StatisticalMethod {
  /// The probability under the null hypothesis.
  public let probability: Double
  /// What counts as extreme on the other side.
  public let twoSided: TwoSidedConvention

  /// Makes the method.
  public init(probability: Double, twoSided: TwoSidedConvention = .minimumLikelihood) {
    self.probability = probability
    self.twoSided = twoSided
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "binomial-exact", title: "Exact binomial test",
    formula:
      "the binomial probability of counts at least as far from the expected one as that seen",
    range: "a p-value between 0 and 1",
    assumptions: [
      "The people are independent draws with one probability.",
      "The probability tested is known without error.",
    ],
    source: "Conover (1971), Practical Nonparametric Statistics, 97-104")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: ExactBinomialTest.card.id + (twoSided == .central ? "-central" : "-minlike"),
      convention: twoSided.words + ", probability " + ConfidenceLevel.plain(probability))
  }

  /// The test of the probability, or why there is none.
  public func callAsFunction(_ count: BinomialCount) -> Outcome {
    if let problem = count.problem { return .notEstimable(reason: problem) }
    guard probability >= 0, probability <= 1 else {
      return .notEstimable(reason: "The probability tested must lie between 0 and 1.")
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let distribution = try BinomialDistribution(trials: count.total, probability: probability)
      let pValue =
        switch twoSided {
        case .minimumLikelihood: distribution.minimumLikelihoodTail(of: count.successes)
        case .central: distribution.centralTail(of: count.successes)
        }
      return .test(pValue: pValue, convention: stamp.convention)
    }
  }
}
