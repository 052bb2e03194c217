import CGSL

/// Special functions of one real variable.
package enum SpecialFunctions {
  /// The logarithm of the gamma function, for positive arguments.
  package static func logGamma(_ x: Double) throws(NumericalError) -> Double {
    guard x > 0, x.isFinite else { throw .outsideDomain(function: "log gamma", argument: x) }
    return try GSLRuntime.result(of: "log gamma") { unsafe gsl_sf_lngamma_e(x, &$0) }
  }

  /// The logarithm of `n!`.
  package static func logFactorial(_ n: Int) throws(NumericalError) -> Double {
    guard n >= 0 else { throw .outsideDomain(function: "log factorial", argument: Double(n)) }
    return try logGamma(Double(n) + 1)
  }

  /// The logarithm of the beta function, for positive arguments.
  package static func logBeta(_ a: Double, _ b: Double) throws(NumericalError) -> Double {
    for argument in [a, b] where !(argument > 0 && argument.isFinite) {
      throw .outsideDomain(function: "log beta", argument: argument)
    }
    return try GSLRuntime.result(of: "log beta") { unsafe gsl_sf_lnbeta_e(a, b, &$0) }
  }

  /// The digamma function of a whole number of 1 or more, the derivative of log gamma.
  package static func digamma(_ n: Int) throws(NumericalError) -> Double {
    guard n >= 1 else { throw .outsideDomain(function: "digamma", argument: Double(n)) }
    return try GSLRuntime.result(of: "digamma") { unsafe gsl_sf_psi_e(Double(n), &$0) }
  }

  /// The logarithm of the complementary error function; it stays finite where the function itself
  /// underflows.
  package static func logComplementaryError(_ x: Double) throws(NumericalError) -> Double {
    guard x.isFinite else { throw .outsideDomain(function: "log erfc", argument: x) }
    return try GSLRuntime.result(of: "log erfc") { unsafe gsl_sf_log_erfc_e(x, &$0) }
  }

  /// The common logarithm of the two-sided normal tail of `z`, for p-values far below what a
  /// `Double` can hold.
  package static func log10TwoSidedNormalTail(_ z: Double) throws(NumericalError) -> Double {
    try logComplementaryError(abs(z) / 2.0.squareRoot()) / 2.302585092994045684
  }
}
