public import Aggregates
public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The most likely odds ratio common to all strata given their margins, with its exact interval.
///
/// The estimate is the odds ratio at which the expected number selected from the focal group is the
/// number seen. Each limit is the odds ratio at which a number at least as far out as the one seen
/// has half of the probability outside the level. Range 0 to infinity; below 1 the focal group is
/// selected less often. With the least number possible the estimate is 0, with the greatest it is
/// infinite; the other limit is still finite.
/// - Source: Birch (1964), Journal of the Royal Statistical Society B 26, 313-324; Gart (1970),
///   Biometrika 57, 471-475.
public struct ConditionalCommonOddsRatio: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "conditional-common-odds-ratio", title: "Common odds ratio (conditional, exact interval)",
    formula: "the odds ratio at which the expected number selected from the focal group, given "
      + "the margins of every stratum, is the number seen",
    range: "0 to infinity; 1 means equal odds within strata; below 1 the focal group is selected "
      + "less often",
    assumptions: [
      "People are selected independently with one probability per group and stratum.",
      "The odds ratio is the same in every stratum; read a test of equal odds ratios beside it.",
    ],
    source: "Birch (1964), Journal of the Royal Statistical Society B 26, 313-324; Gart (1970), "
      + "Biometrika 57, 471-475")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "focal / reference, conditional maximum likelihood, exact central interval, "
        + ConfidenceLevel.words(level))
  }

  /// The common odds ratio, or why there is none.
  public func callAsFunction(_ tables: StratifiedTables) -> Outcome {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    let informative = InformativeStrata(tables, about: .odds)
    guard !informative.strata.isEmpty else {
      return .notEstimable(reason: StratumQuestion.odds.requirement)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let equalOdds = try StratifiedHypergeometric(informative.tables)
      let seen = informative.tables.reduce(0) { $0 + $1.focalSelected }
      let support = equalOdds.support
      let tail = (1 - level) / 2
      func root(_ function: (StratifiedHypergeometric) -> Double) throws(NumericalError) -> Double {
        try exp(
          RootFinder.increasingRoot(near: 0, within: -600...600) {
            (logOddsRatio: Double) throws(NumericalError) -> Double in
            function(equalOdds.tilted(byLogOddsRatio: logOddsRatio))
          })
      }
      let isLeast = seen == support.lowerBound
      let isGreatest = seen == support.upperBound
      let value =
        isLeast ? 0 : isGreatest ? Double.infinity : try root { $0.mean - Double(seen) }
      let lower = isLeast ? 0 : try root { log($0.upperTail(from: seen) / tail) }
      let upper =
        isGreatest ? Double.infinity : try root { -log($0.lowerTail(through: seen) / tail) }
      return .estimate(
        value, from: lower, to: upper, level: level,
        method: informative.naming("exact conditional"))
    }
  }
}
