public import Estimates

/// One number of a release: what it counts, and what readers saw.
public struct LedgerCell: Sendable, Hashable, Codable {
  /// What readers saw.
  public enum Value: Sendable, Hashable, Codable {
    /// Nothing: it was hidden.
    case hidden
    /// A head count.
    case count(Int)
    /// A mean of a measure over the people of the cell.
    case mean(PublishedMean)
  }

  /// The people it is about.
  public let key: CellKey
  /// What readers saw.
  public let value: Value
  /// The identifiers of the tables it stands in or behind, in order.
  public let tables: [String]

  /// Makes a cell.
  public init(_ key: CellKey, _ value: Value, tables: [String] = []) {
    self.key = key
    self.value = value
    self.tables = tables
  }

  /// The published head count: of a mean, its people.
  public var people: Int? {
    switch value {
    case .hidden: nil
    case .count(let count): count
    case .mean(let mean): mean.people
    }
  }

  /// The measure of a mean.
  var measure: String? {
    if case .mean(let mean) = value { return mean.measure }
    return nil
  }

  /// The order of cells in an entry: by key, head counts before means, measures by name.
  static func precedes(_ left: LedgerCell, _ right: LedgerCell) -> Bool {
    if left.key != right.key { return left.key < right.key }
    return (left.measure ?? "") < (right.measure ?? "")
  }
}

/// A published mean with its head count.
public struct PublishedMean: Sendable, Hashable, Codable {
  /// The measure's identifier.
  public let measure: String
  /// The people it is a mean over, 1 or more.
  public let people: Int
  /// The mean as published, in the smallest unit shown.
  public let mean: Int
  /// The multiple the mean was rounded to, in that unit; 0 where it is exact.
  public let base: Int

  /// Makes a mean.
  ///
  /// - Throws: `.misfit` where nobody stands behind it or the base is negative.
  public init(measure: String, people: Int, mean: Int, base: Int = 0) throws(LedgerError) {
    guard people >= 1, base >= 0 else { throw .misfit }
    self.measure = measure
    self.people = people
    self.mean = mean
    self.base = base
  }
}
