public import Estimates

/// How far each unit and each group is from everyone's mix.
public struct LocalSegregationResult: Hashable, Sendable {
  /// One unit or one group.
  public struct Part: Hashable, Sendable {
    /// What it is called.
    public let name: String
    /// How many people it has.
    public let people: Int
    /// Its local segregation, at least 0, with the delta method's standard error and interval.
    public let local: Outcome
    /// Its share of the mutual information, (people / everyone) x local / M; the shares of all
    /// units add up to 1, and so do those of all groups.
    public let shareOfIndex: Outcome
    /// What the local segregation is expected to be where people are dealt out to the units at
    /// random, the sizes of units and groups kept; exact.
    public let nullExpectation: Outcome
    /// The local segregation less its expectation by chance; below 0 where the mix is nearer to
    /// everyone's than chance would make it.
    public let excess: Outcome
  }

  /// The units that have anybody, in the order of the table; none where there is a reason.
  public let units: [Part]
  /// The groups that have anybody, in the order of the table; none where there is a reason.
  public let groups: [Part]
  /// The mutual information M, or why there is none.
  public let mutualInformation: Outcome
  /// The names of the units nobody is in, left out.
  public let emptyUnits: [String]
  /// The names of the groups nobody is in, left out.
  public let emptyGroups: [String]
  /// The name and conventions of the method.
  public let stamp: MethodStamp
}
