import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The number selected from the focal group, given both margins, where the groups' odds differ.
///
///     P(k) is proportional to the hypergeometric P(k) times oddsRatio^k
/// - Source: Fisher (1935), Journal of the Royal Statistical Society 98, 39-54.
struct FisherNoncentralHypergeometric: UnimodalCountDistribution {
  let central: Hypergeometric
  let logOddsRatio: Double
  let mode: Int
  /// The mean count.
  let mean: Double
  private let oddsRatio: Double
  private let logModeProbability: Double

  /// Makes a distribution from the one with equal odds.
  init(_ central: Hypergeometric, logOddsRatio: Double) {
    self.central = central
    self.logOddsRatio = logOddsRatio
    let oddsRatio = exp(logOddsRatio)
    self.oddsRatio = oddsRatio
    let support = central.support
    // The ratios of neighbours fall; the mode is where they cross 1.
    var low = support.lowerBound
    var high = support.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if central.ratio(above: middle) * oddsRatio >= 1 { low = middle + 1 } else { high = middle }
    }
    mode = low
    // Weights relative to the mode's, outward until they no longer count.
    var weights = CompensatedSum([1])
    var distances = CompensatedSum()
    var weight = 1.0
    var count = low
    while count < support.upperBound, weight > 1e-25 {
      weight *= central.ratio(above: count) * oddsRatio
      count += 1
      weights.add(weight)
      distances.add(weight * Double(count - low))
    }
    weight = 1
    count = low
    while count > support.lowerBound, weight > 1e-25 {
      count -= 1
      weight /= central.ratio(above: count) * oddsRatio
      weights.add(weight)
      distances.add(weight * Double(count - low))
    }
    logModeProbability = -log(weights.value)
    mean = Double(low) + distances.value / weights.value
  }

  var support: ClosedRange<Int> { central.support }

  func logProbability(of count: Int) -> Double {
    guard support.contains(count) else { return -.infinity }
    return central.logProbability(of: count) - central.logProbability(of: mode)
      + Double(count - mode) * logOddsRatio + logModeProbability
  }

  func ratio(above count: Int) -> Double { central.ratio(above: count) * oddsRatio }
}
