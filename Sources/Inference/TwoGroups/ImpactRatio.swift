public import Aggregates
public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The ratio of two selection rates (the "four-fifths" ratio) with Koopman's score interval.
///
///     impactRatio = (focalSelected / focalTotal) / (referenceSelected / referenceTotal)
///
/// Range 0 to infinity; 1 means equal rates, below 1 the focal group is selected less often.
/// The interval inverts the chi-squared test of a given ratio, so it contains 1 exactly where the
/// pooled Z test does not reject at the same level. It is defined for zero counts: nobody selected
/// in the focal group gives 0 with lower limit 0, nobody selected in the reference group gives an
/// infinite ratio with an infinite upper limit, and nobody selected at all leaves it undefined.
/// - Source: Koopman (1984), Biometrics 40, 513-517.
public struct ImpactRatio: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "impact-ratio", title: "Impact ratio (Koopman interval)",
    formula: "(focal selected / focal total) / (reference selected / reference total)",
    range: "0 to infinity; 1 means equal rates; below 1 the focal group is selected less often",
    assumptions: [
      "People are selected independently with one probability per group.",
      "The interval inverts a chi-squared score test; with expected counts under 5 read the exact "
        + "test beside it.",
    ],
    source: "Koopman (1984), Biometrics 40, 513-517")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "focal / reference, score interval without continuity or N/(N - 1) correction, "
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
      let critical = try NormalDistribution.standard.criticalValue(level: level)
      let value =
        table.referenceSelected == 0 ? Double.infinity : table.focalRate / table.referenceRate
      let lower = table.focalSelected == 0 ? 0 : try limit(of: table, score: critical)
      let upper =
        table.referenceSelected == 0 ? .infinity : try limit(of: table, score: -critical)
      return .estimate(
        value, from: min(lower, value), to: max(upper, value), level: level,
        method: "Koopman score", agreesWith: PooledZTest.card.id)
    }
  }

  /// The ratio at which the score statistic takes a value.
  func limit(
    of table: TwoByTwoTable, score target: Double
  ) throws(NumericalError) -> Double {
    let start = log(
      (Double(table.focalSelected) + 0.5) / (Double(table.focalTotal) + 0.5)
        * (Double(table.referenceTotal) + 0.5) / (Double(table.referenceSelected) + 0.5))
    let logarithm = try RootFinder.increasingRoot(
      near: start, step: 0.5, within: -700...700
    ) { (logarithm: Double) throws(NumericalError) -> Double in
      target - ImpactRatio.score(of: table, ratio: exp(logarithm))
    }
    return exp(logarithm)
  }

  /// The score statistic of a ratio.
  ///
  /// The focal rate less the rate the ratio calls for, over the standard error of that difference
  /// where the ratio holds. It falls as the ratio rises.
  static func score(of table: TwoByTwoTable, ratio: Double) -> Double {
    let focalTotal = Double(table.focalTotal)
    let referenceTotal = Double(table.referenceTotal)
    let selected = Double(table.selected)
    // The reference rate that is most likely under the ratio solves
    // N ratio p^2 - linear p + selected = 0; it is the smaller root.
    let linear =
      ratio * (focalTotal + Double(table.referenceSelected))
      + Double(table.focalSelected) + referenceTotal
    let square = linear * linear - 4 * (focalTotal + referenceTotal) * ratio * selected
    let referenceRate = min(
      1, 1 / ratio, 2 * selected / (linear + max(0, square).squareRoot()))
    let focalRate = min(1, ratio * referenceRate)
    let variance =
      focalRate * (1 - focalRate) / focalTotal
      + ratio * ratio * referenceRate * (1 - referenceRate) / referenceTotal
    let difference = table.focalRate - ratio * table.referenceRate
    if variance <= 0 { return difference == 0 ? 0 : (difference > 0 ? .infinity : -.infinity) }
    return difference / variance.squareRoot()
  }
}
