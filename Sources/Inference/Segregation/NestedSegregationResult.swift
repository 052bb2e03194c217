public import Estimates

/// Segregation taken apart by where in a tree of units it lies.
public struct NestedSegregationResult: Hashable, Sendable {
  /// A unit with others in it; the first is everyone.
  public struct Node: Hashable, Sendable {
    /// The names on the way to it; empty for everyone.
    public let path: [String]
    /// How many people are in it.
    public let people: Int
    /// How many units with anybody lie directly in it.
    public let parts: Int
    /// The mutual information of groups and the units directly in it, among its own people.
    public let mutualInformation: Outcome
    /// Theil's H of the units directly in it, among its own people.
    public let theilIndex: Outcome
    /// Its term of the whole M: its share of everyone x its mutual information, with the delta
    /// method's standard error.
    public let term: Outcome
    /// Its term of the whole H: its share of everyone x its entropy over that of everyone x its H,
    /// with the delta method's standard error.
    public let theilTerm: Outcome
    /// Its term over the whole M.
    public let shareOfIndex: Outcome
  }

  /// All nodes of one depth together; the first is the segregation between the largest units.
  public struct Level: Hashable, Sendable {
    /// How many names the paths of its nodes have.
    public let depth: Int
    /// The sum of their terms of M, with the delta method's standard error.
    public let term: Outcome
    /// The sum of their terms of H, with the delta method's standard error.
    public let theilTerm: Outcome
    /// The sum over the whole M.
    public let shareOfIndex: Outcome
  }

  /// The mutual information of the smallest units and the groups, or why there is none.
  public let mutualInformation: Outcome
  /// Theil's H of the smallest units and the groups.
  public let theilIndex: Outcome
  /// The nodes, each before those within it; the terms add up to M and to H.
  public let nodes: [Node]
  /// The depths, from the largest units down; the terms add up to M and to H.
  public let levels: [Level]
  /// The names of the smallest units nobody is in, left out.
  public let emptyUnits: [String]
  /// The names of the groups nobody is in, left out.
  public let emptyGroups: [String]
  /// The name and conventions of the method.
  public let stamp: MethodStamp
}
