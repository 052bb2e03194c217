public import Estimates

/// Counts of a table rounded one by one, and the shares and ratios that follow from them.
///
/// The true counts are gone once the table is made: everything is computed from the rounded numbers,
/// which every reader could do, so it tells nothing more. Each derived number comes with the range
/// that the bands of the true counts allow, and says that it is approximate. There are no tests; see
/// ``PerturbedCount/refusal``.
public struct RoundedTable: Sendable {
  /// One rounded cell.
  public struct Cell: Hashable, Sendable {
    /// The cell's identifier.
    public let id: String
    /// The count as it may be shown.
    public let count: PerturbedCount
  }

  /// The cells in the order they came.
  public let cells: [Cell]
  /// The rule, printed with every number.
  public let stamp: MethodStamp
  /// The smallest rounded count of people on which a share is computed.
  public let leastDenominator: Int

  private let positions: [String: Int]

  /// Rounds counts.
  ///
  /// - Parameters:
  ///   - counts: the cells' identifiers and true counts.
  ///   - rounding: the rule, the same for all.
  ///   - leastDenominator: the smallest rounded count on which a share is computed, 20 or more people
  ///     by the house rule (HESA: more than 22.5).
  /// - Throws: `rounded-table` where an identifier is there twice or the least denominator is below 1.
  public init(
    _ counts: [(id: String, count: Int)], rounding: some CountRounding, leastDenominator: Int = 20
  ) throws(PerturbationError) {
    guard leastDenominator >= 1 else {
      throw PerturbationError(
        code: "rounded-table",
        message: "The least count for a share is \(leastDenominator). Choose 1 or more.")
    }
    var positions: [String: Int] = [:]
    for (position, entry) in counts.enumerated() {
      guard positions.updateValue(position, forKey: entry.id) == nil else {
        throw PerturbationError(
          code: "rounded-table",
          message: "The identifier \(entry.id) is there twice. Give each cell its own.")
      }
    }
    self.positions = positions
    self.leastDenominator = leastDenominator
    cells = counts.map { Cell(id: $0.id, count: rounding($0.count)) }
    stamp = rounding.stamp
  }

  /// The count of a cell, or `nil` where the table has no such cell.
  public subscript(id: String) -> PerturbedCount? { positions[id].map { cells[$0].count } }

  /// The share of a cell's people among those of a cell that holds them all: x / n.
  ///
  /// From the rounded counts, 0 to 1. The range is that of x / n over all whole numbers in the two
  /// bands with x at most n.
  public func share(
    of part: String, in whole: String
  ) -> PerturbationOutcome<ApproximateShare> {
    let (x, n): (RoundedCount, RoundedCount)
    switch (rounded(part), rounded(whole)) {
    case (.value(let first), .value(let second)): (x, n) = (first, second)
    case (.undefined(let reason), _), (_, .undefined(let reason)): return .undefined(reason: reason)
    }
    guard n.value >= leastDenominator, n.band.lowerBound > 0 else {
      return .undefined(reason: "no share is shown on fewer than \(leastDenominator) people")
    }
    guard x.band.lowerBound <= n.band.upperBound else {
      return .undefined(reason: "\(part) is larger than \(whole), so it is no part of it")
    }
    // The share is least with the fewest of the part among the most people, and largest the other way
    // round; where the bands overlap, all may be of the part.
    let low = Double(x.band.lowerBound) / Double(n.band.upperBound)
    let high = min(1, Double(x.band.upperBound) / Double(n.band.lowerBound))
    return .value(
      ApproximateShare(
        value: min(1, Double(x.value) / Double(n.value)), range: low...high, quantity: .share,
        stamp: stamp))
  }

  /// The ratio of two shares, the focal one to the reference one.
  ///
  /// From the rounded counts, 0 upwards, 1 where they are equal. The range is that of the ratio with
  /// each share in its own range: safe, and wider than need be where the shares have cells in common.
  public func ratio(
    of focal: (part: String, whole: String), to reference: (part: String, whole: String)
  ) -> PerturbationOutcome<ApproximateShare> {
    let (first, second): (ApproximateShare, ApproximateShare)
    switch (
      share(of: focal.part, in: focal.whole), share(of: reference.part, in: reference.whole)
    ) {
    case (.value(let left), .value(let right)): (first, second) = (left, right)
    case (.undefined(let reason), _), (_, .undefined(let reason)): return .undefined(reason: reason)
    }
    guard second.value > 0 else {
      return .undefined(reason: "the reference share is 0 as rounded")
    }
    guard second.range.lowerBound > 0 else {
      return .undefined(reason: "the reference share may be 0, so the ratio has no upper limit")
    }
    return .value(
      ApproximateShare(
        value: first.value / second.value,
        range: (first.range.lowerBound / second.range.upperBound)...(first.range.upperBound
          / second.range.lowerBound),
        quantity: .ratio, stamp: stamp))
  }

  private func rounded(_ id: String) -> PerturbationOutcome<RoundedCount> {
    switch self[id] {
    case .rounded(let count): .value(count)
    case .hidden: .undefined(reason: "\(id) is not shown")
    case .undefined(let reason): .undefined(reason: reason)
    case .noisy, .additivelyRounded: .undefined(reason: "\(id) is not rounded by itself")
    case nil: .undefined(reason: "the table has no cell \(id)")
    }
  }
}
