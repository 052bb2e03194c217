#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Gamma functions less their leading terms, so that ratios and differences of large ones keep
/// their digits.
extension SpecialFunctions {
  /// `ln gamma(x) - ((x - 1/2) ln x - x + ln(2 pi)/2)`, for `x > 0`; about `1 / (12 x)`.
  package static func stirlingError(_ x: Double) -> Double {
    SaddlePoint.stirlingError(ofGamma: x)
  }

  /// `ln gamma(x + step) - ln gamma(x) - step ln x`, for positive `x` and a step from 0 to 1.
  package static func logRisingRatio(_ x: Double, step: Double) -> Double {
    (x + step - 0.5) * log1p(step / x) - step + stirlingError(x + step) - stirlingError(x)
  }

  /// `psi(x + 1) - ln x` with the digamma function psi, for `x > 0`; about `1 / (2 x)`.
  ///
  /// Below 16 it is taken down from above 16 step by step, by `psi(x + 1) = psi(x) + 1 / x`.
  package static func digammaAboveLogarithm(_ x: Double) -> Double {
    var (x, sum) = (x, CompensatedSum())
    while x < 16 {
      sum.add(log1p(1 / x))
      sum.add(-1 / (x + 1))
      x += 1
    }
    let inverseSquare = 1 / (x * x)
    let tail = 1.0 / 252 - inverseSquare * (1.0 / 240 - inverseSquare * (1.0 / 132))
    sum.add(0.5 / x)
    sum.add(-inverseSquare * (1.0 / 12 - inverseSquare * (1.0 / 120 - inverseSquare * tail)))
    return sum.value
  }
}
