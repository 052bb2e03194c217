public import Aggregates
public import Estimates
import NumericalKernel

/// The test that the groups have equal odds within every stratum, by Cochran, Mantel and Haenszel.
///
///     chi-squared = (|sum of focalSelected - expected| - c)^2 / sum of variances,   c = 0 or 1/2
///
/// Expectation and variance are hypergeometric, given the margins of each stratum. With the
/// correction, a difference of at most one half counts as none. It looks for a shift in one
/// direction: strata that differ in opposite directions cancel.
/// - Source: Mantel and Haenszel (1959), Journal of the National Cancer Institute 22, 719-748.
public struct CochranMantelHaenszelTest: StatisticalMethod {
  /// What is taken off the difference because counts are whole numbers.
  public enum ContinuityCorrection: String, Codable, Hashable, Sendable, CaseIterable {
    /// Nothing.
    case none
    /// One half, at most the difference itself.
    case half

    /// The amount.
    var amount: Double { self == .half ? 0.5 : 0 }
  }

  /// What is taken off the difference.
  public let continuityCorrection: ContinuityCorrection

  /// Makes the method.
  public init(continuityCorrection: ContinuityCorrection = .none) {
    self.continuityCorrection = continuityCorrection
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "cochran-mantel-haenszel", title: "Cochran-Mantel-Haenszel test",
    formula: "(sum over strata of focal selected - expected)^2 / sum of the hypergeometric "
      + "variances",
    range: "chi-squared from 0 with 1 degree of freedom; the common odds ratio beside it has the "
      + "direction",
    assumptions: [
      "People are selected independently with one probability per group and stratum.",
      "Normal approximation to the sum over strata; with small sums read the exact test beside it.",
      "Strata that differ in opposite directions cancel; read a test of equal odds ratios beside "
        + "it.",
    ],
    source: "Mantel and Haenszel (1959), Journal of the National Cancer Institute 22, 719-748")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    switch continuityCorrection {
    case .none: stamp(convention: "two-sided, no continuity correction")
    case .half:
      stamp(
        id: CochranMantelHaenszelTest.card.id + "-corrected",
        convention: "two-sided, continuity correction of one half")
    }
  }

  /// The test of equal odds within strata, or why there is none.
  public func callAsFunction(_ tables: StratifiedTables) -> Outcome {
    let informative = InformativeStrata(tables, about: .odds)
    guard !informative.strata.isEmpty else {
      return .notEstimable(reason: StratumQuestion.odds.requirement)
    }
    var difference = CompensatedSum()
    var variance = CompensatedSum()
    for table in informative.tables {
      // (a d - b c) / n is the count less its expectation, and exact where the rates are equal.
      let product =
        Int128(table.focalSelected) * Int128(table.referenceRejected)
        - Int128(table.focalRejected) * Int128(table.referenceSelected)
      let total = Double(table.total)
      difference.add(Double(product) / total)
      variance.add(
        Double(table.focalTotal) / total * (Double(table.referenceTotal) / total)
          * Double(table.selected) * (Double(table.total - table.selected) / (total - 1)))
    }
    let distance = max(0, abs(difference.value) - continuityCorrection.amount)
    let statistic = distance * distance / variance.value
    return .computing { () throws(NumericalError) -> Outcome in
      try .test(
        "chi-squared", statistic, degreesOfFreedom: 1,
        pValue: NormalDistribution.standard.twoSidedTail(distance / variance.value.squareRoot()),
        convention: informative.naming(stamp.convention))
    }
  }
}
