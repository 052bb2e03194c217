public import Estimates

/// Who contributed to a release: for each population and period, every person's level of each
/// attribute.
///
/// It is as confidential as the source. From it follows who is in any cell that a ``CellKey`` names,
/// published or not. A part is one population in one period; the period is the key's condition on
/// ``periodAttribute``. People are listed once and named by position in the parts, both sorted, so the
/// order in which they were read leaves no trace.
public struct ContributorStates: Sendable, Hashable {
  /// The attribute by which a key names its period.
  public static let periodAttribute = "quarter"

  /// One population in one period.
  public struct Part: Sendable, Hashable {
    /// The population, for example `workforce`.
    public let population: String
    /// The period, for example `2025Q3`.
    public let period: String
    /// How each attribute was cut.
    public let definitions: [AttributeDefinition]
    /// The measures whose amounts are watched for change.
    public let measures: [String]
    /// The people, as ascending positions in ``ContributorStates/people``.
    let members: [UInt32]
    /// Level positions, row by row, one column per definition.
    let levels: [UInt16]
    /// Digests of amounts, row by row, one column per measure; 0 where there is none.
    let amounts: [UInt64]
  }

  /// Everybody in any part, ascending.
  let people: [ContributorHash]
  /// The parts, by population and period.
  public let parts: [Part]

  init(people: [ContributorHash], parts: [Part]) {
    self.people = people
    self.parts = parts
  }

  /// How many people there are.
  public var count: Int { people.count }

  /// The part of a population and a period.
  public func part(population: String, period: String) -> Part? {
    parts.first { $0.population == population && $0.period == period }
  }

  /// The part a key names.
  public func part(of key: CellKey) -> Part? {
    guard let period = key.level(of: Self.periodAttribute) else { return nil }
    return part(population: key.population, period: period)
  }

  /// The people in a cell, ascending; `nil` where the states cannot tell, because the population, the
  /// period, an attribute or a level is not in them.
  ///
  /// Cost: one look at every person of the part.
  public func contributors(to key: CellKey) -> [ContributorHash]? {
    guard let part = part(of: key), let rows = rows(of: key, in: part) else { return nil }
    return rows.map { people[Int(part.members[$0])] }
  }

  /// The rows of a part that meet a key's conditions; `nil` where they cannot be told.
  func rows(of key: CellKey, in part: Part) -> [Int]? {
    var tests: [(column: Int, isIn: [Bool])] = []
    for condition in key.conditions where condition.attribute != Self.periodAttribute {
      guard
        let column = part.definitions.firstIndex(where: { $0.attribute == condition.attribute }),
        let positions = part.definitions[column].positions(of: condition.level)
      else { return nil }
      var isIn = [Bool](repeating: false, count: part.definitions[column].levels.count)
      for position in positions { isIn[position] = true }
      tests.append((column, isIn))
    }
    let width = part.definitions.count
    return part.members.indices.filter { row in
      tests.allSatisfy { $0.isIn[Int(part.levels[row * width + $0.column])] }
    }
  }

  /// The digest of each person's amount of a measure among the people of a cell, in their order; `nil`
  /// where it cannot be told.
  func amounts(of measure: String, in key: CellKey) -> [UInt64]? {
    guard let part = part(of: key), let column = part.measures.firstIndex(of: measure),
      let rows = rows(of: key, in: part)
    else { return nil }
    return rows.map { part.amounts[$0 * part.measures.count + column] }
  }
}
