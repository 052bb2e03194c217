import TestSupport
import Testing

@testable import Perturbation

@Suite("What noise costs")
struct NoiseUtilityTests {
  private static func geometric(_ p: UInt64, _ q: UInt64 = 1) throws -> NoiseUtility {
    NoiseUtility(try GeometricMechanism(epsilon: #require(RationalNumber(p, q))))
  }

  private static func gaussian(_ p: UInt64, _ q: UInt64 = 1) throws -> NoiseUtility {
    NoiseUtility(try DiscreteGaussian(variance: #require(RationalNumber(p, q))))
  }

  @Test("probabilities and variance (privacy-R16)")
  func reference() throws {
    let one = try Self.geometric(1)
    expectClose(one.probability(of: 0), 0.462117, absolute: 5e-7)
    expectClose(one.probability(of: 1), 0.170003, absolute: 5e-7)
    expectClose(one.probability(of: -1), 0.170003, absolute: 5e-7)
    expectClose(one.variance, 1.841347, absolute: 5e-7)
    expectClose(one.probability(atLeast: 3), 0.072795, absolute: 5e-7)
    let unit = try Self.gaussian(1)
    for (x, expected) in [0.398942278, 0.241970723, 0.053990966, 0.004431848].enumerated() {
      expectClose(unit.probability(of: x), expected, absolute: 5e-10)
      expectClose(unit.probability(of: -x), expected, absolute: 5e-10)
    }
    let four = try Self.gaussian(4)
    expectClose(four.probability(of: 0), 0.199471140, absolute: 5e-10)
    expectClose(four.probability(of: 1), 0.176032663, absolute: 5e-10)
  }

  @Test("the band of 95 % for planning (privacy 4.9)")
  func halfWidths() throws {
    for (p, q, expected) in [(1, 1, 3), (1, 2, 6), (1, 4, 12), (1, 10, 30)]
      as [(UInt64, UInt64, Int)]
    {
      #expect(try Self.geometric(p, q).halfWidth() == expected, "\(p)/\(q)")
    }
    expectClose(try Self.geometric(1, 4).variance.squareRoot(), 5.64, absolute: 5e-3)
    expectClose(try Self.geometric(1).variance.squareRoot(), 1.36, absolute: 5e-3)
    // NumPy over -2000...2000.
    for (p, q, expected) in [(1, 1, 2), (4, 1, 4), (1, 4, 1), (100, 1, 20)]
      as [(UInt64, UInt64, Int)]
    {
      #expect(try Self.gaussian(p, q).halfWidth() == expected, "\(p)/\(q)")
    }
    expectClose(try Self.gaussian(1).variance, 0.9999997887677281, relative: 1e-12)
    expectClose(try Self.gaussian(1, 4).variance, 0.21501267508813848, relative: 1e-12)
  }

  @Test("tail, variance and band agree with sums over the probabilities")
  func sums() throws {
    for utility in [
      try Self.geometric(1), try Self.geometric(1, 7), try Self.geometric(9, 2),
      try Self.gaussian(1), try Self.gaussian(1, 9), try Self.gaussian(50),
    ] {
      let range = -400...400
      expectClose(range.reduce(0) { $0 + utility.probability(of: $1) }, 1, relative: 1e-12)
      expectClose(
        range.reduce(0) { $0 + Double($1 * $1) * utility.probability(of: $1) }, utility.variance,
        relative: 1e-9)
      for share in [0.5, 0.8, 0.9, 0.95, 0.99] {
        let width = try #require(utility.halfWidth(share: share))
        func inside(_ h: Int) -> Double {
          h < 0 ? 0 : (-h...h).reduce(0) { $0 + utility.probability(of: $1) }
        }
        #expect(inside(width) >= share - 1e-12 && inside(width - 1) < share)
        expectClose(
          utility.probability(atLeast: width + 1), 1 - inside(width), relative: 1e-6,
          absolute: 1e-12)
      }
    }
  }

  @Test("no share, no width; extremes come out finite")
  func edges() throws {
    let one = try Self.geometric(1)
    for share in [0, 1, -1, 2, Double.nan] { #expect(one.halfWidth(share: share) == nil) }
    #expect(one.probability(atLeast: 0) == 1 && one.probability(atLeast: -3) == 1)
    let limit: UInt64 = 1 << 32
    for utility in [
      try Self.geometric(1, limit), try Self.geometric(limit), try Self.gaussian(1, limit),
    ] {
      #expect(utility.variance.isFinite && utility.variance >= 0)
      #expect(utility.halfWidth() != nil)
      #expect(utility.probability(of: .max).isFinite && utility.probability(of: .min).isFinite)
    }
    #expect(try Self.geometric(limit).halfWidth() == 0)
  }

  @Test("rho of the discrete Gaussian is the one OpenDP states (privacy-R16)")
  func rho() throws {
    let mechanism = try DiscreteGaussian(variance: #require(RationalNumber(4)))
    #expect(mechanism.rho == RationalNumber(1, 8))
    let wide = try DiscreteGaussian(variance: #require(RationalNumber(4)), sensitivity: 2)
    #expect(wide.rho == RationalNumber(1, 2))
    // 1/8 + 2 sqrt(log(10^6) / 8).
    expectClose(
      ConcentratedPrivacy.epsilon(rho: mechanism.rho, delta: 1e-6).value, 2.753260884878466,
      relative: 1e-12)
    for delta in [0, 1, -1, Double.nan] {
      #expect(ConcentratedPrivacy.epsilon(rho: mechanism.rho, delta: delta).reason != nil)
    }
  }
}
