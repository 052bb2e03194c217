/// Cells of people, such as the intersections of gender and origin, with their place in a grid.
public struct IntersectionCounts: Hashable, Sendable, Codable {
  /// One cell.
  public struct Cell: Hashable, Sendable, Codable {
    /// The category of the first attribute.
    public let first: String
    /// The category of the second attribute.
    public let second: String
    /// People with the outcome among the cell's people.
    public let count: BinomialCount

    /// Makes a cell.
    public init(first: String, second: String, count: BinomialCount) {
      self.first = first
      self.second = second
      self.count = count
    }
  }

  /// The cells, in the order of the report.
  public let cells: [Cell]

  /// Makes cells; `nil` where two have the same categories.
  public init?(_ cells: [Cell]) {
    for position in cells.indices {
      let cell = cells[position]
      if cells[..<position].contains(where: { $0.first == cell.first && $0.second == cell.second })
      {
        return nil
      }
    }
    self.cells = cells
  }

  /// Reads cells, with the conditions of new ones.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard let counts = IntersectionCounts(try container.decode([Cell].self, forKey: .cells)) else {
      throw DecodingError.dataCorruptedError(
        forKey: .cells, in: container, debugDescription: "Two cells have the same categories.")
    }
    self = counts
  }

  /// The counts alone.
  var counts: [BinomialCount] { cells.map(\.count) }
  /// Everyone with the outcome, of everyone.
  var pooled: BinomialCount? {
    BinomialCount(
      successes: counts.reduce(0) { $0 + $1.successes }, total: counts.reduce(0) { $0 + $1.total })
  }
}
