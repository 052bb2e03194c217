import CGSL

/// The standard normal distribution.
package struct NormalDistribution: Sendable {
  /// Mean 0, standard deviation 1.
  package static let standard = NormalDistribution()

  /// The probability of at most `z`; infinities are allowed.
  package func lowerTail(_ z: Double) throws(NumericalError) -> Double {
    guard !z.isNaN else { throw .outsideDomain(function: "the normal lower tail", argument: z) }
    if z.isInfinite { return z < 0 ? 0 : 1 }
    return try GSLRuntime.value(of: "the normal lower tail") { gsl_cdf_ugaussian_P(z) }
  }

  /// The probability of more than `z`; infinities are allowed.
  package func upperTail(_ z: Double) throws(NumericalError) -> Double {
    try lowerTail(-z)
  }

  /// The probability of a value at least as far from 0 as `z`, on either side.
  package func twoSidedTail(_ z: Double) throws(NumericalError) -> Double {
    try min(1, 2 * lowerTail(-abs(z)))
  }

  /// The value that is exceeded with probability `1 - probability`.
  package func quantile(_ probability: Double) throws(NumericalError) -> Double {
    guard probability > 0, probability < 1 else {
      throw .outsideDomain(function: "the normal quantile", argument: probability)
    }
    return try GSLRuntime.value(of: "the normal quantile") { gsl_cdf_ugaussian_Pinv(probability) }
  }

  /// The half-width of a two-sided interval in standard errors, 1.96 for a level of 0.95.
  package func criticalValue(level: Double) throws(NumericalError) -> Double {
    try -quantile((1 - level) / 2)
  }
}
