/// Units with people of two groups and people of unknown group.
public struct PartlyKnownUnits: Hashable, Sendable, Codable {
  /// One unit.
  public struct Unit: Hashable, Sendable, Codable {
    /// What the unit is called.
    public let name: String
    /// People known to be of the first group.
    public let first: Int
    /// People known to be of the second group.
    public let second: Int
    /// People of unknown group.
    public let unknown: Int

    /// Makes a unit.
    public init(name: String, first: Int, second: Int, unknown: Int) {
      self.name = name
      self.first = first
      self.second = second
      self.unknown = unknown
    }
  }

  /// The units.
  public let units: [Unit]

  /// Makes units; `nil` where a count is negative.
  public init?(_ units: [Unit]) {
    guard units.allSatisfy({ min($0.first, $0.second, $0.unknown) >= 0 }) else { return nil }
    self.units = units
  }

  /// Reads units, with the conditions of new ones.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard let units = PartlyKnownUnits(try container.decode([Unit].self, forKey: .units)) else {
      throw DecodingError.dataCorruptedError(
        forKey: .units, in: container, debugDescription: "No count is negative.")
    }
    self = units
  }
}
