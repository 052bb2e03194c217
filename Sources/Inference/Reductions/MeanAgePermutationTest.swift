public import Estimates
import NumericalKernel

/// The permutation test of the mean age of those let go in a reduction in force.
///
/// If age played no part, any set of as many people was equally likely to be let go. The p-value is
/// the share of those sets whose mean age is at least as high (or as low, or as far from everyone's
/// mean on either side) as that of the people let go. All sets are counted, without listing them,
/// by building up the number of sets of every size and sum of ages; where that is too much, they
/// are drawn at random, which the convention then says, with (hits + 1) / (draws + 1) as the
/// p-value.
/// - Source: Pitman (1937), Supplement to the Journal of the Royal Statistical Society 4, 119-130;
///   Pagano and Tritchler (1983), Journal of the American Statistical Association 78, 435-440.
public struct MeanAgePermutationTest: StatisticalMethod {
  /// What the test looks for.
  public let alternative: AgeAlternative
  /// How many sets are drawn where not all can be counted.
  public let replicates: Int
  /// The seed of the drawing.
  public let seed: UInt64

  /// Makes the method.
  public init(
    alternative: AgeAlternative = .older, replicates: Int = 9_999, seed: UInt64 = 1
  ) {
    self.alternative = alternative
    self.replicates = max(1, replicates)
    self.seed = seed
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "mean-age-permutation", title: "Permutation test of the mean age",
    formula: "the share, among all sets of as many people, of sets whose mean age is at least as "
      + "far out as that of the people let go",
    range: "a p-value between 0 and 1; the statistic is the mean age of those let go, in years",
    assumptions: [
      "If age played no part, every set of as many people was equally likely to be let go.",
      "Ages in whole years.",
    ],
    source: "Pitman (1937), Supplement to the Journal of the Royal Statistical Society 4, 119-130; "
      + "Pagano and Tritchler (1983), Journal of the American Statistical Association 78, 435-440")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    let variant =
      switch alternative {
      case .older: "-older"
      case .younger: "-younger"
      case .twoSided: "-two-sided"
      }
    return stamp(id: MeanAgePermutationTest.card.id + variant, convention: alternative.words)
  }

  /// The test that age played no part, or why there is none.
  ///
  /// Cost of counting: for every age, the smaller of the numbers let go and retained, times the
  /// greatest sum of their ages, times the people of that age; up to a billion steps.
  public func callAsFunction(_ reduction: ReductionByAge) -> Outcome {
    if let problem = reduction.problem { return .notEstimable(reason: problem) }
    let mean = Double(reduction.sumOfAgesTerminated) / Double(reduction.terminated)
    return .computing { () throws(NumericalError) -> Outcome in
      let sums = SumOfAges(reduction)
      if let distribution = try sums.distribution() {
        var tail = CompensatedSum()
        for (sum, share) in distribution.enumerated() where isExtreme(sum, sums) { tail.add(share) }
        return .test(
          "mean age of those let go", mean,
          pValue: min(1, tail.value / CompensatedSum(distribution).value),
          convention: alternative.words + ", exact")
      }
      var hits = 0
      for replicate in 0..<replicates {
        var generator = PhiloxGenerator(seed: seed, replicate: UInt64(replicate))
        if isExtreme(sums.draw(&generator), sums) { hits += 1 }
      }
      let band = try ClopperPearsonInterval.limits(
        successes: hits, total: replicates, level: 0.99)
      return .test(
        "mean age of those let go", mean, pValue: Double(hits + 1) / Double(replicates + 1),
        convention: alternative.words + ", \(replicates) random sets, seed \(seed), exact value "
          + "between \(band.lower) and \(band.upper) with 99 % confidence")
    }
  }

  /// Whether a sum of the counted side is at least as far out as the one seen.
  private func isExtreme(_ sum: Int, _ sums: SumOfAges) -> Bool {
    switch alternative {
    case .older: sums.countsTerminated ? sum >= sums.seen : sum <= sums.seen
    case .younger: sums.countsTerminated ? sum <= sums.seen : sum >= sums.seen
    case .twoSided: abs(sums.deviation(of: sum)) >= abs(sums.deviation(of: sums.seen))
    }
  }
}
