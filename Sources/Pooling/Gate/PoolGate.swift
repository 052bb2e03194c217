import Archive
import Estimates

/// Rules on what a pool shows.
///
/// Every figure is a sum over one and the same panel, all organisations pooled: no two figures differ
/// by an organisation. What is shown of a characteristic is a rectangle, groups by places, with what is
/// left over in both directions; every cell of it, the left-over ones included, has people of enough
/// organisations of which none has too many. As a reader can work out nothing but sums of these cells,
/// and such sums keep the rule, no subtraction tells one organisation's number. A figure that not every
/// organisation publishes is in what is left over.
struct PoolGate {
  /// What came of it.
  struct Ruling {
    /// The figures that may be shown, in order.
    var figures: [PooledCounts] = []
    /// Places of two structures at once, from which the people expected of an organisation are worked
    /// out; they are not shown.
    var strata: [PooledCounts] = []
    /// How many figures of every organisation, or of some, are not shown.
    var withheld = 0
  }

  private let packs: [ArchivedPack]
  private let rules: PoolRules
  private let tables: [[ArchivedPack.Key: ArchivedPack.Figure]]

  /// Takes the packs of the panel.
  init(_ packs: [ArchivedPack], rules: PoolRules) {
    self.packs = packs
    self.rules = rules
    tables = packs.map { pack in
      Dictionary(pack.figures.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The figures that may be shown.
  func ruling() -> Ruling {
    var ruling = Ruling()
    guard let first = packs.first else { return ruling }
    var known: Set<ArchivedPack.Key> = []
    for pack in packs { known.formUnion(pack.figures.map(\.key)) }
    for population in ArchivedPack.populations {
      for characteristic in first.characteristics {
        rule(on: population, characteristic, first.structures, &ruling)
      }
    }
    let shown = Set((ruling.figures + ruling.strata).map(\.key))
    ruling.withheld = known.count { !shown.contains($0) }
    return ruling
  }

  /// A figure of every organisation; `nil` where one does not publish it.
  private func counts(_ key: ArchivedPack.Key) -> PooledCounts? {
    let figures = tables.compactMap { $0[key] }
    guard figures.count == tables.count else { return nil }
    return PooledCounts(key: key, people: figures.map(\.people), totals: figures.map(\.total))
  }

  private func rule(
    on population: String, _ characteristic: ArchivedPack.Attribute,
    _ structures: [ArchivedPack.Attribute], _ ruling: inout Ruling
  ) {
    for base in ArchivedPack.Base.allCases {
      let overall = groups(
        characteristic.levels.compactMap { level in
          counts(
            ArchivedPack.Key(
              population: population, characteristic: characteristic.id, group: level.label,
              base: base))
        })
      guard !overall.isEmpty else { continue }
      ruling.figures += overall
      for structure in structures {
        ruling.figures += places(overall, characteristic, structure)
      }
      for (position, one) in structures.enumerated() {
        for other in structures[(position + 1)...] {
          ruling.strata += strata(overall, one, other)
        }
      }
      // One base is enough: the other would be the same people again.
      return
    }
  }

  /// The groups that may be shown, those left over together keeping the rule.
  private func groups(_ candidates: [PooledCounts]) -> [PooledCounts] {
    var shown = candidates.filter { rules.allow($0.people) }
    while !shown.isEmpty, !rules.allow(left(of: shown)) {
      // Whoever is fewest joins those left over.
      let fewest = shown.indices.reduce(0) { shown[$1].sum < shown[$0].sum ? $1 : $0 }
      shown.remove(at: fewest)
    }
    return shown.filter { $0.sum > 0 && $0.sum < $0.total }
  }

  /// Everyone of none of some groups, in the order of the panel.
  private func left(of groups: [PooledCounts]) -> [Int] {
    guard let first = groups.first else { return [] }
    return first.totals.indices.map { organisation in
      first.totals[organisation] - groups.reduce(0) { $0 + $1.people[organisation] }
    }
  }

  /// The places of a structure that may be shown, for the groups that are shown over all places.
  private func places(
    _ overall: [PooledCounts], _ characteristic: ArchivedPack.Attribute,
    _ structure: ArchivedPack.Attribute
  ) -> [PooledCounts] {
    for base in ArchivedPack.Base.allCases {
      // Groups with one and the same set of places, so that the table is a rectangle.
      var rows: [String: [PooledCounts]] = [:]
      var labels = structure.levels.map(\.label)
      var groups: [PooledCounts] = []
      for group in overall {
        let cells = labels.compactMap { label in
          counts(
            ArchivedPack.Key(
              population: group.key.population, characteristic: group.key.characteristic,
              group: group.key.group, base: base,
              by: [CellKey.Condition(structure.id, label)]))
        }
        guard !cells.isEmpty else { continue }
        let kept = cells.map { $0.key.by[0].level }
        labels = labels.filter(kept.contains)
        groups.append(group)
        for cell in cells { rows[cell.key.by[0].level, default: []].append(cell) }
      }
      guard !groups.isEmpty else { continue }
      let table = labels.compactMap { rows[$0] }
        .filter { row in row.allSatisfy { rules.allow($0.people) } && rules.allow(left(of: row)) }
      let shown = remainderKept(table, groups)
      return shown.flatMap { row in row.filter { $0.sum > 0 && $0.sum < $0.total } }
        .sorted { place($0, groups, labels) < place($1, groups, labels) }
    }
    return []
  }

  /// The order of a cell: groups first, then places.
  private func place(
    _ cell: PooledCounts, _ groups: [PooledCounts], _ labels: [String]
  ) -> Int {
    let group = groups.firstIndex { $0.key.group == cell.key.group } ?? 0
    let label = labels.firstIndex(of: cell.key.by[0].level) ?? 0
    return group * (labels.count + 1) + label
  }

  /// The rows that may be shown so that what is left of each group over all places keeps the rule.
  private func remainderKept(
    _ table: [[PooledCounts]], _ overall: [PooledCounts]
  ) -> [[PooledCounts]] {
    var rows = table
    while !rows.isEmpty, !isSafe(rows, overall) {
      // The place with the fewest people joins what is left over.
      let fewest = rows.indices.reduce(0) {
        rows[$1][0].total < rows[$0][0].total ? $1 : $0
      }
      rows.remove(at: fewest)
    }
    return rows
  }

  /// Whether what is left of each group, and of everyone else, keeps the rule.
  private func isSafe(_ rows: [[PooledCounts]], _ overall: [PooledCounts]) -> Bool {
    let organisations = packs.indices
    let groups = overall.enumerated().allSatisfy { position, group in
      rules.allow(
        organisations.map { organisation in
          group.people[organisation]
            - rows.reduce(0) { $0 + $1[position].people[organisation] }
        })
    }
    // Totals of another base do not add up to this one, and nobody can subtract them.
    guard groups, let row = rows.first, row[0].key.base == overall[0].key.base else {
      return groups
    }
    let everyone = left(of: overall)
    return rules.allow(
      organisations.map { organisation in
        everyone[organisation] - rows.reduce(0) { $0 + left(of: $1)[organisation] }
      })
  }

  /// Places of two structures at once that keep the rule by themselves.
  private func strata(
    _ overall: [PooledCounts], _ one: ArchivedPack.Attribute, _ other: ArchivedPack.Attribute
  ) -> [PooledCounts] {
    overall.flatMap { group in
      ArchivedPack.Base.allCases.flatMap { base in
        one.levels.flatMap { first in
          other.levels.compactMap { second in
            counts(
              ArchivedPack.Key(
                population: group.key.population, characteristic: group.key.characteristic,
                group: group.key.group, base: base,
                by: [
                  CellKey.Condition(one.id, first.label), CellKey.Condition(other.id, second.label),
                ]))
          }
        }
      }
    }.filter { rules.allow($0.people) && rules.allow($0.others) && $0.sum > 0 }
  }
}
