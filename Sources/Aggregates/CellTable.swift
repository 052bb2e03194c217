/// What is known of the people in one cell.
public struct Cell: Hashable, Sendable {
  /// The summary of one measure over the people of a cell.
  public struct MeasureSummary: Hashable, Sendable {
    /// How many amounts, their sum and sum of squares.
    ///
    /// People without an amount are not counted.
    public var moments: Moments
    /// How often each amount occurs, where it was asked for.
    public var values: ValueCounts?
    /// The largest amount, in quanta, for dominance rules.
    public var largest: Int64?
    /// The second largest amount, in quanta.
    public var secondLargest: Int64?

    /// Makes a summary.
    public init(
      moments: Moments, values: ValueCounts? = nil, largest: Int64? = nil,
      secondLargest: Int64? = nil
    ) {
      self.moments = moments
      self.values = values
      self.largest = largest
      self.secondLargest = secondLargest
    }

    /// Takes in other people.
    public mutating func merge(_ other: MeasureSummary) {
      moments.merge(other.moments)
      if let mine = values, let theirs = other.values {
        values = mine.merging(theirs)
      } else {
        values = nil
      }
      let top = [largest, secondLargest, other.largest, other.secondLargest]
        .compactMap { $0 }.sorted(by: >)
      largest = top.first
      secondLargest = top.dropFirst().first
    }
  }

  /// How many rows, or the sum of the count column where the input has one.
  public var count: Int
  /// One summary per measure of the query, in its order.
  public var measures: [MeasureSummary]

  /// Makes a cell.
  public init(count: Int, measures: [MeasureSummary] = []) {
    self.count = count
    self.measures = measures
  }

  /// Takes in other people.
  public mutating func merge(_ other: Cell) {
    count += other.count
    for index in measures.indices { measures[index].merge(other.measures[index]) }
  }
}

/// Counts and sums for every combination of levels that occurs: the sufficient statistics of
/// everything the engine computes.
///
/// Entries are sorted by their coordinates, so two equal tables are equal byte for byte. Tables
/// over the same attributes add up.
public struct CellTable: Hashable, Sendable {
  /// One occupied combination of levels.
  public struct Entry: Hashable, Sendable {
    /// One level index per attribute.
    public let coordinates: [Int]
    /// What is known of the people there.
    public var cell: Cell

    /// Makes an entry.
    public init(coordinates: [Int], cell: Cell) {
      self.coordinates = coordinates
      self.cell = cell
    }
  }

  /// The attributes, in the order of the coordinates.
  public let attributes: [Attribute]
  /// The measures' identifiers, in the order of each cell's summaries.
  public let measures: [String]
  /// The occupied cells, sorted by coordinates.
  public let entries: [Entry]

  /// Makes a table; entries with the same coordinates are merged and all are sorted.
  public init(attributes: [Attribute], measures: [String] = [], entries: [Entry]) {
    self.attributes = attributes
    self.measures = measures
    var merged: [[Int]: Cell] = [:]
    for entry in entries {
      if merged[entry.coordinates] == nil {
        merged[entry.coordinates] = entry.cell
      } else {
        merged[entry.coordinates]?.merge(entry.cell)
      }
    }
    self.entries = merged.map { Entry(coordinates: $0.key, cell: $0.value) }
      .sorted { $0.coordinates.lexicographicallyPrecedes($1.coordinates) }
  }

  /// The position of an attribute among the coordinates.
  public func index(of attribute: String) -> Int? {
    attributes.firstIndex { $0.id == attribute }
  }
}
