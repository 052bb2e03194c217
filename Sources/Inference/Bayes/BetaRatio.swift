import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The ratio of two independent rates, each with a beta distribution.
struct BetaRatio {
  /// The rate above the line.
  let focal: BetaDistribution
  /// The rate below the line.
  let reference: BetaDistribution

  /// The probability of a ratio below `ratio`, which is positive.
  func lowerTail(_ ratio: Double) throws(NumericalError) -> Double {
    if ratio <= 1 {
      return try expectation(under: reference) { (rate) throws(NumericalError) -> Double in
        try focal.lowerTail(ratio * rate)
      }
    }
    return try expectation(under: focal) { (rate) throws(NumericalError) -> Double in
      try reference.upperTail(rate / ratio)
    }
  }

  /// The probability of a ratio above `ratio`, which is positive.
  func upperTail(_ ratio: Double) throws(NumericalError) -> Double {
    try BetaRatio(focal: reference, reference: focal).lowerTail(1 / ratio)
  }

  /// The ratio below which the probability is `probability`, by Brent's method on the log scale.
  func quantile(_ probability: Double) throws(NumericalError) -> Double {
    func centre(_ rate: BetaDistribution) -> Double { log(rate.alpha / (rate.alpha + rate.beta)) }
    func variance(_ rate: BetaDistribution) -> Double {
      rate.beta / rate.alpha / (rate.alpha + rate.beta)
    }
    let spread = min(2, (variance(focal) + variance(reference)).squareRoot())
    let start = try NormalDistribution.standard.quantile(probability) * spread
    let logarithm = try RootFinder.increasingRoot(
      near: centre(focal) - centre(reference) + start, step: 0.3 * spread, within: -300...300,
      tolerance: 1e-13
    ) { (logarithm: Double) throws(NumericalError) -> Double in
      probability <= 0.5
        ? try lowerTail(exp(logarithm)) / probability - 1
        : try 1 - upperTail(exp(logarithm)) / (1 - probability)
    }
    return exp(logarithm)
  }

  /// The mean of a function of a rate with a beta distribution.
  ///
  /// On the logit scale the density is smooth and falls off exponentially on both sides, whatever
  /// the shapes, and no end needs care. The pieces double in width away from the mode. The beta
  /// tails lose digits as the shapes grow, and the tolerance gives way with them.
  private func expectation(
    under rate: BetaDistribution, of function: Quadrature.Function
  ) throws(NumericalError) -> Double {
    let mode = log(rate.alpha / rate.beta)
    let spread = ((rate.alpha + rate.beta) / (rate.alpha * rate.beta)).squareRoot()
    let density = rate.logitDensity
    let farthest = 700.0
    var distances = [2 * spread]
    while let last = distances.last, last < farthest + abs(mode) {
      distances.append(last < 8 * spread ? last + 2 * spread : 2 * last)
    }
    let points =
      [-farthest] + distances.reversed().map { mode - $0 }.filter { $0 > -farthest } + [mode]
      + distances.map { mode + $0 }.filter { $0 < farthest } + [farthest]
    let shapes = focal.alpha + focal.beta + reference.alpha + reference.beta
    return try min(
      1,
      Quadrature.integral(over: points, relativeTolerance: max(1e-12, 5e-16 * shapes)) {
        (logit) throws(NumericalError) -> Double in
        let odds = exp(-abs(logit))
        let (near, far) = (1 / (1 + odds), odds / (1 + odds))
        let (x, rest) = logit < 0 ? (far, near) : (near, far)
        let height = density(x, rest)
        return height > 0 ? try height * function(x) : 0
      })
  }
}
