import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The terms whose mean is a generalized entropy.
///
///     term(z) = (z^a - 1 - a (z - 1)) / (a (a - 1)),  z = amount / mean
///
/// with the limits z - 1 - ln z for a = 0 and z ln z - (z - 1) for a = 1. Every term is at least 0
/// and their mean is GE(a), as the mean of z - 1 is 0; nothing large cancels near a = 0, a = 1 or
/// z = 1. The influence of a person is
///
///     term(z) - GE (1 + a (z - 1))
struct EntropyKernel {
  /// The exponent a.
  let exponent: Double

  /// The term of an amount relative to the mean, from 0 up.
  @inline(__always)
  func term(_ z: Double) -> Double {
    guard z > 0 else { return exponent > 0 ? 1 / exponent : .infinity }
    let logarithm = log(z)
    let term =
      exponent >= 0.5
      ? (z * Self.power(logarithm, exponent - 1) - (z - 1)) / exponent
      : (Self.power(logarithm, exponent) - (z - 1)) / (exponent - 1)
    return max(0, term)
  }

  /// The slope of the term, (z^(a-1) - 1) / (a - 1).
  func slope(_ z: Double) -> Double {
    guard z > 0 else { return exponent > 1 ? -1 / (exponent - 1) : -.infinity }
    return Self.power(log(z), exponent - 1)
  }

  /// The influence of a person with this amount over the mean.
  @inline(__always)
  func influence(_ z: Double, entropy: Double) -> Double {
    term(z) - entropy * (1 + exponent * (z - 1))
  }

  /// `z^a`.
  func power(_ z: Double) -> Double { pow(z, exponent) }

  /// `(e^(exponent logarithm) - 1) / exponent`, and the logarithm itself for 0.
  @inline(__always)
  private static func power(_ logarithm: Double, _ exponent: Double) -> Double {
    exponent == 0 ? logarithm : expm1(exponent * logarithm) / exponent
  }

  /// Why the index is not defined for these amounts, or `nil`.
  func problem(_ amounts: WeightedAmounts) -> String? {
    guard exponent.isFinite else { return "The exponent must be a finite number." }
    return amounts.problem(zeros: exponent > 0 ? .yes : .no)
  }

  /// The generalized entropy and its standard error, in two passes.
  func linearized(_ amounts: WeightedAmounts) throws(InequalityProblem) -> LinearizedValue {
    if let problem = problem(amounts) { throw InequalityProblem(reason: problem) }
    let scale = 1 / amounts.mean
    guard !amounts.areEqual else {
      return LinearizedValue(value: 0, standardError: amounts.count > 1 ? 0 : nil)
    }
    var sum = CompensatedSum()
    amounts.visit { value, weight, _ in sum.add(weight * term(value * scale)) }
    let entropy = sum.value / amounts.totalWeight
    guard entropy.isFinite else {
      throw InequalityProblem(
        reason: "The amounts are too far apart for the exponent \(exponent).")
    }
    var influences = InfluenceSum()
    amounts.visit { value, weight, squaredWeight in
      influences.add(
        influence(value * scale, entropy: entropy), weight: weight, squaredWeight: squaredWeight)
    }
    return LinearizedValue(
      value: entropy,
      standardError: influences.standardError(
        count: amounts.count, totalWeight: amounts.totalWeight))
  }
}
