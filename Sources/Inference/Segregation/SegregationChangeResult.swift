public import Estimates

/// The change of an index of segregation between two dates, taken apart.
///
/// Units, groups, interaction, structure, additions and removals add up to the change. They have
/// standard errors where the method says so.
public struct SegregationChangeResult: Hashable, Sendable {
  /// What a unit or a group has of a part.
  public struct Term: Hashable, Sendable {
    /// What it is called.
    public let name: String
    /// Its term; positive where its people moved away from everyone's mix.
    public let term: Outcome
  }

  /// The index at the earlier date.
  public let earlier: Outcome
  /// The index at the later date.
  public let later: Outcome
  /// The index at the later date less that at the earlier.
  public let change: Outcome
  /// The part of the change that is due to the sizes of the units, relative to one another.
  public let units: Outcome
  /// The part that is due to the mix of groups in all.
  public let groups: Outcome
  /// The part that the units and the groups have only together, where the method leaves one.
  public let interaction: Outcome?
  /// The part that is due to how groups are spread over units, whatever the sizes of both.
  public let structure: Outcome
  /// What each unit that has people at both dates has of the structure.
  ///
  /// Its share of everyone x the change of its local segregation, averaged as the structure is. The
  /// terms add up to the structure. None where the method does not say.
  public let structureByUnit: [Term]
  /// The same for each group that has people at both dates.
  public let structureByGroup: [Term]
  /// What units and groups add that have people at the later date only.
  public let additions: Outcome
  /// What units and groups take away that have people at the earlier date only.
  public let removals: Outcome
  /// The names of the units that do not have people at both dates, in the order of the tables.
  public let unsharedUnits: [String]
  /// The names of the groups that do not have people at both dates, in the order of the tables.
  public let unsharedGroups: [String]
  /// The most iterations a fit of one date's table to the other's shares took; 0 where none was
  /// needed.
  public let iterations: Int
  /// The name and conventions of the method.
  public let stamp: MethodStamp
}
