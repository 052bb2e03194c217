public import Aggregates
public import Estimates
import NumericalKernel

/// Fisher's exact test of equal selection rates.
///
/// Given how many people are in each group and how many were selected in all, the number selected
/// from the focal group is hypergeometric where the groups have the same odds. Probabilities equal
/// within one part in ten million count as equal. Where everybody or nobody was selected only one
/// table is possible and p is 1.
/// - Source: Fisher (1934), section 21.02; Lancaster (1961) for the mid-p value.
public struct FisherExactTest: StatisticalMethod {
  /// How much of the probability of the table seen counts.
  public enum ObservedTable: String, Codable, Hashable, Sendable, CaseIterable {
    /// All of it: the test never rejects more often than its level.
    case whole
    /// Half of it (mid-p): closer to the level on average, sometimes above it.
    case half
  }

  /// What counts as extreme on the other side.
  public let twoSided: TwoSidedConvention
  /// How much of the probability of the table seen counts.
  public let observedTable: ObservedTable

  /// Makes the method.
  public init(
    twoSided: TwoSidedConvention = .minimumLikelihood, observedTable: ObservedTable = .whole
  ) {
    self.twoSided = twoSided
    self.observedTable = observedTable
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "fisher-exact", title: "Fisher's exact test",
    formula: "the hypergeometric probability, given both margins, of tables at least as far from "
      + "equal rates as the one seen",
    range: "a p-value between 0 and 1",
    assumptions: [
      "People are selected independently with one probability per group.",
      "Conditional on both margins, which makes it cautious in small tables.",
    ],
    source: "Fisher (1934), Statistical Methods for Research Workers, section 21.02; "
      + "Lancaster (1961) for mid-p")

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
      id: FisherExactTest.card.id + variant,
      convention: twoSided.words + (observedTable == .half ? ", mid-p" : "")
        + ", relative tie tolerance 1e-7")
  }

  /// The test of equal rates, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = table.problem { return .notEstimable(reason: problem) }
    return .computing { () throws(NumericalError) -> Outcome in
      let selectedFromFocal = try Hypergeometric(
        population: table.total, marked: table.focalTotal, drawn: table.selected)
      var pValue =
        switch twoSided {
        case .minimumLikelihood:
          selectedFromFocal.minimumLikelihoodTail(of: table.focalSelected)
        case .central:
          2
            * min(
              selectedFromFocal.lowerTail(through: table.focalSelected),
              selectedFromFocal.upperTail(from: table.focalSelected))
        }
      if observedTable == .half, selectedFromFocal.support.count > 1 {
        let mass = selectedFromFocal.probability(of: table.focalSelected)
        pValue -= twoSided == .central ? mass : mass / 2
      }
      return .test(pValue: min(1, max(0, pValue)), convention: stamp.convention)
    }
  }
}
