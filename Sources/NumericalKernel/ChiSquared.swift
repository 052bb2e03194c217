import CGSL

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The chi-squared distribution.
package struct ChiSquared: Sendable {
  /// Degrees of freedom, positive, not necessarily whole.
  package let degreesOfFreedom: Double

  /// Makes a distribution.
  package init(degreesOfFreedom: Double) throws(NumericalError) {
    guard degreesOfFreedom > 0, degreesOfFreedom.isFinite else {
      throw .outsideDomain(function: "chi-squared", argument: degreesOfFreedom)
    }
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of at most `x`.
  package func lowerTail(_ x: Double) throws(NumericalError) -> Double {
    guard !x.isNaN else { throw .outsideDomain(function: "chi-squared", argument: x) }
    if x <= 0 { return 0 }
    if x == .infinity { return 1 }
    return try GSLRuntime.value(of: "chi-squared") { gsl_cdf_chisq_P(x, degreesOfFreedom) }
  }

  /// The probability of more than `x`.
  package func upperTail(_ x: Double) throws(NumericalError) -> Double {
    guard !x.isNaN else { throw .outsideDomain(function: "chi-squared", argument: x) }
    if x <= 0 { return 1 }
    if x == .infinity { return 0 }
    return try GSLRuntime.value(of: "chi-squared") { gsl_cdf_chisq_Q(x, degreesOfFreedom) }
  }

  /// The value below which the probability is `probability`.
  package func quantile(lowerTail probability: Double) throws(NumericalError) -> Double {
    try quantile(probability) { (x: Double) throws(NumericalError) -> Double in
      try lowerTail(x) / probability - 1
    }
  }

  /// The value above which the probability is `probability`.
  package func quantile(upperTail probability: Double) throws(NumericalError) -> Double {
    try quantile(probability) { (x: Double) throws(NumericalError) -> Double in
      try 1 - upperTail(x) / probability
    }
  }

  /// Brent's method on the logarithmic scale over a function that increases with x.
  private func quantile(
    _ probability: Double, _ function: RootFinder.Function
  ) throws(NumericalError) -> Double {
    guard probability > 0, probability < 1 else {
      throw .outsideDomain(function: "the chi-squared quantile", argument: probability)
    }
    return try exp(
      RootFinder.increasingRoot(
        near: log(degreesOfFreedom), step: 0.25, within: -740...700
      ) { (scaled: Double) throws(NumericalError) -> Double in
        try function(exp(scaled))
      })
  }
}
