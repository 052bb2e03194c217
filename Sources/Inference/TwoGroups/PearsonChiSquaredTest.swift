public import Aggregates
public import Estimates
import NumericalKernel

/// Pearson's chi-squared test of equal selection rates.
///
///     chiSquared = N (a d - b c)^2 / (product of the four margins)
///
/// a, b: focal selected, rejected; c, d: reference. Yates takes N / 2 off |a d - b c|, at most to
/// 0; Campbell's form has N - 1 in place of N. Range 0 to infinity, without direction. Undefined
/// where nobody or everybody was selected.
/// - Source: Pearson (1900); Yates (1934); Campbell (2007), Statistics in Medicine 26, 3661-3675.
public struct PearsonChiSquaredTest: StatisticalMethod {
  /// How the statistic is corrected.
  public enum Correction: String, Codable, Hashable, Sendable, CaseIterable {
    /// Not at all.
    case none
    /// For continuity; cautious.
    case yates
    /// N - 1 in place of N, advised where every expected count is at least 1.
    case nMinusOne = "n_minus_one"
  }

  /// How the statistic is corrected.
  public let correction: Correction

  /// Makes the method.
  public init(correction: Correction = .none) { self.correction = correction }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "chi-squared", title: "Pearson's chi-squared test",
    formula: "N (a d - b c)^2 / (product of the four margins), 1 degree of freedom; a, b focal "
      + "selected and rejected, c, d reference selected and rejected",
    range: "0 to infinity; larger is farther from equal rates, in either direction",
    assumptions: [
      "People are selected independently with one probability per group.",
      "Large-sample approximation; with expected counts under 5 read the exact test beside it.",
    ],
    source: "Pearson (1900); Yates (1934); Campbell (2007), Statistics in Medicine 26, 3661-3675")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    switch correction {
    case .none: stamp(convention: "no continuity correction")
    case .yates:
      stamp(id: PearsonChiSquaredTest.card.id + "-yates", convention: "Yates continuity correction")
    case .nMinusOne:
      stamp(id: PearsonChiSquaredTest.card.id + "-n-minus-1", convention: "N - 1 in place of N")
    }
  }

  /// The test of equal rates, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = table.problem ?? table.outcomeProblem {
      return .notEstimable(reason: problem)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      var difference = Double(abs(table.crossDifference))
      var people = Double(table.total)
      switch correction {
      case .none: break
      case .yates: difference = max(0, difference - people / 2)
      case .nMinusOne: people -= 1
      }
      let statistic =
        people * (difference / (Double(table.focalTotal) * Double(table.referenceTotal)))
        * (difference / (Double(table.selected) * Double(table.total - table.selected)))
      return try .test(
        "Chi-squared", statistic, degreesOfFreedom: 1,
        pValue: ChiSquared(degreesOfFreedom: 1).upperTail(statistic), convention: stamp.convention)
    }
  }
}
