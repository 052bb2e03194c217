#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Random Poisson numbers of one mean.
///
/// Where fewer than ten events are expected, the distribution function is searched upwards from 0.
/// Elsewhere a point under a hat of transformed uniform numbers is accepted or drawn again.
/// - Source: Hörmann (1993), Insurance: Mathematics and Economics 12, 39-45, for transformed
///   rejection.
struct PoissonSampling {
  private let mean: Double
  /// `exp(-mean)` where the search is used, `ln mean` elsewhere.
  private let constant: Double

  /// Makes the numbers of a mean of at least 0.
  init(mean: Double) {
    self.mean = mean
    constant = mean < 10 ? exp(-mean) : log(mean)
  }

  /// How many events there are.
  @inline(__always) func draw(from words: inout WordStream) -> Int {
    if mean == 0 { return 0 }
    return mean < 10 ? search(from: &words) : transformed(from: &words)
  }

  @inline(__always) private func search(from words: inout WordStream) -> Int {
    var left = words.uniform()
    var term = constant
    var count = 0
    while left >= term {
      left -= term
      count &+= 1
      term *= mean / Double(count)
      // What is left is rounding once the terms have died away.
      if term < 1e-300 { break }
    }
    return count
  }

  private func transformed(from words: inout WordStream) -> Int {
    // The hat's constants, with the names of the source.
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.02483 * b
    let surely = 0.9277 - 3.6224 / (b - 2)
    while true {
      let across = words.uniform() - 0.5
      let height = words.uniform()
      let edge = 0.5 - abs(across)
      let position = (2 * a / edge + b) * across + mean + 0.43
      guard position >= 0 else { continue }
      let count = Int(position)
      if edge >= 0.07, height <= surely { return count }
      if edge < 0.013, height > edge { continue }
      let alpha = 1.1239 + 1.1328 / (b - 3.4)
      if log(height * alpha / (a / (edge * edge) + b)) <= logProbability(count) { return count }
    }
  }

  private func logProbability(_ count: Int) -> Double {
    guard count > 0 else { return -mean }
    let k = Double(count)
    return k * (constant - log(k)) + k - mean - 0.5 * log(2 * .pi * k)
      - SaddlePoint.stirlingError(count)
  }
}
