import Archive
import Configuration
import Estimates

/// The figures of a pack: counts that a release publishes, found by their names.
///
/// Only cells that are shown are looked at; there is no way from here to a hidden one.
struct PackFigures {
  private let release: ArchivedRelease
  private let configuration: RunConfiguration
  private let taxonomy: PackTaxonomy
  private let counts: [CellKey: Int]

  init(_ release: ArchivedRelease, _ configuration: RunConfiguration) {
    self.release = release
    self.configuration = configuration
    taxonomy = PackTaxonomy(configuration)
    counts = Dictionary(
      release.cells.compactMap { cell in cell.count.map { (cell.key, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The quarters of hires, promotions and exits; `nil` where the release has none.
  var flowPeriod: String? {
    release.exhibits.first { ["hiring", "progression", "retention"].contains($0.kind) }?.period
  }

  /// Every figure, by population, characteristic, group and place.
  func figures() -> [ArchivedPack.Figure] {
    ArchivedPack.populations.flatMap { population -> [ArchivedPack.Figure] in
      let period = population == "workforce" ? configuration.period.quarter : flowPeriod
      guard let period else { return [] }
      return taxonomy.characteristics.flatMap { characteristic in
        // Everywhere, then by one structure, then by two.
        let places: [[ArchivedPack.Attribute]] =
          [[]] + taxonomy.structures.map { [$0] }
          + taxonomy.structures.enumerated().flatMap { position, one in
            taxonomy.structures[(position + 1)...].map { [one, $0] }
          }
        return places.flatMap { table(population, period, characteristic, $0) }
      }
    }
  }

  /// The figures of one table, without levels that overlap.
  private func table(
    _ population: String, _ period: String, _ characteristic: ArchivedPack.Attribute,
    _ structures: [ArchivedPack.Attribute]
  ) -> [ArchivedPack.Figure] {
    let quarter = CellKey.Condition("quarter", period)
    let places = structures.reduce([[CellKey.Condition]()]) { places, structure in
      places.flatMap { place in
        structure.levels.map { place + [CellKey.Condition(structure.id, $0.label)] }
      }
    }
    let found = characteristic.levels.flatMap { group in
      places.compactMap { place in
        figure(population, characteristic.id, group.label, place, quarter)
      }
    }
    // A table of one base: the one with more figures, of those who declared if alike.
    let declared = found.filter { $0.key.base == .declared }
    let everyone = found.filter { $0.key.base == .everyone }
    return apart(
      declared.count >= everyone.count ? declared : everyone, [characteristic] + structures)
  }

  /// A group at a place among those who declared, or everyone; `nil` where a count is not shown.
  private func figure(
    _ population: String, _ characteristic: String, _ group: String,
    _ place: [CellKey.Condition], _ quarter: CellKey.Condition
  ) -> ArchivedPack.Figure? {
    func count(_ level: String?) -> Int? {
      let own = level.map { [CellKey.Condition(characteristic, $0)] } ?? []
      return counts[CellKey(population, own + place + [quarter])]
    }
    guard let people = count(group) else { return nil }
    let base: ArchivedPack.Base
    let total: Int
    if let declared = count("Declared") {
      (base, total) = (.declared, declared)
    } else if let others = count("All but " + group) {
      (base, total) = (.everyone, people + others)
    } else if let everyone = count(nil) {
      (base, total) = (.everyone, everyone)
    } else {
      return nil
    }
    guard total > 0, people <= total else { return nil }
    return ArchivedPack.Figure(
      key: ArchivedPack.Key(
        population: population, characteristic: characteristic, group: group, base: base,
        by: place), people: people, total: total)
  }

  /// The figures without levels that overlap: a merged level where not all it is made of are shown,
  /// else those.
  private func apart(
    _ figures: [ArchivedPack.Figure], _ attributes: [ArchivedPack.Attribute]
  ) -> [ArchivedPack.Figure] {
    var kept = figures
    for attribute in attributes {
      func label(_ figure: ArchivedPack.Figure) -> String? {
        figure.key.characteristic == attribute.id
          ? figure.key.group : figure.key.by.first { $0.attribute == attribute.id }?.level
      }
      for level in attribute.levels where !level.members.isEmpty {
        let labels = Set(kept.compactMap(label))
        guard labels.contains(level.label) else { continue }
        let replaced =
          level.members.allSatisfy(labels.contains) ? [level.label] : level.members
        kept.removeAll { figure in label(figure).map(replaced.contains) ?? false }
      }
    }
    return kept
  }
}
