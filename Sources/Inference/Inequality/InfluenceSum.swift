import NumericalKernel

/// The sum of squared influences of people on an index, from which its standard error follows.
///
///     variance = n / (n - 1) sum over people of (e - mean e)^2,  e = weight influence / total
///
/// The influence of a person is the derivative of the index in the person's share of all weight.
/// - Source: Deville (1999), Survey Methodology 25, 193-203.
struct InfluenceSum {
  private var sum = CompensatedSum()
  private var squares = CompensatedSum()

  /// Takes in the influence of everybody with one amount.
  @inline(__always)
  mutating func add(_ influence: Double, weight: Double, squaredWeight: Double) {
    sum.add(weight * influence)
    squares.add(squaredWeight * influence * influence)
  }

  /// The standard error with `count` people of this total weight; `nil` for fewer than two.
  func standardError(count: Int, totalWeight: Double) -> Double? {
    guard count > 1 else { return nil }
    let n = Double(count)
    let spread = max(0, squares.value - sum.value * sum.value / n)
    let error = (n / (n - 1) * spread).squareRoot() / totalWeight
    return error.isFinite ? error : nil
  }
}
