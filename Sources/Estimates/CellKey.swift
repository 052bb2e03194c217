/// The name of one count of people: a population and the conditions its members meet.
///
/// An attribute without a condition is summed over, so the same key names the same people in every
/// table it appears in: the total of `gender × level` is the cell of `gender` alone. That identity
/// is what ties the tables of a release into one system.
public struct CellKey: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
  /// One condition: the attribute takes this level.
  public struct Condition: Hashable, Sendable, Codable, Comparable {
    /// The attribute's identifier, for example `gender`.
    public let attribute: String
    /// The level's label, for example `Women`.
    public let level: String

    /// Makes a condition.
    public init(_ attribute: String, _ level: String) {
      self.attribute = attribute
      self.level = level
    }

    /// Orders conditions by attribute, then level.
    public static func < (left: Condition, right: Condition) -> Bool {
      (left.attribute, left.level) < (right.attribute, right.level)
    }
  }

  /// The population, for example `workforce`, `exits` or `applications`.
  public let population: String
  /// The conditions, sorted by attribute; at most one per attribute.
  public let conditions: [Condition]

  /// Makes a key; conditions may come in any order.
  public init(_ population: String, _ conditions: [Condition] = []) {
    self.population = population
    self.conditions = conditions.sorted()
  }

  /// The level an attribute is held at, or `nil` where the key sums over it.
  public func level(of attribute: String) -> String? {
    conditions.first { $0.attribute == attribute }?.level
  }

  /// The key with one more condition, replacing any on the same attribute.
  public func with(_ attribute: String, _ level: String) -> CellKey {
    CellKey(
      population,
      conditions.filter { $0.attribute != attribute } + [Condition(attribute, level)])
  }

  /// The key summed over an attribute.
  public func without(_ attribute: String) -> CellKey {
    CellKey(population, conditions.filter { $0.attribute != attribute })
  }

  /// Orders keys by population, then conditions.
  public static func < (left: CellKey, right: CellKey) -> Bool {
    if left.population != right.population { return left.population < right.population }
    return left.conditions.lexicographicallyPrecedes(right.conditions)
  }

  /// The key as text, for example `workforce[gender=Women, period=2025Q3]`.
  public var description: String {
    let inside = conditions.map { "\($0.attribute)=\($0.level)" }.joined(separator: ", ")
    return "\(population)[\(inside)]"
  }
}
