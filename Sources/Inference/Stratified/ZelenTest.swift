public import Aggregates
public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The exact test that the odds ratio is the same in every stratum, by Zelen.
///
/// Given the margins of each stratum and the number selected from the focal group over all strata,
/// the probability of a set of tables does not depend on the common odds ratio. The p-value is the
/// probability of all sets no more probable than the one seen; probabilities equal within one part
/// in ten million count as equal. Where there are too many sets to follow, the test is not made:
/// then `ZelenMonteCarlo` draws sets at random, and the strata are as a rule large enough for the
/// test of Breslow and Day.
/// - Source: Zelen (1971), Biometrika 58, 129-137.
public struct ZelenTest: StatisticalMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "zelen", title: "Zelen's exact test of equal odds ratios",
    formula: "the probability, given the margins of every stratum and the total selected from the "
      + "focal group, of sets of tables no more probable than the one seen",
    range: "a p-value between 0 and 1",
    assumptions: [
      "People are selected independently with one probability per group and stratum.",
      "Conditional on all margins, which makes it cautious where few are selected.",
    ],
    source: "Zelen (1971), Biometrika 58, 129-137")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "minimum likelihood, relative tie tolerance 1e-7")
  }

  /// The test of equal odds ratios, or why there is none.
  public func callAsFunction(_ tables: StratifiedTables) -> Outcome {
    let informative = InformativeStrata(tables, about: .odds)
    guard informative.strata.count > 1 else {
      return .notEstimable(reason: "Fewer than two strata have both groups and both outcomes.")
    }
    return .computing { () throws(NumericalError) -> Outcome in
      var steps: [ConditionalNetwork.Step] = []
      var seen = CompensatedSum()
      for table in informative.tables {
        let stratum = try Hypergeometric(
          population: table.total, marked: table.focalTotal, drawn: table.selected)
        let logProbabilities = stratum.support.map { stratum.logProbability(of: $0) }
        steps.append(
          ConditionalNetwork.Step(
            least: stratum.support.lowerBound, logWeights: logProbabilities,
            values: logProbabilities))
        seen.add(stratum.logProbability(of: table.focalSelected))
      }
      let network = ConditionalNetwork(
        steps, total: informative.tables.reduce(0) { $0 + $1.focalSelected })
      guard let pValue = network.probability(ofAtMost: seen.value + log1p(1e-7)) else {
        return .notEstimable(reason: "There are too many sets of tables to follow.")
      }
      return .test(pValue: pValue, convention: informative.naming(stamp.convention))
    }
  }
}
