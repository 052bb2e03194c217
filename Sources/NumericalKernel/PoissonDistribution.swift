#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The number of independent events where a mean is expected.
package enum PoissonDistribution {
  /// The natural logarithm of the probability of a count, for a mean of 0 or more.
  ///
  /// Loader's saddle-point form.
  package static func logProbability(of count: Int, mean: Double) -> Double {
    guard count >= 0, mean > 0 else { return count == 0 && mean == 0 ? 0 : -.infinity }
    guard count > 0 else { return -mean }
    let x = Double(count)
    return -SaddlePoint.stirlingError(count) - SaddlePoint.deviance(x, mean: mean)
      - 0.5 * log(2 * .pi * x)
  }
}
