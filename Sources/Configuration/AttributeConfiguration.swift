public import Aggregates

/// A declared attribute and how its levels are compared.
public struct AttributeConfiguration: Sendable, Hashable {
  /// What the attribute is to the report.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// Groups of people who are compared.
    case characteristic
    /// Where people work: level, function, location.
    case structure
    /// Used to leave people out or to filter, not reported.
    case other
  }

  /// Whom a focal group is compared with.
  public enum Reference: Sendable, Hashable {
    /// All other people whose level is declared.
    case rest
    /// The people of one level.
    case level(String)
  }

  /// The attribute with its levels: declared ones first, then the missing ones that can occur.
  public let attribute: Attribute
  /// What the attribute is to the report.
  public let role: Role
  /// Whom a focal group is compared with.
  public let reference: Reference
  /// Labels of the levels that are compared with the reference, in declared order.
  public let focal: [String]
  /// Roll-ups used in turn where groups are small.
  public let merge: [MergeStep]
  /// Whether the attribute is made from a date rather than read from a column.
  public let isDerived: Bool
}

/// One roll-up: several levels become one.
public struct MergeStep: Sendable, Hashable {
  /// The label of the merged level.
  public let label: String
  /// Labels of the levels that go into it.
  public let members: [String]

  /// Makes a step.
  public init(label: String, members: [String]) {
    self.label = label
    self.members = members
  }
}
