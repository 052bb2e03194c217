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
/// log-likelihood is a sum of logarithms of `m + j theta`, `1 - m + j theta` and `1 + j theta`,
/// which loses no digits near theta = 0.
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
      let (yes, all) = (cell.count.successes, cell.count.total)
      Self.addLogarithms(of: cell.mean, theta, yes, to: &sum)
      Self.addLogarithms(of: 1 - cell.mean, theta, all - yes, to: &sum)
      Self.addLogarithms(of: 1, theta, all, sign: -1, to: &sum)
    }
    return sum.value
  }

  /// Adds the logarithms of `start + j theta` for j below a count, of products within range at
  /// once.
  private static func addLogarithms(
    of start: Double, _ theta: Double, _ count: Int, sign: Double = 1, to sum: inout CompensatedSum
  ) {
    var product = 1.0
    for j in 0..<count {
      product *= start + Double(j) * theta
      if product < 1e-200 || product > 1e200 {
        sum.add(sign * log(product))
        product = 1
      }
    }
    sum.add(sign * log(product))
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
  /// The likelihood is looked at in 100 places of the correlation `rho = theta / (1 + theta)`,
  /// denser towards 0, and the root of its derivative sought around the best. Cost: some 150 times
  /// everyone.
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

  /// Spreads with weights that add up to 1: the likelihood where every correlation
  /// `rho = theta / (1 + theta)` from 0 to 1 is as likely before the counts are seen.
  ///
  /// The pieces of the rule double in length away from the most likely correlation, the first being
  /// as long as it takes the log-likelihood to fall by one half. Cost: some 600 times everyone.
  func averaged() throws(NumericalError) -> [(theta: Double, weight: Double)] {
    func logLikelihood(ofCorrelation rho: Double) -> Double {
      self.logLikelihood(rho / (1 - rho))
    }
    // The limits themselves are not looked at: just under 1 is as good as 1.
    let most = 1 - 1e-9
    let likely = try mostLikely()
    let mode = likely.map { min($0 / (1 + $0), most) } ?? most
    let top = logLikelihood(ofCorrelation: mode)
    /// The points from the mode to an end.
    func points(to end: Double) -> [Double] {
      guard end != mode else { return [] }
      var (near, far) = (mode, end)
      if logLikelihood(ofCorrelation: end) < top - 0.5 {
        for _ in 0..<40 {
          let middle = near + (far - near) / 2
          if logLikelihood(ofCorrelation: middle) < top - 0.5 {
            far = middle
          } else {
            near = middle
          }
        }
      }
      var points: [Double] = []
      var step = far - mode
      while true {
        let next = mode + step
        guard abs(next - mode) < abs(end - mode) else { return points + [end] }
        points.append(next)
        if logLikelihood(ofCorrelation: next) < top - 40 { return points }
        step *= 2
      }
    }
    var ends = points(to: 0).reversed() + [mode] + points(to: most)
    // Near a correlation of 0 a cell's distribution narrows with its root: pieces shrink towards
    // it.
    if ends[0] == 0 {
      let first = ends[1]
      ends.insert(contentsOf: (1...8).reversed().map { first * pow(8, -Double($0)) }, at: 1)
    }
    let rule = Quadrature.rule(over: ends)
    let weights = rule.map { $0.weight * exp(logLikelihood(ofCorrelation: $0.position) - top) }
    let sum = CompensatedSum(weights).value
    return zip(rule, weights).filter { $0.1 > 1e-16 * sum }.map { node, weight in
      (node.position / (1 - node.position), weight / sum)
    }
  }
}
