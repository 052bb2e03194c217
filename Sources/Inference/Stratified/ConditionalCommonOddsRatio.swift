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
/// has half of the probability outside the level; by mid-p half of the number seen counts in each
/// tail, which gives narrower limits without a guarantee of coverage. Range 0 to infinity; below 1
/// the focal group is selected less often. With the least number possible the estimate is 0, with
/// the greatest it is infinite; the other limit is still finite.
/// - Source: Birch (1964), Journal of the Royal Statistical Society B 26, 313-324; Gart (1970),
///   Biometrika 57, 471-475.
public struct ConditionalCommonOddsRatio: StatisticalMethod {
  /// How much of the probability of the total seen counts in each tail.
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
    let isHalf = observedTable == .half
    return stamp(
      id: isHalf ? ConditionalCommonOddsRatio.card.id + "-mid-p" : nil,
      convention: "focal / reference, conditional maximum likelihood, exact central interval"
        + (isHalf ? " by mid-p" : "") + ", " + ConfidenceLevel.words(level))
  }

  /// The common odds ratio, or why there is none.
  public func callAsFunction(_ tables: StratifiedTables) -> Outcome {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    let informative = InformativeStrata(tables, about: .odds)
    guard !informative.strata.isEmpty else {
      return .notEstimable(reason: StratumQuestion.odds.requirement)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      var strata: [Hypergeometric] = []
      for table in informative.tables {
        try strata.append(
          Hypergeometric(
            population: table.total, marked: table.focalTotal, drawn: table.selected))
      }
      let seen = informative.tables.reduce(0) { $0 + $1.focalSelected }
      let isLeast = seen == strata.reduce(0) { $0 + $1.support.lowerBound }
      let isGreatest = seen == strata.reduce(0) { $0 + $1.support.upperBound }
      // At the ends, where no odds ratio has this mean, the one half a person inside serves as the
      // place from which the limits are looked for.
      let target = Double(seen) + (isLeast ? 0.5 : isGreatest ? -0.5 : 0)
      let plain = log(MantelHaenszelOddsRatio.ratio(of: informative.tables))
      let start = try RootFinder.increasingRoot(
        near: plain.isFinite ? plain : 0, step: 0.1, within: -600...600
      ) { logarithm in
        CompensatedSum(
          strata.map { FisherNoncentralHypergeometric($0, logOddsRatio: logarithm).mean } + [
            -target
          ]
        ).value
      }
      let value = isLeast ? 0 : isGreatest ? Double.infinity : exp(start)
      let tails = TiltedTails(
        try StratifiedHypergeometric(informative.tables, logOddsRatio: start), around: seen,
        share: observedTable == .half ? 0.5 : 1)
      let tail = (1 - level) / 2
      func limit(_ function: (Double) -> Double) throws(NumericalError) -> Double {
        try exp(
          RootFinder.increasingRoot(near: start, step: 0.5, within: -600...600) { function($0) })
      }
      let lower = isLeast ? 0 : try limit { log(tails.atLeast(at: $0) / tail) }
      let upper =
        isGreatest ? Double.infinity : try limit { -log(tails.atMost(at: $0) / tail) }
      return .estimate(
        value, from: min(lower, value), to: max(upper, value), level: level,
        method: informative.naming(
          observedTable == .half ? "conditional mid-p" : "exact conditional"))
    }
  }

  /// The probabilities of at least and of at most the total seen, for any odds ratio.
  ///
  /// They are made from the ratios of neighbouring probabilities at one odds ratio near those asked
  /// for; another odds ratio multiplies all of them by the same factor.
  private struct TiltedTails {
    private let up: [Double]
    private let down: [Double]
    private let logOddsRatio: Double
    private let share: Double

    /// The tails around a count; `share` is the part of its own probability that belongs to each.
    init(_ distribution: StratifiedHypergeometric, around count: Int, share: Double) {
      (up, down) = distribution.steps(from: count)
      logOddsRatio = distribution.logOddsRatio
      self.share = share
    }

    func atLeast(at logOddsRatio: Double) -> Double {
      let (above, below) = sums(at: logOddsRatio)
      return 1 / (1 + (below + 1 - share) / (above + share))
    }

    func atMost(at logOddsRatio: Double) -> Double {
      let (above, below) = sums(at: logOddsRatio)
      return 1 / (1 + (above + 1 - share) / (below + share))
    }

    /// The probabilities above and below the count over that of the count.
    private func sums(at logOddsRatio: Double) -> (above: Double, below: Double) {
      let factor = exp(logOddsRatio - self.logOddsRatio)
      return (Self.sum(up, factor), Self.sum(down, 1 / factor))
    }

    /// The sum of the products of the first ratios, each times the factor.
    ///
    /// The ratios fall, so that what follows a small term after the largest is smaller still.
    private static func sum(_ ratios: [Double], _ factor: Double) -> Double {
      var sum = CompensatedSum()
      var term = 1.0
      for ratio in ratios {
        let step = ratio * factor
        term *= step
        sum.add(term)
        if step < 1, term <= (1 + sum.value) * 1e-20 { break }
      }
      return sum.value.isNaN ? .infinity : sum.value
    }
  }
}
