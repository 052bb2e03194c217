import Foundation
import TestSupport
import Testing

@testable import NumericalKernel

@Suite("Quadrature")
struct QuadratureTests {
  @Test("is exact for polynomials up to degree 39")
  func polynomials() throws {
    for degree in 0...39 {
      let value = try Quadrature.integral(over: [0, 1]) { (x) throws(NumericalError) -> Double in
        pow(x, Double(degree))
      }
      expectClose(value, 1 / Double(degree + 1), relative: 1e-14)
    }
  }

  @Test("known integrals, with kinks and ends where the slope is infinite")
  func known() throws {
    let exponential = try Quadrature.integral(over: [0, 1, 700]) {
      (x) throws(NumericalError) -> Double in exp(-x)
    }
    expectClose(exponential, 1, relative: 1e-14)
    let kink = try Quadrature.integral(over: [-1, 2]) {
      (x) throws(NumericalError) -> Double in abs(x)
    }
    expectClose(kink, 2.5, relative: 1e-12)
    let root = try Quadrature.integral(over: [0, 1]) {
      (x) throws(NumericalError) -> Double in x.squareRoot()
    }
    expectClose(root, 2.0 / 3, relative: 1e-12)
    let narrow = try Quadrature.integral(over: [-50, 0, 50]) {
      (x) throws(NumericalError) -> Double in exp(-x * x / 2e-4)
    }
    expectClose(narrow, (2 * Double.pi * 1e-4).squareRoot(), relative: 1e-12)
    let cancelling = try Quadrature.integral(over: [-1, 1]) {
      (x) throws(NumericalError) -> Double in x * x * x
    }
    expectClose(cancelling, 0, absolute: 1e-15)
  }

  @Test("a jump no halving settles and a value that is no number are errors")
  func failures() {
    #expect(throws: NumericalError.self) {
      try Quadrature.integral(over: [0, 1]) { (_) throws(NumericalError) -> Double in .nan }
    }
    #expect(throws: NumericalError.notConverged) {
      try Quadrature.integral(over: [0, 1], relativeTolerance: 0) {
        (x) throws(NumericalError) -> Double in pow(x, -0.99)
      }
    }
  }

  @Test("no piece has no integral")
  func empty() throws {
    #expect(
      try Quadrature.integral(over: [1, 1]) { (_) throws(NumericalError) -> Double in 5 } == 0)
    #expect(try Quadrature.integral(over: []) { (_) throws(NumericalError) -> Double in 5 } == 0)
  }

  @Test("a beta density on the logit scale has the whole probability, whatever the shapes")
  func logitDensity() throws {
    for (alpha, beta) in [(0.1, 0.5), (0.5, 0.5), (2, 3), (17.5, 0.5), (4_000, 9_000.5)] {
      let density = try BetaDistribution(alpha: alpha, beta: beta).logitDensity
      let mode = log(alpha / beta)
      let spread = ((alpha + beta) / (alpha * beta)).squareRoot()
      let points = [-700, -8, -4, -2, 0, 2, 4, 8, 700].map { step in
        abs(step) == 700 ? step : mode + step * spread
      }
      let whole = try Quadrature.integral(over: points) {
        (logit) throws(NumericalError) -> Double in
        density(1 / (1 + exp(-logit)), 1 / (1 + exp(logit)))
      }
      expectClose(whole, 1, relative: 1e-12, "\(alpha) \(beta)")
      // The same from the logarithm of the beta function.
      let direct = exp(
        alpha * log(0.3) + beta * log(0.7) - (try SpecialFunctions.logBeta(alpha, beta)))
      expectClose(density(0.3, 0.7), direct, relative: 1e-10, absolute: 1e-300)
    }
    let density = try BetaDistribution(alpha: 2, beta: 3).logitDensity
    #expect(density(0, 1) == 0 && density(1, 0) == 0)
  }
}
