import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A mixture of beta distributions.
struct BetaMixture {
  /// A beta distribution and how much of the mixture it is.
  struct Component {
    let weight: Double
    let alpha: Double
    let beta: Double

    /// The mean.
    var mean: Double { alpha / (alpha + beta) }
    /// The variance.
    var variance: Double { mean * (beta / (alpha + beta)) / (alpha + beta + 1) }

    /// The probability below `x`, or above it; beyond a million the distribution is normal to all
    /// digits that matter.
    func tail(_ x: Double, above: Bool) throws(NumericalError) -> Double {
      guard alpha + beta < 1e6 else {
        let z = (x - mean) / variance.squareRoot()
        return try NormalDistribution.standard.lowerTail(above ? -z : z)
      }
      let distribution = try BetaDistribution(alpha: alpha, beta: beta)
      return above ? try distribution.upperTail(x) : try distribution.lowerTail(x)
    }
  }

  /// The distributions; their weights add up to 1.
  let components: [Component]

  /// The mean.
  var mean: Double { CompensatedSum(components.map { $0.weight * $0.mean }).value }

  /// The variance.
  var variance: Double {
    let mean = mean
    return CompensatedSum(
      components.map { component in
        let distance = component.mean - mean
        return component.weight * (component.variance + distance * distance)
      }
    ).value
  }

  /// The value that leaves a probability below it.
  func lowerLimit(_ probability: Double) throws(NumericalError) -> Double {
    try limit(probability, above: false)
  }

  /// The value that leaves a probability above it.
  func upperLimit(_ probability: Double) throws(NumericalError) -> Double {
    try limit(probability, above: true)
  }

  /// A root on the logit scale; 0 or 1 where more than the probability lies beyond what a number
  /// can tell from them.
  private func limit(_ probability: Double, above: Bool) throws(NumericalError) -> Double {
    func excess(_ logit: Double) throws(NumericalError) -> Double {
      let x = 1 / (1 + exp(-logit))
      var sum = CompensatedSum()
      for component in components {
        sum.add(try component.weight * component.tail(x, above: above))
      }
      return above ? 1 - sum.value / probability : sum.value / probability - 1
    }
    // Near 1 numbers are sparser than near 0.
    let (lowest, highest) = (-700.0, 36.0)
    if above, try excess(highest) < 0 { return 1 }
    if !above, try excess(lowest) > 0 { return 0 }
    let mean = mean
    let spread = variance.squareRoot() / (mean * (1 - mean))
    let logit = try RootFinder.increasingRoot(
      near: log(mean / (1 - mean)), step: min(max(spread, 1e-6), 10), within: lowest...highest
    ) { (logit: Double) throws(NumericalError) -> Double in try excess(logit) }
    return 1 / (1 + exp(-logit))
  }
}
