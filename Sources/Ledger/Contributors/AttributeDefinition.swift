/// How an attribute was cut in a release: its levels, and the merged ones by their members.
///
/// Two releases that cut an attribute alike have equal definitions, merges apart.
public struct AttributeDefinition: Sendable, Hashable, Codable {
  /// A label that stands for several levels, for example `Another gender or not stated`.
  public struct Merge: Sendable, Hashable, Codable {
    /// The label.
    public let label: String
    /// The levels it holds.
    public let members: [String]

    /// Makes a merge.
    public init(label: String, members: [String]) {
      self.label = label
      self.members = members
    }
  }

  /// The attribute's identifier.
  public let attribute: String
  /// The levels, in declared order.
  public let levels: [String]
  /// The merged labels that published cells may use.
  public let merges: [Merge]

  /// Makes a definition.
  public init(attribute: String, levels: [String], merges: [Merge] = []) {
    self.attribute = attribute
    self.levels = levels
    self.merges = merges
  }

  /// The positions of the levels a label stands for; `nil` where it stands for none.
  func positions(of label: String) -> [Int]? {
    if let position = levels.firstIndex(of: label) { return [position] }
    guard let merge = merges.first(where: { $0.label == label }) else { return nil }
    let positions = merge.members.compactMap { levels.firstIndex(of: $0) }
    return positions.count == merge.members.count ? positions.sorted() : nil
  }
}
