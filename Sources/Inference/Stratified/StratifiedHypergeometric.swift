import Aggregates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The number selected from the focal group over all strata, given the margins of each.
///
/// A sum of hypergeometric counts, one per stratum, with one odds ratio for all. Each is
/// log-concave, and so is the sum, which is therefore unimodal. Weights relative to the most
/// probable count are convolved as plain numbers, scaled so that nothing underflows down to 1e-330
/// of the largest; what is smaller is no longer a positive number as a probability and is left out.
/// Only sums of positive terms occur, so that small probabilities keep their digits. Cost: the
/// product of the widths of every pair of strata.
struct StratifiedHypergeometric: UnimodalCountDistribution {
  let support: ClosedRange<Int>
  let mode: Int
  /// The logarithm of the odds ratio within every stratum.
  let logOddsRatio: Double
  /// The weights of the counts from `least` on; all are positive.
  private let weights: [Double]
  /// The first count with a weight.
  private let least: Int
  /// The logarithm of the sum of the weights.
  private let logWhole: Double

  /// The distribution where the odds ratio within every stratum has this logarithm.
  init(_ tables: [TwoByTwoTable], logOddsRatio: Double = 0) throws(NumericalError) {
    var sum = CountWeights.zero
    var lowest = 0
    var highest = 0
    for table in tables {
      let stratum = FisherNoncentralHypergeometric(
        try Hypergeometric(
          population: table.total, marked: table.focalTotal, drawn: table.selected),
        logOddsRatio: logOddsRatio)
      lowest += stratum.support.lowerBound
      highest += stratum.support.upperBound
      sum = sum.convolved(with: CountWeights(stratum))
    }
    support = lowest...highest
    mode = sum.least + sum.largest
    self.logOddsRatio = logOddsRatio
    weights = sum.weights
    least = sum.least
    logWhole = log(CompensatedSum(sum.weights).value)
  }

  func logProbability(of count: Int) -> Double {
    weights.indices.contains(count - least) ? log(weights[count - least]) - logWhole : -.infinity
  }

  func ratio(above count: Int) -> Double {
    let index = count - least
    guard index >= 0 else { return .infinity }
    guard index + 1 < weights.count else { return 0 }
    return weights[index + 1] / weights[index]
  }

  /// The ratios of neighbouring probabilities that lead from a count outward.
  func steps(from count: Int) -> (up: [Double], down: [Double]) {
    let index = count - least
    guard weights.indices.contains(index) else { return ([], []) }
    return (
      (index..<(weights.count - 1)).map { weights[$0 + 1] / weights[$0] },
      (0..<index).reversed().map { weights[$0] / weights[$0 + 1] }
    )
  }
}

/// Unimodal weights of neighbouring counts, relative to the largest.
private struct CountWeights {
  /// The first count with a weight.
  let least: Int
  /// The position of the largest weight.
  let largest: Int
  /// The weights; the largest is `scale`.
  let weights: [Double]

  /// A count that is always zero.
  static let zero = CountWeights(least: 0, largest: 0, weights: [scale])

  /// The largest weight of a sum, the largest weight of one stratum, and the least product of the
  /// two that counts, 1e-330 of the largest.
  private static let scale = 1e240
  private static let stratumScale = 1e30
  private static let negligible = 1e-60

  private init(least: Int, largest: Int, weights: [Double]) {
    self.least = least
    self.largest = largest
    self.weights = weights
  }

  /// The weights of one stratum, by the ratio of neighbours from the most probable count outward.
  init(_ stratum: FisherNoncentralHypergeometric) {
    let support = stratum.support
    let mode = stratum.mode
    var below: [Double] = []
    var weight = Self.stratumScale
    var count = mode
    while count > support.lowerBound {
      count -= 1
      weight /= stratum.ratio(above: count)
      guard weight * Self.scale >= Self.negligible else { break }
      below.append(weight)
    }
    var above = [Self.stratumScale]
    weight = Self.stratumScale
    count = mode
    while count < support.upperBound {
      weight *= stratum.ratio(above: count)
      count += 1
      guard weight * Self.scale >= Self.negligible else { break }
      above.append(weight)
    }
    self.init(least: mode - below.count, largest: below.count, weights: below.reversed() + above)
  }

  /// The weights of the sum of this count and that of a further stratum.
  func convolved(with stratum: CountWeights) -> CountWeights {
    var sums = [Double](repeating: 0, count: weights.count + stratum.weights.count - 1)
    var from = 0
    var to = weights.count
    func add(_ position: Int) {
      let factor = stratum.weights[position]
      let threshold = Self.negligible / factor
      while from < to, weights[from] < threshold { from += 1 }
      while from < to, weights[to - 1] < threshold { to -= 1 }
      for index in from..<to { sums[index + position] += weights[index] * factor }
    }
    for position in stratum.largest..<stratum.weights.count { add(position) }
    (from, to) = (0, weights.count)
    for position in (0..<stratum.largest).reversed() { add(position) }
    var best = 0
    for index in sums.indices where sums[index] > sums[best] { best = index }
    var first = 0
    var last = sums.count - 1
    while sums[first] == 0 { first += 1 }
    while sums[last] == 0 { last -= 1 }
    let rescaling = Self.scale / sums[best]
    return CountWeights(
      least: least + stratum.least + first, largest: best - first,
      weights: sums[first...last].map { $0 * rescaling })
  }
}
