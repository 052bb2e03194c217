import TestSupport
import Testing

@testable import NumericalKernel

@Suite("Continuous distributions")
struct ContinuousDistributionTests {
  @Test("quantiles undo tails")
  func roundTrips() throws {
    for probability in [1e-9, 0.001, 0.2, 0.5, 0.8, 0.999] {
      let normal = NormalDistribution.standard
      expectClose(try normal.lowerTail(normal.quantile(probability)), probability, relative: 1e-12)
      for shape in [0.5, 1, 4, 30, 2500.0] {
        let t = try StudentT(degreesOfFreedom: shape)
        expectClose(try t.lowerTail(t.quantile(probability)), probability, relative: 1e-9)
        let chiSquared = try ChiSquared(degreesOfFreedom: shape)
        expectClose(
          try chiSquared.lowerTail(chiSquared.quantile(lowerTail: probability)), probability,
          relative: 1e-9)
        expectClose(
          try chiSquared.upperTail(chiSquared.quantile(upperTail: probability)), probability,
          relative: 1e-9)
        let beta = try BetaDistribution(alpha: shape, beta: 3)
        expectClose(try beta.lowerTail(beta.quantile(probability)), probability, relative: 1e-9)
      }
    }
  }

  @Test("every Clopper-Pearson limit of a thousand people exists and undoes its tail")
  func noFailures() throws {
    for successes in 0..<1000 {
      for tail in [5e-7, 0.025, 0.975] {
        let beta = try BetaDistribution(
          alpha: Double(successes) + 1, beta: 1000 - Double(successes))
        expectClose(try beta.lowerTail(beta.quantile(tail)), tail, relative: 1e-9)
      }
    }
  }

  @Test("arguments outside the domain are refused and never abort")
  func domain() throws {
    let normal = NormalDistribution.standard
    #expect(throws: NumericalError.self) { try normal.lowerTail(.nan) }
    #expect(throws: NumericalError.self) { try normal.quantile(0) }
    #expect(throws: NumericalError.self) { try normal.quantile(1.5) }
    #expect(throws: NumericalError.self) { try StudentT(degreesOfFreedom: 0) }
    #expect(throws: NumericalError.self) { try ChiSquared(degreesOfFreedom: -1) }
    #expect(throws: NumericalError.self) { try BetaDistribution(alpha: .nan, beta: 1) }
    #expect(throws: NumericalError.self) {
      try BetaDistribution(alpha: 1, beta: 1).quantile(-0.1)
    }
    #expect(throws: NumericalError.self) { try SpecialFunctions.logGamma(-2) }
    #expect(try normal.lowerTail(.infinity) == 1)
    #expect(try normal.upperTail(.infinity) == 0)
  }

  @Test("logarithms of functions that underflow")
  func logarithms() throws {
    // mpmath 1.3.0 at 25 digits.
    expectClose(
      try SpecialFunctions.log10TwoSidedNormalTail(1.959963984540054), -1.30102999566398096,
      relative: 1e-12)
    expectClose(
      try SpecialFunctions.log10TwoSidedNormalTail(40), -349.13597646368186, relative: 1e-13)
    expectClose(try SpecialFunctions.logFactorial(170), 706.57306224578735, relative: 1e-14)
    expectClose(try SpecialFunctions.logBeta(3, 4), -4.0943445622221007, relative: 1e-13)
    #expect(throws: NumericalError.self) { try SpecialFunctions.logBeta(0, 1) }
  }

  @Test("a compensated sum keeps what plain addition loses")
  func compensation() {
    #expect(CompensatedSum([1, 1e100, 1, -1e100]).value == 2)
    #expect(CompensatedSum(Array(repeating: 0.1, count: 10)).value == 1)
  }
}
