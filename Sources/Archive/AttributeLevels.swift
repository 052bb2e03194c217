/// The levels of an attribute as a reader of a release knows them: the single ones, and what the
/// others are made of.
///
/// Every level is a set of single levels. `All but Women` is all but one of them; `Declared` is those
/// that are an answer; `Lead and above` is a level and those after it in the order of rows; a note
/// such as `Not stated: Prefer not to say; No answer recorded.` names the members of a merged one.
/// Two further single levels stand for those that the release does not name, one declared, one not.
struct AttributeLevels {
  /// The single levels in the order of their names, the two unnamed ones last.
  let singles: [String]
  /// The single levels that a level is made of; `nil` for one that is named and cannot be read.
  let members: [String: Set<Int>?]

  /// The label of the declared levels that no cell names.
  static let unnamedDeclared = "\u{1}other levels"
  /// The label of the undeclared levels that no cell names.
  static let unnamedUndeclared = "\u{1}other people who did not declare"
  /// How the engine names the people who gave no answer.
  static let usualUndeclared: Set<String> = [
    "Prefer not to say", "No answer recorded", "Not asked", "Not stated",
  ]

  private static let complement = "All but "
  private static let declaredRest = "All others who declared, not "
  private static let declared = "Declared"
  private static let above = " and above"

  /// Whether a label says itself what it is made of.
  static func isOfUsualForm(_ label: String) -> Bool {
    label == declared || label.hasPrefix(declaredRest) || label.hasPrefix(complement)
      || label.hasSuffix(above) || usualUndeclared.contains(label)
  }

  /// Gathers levels.
  ///
  /// - Parameters:
  ///   - labels: every label that a cell holds the attribute at.
  ///   - merged: the members of merged levels, as notes name them; `nil` where notes disagree.
  ///   - undeclared: the levels that are no answer.
  ///   - order: the labels in the order of rows.
  init(
    labels: Set<String>, merged: [String: [String]?], undeclared: Set<String>, order: [String]
  ) {
    var known = labels
    for case let members? in merged.values { known.formUnion(members) }
    known.formUnion(undeclared)
    var single: [String] = []
    for label in known.sorted() where merged[label] == nil {
      if label == Self.declared || label.hasPrefix(Self.declaredRest) { continue }
      if label.hasPrefix(Self.complement) { continue }
      if label.hasSuffix(Self.above), known.contains(String(label.dropLast(Self.above.count))) {
        continue
      }
      single.append(label)
    }
    singles = single + [Self.unnamedDeclared, Self.unnamedUndeclared]
    let everything = Set(singles.indices)
    let noAnswer = Set(single.indices.filter { undeclared.contains(single[$0]) })
      .union([single.count + 1])
    let positions = Dictionary(uniqueKeysWithValues: single.enumerated().map { ($1, $0) })
    func resolve(_ label: String, _ depth: Int) -> Set<Int>? {
      if let position = positions[label] { return [position] }
      guard depth < 4 else { return nil }
      if let note = merged[label] {
        guard let note else { return nil }
        var members = Set<Int>()
        for member in note {
          guard let part = resolve(member, depth + 1) else { return nil }
          members.formUnion(part)
        }
        return members
      }
      if label == Self.declared { return everything.subtracting(noAnswer) }
      if label.hasPrefix(Self.declaredRest) {
        return resolve(String(label.dropFirst(Self.declaredRest.count)), depth + 1)
          .map { everything.subtracting(noAnswer).subtracting($0) }
      }
      if label.hasPrefix(Self.complement) {
        return resolve(String(label.dropFirst(Self.complement.count)), depth + 1)
          .map { everything.subtracting($0) }
      }
      if label.hasSuffix(Self.above) {
        let first = String(label.dropLast(Self.above.count))
        guard let start = order.firstIndex(of: first) else { return nil }
        var members = Set<Int>()
        for member in order[start...] {
          guard let part = resolve(member, depth + 1) else { return nil }
          members.formUnion(part)
        }
        return members
      }
      return nil
    }
    var members: [String: Set<Int>?] = [:]
    for label in known { members[label] = .some(resolve(label, 0)) }
    self.members = members
  }

  /// Whether a level is a single one.
  func isSingle(_ label: String) -> Bool {
    guard let known = members[label], let positions = known, positions.count == 1,
      let position = positions.first
    else { return false }
    return singles[position] == label
  }

  /// Whether a single level is one of the two that stand for unnamed ones.
  func isUnnamed(_ single: Int) -> Bool { single >= singles.count - 2 }
}
