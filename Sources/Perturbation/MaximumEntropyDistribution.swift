import Foundation

/// The distribution on consecutive whole numbers with the largest entropy among those with mean 0
/// and, where asked, a given variance: p(x) proportional to exp(a x + b x^2).
///
/// The two numbers a and b minimize the convex function log sum exp(a x + b (x^2 - V)), by Newton's
/// method with halved steps.
struct MaximumEntropyDistribution {
  /// The smallest value.
  let lowest: Int
  /// The probabilities from the smallest value on; they sum to 1.
  let probabilities: [Double]

  /// Mean 0 and the variance.
  ///
  /// `nil` where Newton's method does not come to the moments within 1e-11, which happens at the
  /// edge of what is possible.
  init?(on support: ClosedRange<Int>, variance: Double) {
    let values = support.map(Double.init)
    var (a, b) = (0.0, 0.0)
    var current = Self.evaluate(values, a, b, variance)
    for _ in 0..<500 {
      let (first, second) = current.gradient
      if abs(first) < 1e-13, abs(second) < 1e-13 { break }
      let (aa, ab, bb) = current.curvature
      let determinant = aa * bb - ab * ab
      guard determinant > 0, determinant.isFinite else { break }
      let stepA = (bb * first - ab * second) / determinant
      let stepB = (aa * second - ab * first) / determinant
      var length = 1.0
      var next = Self.evaluate(values, a - stepA, b - stepB, variance)
      while !(next.value <= current.value + 1e-15), length > 1e-12 {
        length /= 2
        next = Self.evaluate(values, a - length * stepA, b - length * stepB, variance)
      }
      a -= length * stepA
      b -= length * stepB
      current = next
    }
    guard abs(current.gradient.0) < 1e-11, abs(current.gradient.1) < 1e-11 else { return nil }
    lowest = support.lowerBound
    probabilities = current.probabilities
  }

  private struct Evaluation {
    var value: Double
    var gradient: (Double, Double)
    var curvature: (Double, Double, Double)
    var probabilities: [Double]
  }

  private static func evaluate(
    _ values: [Double], _ a: Double, _ b: Double, _ variance: Double
  ) -> Evaluation {
    let exponents = values.map { a * $0 + b * ($0 * $0 - variance) }
    let top = exponents.max() ?? 0
    let weights = exponents.map { exp($0 - top) }
    let total = weights.reduce(0, +)
    let probabilities = weights.map { $0 / total }
    var (first, second) = (0.0, 0.0)
    for (probability, x) in zip(probabilities, values) {
      first += probability * x
      second += probability * (x * x - variance)
    }
    var (aa, ab, bb) = (0.0, 0.0, 0.0)
    for (probability, x) in zip(probabilities, values) {
      let (u, v) = (x - first, x * x - variance - second)
      aa += probability * u * u
      ab += probability * u * v
      bb += probability * v * v
    }
    return Evaluation(
      value: top + log(total), gradient: (first, second), curvature: (aa, ab, bb),
      probabilities: probabilities)
  }
}
