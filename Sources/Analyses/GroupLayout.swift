import Aggregates
import Estimates

/// How one rung shows a characteristic: which groups stand alone, which are merged, and what shares
/// are shares of.
struct GroupLayout: Sendable {
  /// One group shown.
  struct Group: Sendable {
    let label: String
    let role: ExhibitRow.Role
  }

  let characteristic: Characteristic
  let groupings: [Grouping]
  /// The groups, in declared order; the states of missing last.
  let groups: [Group]
  /// Whether shares are of everyone, because a merged group holds people who did not declare.
  let sharesAreOfEveryone: Bool

  var attribute: Attribute { characteristic.attribute }
  var name: ExhibitAttribute { ExhibitAttribute(id: attribute.id, title: attribute.title) }

  /// The groups people declared.
  var declaredGroups: [Group] { groups.filter { $0.role != .undeclared } }

  /// The layouts to try, finest first: as declared; with the configured merges; and, where
  /// `endsWithPair` is set, the first focal group against all other people.
  static func ladder(for characteristic: Characteristic, endsWithPair: Bool) -> [GroupLayout] {
    var layouts = [GroupLayout(characteristic, groupings: [])]
    if !characteristic.merges.isEmpty {
      layouts.append(GroupLayout(characteristic, groupings: characteristic.merges))
    }
    if endsWithPair, let focal = characteristic.focal.first {
      let others = characteristic.attribute.levels.map(\.label).filter { $0 != focal }
      layouts.append(
        GroupLayout(
          characteristic,
          groupings: [
            Grouping(
              attribute: characteristic.attribute.id, label: othersLabel, members: others)
          ]))
    }
    return layouts
  }

  static let othersLabel = "All other people"
  static let restLabel = "All others who declared"

  private init(_ characteristic: Characteristic, groupings: [Grouping]) {
    self.characteristic = characteristic
    self.groupings = groupings
    let attribute = characteristic.attribute
    var groups: [Group] = []
    var mixes = false
    for level in attribute.levels {
      if let grouping = groupings.first(where: { $0.members.contains(level.label) }) {
        if level.declaration != .declared { mixes = true }
        if !groups.contains(where: { $0.label == grouping.label }) {
          groups.append(
            Group(label: grouping.label, role: Self.role(grouping.label, characteristic)))
        }
      } else {
        groups.append(
          Group(
            label: level.label,
            role: level.declaration == .declared
              ? Self.role(level.label, characteristic) : .undeclared))
      }
    }
    self.groups = groups
    sharesAreOfEveryone = mixes
  }

  private static func role(_ label: String, _ characteristic: Characteristic) -> ExhibitRow.Role {
    characteristic.comparator == .level(label) ? .reference : .item
  }

  /// The people a share is a share of, among those who meet the conditions of `key`.
  func denominator(of key: CellKey) -> CellKey {
    sharesAreOfEveryone
      ? key.without(attribute.id) : key.with(attribute.id, Attribute.declaredLabel)
  }

  /// The focal groups this layout still shows.
  var focal: [String] {
    characteristic.focal.filter { label in groups.contains { $0.label == label } }
  }

  /// The label of the group that focal groups are compared with.
  var referenceLabel: String {
    if case .level(let label) = characteristic.comparator,
      groups.contains(where: { $0.label == label })
    {
      return label
    }
    return sharesAreOfEveryone ? Self.othersLabel : Self.restLabel
  }

  /// The counts whose combination is the reference group's: itself, or the denominator less the
  /// focal group. `referenceCount` combines them.
  func referenceOperands(focal: String, among key: CellKey) -> [CellKey] {
    if case .level(let label) = characteristic.comparator,
      groups.contains(where: { $0.label == label })
    {
      return [key.with(attribute.id, label)]
    }
    return [denominator(of: key), key.with(attribute.id, focal)]
  }

  /// The reference group's count from its operands.
  static func referenceCount(_ operands: ArraySlice<Int>) -> Int {
    guard let first = operands.first else { return 0 }
    return operands.count == 1 ? first : first - (operands.last ?? 0)
  }

  /// What a reader must be told about this layout.
  var notes: [String] {
    var notes = groupings.map { grouping in
      "\(grouping.label): \(grouping.members.joined(separator: "; "))."
    }
    if sharesAreOfEveryone {
      notes.append("Shares are of everyone counted, those who did not declare included.")
    }
    return notes
  }
}
