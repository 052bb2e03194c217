public import Aggregates
public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How large a one-sided exact p-value could be if something not recorded made the odds of people
/// who look alike differ by up to a factor Γ.
///
/// With Γ = 1 it is the exact one-sided test over strata. With a larger Γ the number selected from
/// the focal group lies between the extended hypergeometric distributions with odds ratios 1/Γ and
/// Γ; the bounds are the tails under the two. One stratum is one table.
/// - Source: Rosenbaum (2002), Observational Studies, 2nd edition, chapter 4; Rosenbaum and Small
///   (2017), Biometrics 73, 422-430.
public struct RosenbaumBounds: StatisticalMethod {
  /// Which difference is to be explained.
  public enum Direction: String, Codable, Hashable, Sendable, CaseIterable {
    /// The focal group is selected less often.
    case focalLess = "focal_less"
    /// The focal group is selected more often.
    case focalMore = "focal_more"

    /// The direction as it is printed.
    var words: String {
      switch self {
      case .focalLess: "one-sided, focal group selected less often"
      case .focalMore: "one-sided, focal group selected more often"
      }
    }
  }

  /// The largest factor between the odds of people who look alike, at least 1.
  public let gamma: Double
  /// Which difference is to be explained.
  public let direction: Direction

  /// Makes the method.
  public init(gamma: Double, direction: Direction = .focalLess) {
    self.gamma = gamma
    self.direction = direction
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "rosenbaum-bounds", title: "Rosenbaum's bounds",
    formula:
      "the largest one-sided exact p-value if the odds of people who look alike differ by up "
      + "to a factor Γ",
    range: "a p-value between 0 and 1; it rises with Γ",
    assumptions: [
      "People are selected independently, given what is not recorded.",
      "What is not recorded changes the odds of two people of one stratum by at most a factor Γ.",
    ],
    source: "Rosenbaum (2002), Observational Studies, 2nd edition, chapter 4; Rosenbaum and Small "
      + "(2017), Biometrics 73, 422-430")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "\(direction.words), Γ = \(ConfidenceLevel.plain(gamma)), largest p-value")
  }

  /// The largest one-sided p-value, or why there is none.
  public func callAsFunction(_ tables: StratifiedTables) -> Outcome {
    .computing { () throws(NumericalError) -> Outcome in
      switch try bounds(tables) {
      case .notEstimable(let reason): .notEstimable(reason: reason)
      case .between(_, let greatest): .test(pValue: greatest.value, convention: stamp.convention)
      }
    }
  }

  /// The bounds of the one-sided p-value.
  public enum Bounds: Hashable, Sendable {
    /// The smallest and the largest.
    case between(least: PValue, greatest: PValue)
    /// There are none, and why.
    case notEstimable(reason: String)
  }

  /// The smallest and the largest one-sided p-value that such a factor allows.
  public func allBounds(_ tables: StratifiedTables) -> Bounds {
    (try? bounds(tables)) ?? .notEstimable(reason: "The computation did not succeed.")
  }

  private func bounds(_ tables: StratifiedTables) throws(NumericalError) -> Bounds {
    guard gamma >= 1, gamma.isFinite else { return .notEstimable(reason: "Γ must be at least 1.") }
    let informative = InformativeStrata(tables, about: .odds)
    guard !informative.strata.isEmpty else {
      return .notEstimable(reason: StratumQuestion.odds.requirement)
    }
    let tails = [
      try RosenbaumBounds.tail(informative.tables, direction, logGamma: -log(gamma)),
      try RosenbaumBounds.tail(informative.tables, direction, logGamma: log(gamma)),
    ]
    guard let least = PValue(min(tails[0], tails[1])),
      let greatest = PValue(max(tails[0], tails[1]))
    else {
      throw .notFinite(function: "the bound")
    }
    return .between(least: least, greatest: greatest)
  }

  /// The tail from the number seen outwards under an odds ratio.
  static func tail(
    _ tables: [TwoByTwoTable], _ direction: Direction, logGamma: Double
  ) throws(NumericalError) -> Double {
    let seen = tables.reduce(0) { $0 + $1.focalSelected }
    let tilted = try StratifiedHypergeometric(tables, logOddsRatio: logGamma)
    return direction == .focalLess
      ? tilted.lowerTail(through: seen) : tilted.upperTail(from: seen)
  }
}
