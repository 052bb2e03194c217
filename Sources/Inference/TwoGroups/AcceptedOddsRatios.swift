import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The odds ratios below the estimate that a two-sided exact test does not reject.
///
/// Below the estimate the p-value is the upper tail of the count seen plus the lower tail through a
/// count `j` that grows with the odds ratio. Between two odds ratios where `j` changes it is one
/// minus the probability of an inner interval, which first falls and then rises, if it does both;
/// where `j` changes it jumps up. So the smallest odds ratio not rejected is found from the ends
/// of these stretches.
struct AcceptedOddsRatios {
  let central: Hypergeometric
  let seen: Int
  /// The p-value from which an odds ratio is not rejected.
  let alpha: Double
  let twoSided: ExactOddsRatio.TwoSided
  private let logarithms: ClosedRange<Double> = -700...700

  /// The logarithm of the smallest odds ratio not rejected, and whether some above it are rejected.
  func smallest() throws(NumericalError) -> (logarithm: Double, hasGap: Bool) {
    let lowest = central.support.lowerBound
    if seen == lowest { return (-.infinity, false) }
    // From here on the upper tail alone is enough.
    let certain = try root { (distribution: FisherNoncentralHypergeometric) -> Double in
      distribution.upperTail(from: seen) / alpha - 1
    }
    var last = lowest - 1
    var from = -Double.infinity
    if twoSided == .blaker {
      // Where the lower tail joins, the p-value is twice the upper one; below half alpha it is no
      // use to look.
      from = try root { (distribution: FisherNoncentralHypergeometric) -> Double in
        distribution.upperTail(from: seen) / (alpha / 2) - 1
      }
      let distribution = FisherNoncentralHypergeometric(central, logOddsRatio: from)
      let tail = distribution.upperTail(from: seen) * (1 + 1e-7)
      while last + 1 < seen, distribution.lowerTail(through: last + 1) <= tail { last += 1 }
    }
    while true {
      if from > -.infinity, reachesAlpha(through: last, at: from) { break }
      let to = try start(of: last + 1, near: from)
      if reachesAlpha(through: last, at: to) {
        from =
          from == -.infinity
          ? certain
          : try RootFinder.brent(
            from: from, to: to
          ) { (logarithm: Double) throws(NumericalError) -> Double in
            pValue(through: last, at: logarithm) - alpha
          }
        break
      }
      last += 1
      from = to
    }
    return (from, try hasGap(from: from, last: last, certain: certain))
  }

  /// Whether an odds ratio between two that are not rejected is.
  private func hasGap(
    from start: Double, last: Int, certain: Double
  ) throws(NumericalError) -> Bool {
    var (from, last) = (start, last)
    while last + 1 < seen, from < certain {
      let next = try self.start(of: last + 1, near: from)
      let to = min(next, certain)
      // The lowest point of a stretch by ternary search.
      var (left, right) = (from, to)
      for _ in 0..<60 where right > left {
        let third = (right - left) / 3
        if pValue(through: last, at: left + third) <= pValue(through: last, at: right - third) {
          right -= third
        } else {
          left += third
        }
      }
      if pValue(through: last, at: (left + right) / 2) < alpha * (1 - 1e-9) { return true }
      (from, last) = (next, last + 1)
    }
    return false
  }

  /// The p-value where the lower tail counts through `last`, below the whole support for none.
  private func pValue(through last: Int, at logarithm: Double) -> Double {
    let distribution = FisherNoncentralHypergeometric(central, logOddsRatio: logarithm)
    return distribution.upperTail(from: seen) + distribution.lowerTail(through: last)
  }

  /// Whether the p-value where the lower tail counts through `last` is at least alpha.
  ///
  /// Far from the estimate it is not, which a bound tells without a sum: probabilities fall outward
  /// from `last` and from the count seen at least as fast as geometric series, and the count seen is
  /// no more probable than it is beside a count between.
  private func reachesAlpha(through last: Int, at logarithm: Double) -> Bool {
    let middle = (last + seen) / 2
    let oddsRatio = exp(logarithm)
    if middle > last, middle < seen, central.support.contains(middle) {
      let upward =
        seen == central.support.upperBound ? 0 : central.ratio(above: seen) * oddsRatio
      let downward =
        last <= central.support.lowerBound ? 0 : 1 / (central.ratio(above: last - 1) * oddsRatio)
      let most = exp(
        central.logProbability(of: seen) - central.logProbability(of: middle)
          + Double(seen - middle) * logarithm)
      if upward < 1, downward < 1,
        most * (1 / (1 - upward) + 1 / (1 - downward)) < 0.99 * alpha
      {
        return false
      }
    }
    return pValue(through: last, at: logarithm) >= alpha
  }

  /// The logarithm of the odds ratio from which the lower tail through this count counts.
  private func start(of count: Int, near guess: Double) throws(NumericalError) -> Double {
    switch twoSided {
    case .minimumLikelihood:
      // As probable as the count seen, where the odds ratio to the power of the distance makes up
      // for the probabilities with equal odds.
      return
        (central.logProbability(of: count) - central.logProbability(of: seen) - log1p(1e-7))
        / Double(seen - count)
    case .blaker:
      return try root(near: guess) { (distribution: FisherNoncentralHypergeometric) -> Double in
        log(distribution.upperTail(from: seen)) + log1p(1e-7)
          - log(distribution.lowerTail(through: count))
      }
    }
  }

  /// The logarithm of the odds ratio at which a function that rises with it is 0.
  private func root(
    near guess: Double = 0, _ function: (FisherNoncentralHypergeometric) -> Double
  ) throws(NumericalError) -> Double {
    try RootFinder.increasingRoot(
      near: guess, step: 0.1, within: logarithms
    ) { (logarithm: Double) throws(NumericalError) -> Double in
      function(FisherNoncentralHypergeometric(central, logOddsRatio: logarithm))
    }
  }
}
