import Estimates

/// One period of one release, as the ruling looks at it.
struct ReleaseSide: Sendable {
  /// A published head count, its key without the period.
  struct Count: Sendable, Hashable {
    let key: CellKey
    let people: Int
    let tables: [String]
  }

  /// Cells that are cut by the same sensitive attributes in the same parent.
  struct Group: Hashable, Comparable {
    let parent: CellKey
    let attributes: [String]

    static func < (left: Group, right: Group) -> Bool {
      if left.parent != right.parent { return left.parent < right.parent }
      return left.attributes.lexicographicallyPrecedes(right.attributes)
    }
  }

  /// 0 for the new release.
  let sequence: Int
  let period: String
  let states: ContributorStates?
  private(set) var counts: [CellKey: Count] = [:]
  private(set) var groups: [Group: [Count]] = [:]
  private(set) var means: [LedgerCell] = []
  private(set) var hidden: [CellKey] = []
  private var tables: [CellKey: [String]] = [:]

  /// The periods of a release, in order.
  static func sides(
    sequence: Int, cells: [LedgerCell], states: ContributorStates?, sensitive: Set<String>
  ) -> [ReleaseSide] {
    var sides: [String: ReleaseSide] = [:]
    for cell in cells {
      guard let period = cell.key.level(of: ContributorStates.periodAttribute) else { continue }
      sides[period, default: ReleaseSide(sequence: sequence, period: period, states: states)]
        .add(cell, sensitive)
    }
    return sides.keys.sorted().compactMap { sides[$0] }
  }

  private init(sequence: Int, period: String, states: ContributorStates?) {
    self.sequence = sequence
    self.period = period
    self.states = states
  }

  private mutating func add(_ cell: LedgerCell, _ sensitive: Set<String>) {
    let key = cell.key.without(ContributorStates.periodAttribute)
    if cell.measure == nil { tables[key] = cell.tables }
    switch cell.value {
    case .hidden: hidden.append(key)
    case .mean: means.append(cell)
    case .count(let people):
      let count = Count(key: key, people: people, tables: cell.tables)
      counts[key] = count
      let group = Self.group(of: key, sensitive)
      groups[group, default: []].append(count)
    }
  }

  /// The parent of a key and the sensitive attributes that cut it.
  static func group(of key: CellKey, _ sensitive: Set<String>) -> Group {
    Group(
      parent: CellKey(
        key.population, key.conditions.filter { !sensitive.contains($0.attribute) }),
      attributes: key.conditions.map(\.attribute).filter { sensitive.contains($0) })
  }

  /// The tables a cell stands in or behind, shown or not.
  func tables(behind key: CellKey) -> [String] { tables[key] ?? [] }

  /// A key as it was published.
  func full(_ key: CellKey) -> CellKey { key.with(ContributorStates.periodAttribute, period) }

  /// The people in a cell.
  func contributors(_ key: CellKey) -> [ContributorHash]? { states?.contributors(to: full(key)) }

  /// The people with an amount behind a mean, with what stands for it; all people of the cell, with 0,
  /// where amounts are not watched.
  func contributors(to mean: LedgerCell) -> [(person: ContributorHash, amount: UInt64)]? {
    guard let measure = mean.measure, let people = states?.contributors(to: mean.key) else {
      return nil
    }
    guard let amounts = states?.amounts(of: measure, in: mean.key) else {
      return people.map { ($0, 0) }
    }
    return zip(people, amounts).filter { $0.1 != 0 }.map { ($0.0, $0.1) }
  }

  /// The part of a population.
  func part(_ population: String) -> ContributorStates.Part? {
    states?.part(population: population, period: period)
  }
}
