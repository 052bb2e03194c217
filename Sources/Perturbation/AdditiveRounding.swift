public import Aggregates

/// The outcome of small count rounding: inner cells and published sums that still add.
///
/// The published sums may be shown. The inner cells are a changed version of the data from which any
/// further sum may be made consistently; those not published may still be small and true, so they
/// stay confidential. How far the sums moved is for the operator, who judges by it whether the base
/// suits the tables.
public struct AdditiveRounding: Sendable {
  /// A number of the outcome with its identifier.
  public struct Entry: Hashable, Sendable {
    /// The identifier of the inner cell or of the sum.
    public let id: String
    /// The count after rounding.
    public let count: AdditivelyRoundedCount
    /// Every true count that this may stand for, from what readers can know: 0 may stand for 0 to
    /// b - 1 people and b for 1 to b in a sum of one cell; a sum of k cells moves by at most
    /// k (b - 1).
    public let band: ClosedRange<Int>

    /// The count as it may be shown.
    public var shown: PerturbedCount { .additivelyRounded(count) }
  }

  /// The inner cells in the order of their identifiers.
  public let cells: Confidential<[Entry]>
  /// The published sums in the order of their identifiers.
  public let aggregates: [Entry]
  /// How many inner cells were rounded to 0 or to the base.
  public let roundedCells: Int
  /// The sum over the published sums of (rounded - true) squared, in people squared.
  public let sumOfSquares: Double
  /// The largest distance of a published sum from its true value, in people.
  public let largestDeviation: Int
  /// How often cells that had become necessary were added.
  public let passes: Int

  /// The root mean square deviation of the published sums, in people; 0 where nothing is published.
  public var rootMeanSquareDeviation: Double {
    aggregates.isEmpty ? 0 : (sumOfSquares / Double(aggregates.count)).squareRoot()
  }

  init(system: CountSystem, search: SmallCountSearch, base: Int) {
    cells = Confidential(
      zip(system.cells, search.values).map { cell, value in
        Entry(
          id: cell.id, count: AdditivelyRoundedCount(value: value, base: base),
          band: Self.band(behind: value, cells: 1, base: base))
      })
    aggregates = system.aggregates.indices.map { index in
      let value = system.truths[index] + search.deviations[index]
      return Entry(
        id: system.aggregates[index].id, count: AdditivelyRoundedCount(value: value, base: base),
        band: Self.band(behind: value, cells: system.members[index].count, base: base))
    }
    roundedCells = search.candidates.count
    sumOfSquares = search.deviations.reduce(0) { $0 + Double($1) * Double($1) }
    largestDeviation = search.deviations.map(abs).max() ?? 0
    passes = search.passes
  }

  private static func band(behind value: Int, cells: Int, base: Int) -> ClosedRange<Int> {
    if value == 0 { return 0...(cells * (base - 1)) }
    if cells == 1 { return value == base ? 1...base : value...value }
    let reach = cells * (base - 1)
    return max(1, value - reach)...(value + reach)
  }
}
