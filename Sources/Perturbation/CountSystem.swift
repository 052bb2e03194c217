/// Inner counts and the sums of them that are to be published.
///
/// Each published sum is a set of inner cells, one row of zeros and ones. All tables of a release go
/// into one system: a cell that is in two tables is one inner cell, or one published sum. Cells and
/// sums are held in the order of their identifiers, so the order in which they come does not matter.
///
/// A system holds true counts and has no textual form beyond its size.
public struct CountSystem: Sendable, CustomStringConvertible, CustomReflectable {
  /// People with one combination of all attributes of the release.
  public struct InnerCell: Sendable {
    /// The identifier, unique in the system.
    public let id: String
    let count: Int

    /// Makes a cell.
    public init(id: String, count: Int) {
      self.id = id
      self.count = count
    }
  }

  /// A published sum of inner cells.
  public struct Aggregate: Sendable {
    /// The identifier, unique in the system.
    public let id: String
    /// The identifiers of the cells that are summed.
    public let cells: [String]

    /// Makes a sum.
    public init(id: String, cells: [String]) {
      self.id = id
      self.cells = cells
    }
  }

  /// The most inner cells, and the most published sums.
  public static let largestSize = 100_000

  let cells: [InnerCell]
  let aggregates: [Aggregate]
  /// The positions of the cells of each sum, ascending.
  let members: [[Int]]
  /// The true sums.
  let truths: [Int]

  /// Makes a system.
  ///
  /// - Throws: `count-system` where an identifier is not unique or unknown, a sum has no cells or
  ///   names one twice, a count is negative, or the system is too large.
  public init(cells: [InnerCell], aggregates: [Aggregate]) throws(PerturbationError) {
    func refuse(_ message: String) -> PerturbationError {
      PerturbationError(code: "count-system", message: message)
    }
    guard cells.count <= Self.largestSize, aggregates.count <= Self.largestSize else {
      throw refuse(
        "The system has \(cells.count) inner cells and \(aggregates.count) published sums. At most "
          + "\(Self.largestSize) of each are supported: publish less at once.")
    }
    self.cells = cells.sorted { $0.id < $1.id }
    self.aggregates = aggregates.sorted { $0.id < $1.id }
    if let twice = Self.repeated(self.cells.map(\.id)) ?? Self.repeated(self.aggregates.map(\.id)) {
      throw refuse("The identifier \(twice) is there twice. Give each cell and each sum its own.")
    }
    var total = 0
    for cell in self.cells {
      if CountRange.refusal(of: cell.count) != nil {
        throw refuse(
          "The count of \(cell.id) is negative or too large. Counts are whole numbers from 0.")
      }
      total += cell.count
      guard total <= CountRange.largest else {
        throw refuse("The counts together are above 2 to the power of 53, which is not supported.")
      }
    }
    let positions = Dictionary(
      uniqueKeysWithValues: self.cells.enumerated().map { ($0.element.id, $0.offset) })
    var members: [[Int]] = []
    for aggregate in self.aggregates {
      guard !aggregate.cells.isEmpty else {
        throw refuse("The sum \(aggregate.id) has no cells. Leave it out, or name its cells.")
      }
      var row: [Int] = []
      for id in aggregate.cells {
        guard let position = positions[id] else {
          throw refuse("The sum \(aggregate.id) names the cell \(id), which the system lacks.")
        }
        row.append(position)
      }
      row.sort()
      guard zip(row, row.dropFirst()).allSatisfy({ $0 < $1 }) else {
        throw refuse("The sum \(aggregate.id) names a cell twice. Name each once.")
      }
      members.append(row)
    }
    self.members = members
    let counts = self.cells.map(\.count)
    truths = members.map { row in row.reduce(0) { $0 + counts[$1] } }
  }

  private static func repeated(_ sorted: [String]) -> String? {
    zip(sorted, sorted.dropFirst()).first { $0 == $1 }?.0
  }

  /// The size of the system; no counts.
  public var description: String {
    "\(cells.count) inner cells, \(aggregates.count) published sums"
  }

  /// Nothing inside.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
