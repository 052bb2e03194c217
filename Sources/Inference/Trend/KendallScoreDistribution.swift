import NumericalKernel

/// Kendall's score where every order of the values is equally likely.
///
/// A score is the number of pairs that differ less twice the inversions. The inversions of a list
/// with ties are a sum of independent parts: values are taken in group by group, and the group of t
/// equal values falls among the m before it as Mann and Whitney's statistic does; a value alone is
/// evenly spread over 0 to m. Only positive numbers are added, so tails keep their digits.
struct KendallScoreDistribution {
  /// The probability of so many inversions, from 0.
  private let probabilities: [Double]

  /// The largest score.
  var largest: Int { probabilities.count - 1 }

  /// The distribution for values that occur so many times each.
  ///
  /// Cost: the cube of the number of values without ties, at most its fourth power with them.
  init(tieSizes: [Int]) {
    var probabilities = [1.0]
    var before = 0
    for size in tieSizes {
      if size == 1 {
        probabilities = Self.evenlySpread(probabilities, over: before + 1)
      } else {
        let part = Self.mannWhitney(size, before)
        var next = [Double](repeating: 0, count: probabilities.count + part.count - 1)
        for (here, probability) in probabilities.enumerated() {
          for (more, factor) in part.enumerated() { next[here + more] += probability * factor }
        }
        probabilities = next
      }
      before += size
    }
    self.probabilities = probabilities
  }

  /// The probability of a score of at least this; the score is one the distribution can have.
  func upperTail(from score: Int) -> Double {
    guard score > -largest else { return 1 }
    guard score <= largest else { return 0 }
    return min(1, CompensatedSum(probabilities[...((largest - score) / 2)]).value)
  }

  /// The smallest score that is reached with at most this probability, equal within one part in a
  /// thousand million; above the largest where there is none.
  func critical(tail: Double) -> Int {
    var sum = CompensatedSum()
    for (inversions, probability) in probabilities.enumerated() {
      sum.add(probability)
      if sum.value > tail * (1 + 1e-9) { return largest - 2 * inversions + 2 }
    }
    return -largest
  }

  /// The sum with a number that is evenly spread over 0 to `width - 1`.
  ///
  /// Sums over windows are a sum to the end of a block and one from its beginning; nothing is
  /// subtracted.
  private static func evenlySpread(_ probabilities: [Double], over width: Int) -> [Double] {
    let margin = [Double](repeating: 0, count: width - 1)
    let padded = margin + probabilities + margin
    var fromStart = padded
    for index in padded.indices where index % width != 0 {
      fromStart[index] += fromStart[index - 1]
    }
    var toEnd = padded
    for index in padded.indices.dropLast().reversed() where (index + 1) % width != 0 {
      toEnd[index] += toEnd[index + 1]
    }
    return (0..<(probabilities.count + width - 1)).map { first in
      let sum = first % width == 0 ? 0 : toEnd[first]
      return (sum + fromStart[first + width - 1]) / Double(width)
    }
  }

  /// The number of pairs in which one of `first` is above one of `second`, all orders being equally
  /// likely: the topmost is of either with the probability of its share.
  private static func mannWhitney(_ first: Int, _ second: Int) -> [Double] {
    var rows = (0...second).map { _ in [1.0] }
    for one in 1...first {
      var next: [[Double]] = [[1]]
      for other in stride(from: 1, through: second, by: 1) {
        let share = Double(one) / Double(one + other)
        var row = [Double](repeating: 0, count: one * other + 1)
        for (pairs, probability) in rows[other].enumerated() {
          row[pairs + other] += share * probability
        }
        for (pairs, probability) in next[other - 1].enumerated() {
          row[pairs] += (1 - share) * probability
        }
        next.append(row)
      }
      rows = next
    }
    return rows[second]
  }
}
