import Estimates

/// The levels of every attribute of a release.
struct LevelBook {
  /// By attribute.
  let attributes: [String: AttributeLevels]
  /// By attribute and merged level, its members as notes name them; `nil` where notes disagree.
  let merged: [String: [String: [String]?]]

  /// The attribute that holds quarters and windows of quarters.
  static let time = "quarter"
  /// The attributes whose levels are stages one within the other, not parts of a whole.
  static let nested: Set<String> = ["reached", "stopped"]

  /// Whether an attribute's levels are parts of a whole.
  static func isPartition(_ attribute: String) -> Bool {
    attribute != time && !nested.contains(attribute)
  }

  /// Reads the levels out of names, notes and rows.
  init(_ release: ArchivedRelease) {
    var labels: [String: Set<String>] = [:]
    for cell in release.cells {
      for condition in cell.key.conditions where Self.isPartition(condition.attribute) {
        labels[condition.attribute, default: []].insert(condition.level)
      }
    }
    var merged = Self.unread(release, labels)
    var undeclared: [String: Set<String>] = [:]
    var orders: [String: [String]] = [:]
    for exhibit in release.exhibits {
      let keys = exhibit.rows.flatMap { row in row.entries.compactMap { $0?.cell } }
      for note in exhibit.notes {
        guard let (label, members) = Self.merge(note) else { continue }
        var attributes = Set(
          keys.flatMap(\.conditions).filter { $0.level == label }.map(\.attribute))
        for attribute in [exhibit.attribute, exhibit.by].compactMap(\.self)
        where labels[attribute]?.contains(label) == true { attributes.insert(attribute) }
        for attribute in attributes where Self.isPartition(attribute) {
          if case .some(.some(let other)) = merged[attribute]?[label], other != members {
            merged[attribute, default: [:]][label] = .some(nil)
          } else {
            merged[attribute, default: [:]][label] = .some(members)
          }
        }
      }
      if exhibit.kind == "declaration" {
        for row in exhibit.rows {
          for (column, entry) in zip(exhibit.columns, row.entries) where column.id != "declared" {
            for condition in entry?.cell?.conditions ?? [] where condition.attribute != Self.time {
              undeclared[condition.attribute, default: []].insert(condition.level)
            }
          }
        }
      }
      if let by = exhibit.by {
        var order: [String] = []
        for row in exhibit.rows {
          guard let level = row.entries.lazy.compactMap({ $0?.cell?.level(of: by) }).first,
            !order.contains(level)
          else { continue }
          order.append(level)
        }
        if order.count > (orders[by]?.count ?? 0) { orders[by] = order }
      }
    }
    var attributes: [String: AttributeLevels] = [:]
    for (attribute, labels) in labels {
      var noAnswer = undeclared[attribute] ?? []
      if noAnswer.isEmpty { noAnswer = labels.intersection(AttributeLevels.usualUndeclared) }
      attributes[attribute] = AttributeLevels(
        labels: labels, merged: merged[attribute] ?? [:],
        undeclared: noAnswer.filter { merged[attribute]?[$0] == nil },
        order: orders[attribute] ?? [])
    }
    self.attributes = attributes
    self.merged = merged
  }

  /// The labels that stand in no exhibit, only behind statistics.
  ///
  /// No note and no row says what levels they are made of, so all that is known of them is that they
  /// are a part. Those of a usual form (`All but Women`) are read all the same.
  private static func unread(
    _ release: ArchivedRelease, _ labels: [String: Set<String>]
  ) -> [String: [String: [String]?]] {
    var placed: [String: Set<String>] = [:]
    for entry in release.exhibits.lazy.flatMap(\.rows).flatMap(\.entries) {
      for condition in entry?.cell?.conditions ?? [] {
        placed[condition.attribute, default: []].insert(condition.level)
      }
    }
    var unread: [String: [String: [String]?]] = [:]
    for (attribute, all) in labels {
      for label in all.subtracting(placed[attribute] ?? [])
      where !AttributeLevels.isOfUsualForm(label) {
        unread[attribute, default: [:]][label] = .some(nil)
      }
    }
    return unread
  }

  /// What a note of the form `A: b; c.` names; `nil` for another note.
  private static func merge(_ note: String) -> (label: String, members: [String])? {
    guard note.hasSuffix("."), let colon = note.firstRange(of: ": ") else { return nil }
    let list = note[colon.upperBound...].dropLast()
    let members = list.split(separator: "; ", omittingEmptySubsequences: false).map(String.init)
    let label = String(note[..<colon.lowerBound])
    guard !label.isEmpty, members.count > 1 || members.first != label,
      members.allSatisfy({ !$0.isEmpty })
    else { return nil }
    return (label, members.sorted())
  }
}
