/// An exhibit that two releases share, with the rows and columns both have.
struct ExhibitPair {
  /// The exhibit of the earlier release.
  let earlier: ArchivedExhibit
  /// The exhibit of the later release.
  let later: ArchivedExhibit
  /// Its position in the later release.
  let position: Int
  /// By row of the later exhibit, the row of the earlier one.
  let rows: [Int?]
  /// By column of the later exhibit, the column of the earlier one.
  let columns: [Int?]

  /// Pairs the exhibits of two releases by identifier, in the order of the later one; `nil` where an
  /// exhibit is new.
  static func pairs(_ earlier: ArchivedRelease, _ later: ArchivedRelease) -> [ExhibitPair?] {
    let known = first(of: earlier.exhibits.map(\.id))
    return later.exhibits.enumerated().map { position, exhibit in
      known[exhibit.id].map {
        ExhibitPair(earlier: earlier.exhibits[$0], later: exhibit, position: position)
      }
    }
  }

  private init(earlier: ArchivedExhibit, later: ArchivedExhibit, position: Int) {
    self.earlier = earlier
    self.later = later
    self.position = position
    let labels = Self.first(of: Self.numbered(earlier.rows.map(\.label)))
    rows = Self.numbered(later.rows.map(\.label)).map { labels[$0] }
    let ids = Self.first(of: earlier.columns.map(\.id))
    columns = later.columns.map { ids[$0.id] }
  }

  /// The entries of a place of the later exhibit, where both have it.
  func entries(row: Int, column: Int) -> (earlier: ArchivedEntry, later: ArchivedEntry)? {
    guard let oldRow = rows[row], let oldColumn = columns[column],
      let old = earlier.rows[oldRow].entries[oldColumn],
      let new = later.rows[row].entries[column]
    else { return nil }
    return (old, new)
  }

  /// The quarter or span that a row's statistics belong to, where both exhibits say the same.
  func period(row: Int) -> String? {
    if Self.rowsAreQuarters(later) { return later.rows[row].label }
    guard let period = later.period, period == earlier.period else { return nil }
    return period
  }

  /// Whether the rows of an exhibit are quarters, so that each row has a period of its own.
  static func rowsAreQuarters(_ exhibit: ArchivedExhibit) -> Bool {
    exhibit.kind == "trend" || exhibit.kind == "declaration_trend"
  }

  /// A label and how often it stood before, so that rows of one label are told apart.
  private struct Numbered: Hashable {
    let label: String
    let number: Int
  }

  private static func numbered(_ labels: [String]) -> [Numbered] {
    var seen: [String: Int] = [:]
    return labels.map { label in
      seen[label, default: 0] += 1
      return Numbered(label: label, number: seen[label] ?? 0)
    }
  }

  private static func first<Name: Hashable>(of names: [Name]) -> [Name: Int] {
    Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
  }
}
