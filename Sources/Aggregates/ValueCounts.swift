/// How often each distinct amount occurs, in ascending order: enough for every rank and quantile.
public struct ValueCounts: Hashable, Sendable {
  /// Decimals kept: an amount is `integer / 10^scale`.
  public let scale: Int
  /// The distinct amounts in quanta, ascending.
  public let values: [Int64]
  /// How many people have each amount, each at least 1.
  public let counts: [Int]
  /// How many people there are.
  public let total: Int

  /// Makes value counts from any multiset of amounts in quanta.
  public init(scale: Int, tallies: [Int64: Int]) {
    let sorted = tallies.filter { $0.value > 0 }.sorted { $0.key < $1.key }
    self.scale = scale
    values = sorted.map(\.key)
    counts = sorted.map(\.value)
    total = counts.reduce(0, +)
  }

  /// The union of two groups of people.
  ///
  /// Both must have the same scale.
  public func merging(_ other: ValueCounts) -> ValueCounts {
    precondition(scale == other.scale, "value counts of different scales do not merge")
    var tallies = Dictionary(uniqueKeysWithValues: zip(values, counts))
    for (value, count) in zip(other.values, other.counts) { tallies[value, default: 0] += count }
    return ValueCounts(scale: scale, tallies: tallies)
  }

  /// The amount of the person at `rank` (0 is the lowest), in quanta; `nil` outside the ranks.
  public func quanta(atRank rank: Int) -> Int64? {
    guard rank >= 0 else { return nil }
    var seen = 0
    for (value, count) in zip(values, counts) {
      seen += count
      if rank < seen { return value }
    }
    return nil
  }

  /// One quantum as an amount.
  public var quantum: Double { Moments(scale: scale).quantum }

  /// The quantile of type 7 (linear between order statistics, R's default); `nil` for nobody or
  /// a probability outside 0...1.
  ///
  ///     h = (n - 1) p,  quantile = x[floor h] + (h - floor h) (x[floor h + 1] - x[floor h])
  public func quantile(_ probability: Double) -> Double? {
    guard total > 0, probability >= 0, probability <= 1 else { return nil }
    let position = Double(total - 1) * probability
    let below = Int(position.rounded(.down))
    guard let low = quanta(atRank: below) else { return nil }
    let high = quanta(atRank: below + 1) ?? low
    let part = position - Double(below)
    return (Double(low) + part * Double(high - low)) * quantum
  }
}
