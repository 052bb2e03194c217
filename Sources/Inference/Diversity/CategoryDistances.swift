/// How far apart the categories of an attribute are, between 0 (alike) and 1.
public struct CategoryDistances: Hashable, Sendable, Codable {
  /// The distances, row by row; symmetric, 0 on the diagonal.
  public let rows: [[Double]]

  /// Makes distances; `nil` unless there is a category and the rows are a square, symmetric matrix
  /// of numbers between 0 and 1 with 0 on the diagonal.
  public init?(_ rows: [[Double]]) {
    guard !rows.isEmpty, rows.allSatisfy({ $0.count == rows.count }) else { return nil }
    for row in rows.indices {
      guard rows[row][row] == 0 else { return nil }
      for column in 0..<row {
        let distance = rows[row][column]
        guard distance >= 0, distance <= 1, distance == rows[column][row] else { return nil }
      }
    }
    self.rows = rows
  }

  /// Reads distances, with the conditions of new ones.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard let distances = CategoryDistances(try container.decode([[Double]].self, forKey: .rows))
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .rows, in: container,
        debugDescription: "Distances are symmetric, between 0 and 1, and 0 on the diagonal.")
    }
    self = distances
  }

  private init(_ count: Int, distance: (Int, Int) -> Double) {
    rows = (0..<count).map { row in (0..<count).map { distance(row, $0) } }
  }

  /// Ordered categories, such as grades: the steps between two over the steps from end to end.
  ///
  /// Fewer than one category are taken as one.
  public static func ranks(_ count: Int) -> CategoryDistances {
    CategoryDistances(max(1, count)) { Double(abs($0 - $1)) / Double(max(1, count - 1)) }
  }

  /// Categories that are all as different as can be; fewer than one are taken as one.
  public static func allDifferent(_ count: Int) -> CategoryDistances {
    CategoryDistances(max(1, count)) { $0 == $1 ? 0 : 1 }
  }

  /// Why the distances do not fit the counts, or `nil`.
  func problem(_ categories: CategoryCounts) -> String? {
    rows.count == categories.counts.count
      ? nil
      : "There are distances for \(rows.count) categories and counts for "
        + "\(categories.counts.count)."
  }
}
