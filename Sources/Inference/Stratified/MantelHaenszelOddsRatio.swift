public import Aggregates
public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The odds ratio common to all strata, by Mantel and Haenszel, with the interval of Robins,
/// Breslow and Greenland.
///
///     oddsRatio = sum of focalSelected × referenceRejected / total
///               / sum of focalRejected × referenceSelected / total
///
/// Range 0 to infinity; 1 means equal odds within strata, below 1 the focal group is selected less
/// often. It holds for many small strata as well as for few large ones. Where one of the sums is
/// zero the ratio is 0 or infinite and has no interval here; the conditional estimate has one.
/// - Source: Mantel and Haenszel (1959), Journal of the National Cancer Institute 22, 719-748;
///   Robins, Breslow and Greenland (1986), Biometrics 42, 311-323.
public struct MantelHaenszelOddsRatio: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "mantel-haenszel-odds-ratio", title: "Common odds ratio (Mantel-Haenszel)",
    formula: "sum over strata of focal selected × reference rejected / total, over the sum of "
      + "focal rejected × reference selected / total",
    range: "0 to infinity; 1 means equal odds within strata; below 1 the focal group is selected "
      + "less often",
    assumptions: [
      "People are selected independently with one probability per group and stratum.",
      "The odds ratio is the same in every stratum; read a test of equal odds ratios beside it.",
    ],
    source: "Mantel and Haenszel (1959), Journal of the National Cancer Institute 22, 719-748; "
      + "Robins, Breslow and Greenland (1986), Biometrics 42, 311-323")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "focal / reference, nothing added to zero counts, Robins-Breslow-Greenland "
        + "variance, " + ConfidenceLevel.words(level))
  }

  /// The common odds ratio, or why there is none.
  public func callAsFunction(_ tables: StratifiedTables) -> Outcome {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    let informative = InformativeStrata(tables, about: .odds)
    guard !informative.strata.isEmpty else {
      return .notEstimable(reason: StratumQuestion.odds.requirement)
    }
    let sums = Sums(informative.tables)
    guard sums.favourable > 0, sums.adverse > 0 else {
      return .estimate(sums.favourable > 0 ? .infinity : 0)
    }
    let value = sums.favourable / sums.adverse
    return .computing { () throws(NumericalError) -> Outcome in
      let critical = try NormalDistribution.standard.criticalValue(level: level)
      let factor = exp(critical * sums.logarithmVariance.squareRoot())
      return .estimate(
        value, from: value / factor, to: value * factor, level: level,
        method: informative.naming("Robins-Breslow-Greenland"))
    }
  }

  /// The ratio alone; 0 or infinite where one of the sums is zero, never undefined for strata that
  /// bear on the odds.
  static func ratio(of tables: [TwoByTwoTable]) -> Double {
    let sums = Sums(tables)
    return sums.adverse > 0 ? sums.favourable / sums.adverse : .infinity
  }

  /// The sums over strata the ratio and its variance are made of.
  private struct Sums {
    let favourable: Double
    let adverse: Double
    let logarithmVariance: Double

    init(_ tables: [TwoByTwoTable]) {
      var favourable = CompensatedSum()
      var adverse = CompensatedSum()
      var favourableAlike = CompensatedSum()
      var mixed = CompensatedSum()
      var adverseUnlike = CompensatedSum()
      for table in tables {
        let total = Double(table.total)
        let concordant = Double(table.focalSelected) / total * Double(table.referenceRejected)
        let discordant = Double(table.focalRejected) / total * Double(table.referenceSelected)
        let alike = Double(table.focalSelected + table.referenceRejected) / total
        let unlike = Double(table.focalRejected + table.referenceSelected) / total
        favourable.add(concordant)
        adverse.add(discordant)
        favourableAlike.add(alike * concordant)
        mixed.add(alike * discordant)
        mixed.add(unlike * concordant)
        adverseUnlike.add(unlike * discordant)
      }
      self.favourable = favourable.value
      self.adverse = adverse.value
      logarithmVariance =
        favourableAlike.value / (2 * favourable.value * favourable.value)
        + mixed.value / (2 * favourable.value * adverse.value)
        + adverseUnlike.value / (2 * adverse.value * adverse.value)
    }
  }
}
