public import Aggregates
public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The odds ratio most likely given both margins, with its exact conditional interval.
///
///     estimate: mean of the focal group's selected at the odds ratio = those seen
///     lower: P(at least as many | lower) = (1 - level) / 2
///     upper: P(at most as many | upper) = (1 - level) / 2
///
/// Range 0 to infinity; 1 means equal odds, below 1 the focal group has lower odds. The central
/// interval contains 1 exactly where Fisher's test by twice the smaller tail does not reject; the
/// mid-p interval counts half of the table seen in each tail. At an end of what the margins allow
/// the estimate is 0 or infinite. Where the margins allow one table only it is undefined.
/// - Source: Cornfield (1956); Fisher (1935), Journal of the Royal Statistical Society 98, 39-54.
public struct ConditionalOddsRatio: StatisticalMethod {
  /// How much of the probability of the table seen counts in each tail.
  public let observedTable: FisherExactTest.ObservedTable
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(observedTable: FisherExactTest.ObservedTable = .whole, level: Double = 0.95) {
    self.observedTable = observedTable
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "odds-ratio-conditional", title: "Odds ratio (conditional, exact interval)",
    formula: "the odds ratio at which the mean of the focal group's selected, given both margins, "
      + "is the number seen",
    range: "0 to infinity; 1 means equal odds; below 1 the focal group has lower odds",
    assumptions: [
      "People are selected independently with one probability per group.",
      "Conditional on both margins; nearer 1 than the plain odds ratio of the table.",
    ],
    source: "Cornfield (1956); Fisher (1935), Journal of the Royal Statistical Society 98, 39-54")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    let isHalf = observedTable == .half
    return stamp(
      id: isHalf ? ConditionalOddsRatio.card.id + "-mid-p" : nil,
      convention: "focal / reference, conditional maximum likelihood, exact central interval"
        + (isHalf ? " by mid-p" : "") + ", " + ConfidenceLevel.words(level))
  }

  /// The odds ratio, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = table.problem ?? ConfidenceLevel.problem(level) {
      return .notEstimable(reason: problem)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let central = try Hypergeometric(
        population: table.total, marked: table.focalTotal, drawn: table.selected)
      let seen = table.focalSelected
      guard central.support.count > 1 else {
        return .notEstimable(
          reason: table.selected == 0
            ? "Nobody was selected in either group." : "Everybody was selected in both groups.")
      }
      let tail = (1 - level) / 2
      let share = observedTable == .half ? 0.5 : 0
      func root(
        _ function: (FisherNoncentralHypergeometric) -> Double
      ) throws(NumericalError) -> Double {
        let start = log(
          (Double(table.focalSelected) + 0.5) / (Double(table.focalRejected) + 0.5)
            * (Double(table.referenceRejected) + 0.5) / (Double(table.referenceSelected) + 0.5))
        return try exp(
          RootFinder.increasingRoot(
            near: start, step: 0.5, within: -700...700
          ) { (logarithm: Double) throws(NumericalError) -> Double in
            function(FisherNoncentralHypergeometric(central, logOddsRatio: logarithm))
          })
      }
      let isLowest = seen == central.support.lowerBound
      let isHighest = seen == central.support.upperBound
      let value: Double =
        isLowest ? 0 : isHighest ? .infinity : try root { $0.mean - Double(seen) }
      let lower =
        isLowest
        ? 0
        : try root {
          ($0.upperTail(from: seen) - share * $0.probability(of: seen)) / tail - 1
        }
      let upper: Double =
        isHighest
        ? .infinity
        : try root {
          1 - ($0.lowerTail(through: seen) - share * $0.probability(of: seen)) / tail
        }
      return .estimate(
        value, from: min(lower, value), to: max(upper, value), level: level,
        method: observedTable == .half ? "conditional mid-p" : "exact conditional",
        agreesWith: FisherExactTest(twoSided: .central, observedTable: observedTable).stamp.id)
    }
  }
}
