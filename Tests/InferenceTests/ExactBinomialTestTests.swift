import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Exact binomial test")
struct ExactBinomialTestTests {
  @Test("agrees with enumeration in integers (Python) and with R")
  func references() throws {
    for file in [Fixtures.python, Fixtures.r] {
      for row in try ReferenceValue.read(file, method: "ExactBinomialTest") {
        let twoSided: TwoSidedConvention =
          row.quantity == "central" ? .central : .minimumLikelihood
        let method = ExactBinomialTest(
          probability: try row.number("probability"), twoSided: twoSided)
        expectClose(method(try BinomialCount(row)).pValue, row.value, relative: 1e-10, "\(row)")
      }
    }
  }

  @Test("Hazelwood's comparison with the county alone, adverse-7")
  func published() throws {
    let method = ExactBinomialTest(probability: 0.057)
    expectClose(method(try BinomialCount(15, of: 405)).pValue, 0.0861680, relative: 1e-6)
  }

  @Test("by twice the smaller tail it agrees with the Clopper-Pearson interval")
  func agreesWithInterval() throws {
    for total in [3, 10, 33] {
      for successes in 0...total {
        let count = try BinomialCount(successes, of: total)
        let interval = try #require(ClopperPearsonInterval()(count).interval)
        for step in 1..<100 {
          let probability = Double(step) / 100
          let pValue = try #require(
            ExactBinomialTest(probability: probability, twoSided: .central)(count).pValue)
          guard abs(pValue - 0.05) > 1e-9 else { continue }
          #expect(interval.contains(probability) == (pValue > 0.05))
        }
      }
    }
  }

  @Test("impossible probabilities and empty counts give reasons; certain ones give 0 or 1")
  func degenerate() throws {
    #expect(ExactBinomialTest(probability: 1.5)(try BinomialCount(1, of: 2)).reason != nil)
    #expect(ExactBinomialTest(probability: .nan)(try BinomialCount(1, of: 2)).reason != nil)
    #expect(ExactBinomialTest(probability: 0.5)(try BinomialCount(0, of: 0)).reason != nil)
    for twoSided in TwoSidedConvention.allCases {
      let never = ExactBinomialTest(probability: 0, twoSided: twoSided)
      #expect(never(try BinomialCount(0, of: 4)).pValue == 1)
      #expect(never(try BinomialCount(1, of: 4)).pValue == 0)
    }
  }
}
