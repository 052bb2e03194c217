import Aggregates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The number selected from the focal group over all strata, given the margins of each.
///
/// A sum of hypergeometric counts, one per stratum, with one odds ratio for all. Probabilities are
/// convolved and kept as logarithms, so that no tail loses its digits. A sum of unimodal counts of
/// this kind is unimodal.
struct StratifiedHypergeometric: UnimodalCountDistribution {
  let support: ClosedRange<Int>
  let mode: Int
  private let logProbabilities: [Double]

  /// The distribution of equal odds.
  init(_ tables: [TwoByTwoTable]) throws(NumericalError) {
    var least = 0
    var logProbabilities = [0.0]
    for table in tables {
      let stratum = try Hypergeometric(
        population: table.total, marked: table.focalTotal, drawn: table.selected)
      least += stratum.support.lowerBound
      logProbabilities = Self.convolution(
        logProbabilities, stratum.support.map { stratum.logProbability(of: $0) })
    }
    self.init(from: least, logProbabilities)
  }

  private init(from least: Int, _ logProbabilities: [Double]) {
    support = least...(least + logProbabilities.count - 1)
    var best = 0
    for index in logProbabilities.indices where logProbabilities[index] > logProbabilities[best] {
      best = index
    }
    mode = least + best
    self.logProbabilities = logProbabilities
  }

  func logProbability(of count: Int) -> Double {
    support.contains(count) ? logProbabilities[count - support.lowerBound] : -.infinity
  }

  func ratio(above count: Int) -> Double {
    exp(logProbability(of: count + 1) - logProbability(of: count))
  }

  /// The distribution where the odds ratio within every stratum has this logarithm times that of
  /// the distribution at hand.
  func tilted(byLogOddsRatio logOddsRatio: Double) -> StratifiedHypergeometric {
    let raised = logProbabilities.indices.map { logProbabilities[$0] + logOddsRatio * Double($0) }
    let largest = raised.max() ?? 0
    let whole = largest + log(CompensatedSum(raised.map { exp($0 - largest) }).value)
    return StratifiedHypergeometric(from: support.lowerBound, raised.map { $0 - whole })
  }

  /// The expected count.
  var mean: Double {
    CompensatedSum(support.map { Double($0) * probability(of: $0) }).value
  }

  /// The logarithms of the probabilities of a sum.
  ///
  /// The terms of each sum rise to a largest and fall after it, and the largest moves by at most
  /// one step per sum; terms under 1e-20 of it are left out.
  private static func convolution(_ first: [Double], _ second: [Double]) -> [Double] {
    let (long, short) = first.count >= second.count ? (first, second) : (second, first)
    var peak = 0
    return (0..<(long.count + short.count - 1)).map { total in
      let lowest = max(0, total - long.count + 1)
      let highest = min(short.count - 1, total)
      func term(_ index: Int) -> Double { short[index] + long[total - index] }
      peak = min(max(peak, lowest), highest)
      while peak < highest, term(peak + 1) >= term(peak) { peak += 1 }
      while peak > lowest, term(peak - 1) > term(peak) { peak -= 1 }
      let largest = term(peak)
      var sum = CompensatedSum()
      sum.add(1)
      var index = peak + 1
      while index <= highest {
        let share = exp(term(index) - largest)
        if share < 1e-20 { break }
        sum.add(share)
        index += 1
      }
      index = peak - 1
      while index >= lowest {
        let share = exp(term(index) - largest)
        if share < 1e-20 { break }
        sum.add(share)
        index -= 1
      }
      return largest + log(sum.value)
    }
  }
}
