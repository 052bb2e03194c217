public import Estimates
import NumericalKernel

/// Mann and Kendall's test of a trend that need not be straight.
///
///     S = pairs of values in which the later is larger less those in which it is smaller
///
/// S is positive where the series rises. Exact: the probability, over all orders of the values
/// seen, of an S as far from 0 as that seen; equal values stay equal in every order, so ties are
/// exact too. The distribution is symmetric and has one two-sided p-value. Undefined for more than
/// 100 values. Normal: Z = (S -+ 1) / sqrt((n (n - 1)(2n + 5) - sum of t (t - 1)(2t + 5)) / 18),
/// with t the sizes of ties, for up to 10,000 values. Values are ties where they are the same
/// number; shares with the same counts are. Where a quarter's people are those of the last, the
/// values are not exchangeable and the p-value is too small: read it beside the change over
/// overlapping snapshots.
/// - Source: Mann (1945), Econometrica 13, 245-259; Kendall (1975), Rank Correlation Methods.
public struct MannKendallTest: StatisticalMethod {
  /// What S is referred to.
  public enum Reference: String, Codable, Hashable, Sendable, CaseIterable {
    /// All orders of the values.
    case exact
    /// The normal distribution, with continuity correction and variance for ties.
    case normal
  }

  /// What S is referred to.
  public let reference: Reference

  /// Makes the method.
  public init(reference: Reference = .exact) { self.reference = reference }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "mann-kendall", title: "Mann-Kendall trend test",
    formula:
      "S = pairs that rise - pairs that fall, over all pairs of an earlier and a later value",
    range: "S is positive where the series rises",
    assumptions: [
      "Without a trend every order of the values is equally likely.",
      "Stocks of the same people at successive times are dependent; the p-value is then too small.",
    ],
    source: "Mann (1945), Econometrica 13, 245-259; Kendall (1975), Rank Correlation Methods")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: Self.card.id + "-" + reference.rawValue,
      convention: reference == .exact
        ? "two-sided, all orders of the values seen, ties kept"
        : "two-sided, normal approximation, continuity correction, variance for ties")
  }

  /// The test, or why there is none.
  public func callAsFunction(_ series: TimeSeries) -> Outcome {
    if let problem = series.problem { return .notEstimable(reason: problem) }
    let score = series.kendallScore
    switch reference {
    case .exact:
      guard series.values.count <= 100 else {
        return .notEstimable(reason: "The exact test is made for at most 100 values.")
      }
      let distribution = KendallScoreDistribution(tieSizes: series.tieSizes)
      return .test(
        "S", Double(score), pValue: score == 0 ? 1 : 2 * distribution.upperTail(from: abs(score)),
        convention: stamp.convention)
    case .normal:
      return .computing { () throws(NumericalError) -> Outcome in
        func part(_ n: Int) -> Double { Double(n) * Double(n - 1) * Double(2 * n + 5) }
        let variance = series.tieSizes.reduce(part(series.values.count)) { $0 - part($1) } / 18
        let z = Double(score - score.signum()) / variance.squareRoot()
        return try .test(
          "Z", z, pValue: NormalDistribution.standard.twoSidedTail(z), convention: stamp.convention)
      }
    }
  }
}
