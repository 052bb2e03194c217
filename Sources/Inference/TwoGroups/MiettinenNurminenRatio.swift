public import Aggregates
public import Estimates
import NumericalKernel

/// The ratio of two selection rates with Miettinen and Nurminen's score interval.
///
///     impactRatio = (focalSelected / focalTotal) / (referenceSelected / referenceTotal)
///
/// Koopman's interval with the variance times N / (N - 1), so a little wider. Range 0 to infinity;
/// 1 means equal rates. Zero counts are treated as in Koopman's: nobody selected in one group gives
/// 0 or an infinite ratio, nobody selected at all leaves it undefined.
/// - Source: Miettinen and Nurminen (1985), Statistics in Medicine 4, 213-226.
public struct MiettinenNurminenRatio: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "impact-ratio-miettinen-nurminen", title: "Impact ratio (Miettinen-Nurminen interval)",
    formula: "(focal selected / focal total) / (reference selected / reference total)",
    range: "0 to infinity; 1 means equal rates; below 1 the focal group is selected less often",
    assumptions: ["People are selected independently with one probability per group."],
    source: "Miettinen and Nurminen (1985), Statistics in Medicine 4, 213-226")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "focal / reference, score interval with N/(N - 1), "
        + ConfidenceLevel.words(level))
  }

  /// The ratio of the rates, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = table.problem ?? ConfidenceLevel.problem(level) {
      return .notEstimable(reason: problem)
    }
    guard table.selected > 0 else {
      return .notEstimable(reason: "Nobody was selected in either group.")
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let people = Double(table.total)
      // A larger variance is a larger critical value of Koopman's score.
      let critical =
        try NormalDistribution.standard.criticalValue(level: level)
        * (people / (people - 1)).squareRoot()
      let koopman = ImpactRatio(level: level)
      let value =
        table.referenceSelected == 0 ? Double.infinity : table.focalRate / table.referenceRate
      let lower = table.focalSelected == 0 ? 0 : try koopman.limit(of: table, score: critical)
      let upper =
        table.referenceSelected == 0
        ? .infinity : try koopman.limit(of: table, score: -critical)
      return .estimate(
        value, from: min(lower, value), to: max(upper, value), level: level,
        method: "Miettinen-Nurminen score", agreesWith: HypergeometricZTest.card.id)
    }
  }
}
