import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How far true shares of cells spread around their expected shares, by maximum likelihood.
///
/// The share of a cell has a beta distribution with mean m and precision M; its count is
/// beta-binomial. The spread is `theta = 1 / M`, 0 where cells differ by no more than chance. The
/// log-likelihood is a sum of logarithms of `m + j theta`, `1 - m + j theta` and `1 + j theta`, which
/// loses no digits near theta = 0.
struct BetaBinomialSpread {
  private let cells: [(count: BinomialCount, mean: Double)]

  /// Cells with their expected shares, each strictly between 0 and 1; empty cells say nothing.
  init(_ counts: [BinomialCount], means: [Double]) {
    cells = zip(counts, means).filter { $0.0.total > 0 }.map { (count: $0.0, mean: $0.1) }
  }

  /// Whether all cells of two people or more have nobody or everybody: then more spread is always
  /// more likely.
  var isUnbounded: Bool {
    let telling = cells.filter { $0.count.total > 1 }
    return !telling.isEmpty
      && telling.allSatisfy { $0.count.successes == 0 || $0.count.successes == $0.count.total }
  }

  /// The log-likelihood less what does not depend on the spread.
  func logLikelihood(_ theta: Double) -> Double {
    var sum = CompensatedSum()
    for cell in cells {
      for j in 0..<cell.count.successes { sum.add(log(cell.mean + Double(j) * theta)) }
      for j in 0..<(cell.count.total - cell.count.successes) {
        sum.add(log(1 - cell.mean + Double(j) * theta))
      }
      for j in 0..<cell.count.total { sum.add(-log1p(Double(j) * theta)) }
    }
    return sum.value
  }

  /// The derivative of the log-likelihood in the spread.
  func score(_ theta: Double) -> Double {
    var sum = CompensatedSum()
    for cell in cells {
      for j in 0..<cell.count.successes {
        sum.add(Double(j) / (cell.mean + Double(j) * theta))
      }
      for j in 0..<(cell.count.total - cell.count.successes) {
        sum.add(Double(j) / (1 - cell.mean + Double(j) * theta))
      }
      for j in 0..<cell.count.total { sum.add(-Double(j) / (1 + Double(j) * theta)) }
    }
    return sum.value
  }

  /// The most likely spread, or `nil` where there is no largest likelihood.
  ///
  /// The likelihood is looked at in 100 places of the correlation `rho = theta / (1 + theta)`, denser
  /// towards 0, and the root of its derivative sought around the best. Cost: some 150 times everyone.
  func mostLikely() throws(NumericalError) -> Double? {
    guard !isUnbounded else { return nil }
    let places = (0..<100).map { step -> Double in
      let correlation = Double(step) / 100 * (Double(step) / 100)
      return correlation / (1 - correlation)
    }
    let likelihoods = places.map { logLikelihood($0) }
    let best = places.indices.reduce(0) { likelihoods[$1] > likelihoods[$0] ? $1 : $0 }
    var lower = places[max(0, best - 1)]
    var upper = places[min(places.count - 1, best + 1)]
    if best == 0, score(0) <= 0 {
      // The likelihood falls from the start, unless a rise is hidden within the first place.
      return 0
    }
    while score(upper) >= 0 {
      guard upper < 1e12 else { return nil }
      (lower, upper) = (upper, 2 * upper)
    }
    if score(lower) < 0 { lower = places[best] }
    return try RootFinder.brent(from: lower, to: upper, tolerance: 1e-15) { score($0) }
  }
}
