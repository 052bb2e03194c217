public import Estimates

/// An index of segregation with what it would be by chance, and what it was computed from.
public struct SegregationResult: Hashable, Sendable {
  /// The index, with a standard error and an interval where the method has them.
  public let index: Outcome
  /// What the index is expected to be where people are dealt out to the units at random, the sizes
  /// of units and groups kept; exact, not simulated.
  public let nullExpectation: Outcome
  /// The index less its null expectation; below 0 where people are mixed more evenly than chance
  /// would mix them.
  ///
  /// The index without correction for bias is taken, since the expectation is that of the index.
  public let excess: Outcome
  /// The excess over the greatest there can be, (index - E0) / (complete - E0): 0 where units are
  /// as chance would make them, 1 at complete segregation.
  public let relativeExcess: Outcome
  /// What the index is at complete segregation, when every unit has people of one group only.
  public let completeSegregation: Outcome
  /// The likelihood ratio (G) test that units and groups are independent.
  public let test: Outcome
  /// How many people would have to move, for the indices that say so, not rounded.
  public let peopleToMove: Outcome?
  /// How many people, units and groups the index was computed from.
  public let people: Int
  /// How many units have anybody the index counts.
  public let units: Int
  /// How many groups the index sees: two where it sets the first group against the rest.
  public let groups: Int
  /// The names of the units nobody is in, left out, in the order of the table.
  public let emptyUnits: [String]
  /// The names of the groups nobody is in, left out, in the order of the table.
  public let emptyGroups: [String]
  /// The names of the units of one person, left out where an index counts colleagues only.
  public let singlePersonUnits: [String]
  /// The name and conventions of the index.
  public let stamp: MethodStamp
}
