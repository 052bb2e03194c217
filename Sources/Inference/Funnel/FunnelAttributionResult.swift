public import Aggregates
public import Estimates

/// What each stage of a funnel contributes to the difference at its end.
public struct FunnelAttributionResult: Hashable, Sendable {
  /// One stage.
  public struct Stage: Hashable, Sendable {
    /// The name of the point the stage leads to.
    public let name: String
    /// Those who passed the stage and those who did not.
    public let table: TwoByTwoTable
    /// The ratio of the two rates of passing, with Koopman's interval.
    public let impactRatio: Outcome
    /// The pooled Z test of equal rates of passing.
    public let test: Outcome
    /// The ratio of the rates of getting from the entry past this stage, with Koopman's interval.
    public let cumulativeImpactRatio: Outcome
    /// The natural logarithm of the impact ratio, with the delta method's standard error; the
    /// logarithms of all stages add up to that of the funnel, and so do their variances.
    public let logImpactRatio: Outcome
    /// The stage's part of the funnel's log impact ratio, with the delta method's interval.
    ///
    /// The parts add up to 1; one that works against the others is negative.
    public let share: Outcome
    /// The stage's Shapley part of the shortfall, in people of the focal group, not rounded.
    ///
    /// The parts add up to the shortfall; positive where the stage costs the focal group people.
    public let shapleyHeadcount: Outcome
    /// How many more people of the focal group would reach the end if this stage alone had the
    /// reference group's rate, not rounded.
    public let equalizedHeadcount: Outcome
  }

  /// The stages, from the first to the last.
  public let stages: [Stage]
  /// Those who reached the end, of those who entered.
  public let table: TwoByTwoTable
  /// The ratio of the rates of getting through the whole funnel, with Koopman's interval.
  public let impactRatio: Outcome
  /// The pooled Z test of equal rates of getting through.
  public let test: Outcome
  /// The natural logarithm of the funnel's impact ratio, with the delta method's standard error.
  public let logImpactRatio: Outcome
  /// How many more people of the focal group would reach the end at the reference group's rate of
  /// getting through.
  public let shortfall: Outcome
  /// What a reader of the last line alone would miss, in the order of the stages.
  public let warnings: [FunnelWarning]
}

/// What the last line of a funnel does not show.
public enum FunnelWarning: Hashable, Sendable, Codable {
  /// One of the two groups.
  public enum Group: String, Hashable, Sendable, Codable, CaseIterable {
    /// The focal group.
    case focal
    /// The reference group.
    case reference
  }

  /// A stage falls under the line to the cost of a group while the whole funnel does not: the
  /// defence of the bottom line that Connecticut v. Teal, 457 U.S. 440 (1982), did not accept.
  case hiddenStage(position: Int, against: Group)
  /// The whole funnel falls under the line to the cost of a group while no single stage does.
  case accumulated(against: Group)
  /// The interval of the funnel's log impact ratio contains 0, so that the shares of the stages
  /// divide a number that may be 0.
  case unstableShares
}
