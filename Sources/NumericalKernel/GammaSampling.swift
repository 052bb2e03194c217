#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension WordStream {
  /// A random number of the standard normal distribution, by the polar method.
  /// - Source: Marsaglia and Bray (1964), SIAM Review 6, 260-264.
  mutating func normal() -> Double {
    while true {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let square = x * x + y * y
      if square < 1, square > 0 { return x * (-2 * log(square) / square).squareRoot() }
    }
  }

  /// A random number of the gamma distribution with a positive shape and scale 1.
  ///
  /// Below shape 1 it is one of the shape plus 1 times a power of a uniform number.
  /// - Source: Marsaglia and Tsang (2000), ACM Transactions on Mathematical Software 26, 363-372.
  mutating func gamma(shape: Double) -> Double {
    guard shape >= 1 else { return gamma(shape: shape + 1) * pow(uniform(), 1 / shape) }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      let u = uniform()
      let square = x * x
      if u < 1 - 0.0331 * square * square { return d * v }
      if log(u) < 0.5 * square + d * (1 - v + log(v)) { return d * v }
    }
  }
}
