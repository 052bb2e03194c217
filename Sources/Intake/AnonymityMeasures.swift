/// How well the people of a table are hidden among each other.
public struct AnonymityMeasures: Sendable, Hashable {
  /// A sensitive column within some classes.
  public struct SensitiveMeasures: Sendable, Hashable {
    /// The column's name.
    public let column: String
    /// Its l-diversity.
    public let diversity: LDiversity
    /// Its t-closeness.
    public let closeness: TCloseness
  }

  /// The classes of some attributes.
  public struct ClassMeasures: Sendable, Hashable {
    /// The names of the attributes.
    public let attributes: [String]
    /// Their k-anonymity.
    public let anonymity: KAnonymity
    /// Each sensitive column within them.
    public let sensitive: [SensitiveMeasures]
  }

  /// Sets of more attributes than this are looked for in small numbers of attributes only.
  private static let attributesSearchedWhole = 12
  private static let largestSetOfMany = 4

  /// People of the table.
  public let people: Int
  /// The smallest group that may be shown, which small classes are measured against.
  public let minimum: Int
  /// All quasi-identifiers crossed.
  public let whole: ClassMeasures
  /// Each quasi-identifier alone.
  public let alone: [ClassMeasures]
  /// Pairs of quasi-identifiers.
  public let pairs: [ClassMeasures]
  /// Crossings by their risk.
  public let crossings: CrossingRisk
  /// People who stand alone with few attributes.
  public let uniques: IntakeOutcome<SpecialUniques>

  /// Measures a table.
  ///
  /// - Parameters:
  ///   - minimum: the smallest group that may be shown.
  ///   - progress: called with how far it is, 0 to 1.
  public static func of(
    _ table: IntakeTable, minimum: Int, progress: (Double) -> Void = { _ in }
  ) -> IntakeOutcome<AnonymityMeasures> {
    let attributes = table.columns(.quasiIdentifier)
    switch CrossingRisk.of(table, threshold: minimum) {
    case .notMeasurable(let reason): return .notMeasurable(reason: reason)
    case .measured(let crossings):
      guard let whole = classes(table, attributes) else {
        return .notMeasurable(reason: "there are no people")
      }
      progress(0.3)
      let alone = attributes.compactMap { classes(table, [$0]) }
      let pairs = crossings.crossings(of: 2).compactMap { classes(table, $0.positions) }
      progress(0.5)
      let isMany = attributes.count > attributesSearchedWhole
      let uniques = SpecialUniques.of(
        table, attributes: attributes, largestSet: isMany ? largestSetOfMany : nil)
      progress(1)
      return .measured(
        AnonymityMeasures(
          people: table.people, minimum: minimum, whole: whole, alone: alone, pairs: pairs,
          crossings: crossings, uniques: uniques))
    }
  }

  private static func classes(_ table: IntakeTable, _ positions: [Int]) -> ClassMeasures? {
    let classes = EquivalenceClasses(table, by: positions)
    guard let anonymity = KAnonymity.of(classes).value else { return nil }
    let sensitive = table.columns(.sensitive).compactMap { column -> SensitiveMeasures? in
      guard
        let diversity = LDiversity.of(table, sensitive: column, within: classes).value,
        let closeness = TCloseness.of(table, sensitive: column, within: classes).value
      else { return nil }
      return SensitiveMeasures(
        column: table.columns[column].name, diversity: diversity, closeness: closeness)
    }
    return ClassMeasures(
      attributes: positions.map { table.columns[$0].name }, anonymity: anonymity,
      sensitive: sensitive)
  }

  /// Sets of one attribute or two whose groups give a sensitive answer away, with the people concerned.
  ///
  /// Groups of at least the smallest size shown in which all, or all but one, have the same answer
  /// count. The sets with the most people come first; one that holds another of the list is left out.
  public func givenAway(_ column: String) -> [(attributes: [String], people: Int)] {
    var found: [(attributes: [String], people: Int)] = []
    for measures in alone + pairs {
      guard let sensitive = measures.sensitive.first(where: { $0.column == column }) else {
        continue
      }
      let people = sensitive.diversity.peopleGivenAway(inClassesOf: minimum)
      guard people > 0 else { continue }
      let isImplied = found.contains { $0.attributes.allSatisfy(measures.attributes.contains) }
      if !isImplied { found.append((measures.attributes, people)) }
    }
    return found.enumerated().sorted {
      ($1.element.people, $0.offset) < ($0.element.people, $1.offset)
    }.map(\.element)
  }
}
