public import Estimates

/// A line that practice draws between the people of a group that were chosen and those expected.
///
/// A rule looks for too few of the group only. The rules disagree often, and none is a finding.
public enum AvailabilityRule: String, Codable, Hashable, Sendable, CaseIterable {
  /// Fewer than expected by any amount.
  case anyDifference = "any_difference"
  /// Fewer than expected by at least one whole person.
  case wholePerson = "whole_person"
  /// Fewer than four fifths of those expected.
  case eightyPercent = "eighty_percent"
  /// Fewer than expected by more than two standard deviations.
  case twoStandardDeviations = "two_standard_deviations"
  /// Fewer than expected, with a two-sided exact p-value below the level.
  case exactTest = "exact_test"

  /// The rule as it is printed.
  public var words: String {
    switch self {
    case .anyDifference: "actual below expected"
    case .wholePerson: "short by one whole person or more"
    case .eightyPercent: "actual below 80 % of expected"
    case .twoStandardDeviations: "short by more than two standard deviations"
    case .exactTest: "actual below expected and the exact two-sided p-value below the level"
    }
  }
}

/// What a group's number among the people chosen looks like beside its availability.
public struct AvailabilityReading: Hashable, Sendable {
  /// The number expected, in people, not rounded.
  public let expected: Outcome
  /// The actual number less the number expected, in people; negative when the group is short.
  public let difference: Outcome
  /// The actual number over the number expected; below 1 when the group is short.
  public let ratio: Outcome
  /// The exact test by minimum likelihood.
  public let exactMinimumLikelihood: Outcome
  /// The exact test by twice the smaller tail.
  public let exactCentral: Outcome
  /// The exact probability of at most as many of the group as were chosen.
  public let exactFewer: Outcome
  /// The exact probability of at least as many of the group as were chosen.
  public let exactMore: Outcome
  /// The exact test by minimum likelihood with half the probability of the number seen.
  public let exactMidP: Outcome
  /// The Z test with the binomial variance; positive when the group has more than expected.
  public let binomialZ: Outcome
  /// The Z test with the hypergeometric variance; for a pool only.
  public let hypergeometricZ: Outcome
  /// The common logarithm of the exact probability of at most as many.
  public let log10ExactFewer: Outcome
  /// The common logarithm of the two-sided p-value of the Z test that fits the availability.
  public let log10PValueOfZ: Outcome
  /// The rules that draw a line below which the number falls, in the rules' order.
  public let flagging: [AvailabilityRule]
  /// The rules that do not, in the rules' order.
  public let notFlagging: [AvailabilityRule]

  /// Whether some rules flag the number and others do not.
  public var rulesDisagree: Bool { !flagging.isEmpty && !notFlagging.isEmpty }
}
