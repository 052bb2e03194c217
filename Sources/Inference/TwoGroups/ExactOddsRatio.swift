public import Aggregates
public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The odds ratio most likely given both margins, with the interval of a two-sided exact test.
///
///     interval: from the smallest to the largest odds ratio the test does not reject
///
/// The test is Fisher's by minimum likelihood or Blaker's, so the interval is mostly shorter than
/// the central one of `ConditionalOddsRatio`. The odds ratios a two-sided test does not reject can
/// lie in separate pieces; the interval is then their hull, its name says so, and it may hold 1
/// though the test rejects. Range 0 to infinity; 1 means equal odds, below 1 the focal group has
/// lower odds. At an end of what the margins allow the estimate is 0 or infinite. Undefined where
/// the margins allow one table only, or more than 20,000.
/// - Source: Fay (2010), Biostatistics 11, 373-374; Blaker (2000), Canadian Journal of Statistics
///   28, 783-798.
public struct ExactOddsRatio: StatisticalMethod {
  /// The two-sided test whose odds ratios are kept.
  public enum TwoSided: String, Codable, Hashable, Sendable, CaseIterable {
    /// Fisher's test: tables no more probable than the one seen count against an odds ratio.
    case minimumLikelihood = "minimum_likelihood"
    /// Blaker's test: tables whose smaller tail is no larger than that of the one seen.
    case blaker
  }

  /// More possible tables than this are not tested one by one.
  static let largestSupport = 20_000

  /// The two-sided test whose odds ratios are kept.
  public let twoSided: TwoSided
  /// The nominal coverage of the interval, never below it in truth.
  public let level: Double

  /// Makes the method.
  public init(twoSided: TwoSided = .minimumLikelihood, level: Double = 0.95) {
    self.twoSided = twoSided
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "odds-ratio-exact", title: "Odds ratio (exact interval by test inversion)",
    formula: "the odds ratio at which the mean of the focal group's selected, given both margins, "
      + "is the number seen",
    range: "0 to infinity; 1 means equal odds; below 1 the focal group has lower odds",
    assumptions: [
      "People are selected independently with one probability per group.",
      "Conditional on both margins; where the odds ratios not rejected lie in separate pieces, the "
        + "interval is their hull.",
    ],
    source: "Fay (2010), Biostatistics 11, 373-374; Blaker (2000), Canadian Journal of Statistics "
      + "28, 783-798")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    let (variant, words) =
      twoSided == .blaker ? ("-blaker", "Blaker") : ("-minlike", "minimum likelihood")
    return stamp(
      id: ExactOddsRatio.card.id + variant,
      convention: "focal / reference, conditional maximum likelihood, interval of the two-sided "
        + "test by \(words), relative tie tolerance 1e-7, " + ConfidenceLevel.words(level))
  }

  /// The odds ratio, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    guard case .estimate(let estimate) = ConditionalOddsRatio(level: level)(table) else {
      return ConditionalOddsRatio(level: level)(table)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      // The largest odds ratio is one over the smallest with the groups exchanged.
      let focal = try Hypergeometric(
        population: table.total, marked: table.focalTotal, drawn: table.selected)
      let reference = try Hypergeometric(
        population: table.total, marked: table.referenceTotal, drawn: table.selected)
      guard focal.support.count <= ExactOddsRatio.largestSupport else {
        return .notEstimable(
          reason: "More than \(ExactOddsRatio.largestSupport) tables have these margins.")
      }
      let lower = try AcceptedOddsRatios(
        central: focal, seen: table.focalSelected, alpha: 1 - level, twoSided: twoSided
      ).smallest()
      let upper = try AcceptedOddsRatios(
        central: reference, seen: table.referenceSelected, alpha: 1 - level, twoSided: twoSided
      ).smallest()
      let hasGap = lower.hasGap || upper.hasGap
      let test =
        twoSided == .blaker ? BlakerExactTest().stamp.id : FisherExactTest().stamp.id
      let name = twoSided == .blaker ? "exact Blaker" : "exact minimum likelihood"
      return .estimate(
        estimate.value, from: min(exp(lower.logarithm), estimate.value),
        to: max(exp(-upper.logarithm), estimate.value), level: level,
        method: name + (hasGap ? ", hull of separate pieces" : ""),
        agreesWith: hasGap ? nil : test)
    }
  }
}
