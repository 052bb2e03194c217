import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

/// Reference values for raw pay gaps.
enum PayReferences {
  static let python = "Tests/InferenceTests/Fixtures/Pay/python.csv"

  static func arms(_ row: ReferenceValue) throws -> PayArms {
    arms(try row.wholes("focal"), try row.wholes("reference"))
  }

  static func arms(_ focal: [Int], _ reference: [Int]) -> PayArms {
    PayArms(focal: PayGapTests.summary(focal), reference: PayGapTests.summary(reference))
  }
}

@Suite("Mean pay gap with Fieller's interval")
struct FiellerMeanPayGapTests {
  @Test("agrees with the roots of the pivot by bisection (SciPy and mpmath)")
  func references() throws {
    for row in try ReferenceValue.read(PayReferences.python, method: "FiellerMeanPayGap") {
      let outcome = FiellerMeanPayGap()(try PayReferences.arms(row))
      let actual: Double? =
        switch row.quantity {
        case "value": outcome.value
        case "lower": outcome.interval?.lower
        default: outcome.interval?.upper
        }
      expectClose(actual, row.value, relative: 1e-9, "\(row)")
    }
  }

  @Test("advised where the standard error of the reference mean is above a tenth of it")
  func advice() {
    // Two people: the mean is 100 and its standard error half their difference.
    #expect(!FiellerMeanPayGap.isAdvised(PayReferences.arms([5], [90, 110])))
    #expect(FiellerMeanPayGap.isAdvised(PayReferences.arms([5], [89, 111])))
    #expect(!FiellerMeanPayGap.isAdvised(PayReferences.arms([5], [89])))
    #expect(!FiellerMeanPayGap.isAdvised(PayReferences.arms([5], [])))
  }

  @Test("close to the log-ratio interval where the reference mean is certain; scale is nothing")
  func agreement() throws {
    let focal = (0..<60).map { 900 + $0 * 7 % 90 }
    let reference = (0..<80).map { 1000 + $0 * 11 % 130 }
    let arms = PayReferences.arms(focal, reference)
    let fieller = FiellerMeanPayGap()(arms)
    let delta = MeanPayGap()(arms)
    #expect(fieller.value == delta.value)
    expectClose(fieller.standardError, try #require(delta.standardError), relative: 1e-12)
    let limits = try #require(delta.interval)
    expectClose(fieller.interval?.lower, limits.lower, relative: 1e-3)
    expectClose(fieller.interval?.upper, limits.upper, relative: 1e-3)
    let scaled = FiellerMeanPayGap()(
      PayReferences.arms(focal.map { $0 * 3 }, reference.map { $0 * 3 }))
    expectClose(
      scaled.interval?.lower, try #require(fieller.interval?.lower), relative: 1e-10)
  }

  @Test("nobody, one person, no variation and a mean of nothing")
  func degenerate() {
    let method = FiellerMeanPayGap()
    #expect(
      method(PayReferences.arms([], [1, 2])).reason == "Nobody of the focal group has an amount.")
    #expect(
      method(PayReferences.arms([1, 2], [])).reason
        == "Nobody of the reference group has an amount.")
    #expect(
      method(PayReferences.arms([1, 2], [0, 0])).reason
        == "The reference group's mean is not above 0.")
    #expect(method(PayReferences.arms([50], [100, 100])).value == 0.5)
    #expect(method(PayReferences.arms([50], [90, 110])).interval == nil)
    #expect(method(PayReferences.arms([50, 50], [100, 100])).interval == nil)
    // Nothing paid to the focal group is a gap of 1, whatever the reference mean is.
    #expect(method(PayReferences.arms([0, 0], [90, 110])).value == 1)
    #expect(FiellerMeanPayGap(level: 0)(PayReferences.arms([1, 2], [3, 4])).reason != nil)
  }
}
