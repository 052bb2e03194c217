public import Aggregates

/// A property by which groups of people are compared.
public struct Characteristic: Sendable, Hashable {
  /// Whom a focal group is compared with.
  public enum Comparator: Sendable, Hashable {
    /// All other people who declared.
    case rest
    /// One named group.
    case level(String)
  }

  /// The attribute.
  public let attribute: Attribute
  /// Whom focal groups are compared with.
  public let comparator: Comparator
  /// Labels of the groups that are compared, in declared order.
  public let focal: [String]
  /// Levels to merge where groups are small.
  public let merges: [Grouping]

  /// Makes a characteristic.
  public init(
    attribute: Attribute, comparator: Comparator, focal: [String], merges: [Grouping] = []
  ) {
    self.attribute = attribute
    self.comparator = comparator
    self.focal = focal
    self.merges = merges
  }
}
