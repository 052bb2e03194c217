/// How a quantile is read off a finite number of amounts, numbered as Hyndman and Fan (1996) do.
///
/// Programs differ, and with few amounts by a lot, so the type is printed. Type 3 is left out.
public enum QuantileType: Int, Codable, Hashable, Sendable, CaseIterable {
  /// The lowest amount with at least the share of people at or below it (inverse distribution
  /// function); the only type for weighted amounts.
  case type1 = 1
  /// As type 1, averaged where the share is met exactly.
  case type2 = 2
  /// Linear interpolation of the distribution function.
  case type4 = 4
  /// Linear, with the steps of the distribution function met half-way up.
  case type5 = 5
  /// Linear, with expected ranks `k / (n + 1)`.
  case type6 = 6
  /// Linear, with ranks `(k - 1) / (n - 1)`: the default of most programs.
  case type7 = 7
  /// Linear, with approximately median ranks `(k - 1/3) / (n + 1/3)`.
  case type8 = 8
  /// Linear, with approximately unbiased ranks for a normal distribution.
  case type9 = 9

  /// The parameters of the position `a + p (n + 1 - a - b)`.
  private var parameters: (a: Double, b: Double) {
    switch self {
    case .type1, .type2, .type4: (0, 1)
    case .type5: (0.5, 0.5)
    case .type6: (0, 0)
    case .type7: (1, 1)
    case .type8: (1 / 3, 1 / 3)
    case .type9: (0.375, 0.375)
    }
  }

  /// The rank below the quantile, from 1, and the part of the way to the next.
  func position(_ probability: Double, of count: Int) -> (rank: Int, part: Double) {
    let (a, b) = parameters
    let exact = a + probability * (Double(count) + 1 - a - b)
    let tolerance = 4 * Double.ulpOfOne * max(1, exact)
    let rank = (exact + tolerance).rounded(.down)
    let part = abs(exact - rank) < tolerance ? 0 : exact - rank
    switch self {
    case .type1: return (Int(rank), part > 0 ? 1 : 0)
    case .type2: return (Int(rank), part > 0 ? 1 : 0.5)
    default: return (Int(rank), part)
    }
  }
}

extension WeightedAmounts {
  /// The quantile of a type, or of type 1 where the amounts have weights; there is somebody.
  func quantile(_ probability: Double, type: QuantileType) -> Double {
    guard weights.isEmpty else { return inverseDistribution(probability) }
    let (rank, part) = type.position(probability, of: count)
    let low = amount(atRank: rank)
    let high = amount(atRank: rank + 1)
    return part == 0 ? low : part == 1 ? high : low + part * (high - low)
  }

  /// The lowest amount that people with at least this share of all weight do not exceed.
  func inverseDistribution(_ probability: Double) -> Double {
    let target = probability * totalWeight * (1 - 1e-12)
    var below = 0.0
    for index in values.indices {
      below += (counts.isEmpty ? 1 : Double(counts[index])) * (weights.isEmpty ? 1 : weights[index])
      if below >= target { return values[index] }
    }
    return values.last ?? 0
  }

  /// The amount of the person at a rank from 1, of the nearest where there is no such rank.
  private func amount(atRank rank: Int) -> Double {
    let wanted = min(max(rank, 1), count)
    if counts.isEmpty { return values[wanted - 1] }
    var seen = 0
    for index in values.indices {
      seen += counts[index]
      if seen >= wanted { return values[index] }
    }
    return values.last ?? 0
  }
}
