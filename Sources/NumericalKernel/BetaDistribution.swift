import CGSL

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The beta distribution, for shapes up to about a million.
///
/// Beyond that GSL's continued fraction gives up and the tails throw; counts use the tails of
/// `BinomialDistribution`, which do not.
package struct BetaDistribution: Sendable {
  /// The first shape, positive.
  package let alpha: Double
  /// The second shape, positive.
  package let beta: Double

  /// Makes a distribution.
  package init(alpha: Double, beta: Double) throws(NumericalError) {
    for shape in [alpha, beta] where !(shape > 0 && shape.isFinite) {
      throw .outsideDomain(function: "the beta distribution", argument: shape)
    }
    self.alpha = alpha
    self.beta = beta
  }

  /// The probability of at most `x`.
  package func lowerTail(_ x: Double) throws(NumericalError) -> Double {
    guard !x.isNaN else { throw .outsideDomain(function: "the beta distribution", argument: x) }
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    return try GSLRuntime.value(of: "the beta distribution") { gsl_cdf_beta_P(x, alpha, beta) }
  }

  /// The probability of more than `x`.
  package func upperTail(_ x: Double) throws(NumericalError) -> Double {
    guard !x.isNaN else { throw .outsideDomain(function: "the beta distribution", argument: x) }
    if x <= 0 { return 1 }
    if x >= 1 { return 0 }
    return try GSLRuntime.value(of: "the beta distribution") { gsl_cdf_beta_Q(x, alpha, beta) }
  }

  /// The value below which the probability is `probability`, by Brent's method on the logit scale.
  ///
  /// GSL's own inverse gives no number for ordinary shapes, so it is never called.
  package func quantile(_ probability: Double) throws(NumericalError) -> Double {
    guard probability > 0, probability < 1 else {
      throw .outsideDomain(function: "the beta quantile", argument: probability)
    }
    let spread = ((alpha + beta) / (alpha * beta)).squareRoot()
    let logit = try RootFinder.increasingRoot(
      near: log(alpha / beta), step: spread, within: -740...740
    ) { (logit: Double) throws(NumericalError) -> Double in
      let x = 1 / (1 + exp(-logit))
      return probability <= 0.5
        ? try lowerTail(x) / probability - 1
        : try 1 - upperTail(x) / (1 - probability)
    }
    return 1 / (1 + exp(-logit))
  }

  /// The density on the logit scale, `density(x) x (1 - x)`, as a function of `x` and `1 - x`.
  ///
  /// In Loader's saddle-point form; the complement is given apart so that neither end loses its
  /// digits. What does not depend on `x` is computed once.
  package var logitDensity: (_ x: Double, _ complement: Double) -> Double {
    let (alpha, beta, sum) = (alpha, beta, alpha + beta)
    let scale =
      exp(
        SaddlePoint.stirlingError(ofGamma: sum) - SaddlePoint.stirlingError(ofGamma: alpha)
          - SaddlePoint.stirlingError(ofGamma: beta))
      * (alpha / sum * beta / (2 * .pi)).squareRoot()
    return { x, complement in
      guard x > 0, complement > 0 else { return 0 }
      return scale
        * exp(
          -SaddlePoint.deviance(alpha, mean: sum * x)
            - SaddlePoint.deviance(beta, mean: sum * complement))
    }
  }
}
