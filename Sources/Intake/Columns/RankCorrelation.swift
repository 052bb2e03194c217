public import Estimates

/// How far two orders agree: Spearman's rank correlation.
///
///     rho = Pearson's correlation of the ranks, equal values sharing their mean rank
///
/// Range -1 (reversed) to 1 (the same order); about 0 within ±4 / sqrt(n - 1) for orders that have
/// nothing to do with each other. Source: Spearman, The proof and measurement of association between
/// two things, 1904.
public enum RankCorrelation {
  /// The correlation of two lists of the same length.
  public static func of(_ left: [Int], _ right: [Int]) -> Outcome {
    guard left.count == right.count, left.count > 1 else {
      return .notEstimable(reason: "fewer than two pairs")
    }
    let first = ranks(left)
    let second = ranks(right)
    let mean = Double(left.count + 1) / 2
    var products = 0.0
    var squares = (0.0, 0.0)
    for (one, two) in zip(first, second) {
      products += (one - mean) * (two - mean)
      squares.0 += (one - mean) * (one - mean)
      squares.1 += (two - mean) * (two - mean)
    }
    guard squares.0 > 0, squares.1 > 0,
      let estimate = Estimate(products / (squares.0 * squares.1).squareRoot())
    else { return .notEstimable(reason: "all values are equal") }
    return .estimate(estimate)
  }

  /// Ranks from 1, equal values sharing their mean rank.
  static func ranks(_ values: [Int]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start
      while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
      for position in start...end { ranks[order[position]] = Double(start + end) / 2 + 1 }
      start = end + 1
    }
    return ranks
  }
}
