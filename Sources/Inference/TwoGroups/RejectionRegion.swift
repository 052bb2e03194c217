import NumericalKernel

/// The tables that count against equal rates at least as much as the one seen, where both group
/// sizes are fixed.
struct RejectionRegion {
  /// The size of the focal group.
  let focalTotal: Int
  /// The size of the reference group.
  let referenceTotal: Int
  /// For each count of the focal group, the runs of counts of the reference group, ascending.
  let runs: [[ClosedRange<Int>]]

  /// Whether every table is in the region.
  var isEverything: Bool { runs.allSatisfy { $0 == [0...referenceTotal] } }

  /// Tables from this count of the reference group upward, for each count of the focal group.
  ///
  /// The property must hold from some count on, as it does for one-sided statistics.
  init(
    focalTotal: Int, referenceTotal: Int,
    upward isInside: (_ focal: Int, _ reference: Int) throws(NumericalError) -> Bool
  ) throws(NumericalError) {
    var runs: [[ClosedRange<Int>]] = []
    for focal in 0...focalTotal {
      var outside = -1
      var inside = referenceTotal + 1
      while inside - outside > 1 {
        let middle = (inside + outside) / 2
        if try isInside(focal, middle) { inside = middle } else { outside = middle }
      }
      runs.append(inside <= referenceTotal ? [inside...referenceTotal] : [])
    }
    self.init(focalTotal: focalTotal, referenceTotal: referenceTotal, runs: runs)
  }

  /// A region from its runs.
  init(focalTotal: Int, referenceTotal: Int, runs: [[ClosedRange<Int>]]) {
    self.focalTotal = focalTotal
    self.referenceTotal = referenceTotal
    self.runs = runs
  }

  /// The region with selected and not selected exchanged.
  var turned: RejectionRegion {
    RejectionRegion(
      focalTotal: focalTotal, referenceTotal: referenceTotal,
      runs: runs.reversed().map { runs in
        runs.reversed().map { referenceTotal - $0.upperBound...referenceTotal - $0.lowerBound }
      })
  }

  /// The tables of either region.
  func union(_ other: RejectionRegion) -> RejectionRegion {
    RejectionRegion(
      focalTotal: focalTotal, referenceTotal: referenceTotal,
      runs: zip(runs, other.runs).map { first, second in
        var merged: [ClosedRange<Int>] = []
        for run in (first + second).sorted(by: { $0.lowerBound < $1.lowerBound }) {
          if let last = merged.last, run.lowerBound <= last.upperBound + 1 {
            merged[merged.count - 1] = last.lowerBound...max(last.upperBound, run.upperBound)
          } else {
            merged.append(run)
          }
        }
        return merged
      })
  }

  /// The probability of the region where both groups have this rate.
  func probability(rate: Double, complement: Double) throws(NumericalError) -> Double {
    let focal = try RejectionRegion.probabilities(focalTotal, rate, complement)
    let reference = try RejectionRegion.probabilities(referenceTotal, rate, complement)
    // Sums from both ends, so that a small tail is never one minus a large one.
    var below = [Double](repeating: 0, count: referenceTotal + 2)
    var above = below
    for count in 0...referenceTotal { below[count + 1] = below[count] + reference[count] }
    for count in stride(from: referenceTotal, through: 0, by: -1) {
      above[count] = above[count + 1] + reference[count]
    }
    var sum = 0.0
    for count in 0...focalTotal where focal[count] > 0 {
      for run in runs[count] {
        let part =
          if run.lowerBound == 0 {
            below[run.upperBound + 1]
          } else if run.upperBound == referenceTotal {
            above[run.lowerBound]
          } else {
            reference[run].reduce(0, +)
          }
        sum += focal[count] * part
      }
    }
    return min(1, sum)
  }

  /// The binomial probabilities of all counts, by ratios from the most probable one.
  private static func probabilities(
    _ trials: Int, _ rate: Double, _ complement: Double
  ) throws(NumericalError) -> [Double] {
    let distribution = try BinomialDistribution(
      trials: trials, probability: rate, complement: complement)
    var probabilities = [Double](repeating: 0, count: trials + 1)
    let mode = distribution.mode
    let most = distribution.probability(of: mode)
    probabilities[mode] = most
    guard distribution.support.count > 1 else { return probabilities }
    var term = most
    for count in mode..<trials {
      term *= distribution.ratio(above: count)
      guard term > 0 else { break }
      probabilities[count + 1] = term
    }
    term = most
    for count in stride(from: mode - 1, through: 0, by: -1) {
      term /= distribution.ratio(above: count)
      guard term > 0 else { break }
      probabilities[count] = term
    }
    return probabilities
  }
}
