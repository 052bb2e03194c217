#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A distribution over whole numbers whose probabilities rise to a mode and fall after it.
///
/// Tails are sums of probabilities, never one minus the other tail, so small ones keep their
/// digits.
package protocol UnimodalCountDistribution: Sendable {
  /// The counts that can occur.
  var support: ClosedRange<Int> { get }
  /// A most probable count.
  var mode: Int { get }
  /// The natural logarithm of the probability of a count; minus infinity outside the support.
  func logProbability(of count: Int) -> Double
  /// The probability of `count + 1` over the probability of `count`, both in the support.
  func ratio(above count: Int) -> Double
}

extension UnimodalCountDistribution {
  /// The probability of exactly this count.
  package func probability(of count: Int) -> Double { exp(logProbability(of: count)) }

  /// The probability of at most this count.
  package func lowerTail(through count: Int) -> Double {
    let support = support
    if count < support.lowerBound { return 0 }
    if count >= support.upperBound { return 1 }
    let mode = mode
    let anchor = min(count, mode)
    let term = probability(of: anchor)
    var sum = CompensatedSum([term])
    addBelow(anchor, term, downTo: support.lowerBound, mode: mode, to: &sum)
    addAbove(anchor, term, through: count, mode: mode, to: &sum)
    return min(1, sum.value)
  }

  /// The probability of at least this count.
  package func upperTail(from count: Int) -> Double {
    let support = support
    if count > support.upperBound { return 0 }
    if count <= support.lowerBound { return 1 }
    let mode = mode
    let anchor = max(count, mode)
    let term = probability(of: anchor)
    var sum = CompensatedSum([term])
    addAbove(anchor, term, through: support.upperBound, mode: mode, to: &sum)
    addBelow(anchor, term, downTo: count, mode: mode, to: &sum)
    return min(1, sum.value)
  }

  /// The probability of all counts that are no more probable than this one.
  ///
  /// Probabilities equal within the relative tolerance count as equal. Both tails are found by
  /// bisection, since the probabilities rise to the mode and fall after it.
  package func minimumLikelihoodTail(of count: Int, relativeTolerance: Double = 1e-7) -> Double {
    guard support.contains(count) else { return 0 }
    let threshold = logProbability(of: count) + log1p(relativeTolerance)
    guard logProbability(of: mode) > threshold else { return 1 }
    var below = support.lowerBound - 1
    var inside = mode
    while inside - below > 1 {
      let middle = below + (inside - below) / 2
      if logProbability(of: middle) <= threshold { below = middle } else { inside = middle }
    }
    inside = mode
    var above = support.upperBound + 1
    while above - inside > 1 {
      let middle = inside + (above - inside) / 2
      if logProbability(of: middle) <= threshold { above = middle } else { inside = middle }
    }
    return min(1, lowerTail(through: below) + upperTail(from: above))
  }

  /// Twice the smaller of the two tails that include this count, at most 1.
  package func centralTail(of count: Int) -> Double {
    min(1, 2 * min(lowerTail(through: count), upperTail(from: count)))
  }

  private func addBelow(
    _ anchor: Int, _ probability: Double, downTo last: Int, mode: Int,
    to sum: inout CompensatedSum
  ) {
    var term = probability
    var count = anchor
    while count > last {
      count -= 1
      term /= ratio(above: count)
      sum.add(term)
      if term <= sum.value * 1e-19, count < mode { return }
    }
  }

  private func addAbove(
    _ anchor: Int, _ probability: Double, through last: Int, mode: Int,
    to sum: inout CompensatedSum
  ) {
    var term = probability
    var count = anchor
    while count < last {
      term *= ratio(above: count)
      count += 1
      sum.add(term)
      if term <= sum.value * 1e-19, count > mode { return }
    }
  }
}
