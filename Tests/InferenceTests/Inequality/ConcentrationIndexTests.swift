import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Concentration index")
struct ConcentrationIndexTests {
  @Test("agrees with the covariance and derivatives in the weights (mpmath)")
  func references() throws {
    for row in try ReferenceValue.read(InequalityReferences.indices, method: "ConcentrationIndex") {
      let amounts = RankedAmounts(
        try row.numbers("values"), rankedBy: try row.numbers("ranks"),
        weights: try row.numbers("weights"))
      let method = ConcentrationIndex(
        normalisation: row.quantity.hasPrefix("wagstaff") ? .wagstaff : .none)
      expectClose(method(amounts).read(row.quantity), row.value, relative: 1e-12, "\(row)")
    }
  }

  @Test("ranked by the amount itself it is the Gini coefficient, turned round its negative")
  func gini() throws {
    let values = InequalityReferences.drawn(60, seed: 8)
    let gini = GiniCoefficient()(WeightedAmounts(values))
    let value = try #require(gini.value)
    let error = try #require(gini.standardError)
    let itself = ConcentrationIndex()(RankedAmounts(values, rankedBy: values))
    expectClose(itself.value, value, relative: 1e-12)
    expectClose(itself.standardError, error, relative: 1e-12)
    let turned = ConcentrationIndex()(RankedAmounts(values, rankedBy: values.map { -$0 }))
    expectClose(turned.value, -value, relative: 1e-12)
    expectClose(turned.standardError, error, relative: 1e-12)
    let alike = ConcentrationIndex()(RankedAmounts(values, rankedBy: values.map { _ in 3 }))
    expectClose(alike.value, 0, absolute: 1e-14)
  }

  @Test("all of it with the highest or the lowest rank; ranks in any order")
  func extremes() {
    let index = ConcentrationIndex()
    expectClose(index(RankedAmounts([0, 0, 0, 5], rankedBy: [1, 2, 3, 4])).value, 0.75)
    expectClose(index(RankedAmounts([5, 0, 0, 0], rankedBy: [1, 2, 3, 4])).value, -0.75)
    expectClose(index(RankedAmounts([0, 5, 0, 0], rankedBy: [2, 4, 1, 3])).value, 0.75)
    let wagstaff = ConcentrationIndex(normalisation: .wagstaff)
    expectClose(
      wagstaff(RankedAmounts([0, 0, 0, 1], rankedBy: [1, 2, 3, 4])).value, 1, relative: 1e-14)
  }

  @Test("problems are reasons")
  func degenerate() {
    let index = ConcentrationIndex()
    #expect(
      index(RankedAmounts([1, 2], rankedBy: [1])).reason == "There are 1 ranks for 2 amounts.")
    #expect(
      index(RankedAmounts([1, 2], rankedBy: [1, .nan])).reason
        == "1 of the 2 ranks are not finite numbers.")
    #expect(index(RankedAmounts([-1, 2], rankedBy: [1, 2])).reason?.contains("negative") == true)
    #expect(index(RankedAmounts([0, 0], rankedBy: [1, 2])).reason == "All 2 amounts are zero.")
    let wagstaff = ConcentrationIndex(normalisation: .wagstaff)
    #expect(wagstaff(RankedAmounts([1, 2], rankedBy: [1, 2])).reason != nil)
    #expect(wagstaff(RankedAmounts([1, 1], rankedBy: [1, 2])).reason != nil)
    #expect(wagstaff.stamp.id == "concentration-index-wagstaff")
  }
}
