import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The likelihood of organisations' counts where an organisation's share is drawn from a beta
/// distribution and its people from that share.
///
/// The mean is m, the spread `theta = rho / (1 - rho)` of the correlation rho. Up to a constant it is
///
///     sum over organisations of R(m; x) + R(1 - m; n - x) - R(1; n),
///     R(a; k) = sum over j below k of ln(a + j theta)
///             = k ln(a + k theta) + (a / theta - 1/2) ln(1 + k theta / a) - k + d(a / theta + k)
///               - d(a / theta)
///
/// d: what Stirling's formula leaves of the log gamma function. A value costs the same for any number
/// of people; at theta 0 it is the binomial likelihood.
struct BetaBinomialLikelihood {
  /// The counts of organisations with people.
  let counts: [BinomialCount]

  /// The smallest and the largest logarithm of the spread that is looked at; below it the
  /// distribution is binomial to all digits that matter.
  static let logSpreads = -18.0...14.0

  /// The likelihood of counts without a problem.
  init(_ organisations: OrganisationCounts) { counts = organisations.occupied }

  /// Whether every organisation of two people or more has nobody or everybody: then more spread is
  /// always more likely.
  var isUnbounded: Bool {
    let telling = counts.filter { $0.total > 1 }
    return telling.allSatisfy { $0.successes == 0 || $0.successes == $0.total }
  }

  /// The share of everyone.
  var pooledShare: Double {
    let successes = counts.reduce(0) { $0 + $1.successes }
    return Double(successes) / Double(counts.reduce(0) { $0 + $1.total })
  }

  /// The logarithm of the likelihood, up to a constant.
  func value(mean: Double, complement: Double, spread: Double) -> Double {
    var sum = CompensatedSum()
    for count in counts {
      sum.add(Self.product(mean, spread, count.successes))
      sum.add(Self.product(complement, spread, count.total - count.successes))
      sum.add(-Self.product(1, spread, count.total))
    }
    return sum.value
  }

  /// How fast the logarithm rises with the mean.
  func slopeInMean(_ mean: Double, _ complement: Double, spread: Double) -> Double {
    var sum = CompensatedSum()
    for count in counts {
      sum.add(Self.reciprocals(mean, spread, count.successes))
      sum.add(-Self.reciprocals(complement, spread, count.total - count.successes))
    }
    return sum.value
  }

  /// How fast the logarithm rises with the spread.
  func slopeInSpread(mean: Double, complement: Double, spread: Double) -> Double {
    func part(_ start: Double, _ count: Int) -> Double {
      let all = Double(count)
      if spread == 0 { return all * (all - 1) / (2 * start) }
      return (all - start * Self.reciprocals(start, spread, count)) / spread
    }
    var sum = CompensatedSum()
    for count in counts {
      sum.add(part(mean, count.successes))
      sum.add(part(complement, count.total - count.successes))
      sum.add(-part(1, count.total))
    }
    return sum.value
  }

  /// R of the formula.
  private static func product(_ start: Double, _ spread: Double, _ count: Int) -> Double {
    guard count > 0 else { return 0 }
    let all = Double(count)
    guard spread > 0 else { return all * log(start) }
    let size = start / spread
    return all * log(start + all * spread) + (size - 0.5) * log1p(all / size) - all
      + SpecialFunctions.stirlingError(size + all) - SpecialFunctions.stirlingError(size)
  }

  /// The sum over j below a count of `1 / (start + j spread)`, a difference of digamma functions.
  private static func reciprocals(_ start: Double, _ spread: Double, _ count: Int) -> Double {
    guard count > 0 else { return 0 }
    let all = Double(count)
    guard spread > 0 else { return all / start }
    let size = start / spread
    let difference =
      log1p(all / size) + SpecialFunctions.digammaAboveLogarithm(size + all)
      - SpecialFunctions.digammaAboveLogarithm(size) - 1 / (size + all) + 1 / size
    return difference / spread
  }
}
