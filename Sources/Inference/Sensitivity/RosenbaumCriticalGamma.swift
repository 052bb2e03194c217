public import Aggregates
public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How strong something not recorded would have to be to take the significance of a difference
/// away: the Γ at which Rosenbaum's largest one-sided p-value reaches alpha.
///
/// A Γ of 2 says: only if people who look alike differed in their odds by a factor of two or more,
/// always to the disadvantage of the same group, could chance explain the difference. It is the
/// limit nearest 1 of the exact interval for the common odds ratio at level 1 - 2 alpha.
/// - Source: Rosenbaum (2002), Observational Studies, 2nd edition, chapter 4.
public struct RosenbaumCriticalGamma: StatisticalMethod {
  /// The one-sided level.
  public let alpha: Double
  /// Which difference is to be explained.
  public let direction: RosenbaumBounds.Direction

  /// Makes the method.
  public init(alpha: Double = 0.025, direction: RosenbaumBounds.Direction = .focalLess) {
    self.alpha = alpha
    self.direction = direction
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "rosenbaum-critical-gamma", title: "Rosenbaum's critical Γ",
    formula:
      "the factor Γ between the odds of people who look alike at which the largest one-sided "
      + "exact p-value is alpha",
    range: "1 to infinity; the larger, the less sensitive to what is not recorded",
    assumptions: [
      "People are selected independently, given what is not recorded.",
      "It bounds what an omitted factor could do; it does not say that there is one.",
    ],
    source: "Rosenbaum (2002), Observational Studies, 2nd edition, chapter 4")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "\(direction.words), alpha \(ConfidenceLevel.plain(alpha)), exact")
  }

  /// The critical Γ, or why there is none.
  public func callAsFunction(_ tables: StratifiedTables) -> Outcome {
    guard alpha > 0, alpha < 1 else {
      return .notEstimable(reason: "Alpha must lie between 0 and 1.")
    }
    let informative = InformativeStrata(tables, about: .odds)
    guard !informative.strata.isEmpty else {
      return .notEstimable(reason: StratumQuestion.odds.requirement)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let sign: Double = direction == .focalLess ? -1 : 1
      func tail(_ logGamma: Double) throws(NumericalError) -> Double {
        try RosenbaumBounds.tail(informative.tables, direction, logGamma: sign * logGamma)
      }
      guard try tail(0) <= alpha else {
        return .notEstimable(
          reason: "Without any omitted factor the one-sided p-value is above alpha already.")
      }
      let logGamma = try RootFinder.increasingRoot(near: 0.5, step: 0.5, within: 0...600) {
        (logGamma: Double) throws(NumericalError) -> Double in
        try log(tail(logGamma) / alpha)
      }
      return .estimate(exp(logGamma))
    }
  }
}
