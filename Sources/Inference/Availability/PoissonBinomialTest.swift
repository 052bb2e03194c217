public import Estimates
import NumericalKernel

/// The people chosen in one job group, with the availability of that group.
public struct AvailabilityGroup: Codable, Hashable, Sendable {
  /// The people of the group of interest among all those chosen.
  public let count: BinomialCount
  /// The share of the group of interest among those who could have been chosen.
  public let availability: Fraction

  /// Makes a job group.
  public init(count: BinomialCount, availability: Fraction) {
    self.count = count
    self.availability = availability
  }
}

/// The exact test of job groups with different availabilities, taken together.
///
///     Z = (sum of actual - sum of expected)
///         / sqrt(sum of total x availability x (1 - availability))
///
/// The p-value is exact: with each job group at its own availability, the number of all chosen from
/// the group of interest is a sum of binomial counts. Pooling the availabilities instead would put
/// the variance too high. Positive Z when the group has more than expected. Groups that differ in
/// opposite directions cancel. At most 20,000 people.
/// - Source: Johnson, Kemp and Kotz (2005), Univariate Discrete Distributions, chapter 3.
public struct PoissonBinomialTest: StatisticalMethod {
  /// What counts as extreme on the other side.
  public let twoSided: TwoSidedConvention

  /// Makes the method.
  public init(twoSided: TwoSidedConvention = .minimumLikelihood) { self.twoSided = twoSided }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "poisson-binomial", title: "Exact test over job groups with different availabilities",
    formula: "the probability, with each job group at its availability, of numbers over all groups "
      + "at least as far from the expected one as that seen",
    range: "a p-value between 0 and 1; Z is positive when the group has more than expected",
    assumptions: [
      "People are chosen independently, with the availability of their job group.",
      "The availabilities are known without error.",
      "Job groups that differ in opposite directions cancel.",
    ],
    source: "Johnson, Kemp and Kotz (2005), Univariate Discrete Distributions, chapter 3")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: PoissonBinomialTest.card.id + (twoSided == .central ? "-central" : "-minlike"),
      convention: twoSided.words + ", sum of binomial counts, availabilities taken as known")
  }

  /// The test of all job groups together, or why there is none.
  public func callAsFunction(_ groups: [AvailabilityGroup]) -> Outcome {
    outcome(groups) { (distribution, actual) throws(NumericalError) -> Outcome in
      let pValue =
        switch twoSided {
        case .minimumLikelihood: distribution.minimumLikelihoodTail(of: actual)
        case .central: distribution.centralTail(of: actual)
        }
      let z =
        distribution.variance > 0
        ? (Double(actual) - distribution.mean) / distribution.variance.squareRoot() : nil
      return .test("Z", z, pValue: pValue, convention: stamp.convention)
    }
  }

  /// The number expected over all job groups, in people, or why there is none.
  public func expected(_ groups: [AvailabilityGroup]) -> Outcome {
    outcome(groups) { (distribution, _) throws(NumericalError) -> Outcome in
      .estimate(distribution.mean)
    }
  }

  /// The exact probability of at most as many as were chosen, or why there is none.
  public func fewer(_ groups: [AvailabilityGroup]) -> Outcome {
    outcome(groups) { (distribution, actual) throws(NumericalError) -> Outcome in
      .test(
        pValue: distribution.lowerTail(through: actual),
        convention: "one-sided, at most as many, sum of binomial counts")
    }
  }

  private func outcome(
    _ groups: [AvailabilityGroup],
    _ make: (PoissonBinomialDistribution, Int) throws(NumericalError) -> Outcome
  ) -> Outcome {
    let total = groups.reduce(0) { $0 + $1.count.total }
    guard total > 0 else { return .notEstimable(reason: "Nobody was chosen.") }
    guard total <= 20_000 else {
      return .notEstimable(reason: "The exact distribution is made for at most 20000 people.")
    }
    guard groups.allSatisfy({ $0.availability.numerator <= $0.availability.denominator }) else {
      return .notEstimable(reason: "The availability must lie between 0 and 1.")
    }
    return .computing { () throws(NumericalError) -> Outcome in
      var counts: [BinomialDistribution] = []
      for group in groups {
        let (part, whole) = (group.availability.numerator, group.availability.denominator)
        counts.append(
          try BinomialDistribution(
            trials: group.count.total, probability: Double(part) / Double(whole),
            complement: Double(whole - part) / Double(whole)))
      }
      return try make(
        PoissonBinomialDistribution(counts), groups.reduce(0) { $0 + $1.count.successes })
    }
  }
}
