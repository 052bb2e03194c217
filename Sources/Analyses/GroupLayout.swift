import Aggregates
import Estimates

/// How one rung shows a characteristic: which groups stand alone, which are merged, and what shares
/// are shares of.
struct GroupLayout: Sendable {
  /// One group shown.
  struct Group: Sendable {
    /// The label a reader sees.
    let label: String
    /// The level's label in the names of counts; differs where one label could mean two groups.
    let cell: String
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

  /// The layouts to try, finest first: as declared; with the configured merges, one more at a time;
  /// and, where `endsWithPair` is set, one focal group against all other people.
  static func ladder(
    for characteristic: Characteristic, endsWithPair: Bool, focal: String? = nil
  ) -> [GroupLayout] {
    var layouts = [GroupLayout(characteristic, groupings: [])]
    layouts += cumulative(characteristic.merges).map {
      GroupLayout(characteristic, groupings: $0)
    }
    if endsWithPair, let focal = focal ?? characteristic.focal.first {
      let others = characteristic.attribute.levels.map(\.label).filter { $0 != focal }
      layouts.append(
        GroupLayout(
          characteristic,
          groupings: [
            Grouping(
              attribute: characteristic.attribute.id, label: "All but \(focal)", members: others)
          ], titles: ["All but \(focal)": othersLabel]))
    }
    return layouts
  }

  /// The layout as declared, without a merge.
  static func finest(_ characteristic: Characteristic) -> GroupLayout {
    GroupLayout(characteristic, groupings: [])
  }

  /// The groupings after one merge, two merges, and so on.
  ///
  /// A merge may name an earlier one as a member; it then takes its place.
  static func cumulative(_ merges: [Grouping]) -> [[Grouping]] {
    var steps: [[Grouping]] = []
    var current: [Grouping] = []
    for merge in merges {
      let members = merge.members.flatMap { label in
        current.first { $0.label == label }?.members ?? [label]
      }
      current = current.filter { !merge.members.contains($0.label) }
      current.append(
        Grouping(attribute: merge.attribute, label: merge.label, members: members))
      steps.append(current)
    }
    return steps
  }

  static let othersLabel = "All other people"
  static let restLabel = "All others who declared"

  private init(
    _ characteristic: Characteristic, groupings: [Grouping], titles: [String: String] = [:]
  ) {
    self.characteristic = characteristic
    self.groupings = groupings
    let attribute = characteristic.attribute
    var groups: [Group] = []
    var mixes = false
    func add(_ label: String, isDeclared: Bool) {
      guard !groups.contains(where: { $0.cell == label }) else { return }
      let role = isDeclared ? Self.role(label, characteristic) : .undeclared
      groups.append(Group(label: titles[label] ?? label, cell: label, role: role))
    }
    for level in attribute.levels {
      guard let grouping = groupings.first(where: { $0.members.contains(level.label) }) else {
        add(level.label, isDeclared: level.declaration == .declared)
        continue
      }
      let members = attribute.levels.filter { grouping.members.contains($0.label) }
      let holdsDeclared = members.contains { $0.declaration == .declared }
      if holdsDeclared, members.contains(where: { $0.declaration != .declared }) { mixes = true }
      add(grouping.label, isDeclared: holdsDeclared)
    }
    // The states of missing stand last, whatever they were merged from.
    self.groups =
      groups.filter { $0.role != .undeclared } + groups.filter { $0.role == .undeclared }
    sharesAreOfEveryone = mixes
    self.titles = titles
  }

  private let titles: [String: String]

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
  /// focal group.
  ///
  /// `referenceCount` combines them.
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

  /// One column of head counts per group.
  var peopleColumns: [ExhibitColumn] {
    declaredGroups.map {
      ExhibitColumn(
        id: "people/\($0.label)", title: "\($0.label), people", unit: .people, group: $0.label)
    }
  }

  /// One column of shares per group.
  var shareColumns: [ExhibitColumn] {
    declaredGroups.map {
      ExhibitColumn(
        id: "share/\($0.label)", title: "\($0.label), share", unit: .share, group: $0.label)
    }
  }

  /// What a reader must be told about this layout.
  var notes: [String] {
    var notes = groupings.filter { titles[$0.label] == nil }.map { grouping in
      "\(grouping.label): \(grouping.members.joined(separator: "; "))."
    }
    if sharesAreOfEveryone {
      notes.append("Shares are of everyone counted, those who did not declare included.")
    }
    return notes
  }
}
