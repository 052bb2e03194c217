/// Roots of continuous functions of one variable.
package enum RootFinder {
  /// A function whose root is sought.
  package typealias Function = (Double) throws(NumericalError) -> Double

  /// The root of a function between two points where its signs differ.
  ///
  /// Brent's method: inverse quadratic interpolation or the secant where they shrink the bracket,
  /// bisection where they do not. Infinite values at the ends are allowed.
  /// - Throws: `.noSignChange` if the signs are the same, `.notConverged` after the last iteration.
  /// - Source: Brent (1973), Algorithms for Minimization without Derivatives, chapter 4.
  package static func brent(
    from lower: Double, to upper: Double, tolerance: Double = 1e-14, maximumIterations: Int = 300,
    _ function: Function
  ) throws(NumericalError) -> Double {
    var previous = lower
    var previousValue = try checked(function(lower), at: lower)
    var best = upper
    var bestValue = try checked(function(upper), at: upper)
    if previousValue == 0 { return previous }
    if bestValue == 0 { return best }
    guard (previousValue > 0) != (bestValue > 0) else { throw .noSignChange }
    var contrary = previous
    var contraryValue = previousValue
    var step = best - previous
    var stepBefore = step
    for _ in 0..<maximumIterations {
      if (bestValue > 0) == (contraryValue > 0) {
        contrary = previous
        contraryValue = previousValue
        step = best - previous
        stepBefore = step
      }
      if abs(contraryValue) < abs(bestValue) {
        previous = best
        previousValue = bestValue
        best = contrary
        bestValue = contraryValue
        contrary = previous
        contraryValue = previousValue
      }
      let smallest = 2 * abs(best).ulp + tolerance / 2
      let half = (contrary - best) / 2
      if abs(half) <= smallest || bestValue == 0 { return best }
      let proposal = interpolation(
        previous: (previous, previousValue), best: (best, bestValue),
        contrary: (contrary, contraryValue))
      let trusted = abs(stepBefore) >= smallest && abs(previousValue) > abs(bestValue)
      let reach = min(1.5 * abs(half) - smallest / 2, abs(stepBefore) / 2)
      if trusted, proposal * half > 0, abs(proposal) < reach {
        stepBefore = step
        step = proposal
      } else {
        step = half
        stepBefore = half
      }
      previous = best
      previousValue = bestValue
      best += abs(step) > smallest ? step : (half > 0 ? smallest : -smallest)
      bestValue = try checked(function(best), at: best)
    }
    throw .notConverged
  }

  /// The root of an increasing function, found by walking away from a starting point in doubling
  /// steps until the sign changes.
  package static func increasingRoot(
    near start: Double, step: Double = 1, within limits: ClosedRange<Double>,
    tolerance: Double = 1e-14, _ function: Function
  ) throws(NumericalError) -> Double {
    var here = min(max(start, limits.lowerBound), limits.upperBound)
    let value = try checked(function(here), at: here)
    if value == 0 { return here }
    let direction: Double = value < 0 ? 1 : -1
    var stride = step
    while true {
      let next = min(max(here + direction * stride, limits.lowerBound), limits.upperBound)
      guard next != here else { throw .noSignChange }
      let nextValue = try checked(function(next), at: next)
      if nextValue == 0 { return next }
      if (nextValue < 0) != (value < 0) {
        return try brent(
          from: min(here, next), to: max(here, next), tolerance: tolerance, function)
      }
      here = next
      stride *= 2
    }
  }

  /// The step from the best point to the root of the curve through the points known.
  ///
  /// The curve is the inverse parabola, or the secant where two of the points are the same; the step
  /// is NaN where the values do not allow one.
  private static func interpolation(
    previous: (at: Double, value: Double), best: (at: Double, value: Double),
    contrary: (at: Double, value: Double)
  ) -> Double {
    let ratio = best.value / previous.value
    if previous.at == contrary.at {
      return (contrary.at - best.at) * ratio / (1 - ratio)
    }
    let toContrary = best.value / contrary.value
    let between = previous.value / contrary.value
    let numerator =
      ratio
      * ((contrary.at - best.at) * between * (between - toContrary)
        - (best.at - previous.at) * (toContrary - 1))
    let denominator = (between - 1) * (toContrary - 1) * (ratio - 1)
    return -numerator / denominator
  }

  private static func checked(
    _ value: Double, at argument: Double
  ) throws(NumericalError) -> Double {
    guard !value.isNaN else { throw .outsideDomain(function: "the equation", argument: argument) }
    return value
  }
}
