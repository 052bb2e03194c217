/// Levels and merged groups that do not mean what they meant in an earlier release.
struct ChangedDefinitions {
  /// By attribute, the merged groups that are made of other levels.
  let members: [String: Set<String>]
  /// The attributes with other levels.
  let levels: Set<String>
  /// Both as changes, in the order of the later release.
  let changes: [MethodChange]

  init(_ earlier: ArchivedRelease, _ later: ArchivedRelease, _ pairs: [ExhibitPair]) {
    let (old, new) = (LevelBook(earlier), LevelBook(later))
    var members: [String: Set<String>] = [:]
    for (attribute, groups) in new.merged {
      for (label, parts) in groups {
        guard let parts, Self.isOther(parts, label, in: old, attribute) else { continue }
        members[attribute, default: []].insert(label)
      }
    }
    // A level that was made of others and now is one of its own.
    for (attribute, groups) in old.merged {
      for (label, parts) in groups where parts != nil && new.merged[attribute]?[label] == nil {
        guard new.attributes[attribute]?.members[label] != nil else { continue }
        members[attribute, default: []].insert(label)
      }
    }
    var levels: Set<String> = []
    var changes: [MethodChange] = []
    for pair in pairs {
      let listed = Self.listedAttribute(pair.later)
      for attribute in [pair.later.attribute, pair.later.by].compactMap(\.self) {
        for label in pair.labels where members[attribute]?.contains(label) == true {
          let subject = MethodChange.Subject.members(attribute: attribute, label: label)
          guard !changes.contains(where: { $0.subject == subject }) else { continue }
          changes.append(Self.change(subject))
        }
        guard attribute == listed, !levels.contains(attribute), Self.levelsDiffer(pair) else {
          continue
        }
        levels.insert(attribute)
        changes.append(Self.change(.levels(attribute)))
      }
    }
    self.members = members
    self.levels = levels
    self.changes = changes
  }

  private static func change(_ subject: MethodChange.Subject) -> MethodChange {
    MethodChange(subject: subject, before: nil, now: nil, exhibit: nil, exhibits: nil)
  }

  /// Whether an earlier release makes a merged group of other levels, or knows it as one level.
  private static func isOther(
    _ parts: [String], _ label: String, in old: LevelBook, _ attribute: String
  ) -> Bool {
    if let known = old.merged[attribute]?[label] { return known.map { $0 != parts } ?? false }
    return old.attributes[attribute]?.members[label] != nil
  }

  /// The attribute whose levels an exhibit lists in full, where it lists any.
  private static func listedAttribute(_ exhibit: ArchivedExhibit) -> String? {
    switch exhibit.kind {
    case "representation": exhibit.attribute
    case "representation_by": exhibit.by
    default: nil
    }
  }

  /// Whether two exhibits list other levels; what was merged to protect people is no change of them.
  private static func levelsDiffer(_ pair: ExhibitPair) -> Bool {
    guard !pair.earlier.isRolledUp, !pair.later.isRolledUp else { return false }
    func levels(_ exhibit: ArchivedExhibit) -> [String] {
      exhibit.rows.filter { $0.role == "item" || $0.role == "reference" }.map(\.label)
    }
    return levels(pair.earlier) != levels(pair.later)
  }
}

extension ExhibitPair {
  /// Every label of a level that the later exhibit shows, in its order.
  fileprivate var labels: [String] {
    later.rows.map(\.label) + later.columns.compactMap(\.group)
      + [later.focal, later.reference].compactMap(\.self)
  }
}
