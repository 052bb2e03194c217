import NumericalKernel

/// The delta method for functions of the shares of independent draws.
enum DeltaMethod {
  /// The sum of share x term.
  static func mean(_ terms: [Double], shares: [Double]) -> Double {
    CompensatedSum(zip(shares, terms).map { $0 * $1 }).value
  }

  /// The standard error of a function of the shares, from its derivative by each.
  ///
  /// The square root of sum p (d - mean d)² / N. Where it is 0 to rounding, beside the derivatives
  /// or the size of what they were made from (all shares equal, or one category), the first-order
  /// term vanishes and says nothing of uncertainty: `nil`.
  static func standardError(
    _ derivatives: [Double], shares: [Double], people: Double, size known: Double = 0
  ) -> Double? {
    let centre = mean(derivatives, shares: shares)
    let variance = mean(derivatives.map { ($0 - centre) * ($0 - centre) }, shares: shares)
    let size = derivatives.reduce(known) { max($0, abs($1)) }
    return variance.squareRoot() > 1e-13 * size ? (variance / people).squareRoot() : nil
  }
}
