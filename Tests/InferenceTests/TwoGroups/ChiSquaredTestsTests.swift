import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Pearson's chi-squared and likelihood ratio tests")
struct ChiSquaredTestsTests {
  @Test("agree with SciPy")
  func references() throws {
    for row in try ReferenceValue.read(
      BlakerExactTestTests.intervals, method: "PearsonChiSquaredTest")
    {
      let correction: PearsonChiSquaredTest.Correction =
        row.quantity.hasPrefix("yates")
        ? .yates : row.quantity.hasPrefix("nMinusOne") ? .nMinusOne : .none
      let test = try #require(
        PearsonChiSquaredTest(correction: correction)(try TwoByTwoTable(row)).test)
      #expect(test.degreesOfFreedom == 1)
      let actual = row.quantity.hasSuffix("PValue") ? test.pValue.value : test.statistic
      expectClose(actual, row.value, relative: 1e-10, absolute: 1e-25, "\(row)")
    }
    for row in try ReferenceValue.read(
      BlakerExactTestTests.intervals, method: "LikelihoodRatioTest")
    {
      let outcome = LikelihoodRatioTest()(try TwoByTwoTable(row))
      expectClose(
        Fixtures.part(row.quantity, of: outcome), row.value, relative: 1e-9, absolute: 1e-12,
        "\(row)")
    }
  }

  @Test("Yates p of adverse-23; chi-squared of adverse-36 pooled; Z squared")
  func published() throws {
    let morris = try TwoByTwoTable.rates(focal: 2, of: 10, reference: 15, of: 25)
    expectClose(
      PearsonChiSquaredTest(correction: .yates)(morris).pValue, 0.0776235, relative: 1e-6)
    let berkeley = try TwoByTwoTable.rates(focal: 557, of: 1835, reference: 1198, of: 2691)
    let statistic = try #require(PearsonChiSquaredTest()(berkeley).test?.statistic)
    expectClose(statistic, 92.20528, relative: 1e-6)
    let z = try #require(PooledZTest()(berkeley).test?.statistic)
    expectClose(z * z, statistic, relative: 1e-12)
    expectClose(
      PearsonChiSquaredTest()(berkeley).pValue, try #require(PooledZTest()(berkeley).pValue),
      relative: 1e-9)
  }

  @Test("equal rates give 0; no outcome to compare gives a reason")
  func edges() throws {
    let equal = try TwoByTwoTable.rates(focal: 7, of: 21, reference: 101, of: 303)
    for correction in PearsonChiSquaredTest.Correction.allCases {
      let method = PearsonChiSquaredTest(correction: correction)
      #expect(method(equal).test?.statistic == 0 && method(equal).pValue == 1)
      #expect(method(try .rates(focal: 0, of: 4, reference: 0, of: 5)).reason != nil)
      #expect(method(try .rates(focal: 4, of: 4, reference: 5, of: 5)).reason != nil)
      #expect(method(try .rates(focal: 0, of: 0, reference: 1, of: 5)).reason != nil)
    }
    #expect(LikelihoodRatioTest()(equal).test?.statistic == 0)
    #expect(LikelihoodRatioTest()(try .rates(focal: 0, of: 4, reference: 0, of: 5)).reason != nil)
    #expect(
      PearsonChiSquaredTest(correction: .nMinusOne).stamp.id == "chi-squared-n-minus-1")
  }
}
