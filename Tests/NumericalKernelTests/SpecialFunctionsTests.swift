import TestSupport
import Testing

@testable import NumericalKernel

@Suite("Special functions")
struct SpecialFunctionsTests {
  @Test("digamma of whole numbers: Euler's constant, sums of reciprocals, large arguments")
  func digamma() throws {
    var expected = -0.57721566490153286061
    for n in 1...300 {
      expectClose(try SpecialFunctions.digamma(n), expected, relative: 1e-14)
      expected += 1 / Double(n)
    }
    // mpmath 1.3.0.
    expectClose(try SpecialFunctions.digamma(1_000_000), 13.815510057964190853, relative: 1e-15)
    #expect(throws: NumericalError.self) { try SpecialFunctions.digamma(0) }
  }
}
