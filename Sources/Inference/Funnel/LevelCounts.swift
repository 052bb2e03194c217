import Aggregates

/// How many people of two groups are at each level of a hierarchy.
public struct LevelCounts: Hashable, Sendable, Codable {
  /// A level and the people at it.
  public struct Level: Hashable, Sendable, Codable {
    /// What the level is called, for example `Manager`.
    public let name: String
    /// People of the focal group at it.
    public let focal: Int
    /// People of the reference group at it.
    public let reference: Int

    /// Makes a level.
    public init(name: String, focal: Int, reference: Int) {
      self.name = name
      self.focal = focal
      self.reference = reference
    }
  }

  /// The levels, from the lowest to the highest.
  public let levels: [Level]

  /// Makes levels; `nil` with fewer than two or with a negative count.
  public init?(_ levels: [Level]) {
    guard levels.count >= 2, levels.allSatisfy({ min($0.focal, $0.reference) >= 0 }) else {
      return nil
    }
    self.levels = levels
  }

  /// Reads levels, with the conditions of new ones.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard let counts = LevelCounts(try container.decode([Level].self, forKey: .levels)) else {
      throw DecodingError.dataCorruptedError(
        forKey: .levels, in: container,
        debugDescription: "There are two or more levels and no count is negative.")
    }
    self = counts
  }

  /// For each level but the highest, those above it and those at it.
  var steps: [TwoByTwoTable] {
    var tables: [TwoByTwoTable] = []
    var (focal, reference) = (0, 0)
    for position in levels.indices.dropFirst().reversed() {
      focal += levels[position].focal
      reference += levels[position].reference
      let below = levels[position - 1]
      guard
        let table = TwoByTwoTable(
          focalSelected: focal, focalRejected: below.focal, referenceSelected: reference,
          referenceRejected: below.reference)
      else { return [] }
      tables.append(table)
    }
    return tables.reversed()
  }

  /// Those at the highest level, of everyone.
  var top: TwoByTwoTable? {
    guard let highest = levels.last else { return nil }
    let below = levels.dropLast()
    return TwoByTwoTable(
      focalSelected: highest.focal, focalRejected: below.reduce(0) { $0 + $1.focal },
      referenceSelected: highest.reference,
      referenceRejected: below.reduce(0) { $0 + $1.reference })
  }
}
