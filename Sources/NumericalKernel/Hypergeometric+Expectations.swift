/// Expectations of functions of the count.
extension UnimodalCountDistribution {
  /// The expectation of a function of the count, at least 0 everywhere.
  ///
  /// The sum runs from the mode outwards until the probability is below 1e-25, so a function of
  /// ordinary size loses nothing.
  package func expectation(_ function: (Int) -> Double) -> Double {
    let support = support
    let mode = mode
    let most = probability(of: mode)
    var sum = CompensatedSum([most * function(mode)])
    var term = most
    var count = mode
    while count > support.lowerBound, term > 1e-25 {
      count -= 1
      term /= ratio(above: count)
      sum.add(term * function(count))
    }
    term = most
    count = mode
    while count < support.upperBound, term > 1e-25 {
      term *= ratio(above: count)
      count += 1
      sum.add(term * function(count))
    }
    return sum.value
  }
}

extension Hypergeometric {
  /// The number expected; 0 where there is nobody.
  package var mean: Double {
    population == 0 ? 0 : Double(Int128(marked) * Int128(drawn)) / Double(population)
  }

  /// The expected distance of the count from its mean, `E|X - mean|`, from one probability.
  ///
  /// `2 (marked - m) (drawn - m) / population x P(X = m)` with `m` the whole part of the mean; the
  /// sum over all counts telescopes.
  /// - Source: Diaconis and Zabell (1991), Statistical Science 6, 284-302.
  package var meanAbsoluteDeviation: Double {
    guard population > 0 else { return 0 }
    let whole = Int(Int128(marked) * Int128(drawn) / Int128(population))
    return 2 * Double(marked - whole) * (Double(drawn - whole) / Double(population))
      * probability(of: whole)
  }

  /// The expectation of `X ln(X / mean)`, at least 0.
  ///
  /// It is summed as `X ln(X / mean) + mean - X`, whose terms are all at least 0, so nothing
  /// cancels.
  package var meanDeviance: Double {
    let mean = mean
    guard mean > 0, support.count > 1 else { return 0 }
    return expectation { SaddlePoint.deviance(Double($0), mean: mean) }
  }
}
