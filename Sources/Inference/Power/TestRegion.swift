import Aggregates
import Estimates
import NumericalKernel

/// The tables a two-sided test rejects, where both group sizes are fixed.
///
/// Among tables with the same number selected in all, every test of `RateTest` has a p-value that
/// rises to a peak and falls after it as more of them are of the focal group. So the region is two
/// limits for each number selected, found by walking from those of the number before; and since no
/// test changes when selected and not selected are exchanged, half of them are mirror images.
struct TestRegion {
  let focalTotal: Int
  let referenceTotal: Int
  /// For each number selected: the largest focal count rejected for being small.
  private let small: [Int]
  /// For each number selected: the smallest focal count rejected for being large.
  private let large: [Int]

  /// The tables with a p-value of at most alpha; `nil` where a p-value could not be computed.
  ///
  /// A table without a p-value because the rates cannot differ is not rejected.
  init?(_ test: RateTest, focalTotal: Int, referenceTotal: Int, alpha: Double) {
    self.focalTotal = focalTotal
    self.referenceTotal = referenceTotal
    let method = test.method
    var failed = false
    func rejects(_ focal: Int, _ selected: Int) -> Bool {
      guard
        let table = TwoByTwoTable(
          focalSelected: focal, focalRejected: focalTotal - focal,
          referenceSelected: selected - focal,
          referenceRejected: referenceTotal - selected + focal)
      else { return false }
      // Equal rates are never far from equal.
      if table.outcomeProblem != nil || table.crossDifference == 0 { return false }
      guard case .test(let result) = method(table) else {
        failed = true
        return false
      }
      return result.pValue.value <= alpha
    }
    let total = focalTotal + referenceTotal
    var small = [Int](repeating: -1, count: total + 1)
    var large = [Int](repeating: focalTotal + 1, count: total + 1)
    var (low, high) = (-1, 1)
    for selected in 0...(total / 2) {
      let least = max(0, selected - referenceTotal)
      let most = min(focalTotal, selected)
      // The largest focal count whose rate is at most the rate of everyone.
      let centre = selected * focalTotal / total
      low = min(max(low, least - 1), centre)
      while low >= least, !rejects(low, selected) { low -= 1 }
      while low < centre, rejects(low + 1, selected) { low += 1 }
      high = max(min(high, most + 1), centre + 1)
      while high <= most, !rejects(high, selected) { high += 1 }
      while high > centre + 1, rejects(high - 1, selected) { high -= 1 }
      small[selected] = low
      large[selected] = high
    }
    for selected in (total / 2 + 1)..<(total + 1) {
      small[selected] = focalTotal - large[total - selected]
      large[selected] = focalTotal - small[total - selected]
    }
    if failed { return nil }
    self.small = small
    self.large = large
  }

  /// Whether a table is rejected.
  func contains(focal: Int, reference: Int) -> Bool {
    focal <= small[focal + reference] || focal >= large[focal + reference]
  }

  /// The probability of the region where the groups have these rates.
  func probability(focalRate: Double, referenceRate: Double) throws(NumericalError) -> Double {
    let focal = try TestRegion.probabilities(focalTotal, focalRate)
    let reference = try TestRegion.probabilities(referenceTotal, referenceRate)
    var sum = CompensatedSum()
    for (count, probability) in focal.enumerated() where probability > 0 {
      var part = 0.0
      for other in 0...referenceTotal where contains(focal: count, reference: other) {
        part += reference[other]
      }
      sum.add(probability * part)
    }
    return min(1, sum.value)
  }

  private static func probabilities(
    _ trials: Int, _ rate: Double
  ) throws(NumericalError) -> [Double] {
    let distribution = try BinomialDistribution(trials: trials, probability: rate)
    return (0...trials).map { distribution.probability(of: $0) }
  }
}
