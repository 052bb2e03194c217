public import Aggregates
public import Estimates
import NumericalKernel

/// The exact test that the groups have equal odds within every stratum (exact Mantel-Haenszel, or
/// multiple events).
///
/// Given the margins of each stratum, the number selected from the focal group over all strata is a
/// sum of hypergeometric counts where the odds are equal. With one stratum it is Fisher's exact
/// test. Probabilities equal within one part in ten million count as equal.
/// - Source: Birch (1964), Journal of the Royal Statistical Society B 26, 313-324; Gart (1970),
///   Biometrika 57, 471-475; Lancaster (1961) for the mid-p value.
public struct ExactStratifiedTest: StatisticalMethod {
  /// What counts as extreme on the other side.
  public let twoSided: TwoSidedConvention
  /// How much of the probability of the count seen counts.
  public let observedTable: FisherExactTest.ObservedTable

  /// Makes the method.
  public init(
    twoSided: TwoSidedConvention = .minimumLikelihood,
    observedTable: FisherExactTest.ObservedTable = .whole
  ) {
    self.twoSided = twoSided
    self.observedTable = observedTable
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "exact-multiple-events", title: "Exact test over strata (multiple events)",
    formula: "the probability, given the margins of every stratum, of totals selected from the "
      + "focal group at least as far from equal odds as the one seen",
    range: "a p-value between 0 and 1",
    assumptions: [
      "People are selected independently with one probability per group and stratum.",
      "Conditional on the margins of every stratum, which makes it cautious where few are "
        + "selected.",
      "Strata that differ in opposite directions cancel; read a test of equal odds ratios beside "
        + "it.",
    ],
    source: "Birch (1964), Journal of the Royal Statistical Society B 26, 313-324; Gart (1970), "
      + "Biometrika 57, 471-475; Lancaster (1961) for mid-p")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    let variant =
      switch (twoSided, observedTable) {
      case (.minimumLikelihood, .whole): "-minlike"
      case (.minimumLikelihood, .half): "-mid-p"
      case (.central, .whole): "-central"
      case (.central, .half): "-central-mid-p"
      }
    return stamp(
      id: ExactStratifiedTest.card.id + variant,
      convention: twoSided.words + (observedTable == .half ? ", mid-p" : "")
        + ", relative tie tolerance 1e-7")
  }

  /// The test of equal odds within strata, or why there is none.
  public func callAsFunction(_ tables: StratifiedTables) -> Outcome {
    let informative = InformativeStrata(tables, about: .odds)
    guard !informative.strata.isEmpty else {
      return .notEstimable(reason: StratumQuestion.odds.requirement)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let distribution = try StratifiedHypergeometric(informative.tables)
      let seen = informative.tables.reduce(0) { $0 + $1.focalSelected }
      var pValue =
        switch twoSided {
        case .minimumLikelihood: distribution.minimumLikelihoodTail(of: seen)
        case .central:
          2 * min(distribution.lowerTail(through: seen), distribution.upperTail(from: seen))
        }
      if observedTable == .half {
        let mass = distribution.probability(of: seen)
        pValue -= twoSided == .central ? mass : mass / 2
      }
      return .test(
        pValue: min(1, max(0, pValue)), convention: informative.naming(stamp.convention))
    }
  }
}
