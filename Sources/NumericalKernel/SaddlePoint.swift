#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The two pieces of Loader's saddle-point form of the binomial probability.
///
/// Nothing large cancels in it, so the digits hold where differences of log-factorials lose them.
/// - Source: Loader (2000), Fast and Accurate Computation of Binomial Probabilities.
enum SaddlePoint {
  /// `ln n!` less Stirling's approximation `ln(2 pi n)/2 + n ln n - n`, for `n >= 1`.
  static func stirlingError(_ n: Int) -> Double {
    if n <= errors.count { return errors[n - 1] }
    let x = Double(n)
    let inverseSquare = 1 / (x * x)
    let tail = 1.0 / 1680 - inverseSquare * (1.0 / 1188 - inverseSquare * (691.0 / 360360))
    return
      (1.0 / 12 - inverseSquare * (1.0 / 360 - inverseSquare * (1.0 / 1260 - inverseSquare * tail)))
      / x
  }

  /// `ln gamma(x)` less Stirling's approximation `(x - 1/2) ln x - x + ln(2 pi)/2`, for `x > 0`.
  ///
  /// Below 16 it is taken down from above 16 step by step, by `gamma(x + 1) = x gamma(x)`.
  static func stirlingError(ofGamma x: Double) -> Double {
    var (x, steps) = (x, CompensatedSum())
    while x < 16 {
      steps.add((x + 0.5) * log1p(1 / x))
      steps.add(-1)
      x += 1
    }
    let inverseSquare = 1 / (x * x)
    let tail = 1.0 / 1680 - inverseSquare * (1.0 / 1188 - inverseSquare * (691.0 / 360360))
    let series =
      1.0 / 12 - inverseSquare * (1.0 / 360 - inverseSquare * (1.0 / 1260 - inverseSquare * tail))
    steps.add(series / x)
    return steps.value
  }

  /// The deviance term `x ln(x / mean) + mean - x`, for `x >= 0` and a positive mean.
  static func deviance(_ x: Double, mean: Double) -> Double {
    if x == 0 { return mean }
    let difference = x - mean
    guard abs(difference) < 0.1 * (x + mean) else {
      return x * log(x / mean) + mean - x
    }
    let ratio = difference / (x + mean)
    let square = ratio * ratio
    var power = 2 * x * ratio
    var sum = difference * ratio
    var odd = 3.0
    while true {
      power *= square
      let next = sum + power / odd
      if next == sum { return next }
      sum = next
      odd += 2
    }
  }

  /// The errors for 1...15, to the last bit.
  private static let errors: [Double] = [
    0.08106146679532725821967, 0.04134069595540929409382, 0.02767792568499833914879,
    0.02079067210376509311152, 0.01664469118982119216319, 0.01387612882307074799875,
    0.01189670994589177009506, 0.01041126526197209649748, 0.009255462182712732917729,
    0.008330563433362871256469, 0.007573675487951840794972, 0.006942840107209529865664,
    0.00640899418800420706844, 0.005951370112758847735624, 0.005554733551962801371039,
  ]
}
