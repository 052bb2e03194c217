public import Aggregates

/// How many people of two groups reached each point of a process such as hiring.
///
/// The first point is the entry. The stage at position `i` leads from point `i` to point `i + 1`
/// and has the name of the point it leads to.
public struct FunnelCounts: Hashable, Sendable, Codable {
  /// A point of the process and the people who reached it.
  public struct Point: Hashable, Sendable, Codable {
    /// What the point is called, for example `Interviewed`.
    public let name: String
    /// People of the focal group who reached it.
    public let focal: Int
    /// People of the reference group who reached it.
    public let reference: Int

    /// Makes a point.
    public init(name: String, focal: Int, reference: Int) {
      self.name = name
      self.focal = focal
      self.reference = reference
    }
  }

  /// The points, from the entry to the last.
  public let points: [Point]

  /// Makes a funnel; `nil` with fewer than two points, with a negative count, or where more people
  /// of a group reach a point than the one before it.
  public init?(_ points: [Point]) {
    guard points.count >= 2, points.allSatisfy({ min($0.focal, $0.reference) >= 0 }),
      zip(points, points.dropFirst()).allSatisfy({
        $0.focal >= $1.focal && $0.reference >= $1.reference
      })
    else { return nil }
    self.points = points
  }

  /// Reads a funnel, with the conditions of a new one.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard let counts = FunnelCounts(try container.decode([Point].self, forKey: .points)) else {
      throw DecodingError.dataCorruptedError(
        forKey: .points, in: container,
        debugDescription: "A funnel has two or more points and no count rises along it.")
    }
    self = counts
  }

  /// The name of each stage, from the first to the last.
  public var stageNames: [String] { points.dropFirst().map(\.name) }

  /// Those who passed each stage and those who did not, from the first stage to the last.
  public var stageTables: [TwoByTwoTable] {
    zip(points, points.dropFirst()).compactMap { FunnelCounts.table(from: $0, to: $1) }
  }

  /// Those who reached each point after the entry, of those who entered.
  public var cumulativeTables: [TwoByTwoTable] {
    points.dropFirst().compactMap { FunnelCounts.table(from: points[0], to: $0) }
  }

  private static func table(from entry: Point, to exit: Point) -> TwoByTwoTable? {
    TwoByTwoTable(
      focalSelected: exit.focal, focalRejected: entry.focal - exit.focal,
      referenceSelected: exit.reference, referenceRejected: entry.reference - exit.reference)
  }
}
