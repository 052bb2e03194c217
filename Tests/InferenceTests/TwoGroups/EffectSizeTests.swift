import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Cohen's h and phi")
struct EffectSizeTests {
  @Test("agree with mpmath and SciPy")
  func references() throws {
    for row in try ReferenceValue.read(BlakerExactTestTests.intervals, method: "CohenH") {
      expectClose(
        CohenH()(try TwoByTwoTable(row)).value, row.value, relative: 1e-11, absolute: 1e-14,
        "\(row)")
    }
    for row in try ReferenceValue.read(BlakerExactTestTests.intervals, method: "PhiCoefficient") {
      expectClose(
        PhiCoefficient()(try TwoByTwoTable(row)).value, row.value, relative: 1e-10,
        absolute: 1e-14, "\(row)")
    }
  }

  @Test("signs, ends, and phi squared times N")
  func properties() throws {
    let apart = try TwoByTwoTable.rates(focal: 10, of: 10, reference: 0, of: 20)
    expectClose(CohenH()(apart).value, .pi, relative: 1e-15)
    expectClose(PhiCoefficient()(apart).value, 1, relative: 1e-15)
    let swapped = try #require(apart.swapped)
    expectClose(CohenH()(swapped).value, -.pi, relative: 1e-15)
    let teal = try TwoByTwoTable.rates(focal: 26, of: 48, reference: 206, of: 259)
    let phi = try #require(PhiCoefficient()(teal).value)
    #expect(phi < 0)
    expectClose(
      phi * phi * 307, try #require(PearsonChiSquaredTest()(teal).test?.statistic),
      relative: 1e-12)
    let equal = try TwoByTwoTable.rates(focal: 7, of: 21, reference: 101, of: 303)
    #expect(CohenH()(equal).value == 0 && PhiCoefficient()(equal).value == 0)
  }

  @Test("undefined without a group; phi also where nobody or everybody was selected")
  func degenerate() throws {
    let nobody = try TwoByTwoTable.rates(focal: 0, of: 4, reference: 0, of: 5)
    #expect(CohenH()(nobody).value == 0)
    #expect(PhiCoefficient()(nobody).reason != nil)
    let absent = try TwoByTwoTable.rates(focal: 0, of: 0, reference: 1, of: 5)
    #expect(CohenH()(absent).reason != nil && PhiCoefficient()(absent).reason != nil)
  }
}
