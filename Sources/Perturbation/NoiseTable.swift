/// The change of a count for each of the 256 cell keys.
///
/// A cell key k is read as u = (k + 0.5) / 256, and the change is the first whose cumulative
/// probability reaches u. That gives each change a whole number of keys. Where the keys do not average
/// to 0, single keys move from one change to the next, those that fit the probabilities best, until
/// they do: over all keys the noise is exactly 0 on average.
public struct NoiseTable: Hashable, Sendable {
  /// The change per cell key, from key 0 to key 255; it never falls.
  public let changes: [Int]

  /// Makes a table.
  init(_ distribution: NoiseDistribution) {
    var counts = Array(repeating: 0, count: distribution.probabilities.count)
    var change = 0
    var cumulative = distribution.probabilities[0]
    for key in 0..<256 {
      let u = (Double(key) + 0.5) / 256
      while cumulative < u, change + 1 < counts.count {
        change += 1
        cumulative += distribution.probabilities[change]
      }
      counts[change] += 1
    }
    let wanted = distribution.probabilities.map { $0 * 256 }
    var total = counts.enumerated().reduce(0) {
      $0 + $1.element * (distribution.lowest + $1.offset)
    }
    while total != 0 {
      let step = total > 0 ? -1 : 1
      var best: (cost: Double, from: Int)?
      for from in counts.indices where counts[from] > 0 && counts.indices.contains(from + step) {
        let cost =
          Self.growth(counts[from] - 1, counts[from], wanted[from])
          + Self.growth(counts[from + step] + 1, counts[from + step], wanted[from + step])
        if cost < best?.cost ?? .infinity { best = (cost, from) }
      }
      guard let from = best?.from else { break }
      counts[from] -= 1
      counts[from + step] += 1
      total += step
    }
    changes = counts.enumerated().flatMap {
      Array(repeating: distribution.lowest + $0.offset, count: $0.element)
    }
  }

  private static func growth(_ after: Int, _ before: Int, _ wanted: Double) -> Double {
    let (far, near) = (Double(after) - wanted, Double(before) - wanted)
    return far * far - near * near
  }

  /// How many keys have a change.
  public func keys(of change: Int) -> Int { changes.count { $0 == change } }

  /// The mean over all keys times 256; 0.
  public var sum: Int { changes.reduce(0, +) }

  /// The variance over all keys, in people squared; close to the variance asked for.
  public var variance: Double {
    let mean = Double(sum) / 256
    return Double(changes.reduce(0) { $0 + $1 * $1 }) / 256 - mean * mean
  }
}
