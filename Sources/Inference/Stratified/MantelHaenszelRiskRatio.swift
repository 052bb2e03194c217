public import Aggregates
public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The ratio of rates common to all strata, by Mantel and Haenszel, with the interval of Greenland
/// and Robins: the impact ratio with like compared to like.
///
///     ratio = sum of focalSelected × referenceTotal / total
///           / sum of referenceSelected × focalTotal / total
///
/// Range 0 to infinity; 1 means equal rates within strata, below 1 the focal group is selected less
/// often. Where nobody of one group is selected in any stratum the ratio is 0 or infinite, and
/// where everybody is selected it is 1; either way it has no interval.
/// - Source: Greenland and Robins (1985), Biometrics 41, 55-68.
public struct MantelHaenszelRiskRatio: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "mantel-haenszel-risk-ratio", title: "Common impact ratio (Mantel-Haenszel)",
    formula: "sum over strata of focal selected × reference total / total, over the sum of "
      + "reference selected × focal total / total",
    range: "0 to infinity; 1 means equal rates within strata; below 1 the focal group is selected "
      + "less often",
    assumptions: [
      "People are selected independently with one probability per group and stratum.",
      "The ratio is the same in every stratum; otherwise it is a weighted mean of them.",
    ],
    source: "Greenland and Robins (1985), Biometrics 41, 55-68")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "focal / reference, nothing added to zero counts, Greenland-Robins variance, "
        + ConfidenceLevel.words(level))
  }

  /// The common ratio of rates, or why there is none.
  public func callAsFunction(_ tables: StratifiedTables) -> Outcome {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    let informative = InformativeStrata(tables, about: .ratio)
    guard !informative.strata.isEmpty else {
      return .notEstimable(reason: StratumQuestion.ratio.requirement)
    }
    var focal = CompensatedSum()
    var reference = CompensatedSum()
    var spread = CompensatedSum()
    for table in informative.tables {
      let total = Double(table.total)
      let referenceShare = Double(table.referenceTotal) / total
      let focalShare = Double(table.focalTotal) / total
      focal.add(Double(table.focalSelected) * referenceShare)
      reference.add(Double(table.referenceSelected) * focalShare)
      spread.add(focalShare * referenceShare * Double(table.selected))
      spread.add(-Double(table.focalSelected) / total * Double(table.referenceSelected))
    }
    guard focal.value > 0, reference.value > 0 else {
      return .estimate(focal.value > 0 ? .infinity : 0)
    }
    let value = focal.value / reference.value
    let everybody = informative.tables.allSatisfy { $0.selected == $0.total }
    let variance = spread.value / (focal.value * reference.value)
    guard !everybody, variance > 0 else { return .estimate(value) }
    return .computing { () throws(NumericalError) -> Outcome in
      let critical = try NormalDistribution.standard.criticalValue(level: level)
      let factor = exp(critical * variance.squareRoot())
      return .estimate(
        value, from: value / factor, to: value * factor, level: level,
        method: informative.naming("Greenland-Robins"))
    }
  }
}
