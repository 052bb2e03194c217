/// People of whom some are known to be of the group, some not to be, and some did not say.
public struct PartlyKnownCount: Hashable, Sendable, Codable {
  /// Those who said, and those of them in the group.
  public let known: BinomialCount
  /// Those who did not say.
  public let unknown: Int

  /// Makes a count; `nil` if a number is negative.
  public init?(known: BinomialCount, unknown: Int) {
    guard unknown >= 0 else { return nil }
    self.known = known
    self.unknown = unknown
  }

  /// Reads a count, with the conditions of a new one.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard
      let count = PartlyKnownCount(
        known: try container.decode(BinomialCount.self, forKey: .known),
        unknown: try container.decode(Int.self, forKey: .unknown))
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .unknown, in: container, debugDescription: "No count is negative.")
    }
    self = count
  }

  /// Everyone.
  public var total: Int { known.total + unknown }
}
