import CGSL

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Student's t distribution.
package struct StudentT: Sendable {
  /// Degrees of freedom, positive, not necessarily whole.
  package let degreesOfFreedom: Double

  /// Makes a distribution.
  package init(degreesOfFreedom: Double) throws(NumericalError) {
    guard degreesOfFreedom > 0, degreesOfFreedom.isFinite else {
      throw .outsideDomain(function: "Student's t", argument: degreesOfFreedom)
    }
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of at most `t`; infinities are allowed.
  package func lowerTail(_ t: Double) throws(NumericalError) -> Double {
    guard !t.isNaN else { throw .outsideDomain(function: "Student's t", argument: t) }
    if t.isInfinite { return t < 0 ? 0 : 1 }
    return try GSLRuntime.value(of: "Student's t") { gsl_cdf_tdist_P(t, degreesOfFreedom) }
  }

  /// The probability of more than `t`; infinities are allowed.
  package func upperTail(_ t: Double) throws(NumericalError) -> Double {
    try lowerTail(-t)
  }

  /// The probability of a value at least as far from 0 as `t`, on either side.
  package func twoSidedTail(_ t: Double) throws(NumericalError) -> Double {
    try min(1, 2 * lowerTail(-abs(t)))
  }

  /// The value that is exceeded with probability `1 - probability`, by Brent's method on the
  /// hyperbolic-sine scale.
  package func quantile(_ probability: Double) throws(NumericalError) -> Double {
    guard probability > 0, probability < 1 else {
      throw .outsideDomain(function: "the quantile of Student's t", argument: probability)
    }
    if probability == 0.5 { return 0 }
    if probability > 0.5 { return try -lowerQuantile(1 - probability) }
    return try lowerQuantile(probability)
  }

  /// The half-width of a two-sided interval in standard errors.
  package func criticalValue(level: Double) throws(NumericalError) -> Double {
    guard level > 0, level < 1 else {
      throw .outsideDomain(function: "the quantile of Student's t", argument: level)
    }
    return try -lowerQuantile((1 - level) / 2)
  }

  private func lowerQuantile(_ probability: Double) throws(NumericalError) -> Double {
    let start = try asinh(NormalDistribution.standard.quantile(probability))
    let root = try RootFinder.increasingRoot(
      near: start, step: 0.25, within: -700...0
    ) { (scaled: Double) throws(NumericalError) -> Double in
      try lowerTail(sinh(scaled)) / probability - 1
    }
    return sinh(root)
  }
}
