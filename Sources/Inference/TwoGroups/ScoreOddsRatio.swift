public import Aggregates
public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The odds ratio of two selection rates with the score interval.
///
///     oddsRatio = (a d) / (b c)
///     score of an odds ratio = (a - A) sqrt(1/A + 1/B + 1/C + 1/D)
///
/// a, b: focal selected, rejected; c, d: reference; A to D: the counts with the same margins and
/// that odds ratio. Range 0 to infinity; 1 means equal odds. The interval holds the odds ratios
/// whose score lies within the critical value, so it contains 1 exactly where the pooled Z test
/// does not reject. At an end of what the margins allow a limit is 0 or infinite. Undefined where
/// nobody or everybody was selected.
/// - Source: Cornfield (1956); Miettinen and Nurminen (1985), Statistics in Medicine 4, 213-226,
///   without their factor N / (N - 1).
public struct ScoreOddsRatio: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "odds-ratio-score", title: "Odds ratio (score interval)",
    formula: "(focal selected x reference rejected) / (focal rejected x reference selected)",
    range: "0 to infinity; 1 means equal odds; below 1 the focal group has lower odds",
    assumptions: [
      "People are selected independently with one probability per group.",
      "Large-sample approximation; with expected counts under 5 read the exact interval beside it.",
    ],
    source: "Cornfield (1956); Miettinen and Nurminen (1985), Statistics in Medicine 4, 213-226")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "focal / reference, score interval without continuity or N/(N - 1) correction, "
        + ConfidenceLevel.words(level))
  }

  /// The odds ratio, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = table.problem ?? ConfidenceLevel.problem(level) ?? table.outcomeProblem {
      return .notEstimable(reason: problem)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let critical = try NormalDistribution.standard.criticalValue(level: level)
      let value = table.oddsRatio
      let lower = value == 0 ? 0 : try limit(of: table, score: critical)
      let upper = value == .infinity ? .infinity : try limit(of: table, score: -critical)
      return .estimate(
        value, from: min(lower, value), to: max(upper, value), level: level, method: "score",
        agreesWith: PooledZTest.card.id)
    }
  }

  /// The odds ratio at which the score takes a value.
  ///
  /// The counts with given margins are known by the place of A between its ends, on the logit
  /// scale; the score falls all the way as A rises, and the odds ratio rises.
  private func limit(
    of table: TwoByTwoTable, score target: Double
  ) throws(NumericalError) -> Double {
    let lowest = max(0, table.selected - table.referenceTotal)
    let highest = min(table.focalTotal, table.selected)
    let width = Double(highest - lowest)
    func counts(_ logit: Double) -> (Double, Double, Double, Double) {
      let above = width / (1 + exp(-logit))
      let below = width / (1 + exp(logit))
      return (
        Double(lowest) + above, Double(table.focalTotal - highest) + below,
        Double(table.selected - highest) + below,
        Double(table.referenceTotal - table.selected + lowest) + above
      )
    }
    let start = log(
      (Double(table.focalSelected - lowest) + 0.5) / (Double(highest - table.focalSelected) + 0.5))
    let logit = try RootFinder.increasingRoot(
      near: start, step: 0.5, within: -700...700
    ) { (logit: Double) throws(NumericalError) -> Double in
      let (a, b, c, d) = counts(logit)
      // From whichever end is nearer, so that no digits are lost.
      let excess =
        logit < 0
        ? Double(table.focalSelected - lowest) - width / (1 + exp(-logit))
        : width / (1 + exp(logit)) - Double(highest - table.focalSelected)
      return target - excess * (1 / a + 1 / b + 1 / c + 1 / d).squareRoot()
    }
    let (a, b, c, d) = counts(logit)
    return a / b * (d / c)
  }
}
