import TestSupport
import Testing

@testable import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("Poisson distribution")
struct PoissonDistributionTests {
  @Test("logarithms of probabilities agree with mpmath 1.3.0")
  func reference() {
    for (count, mean, expected) in [
      (1, 0.5, -1.19314718055994531),
      (7, 9.25, -2.20279650039507752),
      (120, 100, -5.19196566270721693),
      (170307, 170307, -6.94161800738724537),
      (5, 0.001, -39.3272681376927312),
      (1000000, 1002000, -9.82403122246412487),
    ] as [(Int, Double, Double)] {
      expectClose(
        PoissonDistribution.logProbability(of: count, mean: mean), expected, relative: 1e-14,
        "\(count) of \(mean)")
    }
  }

  @Test("probabilities add up to 1, ends are exact")
  func sums() {
    for mean in [0.3, 4, 55.5] {
      let total = (0...400).reduce(0.0) {
        $0 + exp(PoissonDistribution.logProbability(of: $1, mean: mean))
      }
      expectClose(total, 1, relative: 1e-13)
    }
    #expect(PoissonDistribution.logProbability(of: 0, mean: 0) == 0)
    #expect(PoissonDistribution.logProbability(of: 2, mean: 0) == -.infinity)
    #expect(PoissonDistribution.logProbability(of: -1, mean: 3) == -.infinity)
    #expect(PoissonDistribution.logProbability(of: 0, mean: 3) == -3)
  }
}
