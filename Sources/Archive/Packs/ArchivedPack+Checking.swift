import Estimates

extension ArchivedPack {
  /// The rows of one table: a population, a characteristic, a base and the structures it is broken
  /// down by.
  private struct Family: Hashable {
    let population: String
    let characteristic: String
    let base: Base
    let by: [String]
  }

  /// Checks the figures against the taxonomy and each other.
  ///
  /// - Throws: a problem where a figure names what the taxonomy does not have, stands twice, or
  ///   overlaps another of its table; where groups of one place are shares of different totals or are
  ///   more than them; or where parts are more than their whole.
  func check() throws(ArchiveProblem) {
    var seen: Set<Key> = []
    var totals: [Key: Int] = [:]
    var sums: [Key: Int] = [:]
    for (position, figure) in figures.enumerated() {
      let key = figure.key
      guard isKnown(key), seen.insert(key).inserted else {
        throw .contradictoryFigure(position: position)
      }
      // Of all groups of one place: one total, and no more people than that.
      let place = Key(
        population: key.population, characteristic: key.characteristic, group: "", base: key.base,
        by: key.by)
      guard totals[place, default: figure.total] == figure.total else {
        throw .contradictoryFigure(position: position)
      }
      totals[place] = figure.total
      sums[place, default: 0] += figure.people
      guard sums[place, default: 0] <= figure.total else {
        throw .contradictoryFigure(position: position)
      }
    }
    try checkParts()
    try checkOverlaps()
  }

  private func isKnown(_ key: Key) -> Bool {
    guard Self.populations.contains(key.population),
      let characteristic = characteristic(key.characteristic),
      characteristic.levels.contains(where: { $0.label == key.group }),
      Set(key.by.map(\.attribute)).count == key.by.count
    else { return false }
    return key.by.allSatisfy { condition in
      structure(condition.attribute)?.levels.contains { $0.label == condition.level } == true
    }
  }

  /// Parts add up to no more than their whole, whatever the whole is a share of.
  private func checkParts() throws(ArchiveProblem) {
    struct Whole: Hashable {
      let population: String
      let characteristic: String
      let group: String
    }
    var wholes: [Whole: Int] = [:]
    for figure in figures where figure.key.by.isEmpty {
      wholes[
        Whole(
          population: figure.key.population, characteristic: figure.key.characteristic,
          group: figure.key.group)] = figure.people
    }
    struct Split: Hashable {
      let whole: Whole
      let by: [String]
    }
    var sums: [Split: Int] = [:]
    for (position, figure) in figures.enumerated() where !figure.key.by.isEmpty {
      let whole = Whole(
        population: figure.key.population, characteristic: figure.key.characteristic,
        group: figure.key.group)
      let split = Split(whole: whole, by: figure.key.by.map(\.attribute))
      sums[split, default: 0] += figure.people
      if let all = wholes[whole], sums[split, default: 0] > all {
        throw .contradictoryFigure(position: position)
      }
    }
  }

  /// No two groups, and no two places, of one table have a level in common.
  private func checkOverlaps() throws(ArchiveProblem) {
    var groups: [Family: [String: Set<String>]] = [:]
    var places: [Family: [String: [String: Set<String>]]] = [:]
    for (position, figure) in figures.enumerated() {
      let key = figure.key
      let family = Family(
        population: key.population, characteristic: key.characteristic, base: key.base,
        by: key.by.map(\.attribute))
      guard
        Self.add(
          key.group, of: characteristic(key.characteristic), to: &groups[family, default: [:]])
      else { throw .contradictoryFigure(position: position) }
      for condition in key.by {
        guard
          Self.add(
            condition.level, of: structure(condition.attribute),
            to: &places[family, default: [:]][condition.attribute, default: [:]])
        else { throw .contradictoryFigure(position: position) }
      }
    }
  }

  /// Adds a level to those of a table; `false` where it overlaps another.
  private static func add(
    _ label: String, of attribute: Attribute?, to seen: inout [String: Set<String>]
  ) -> Bool {
    guard seen[label] == nil else { return true }
    let atoms = attribute?.levels.first { $0.label == label }?.atoms ?? [label]
    guard seen.values.allSatisfy({ $0.isDisjoint(with: atoms) }) else { return false }
    seen[label] = atoms
    return true
  }
}
