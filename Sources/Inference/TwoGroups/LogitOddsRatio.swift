public import Aggregates
public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The odds ratio of two selection rates with Woolf's logit interval.
///
///     oddsRatio = (a d) / (b c)
///     standard error of the log = sqrt(1/a + 1/b + 1/c + 1/d)
///
/// a, b: focal selected, rejected; c, d: reference. Range 0 to infinity; 1 means equal odds.
/// Nothing is added to a count of 0: where one of the four counts is 0 there is no interval.
/// - Source: Woolf (1955), Annals of Human Genetics 19, 251-253.
public struct LogitOddsRatio: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "odds-ratio-logit", title: "Odds ratio (logit interval)",
    formula: "(focal selected x reference rejected) / (focal rejected x reference selected)",
    range: "0 to infinity; 1 means equal odds; below 1 the focal group has lower odds",
    assumptions: [
      "People are selected independently with one probability per group.",
      "Large-sample approximation on the logarithmic scale; not for counts near 0.",
    ],
    source: "Woolf (1955), Annals of Human Genetics 19, 251-253")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "focal / reference, logit interval, " + ConfidenceLevel.words(level))
  }

  /// The odds ratio, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = table.problem ?? ConfidenceLevel.problem(level) ?? table.outcomeProblem {
      return .notEstimable(reason: problem)
    }
    let counts = [
      table.focalSelected, table.focalRejected, table.referenceSelected, table.referenceRejected,
    ]
    guard counts.allSatisfy({ $0 > 0 }) else {
      return .notEstimable(
        reason: "The logit interval needs somebody selected and somebody not selected in both "
          + "groups.")
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let critical = try NormalDistribution.standard.criticalValue(level: level)
      let standardError = CompensatedSum(counts.map { 1 / Double($0) }).value.squareRoot()
      let factor = exp(critical * standardError)
      let value = table.oddsRatio
      return .estimate(
        value, from: value / factor, to: value * factor, level: level, method: "Woolf logit")
    }
  }
}
