/// A group by name, with the people selected and everyone in it.
public struct GroupCount: Hashable, Sendable, Codable {
  /// The group's name.
  public let name: String
  /// People of the group who were selected.
  public let selected: Int
  /// Everyone in the group.
  public let total: Int

  /// Makes a group; `nil` unless `0 <= selected <= total`.
  public init?(name: String, selected: Int, total: Int) {
    guard selected >= 0, selected <= total else { return nil }
    self.name = name
    self.selected = selected
    self.total = total
  }

  /// Whether the group's rate is above that of another, in whole numbers; both have people.
  func isAbove(_ other: GroupCount) -> Bool {
    Int128(selected) * Int128(other.total) > Int128(other.selected) * Int128(total)
  }
}
