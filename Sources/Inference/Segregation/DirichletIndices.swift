import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The indices of segregation of endlessly many units whose shares follow a Dirichlet distribution.
///
/// With mean shares m and overdispersion rho its shapes are `a = m s`, `s = (1 - rho) / rho`. Every
/// index is 0 at rho 0 and 1 (M: the entropy) at rho 1. The gamma functions are taken less their
/// leading terms, which cancel by hand, so that small values keep their digits.
struct DirichletIndices {
  /// The mean shares, positive, of sum 1.
  let shares: [Double]
  /// The overdispersion, from 0 to 1; it is eta squared and the indices P, R and C.
  let overdispersion: Double

  /// Makes the indices of a fitted model.
  init(_ point: DirichletMultinomialLikelihood.Point) {
    self.init(shares: point.shares, overdispersion: point.overdispersion)
  }

  /// Makes the indices of a model.
  init(shares: [Double], overdispersion: Double) {
    self.shares = shares
    self.overdispersion = overdispersion
  }

  private var size: Double { (1 - overdispersion) / overdispersion }

  /// The entropy of the mean shares, in nats.
  var entropy: Double { CompensatedSum(shares.map { -$0 * log($0) }).value }

  /// The mutual information in nats, `sum of m (psi(a + 1) - ln a) - (psi(s + 1) - ln s)`.
  var mutualInformation: Double {
    inside(last: entropy) {
      var sum = CompensatedSum()
      for share in shares {
        sum.add(share * SpecialFunctions.digammaAboveLogarithm(share * size))
      }
      sum.add(-SpecialFunctions.digammaAboveLogarithm(size))
      return min(max(0, sum.value), entropy)
    }
  }

  /// Theil's H, the mutual information over the entropy.
  var theil: Double { mutualInformation / entropy }

  /// The index of dissimilarity of all groups; that of two is the same for both.
  ///
  /// Of one group against the rest it is `E|p - m| / (2 m (1 - m))`; groups weigh by m (1 - m).
  var dissimilarity: Double { weighted(dissimilarity) }

  /// The Gini index, `E|p - q| / (2 m (1 - m))` of two units drawn, groups weighted alike.
  var gini: Double { weighted(gini) }

  /// Atkinson's index of the first group against the rest, for a shape between 0 and 1.
  func atkinson(shape: Double) -> Double {
    inside {
      let logarithm =
        SpecialFunctions.logRisingRatio(shares[0] * size, step: shape)
        + SpecialFunctions.logRisingRatio((1 - shares[0]) * size, step: 1 - shape)
      return -expm1(logarithm / (1 - shape))
    }
  }

  /// Hutchens' index of the first group against the rest.
  var hutchens: Double {
    inside {
      -expm1(
        SpecialFunctions.logRisingRatio(shares[0] * size, step: 0.5)
          + SpecialFunctions.logRisingRatio((1 - shares[0]) * size, step: 0.5))
    }
  }

  private func dissimilarity(_ share: Double) -> Double {
    let errors =
      SpecialFunctions.stirlingError(size) - SpecialFunctions.stirlingError(size * share)
      - SpecialFunctions.stirlingError(size * (1 - share))
    return exp(errors) / (2 * .pi * size * share * (1 - share)).squareRoot()
  }

  private func gini(_ share: Double) -> Double {
    func errors(_ x: Double) -> Double {
      2 * SpecialFunctions.stirlingError(x) - SpecialFunctions.stirlingError(2 * x)
    }
    return exp(errors(size) - errors(size * share) - errors(size * (1 - share)))
      / (.pi * size * share * (1 - share)).squareRoot()
  }

  private func weighted(_ index: (Double) -> Double) -> Double {
    inside {
      var (sum, weights) = (CompensatedSum(), CompensatedSum())
      for share in shares {
        sum.add(share * (1 - share) * index(share))
        weights.add(share * (1 - share))
      }
      return sum.value / weights.value
    }
  }

  /// A formula between the ends of the overdispersion, where the limits are known.
  private func inside(last: Double = 1, _ formula: () -> Double) -> Double {
    if overdispersion == 0 { return 0 }
    return overdispersion == 1 ? last : min(last, formula())
  }
}
