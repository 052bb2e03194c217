/// The texts of a column as columns of zeros and ones; the first text in byte order has none.
struct FactorLevels: Sendable {
  let column: String
  /// The texts that occur, in byte order.
  let levels: [String]
  /// The position of each row's text among the levels, 0 for rows that are not used.
  let positions: [Int]

  init(_ column: String, _ texts: [String], used: [Int]) {
    self.column = column
    let levels = Set(used.map { texts[$0] }).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let places = Dictionary(
      levels.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    self.levels = levels
    positions = texts.map { places[$0] ?? 0 }
  }

  /// The names of the columns.
  var columnNames: [String] { levels.dropFirst().map { "\(column) \($0)" } }

  /// The columns of a position.
  func indicators(of position: Int) -> [Double] {
    levels.indices.dropFirst().map { $0 == position ? 1 : 0 }
  }
}
