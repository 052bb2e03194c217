public import Aggregates
public import Estimates
import NumericalKernel

/// The difference of rates common to all strata, by Mantel and Haenszel, with Sato's interval.
///
///     difference = sum of weight × (focalRate - referenceRate) / sum of weights,
///     weight = focalTotal × referenceTotal / total
///
/// Range -1 to 1; positive when the focal group is selected more often. The variance holds for many
/// small strata as well as for few large ones. Where it is zero, with rates of 0 and 1
/// only, there is no interval.
/// - Source: Greenland and Robins (1985), Biometrics 41, 55-68; Sato (1989), Biometrics 45,
///   1323-1324.
public struct MantelHaenszelRiskDifference: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "mantel-haenszel-risk-difference", title: "Common difference of rates (Mantel-Haenszel)",
    formula: "mean over strata of focal rate - reference rate, weighted by focal total × reference "
      + "total / total",
    range: "-1 to 1; positive when the focal group is selected more often",
    assumptions: [
      "People are selected independently with one probability per group and stratum.",
      "The difference is the same in every stratum; otherwise it is a weighted mean of them.",
    ],
    source: "Greenland and Robins (1985), Biometrics 41, 55-68; Sato (1989), Biometrics 45, "
      + "1323-1324")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "focal - reference, Sato variance, " + ConfidenceLevel.words(level))
  }

  /// The common difference of rates, or why there is none.
  public func callAsFunction(_ tables: StratifiedTables) -> Outcome {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    let informative = InformativeStrata(tables, about: .difference)
    guard !informative.strata.isEmpty else {
      return .notEstimable(reason: StratumQuestion.difference.requirement)
    }
    var weights = CompensatedSum()
    var differences = CompensatedSum()
    var slope = CompensatedSum()
    var constant = CompensatedSum()
    for table in informative.tables {
      let focal = Double(table.focalTotal)
      let reference = Double(table.referenceTotal)
      let total = Double(table.total)
      let product =
        Int128(table.focalSelected) * Int128(table.referenceRejected)
        - Int128(table.focalRejected) * Int128(table.referenceSelected)
      weights.add(focal / total * reference)
      differences.add(Double(product) / total)
      slope.add(focal / total * (focal / total) * Double(table.referenceSelected))
      slope.add(-(reference / total) * (reference / total) * Double(table.focalSelected))
      slope.add(focal / total * (reference / total) * (reference - focal) / 2)
      constant.add(
        Double(table.focalSelected) / total * Double(table.referenceRejected) / 2)
      constant.add(
        Double(table.referenceSelected) / total * Double(table.focalRejected) / 2)
    }
    let value = differences.value / weights.value
    let spread = value * slope.value + constant.value
    // Less than rounding leaves of the larger term is zero.
    guard spread > 1e-12 * constant.value else { return .estimate(value) }
    let variance = spread / (weights.value * weights.value)
    return .computing { () throws(NumericalError) -> Outcome in
      let critical = try NormalDistribution.standard.criticalValue(level: level)
      let error = variance.squareRoot()
      return .estimate(
        value, standardError: error, from: max(-1, value - critical * error),
        to: min(1, value + critical * error), level: level, method: informative.naming("Sato"))
    }
  }
}
