import Estimates

/// What shown shares tell of counts: a share beside its count gives away the count it is a share of.
///
/// A release does not name the counts behind a share. A reader takes the file at its word: where a
/// note says that shares are of everyone counted, a column `share/G` beside a column `people/G` is the
/// share of `G` among everyone with the row's other conditions. Other shares are not read.
enum ShareBases {
  private static let everyone = "Shares are of everyone counted"

  /// The bases, each once, in the order of the release.
  static func bases(_ release: ArchivedRelease) -> [(key: CellKey, count: Int)] {
    var found: [(key: CellKey, count: Int)] = []
    var seen: Set<CellKey> = []
    for exhibit in release.exhibits where exhibit.notes.contains(where: { $0.hasPrefix(everyone) })
    {
      guard let attribute = exhibit.attribute else { continue }
      var people: [String: Int] = [:]
      for (position, column) in exhibit.columns.enumerated() where column.id.hasPrefix("people/") {
        people[String(column.id.dropFirst("people/".count))] = position
      }
      for (position, column) in exhibit.columns.enumerated()
      where column.id.hasPrefix("share/") && column.unit == "share" {
        guard let part = people[String(column.id.dropFirst("share/".count))] else { continue }
        for row in exhibit.rows {
          guard let share = row.entries[position]?.value, let entry = row.entries[part],
            let count = entry.count, let key = entry.cell, key.level(of: attribute) != nil,
            let base = base(of: count, share: share),
            seen.insert(key.without(attribute)).inserted
          else { continue }
          found.append((key.without(attribute), base))
        }
      }
    }
    return found
  }

  /// The whole number of which a count is a share; `nil` where the share does not tell.
  private static func base(of count: Int, share: Double) -> Int? {
    guard count > 0, share > 0, share <= 1 else { return nil }
    let base = (Double(count) / share).rounded()
    guard base < Double(ArchiveLimits.largestCount),
      abs(Double(count) / base - share) <= 1e-11 * share
    else { return nil }
    return Int(base)
  }
}
