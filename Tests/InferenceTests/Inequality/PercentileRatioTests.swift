import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Percentile ratio")
struct PercentileRatioTests {
  @Test("agrees with Hyndman and Fan's types and the kernel density written out (mpmath)")
  func references() throws {
    for row in try ReferenceValue.read(InequalityReferences.indices, method: "PercentileRatio") {
      let method = PercentileRatio(
        upper: try row.number("upper"), lower: try row.number("lower"),
        type: try #require(QuantileType(rawValue: try row.whole("type"))))
      let outcome = method(try row.amounts())
      expectClose(outcome.read(row.quantity), row.value, relative: 1e-11, "\(row)")
    }
  }

  @Test("published: five types of P90 / P10 of indices-R27")
  func published() {
    let amounts = WeightedAmounts(InequalityReferences.published)
    for (type, expected) in [
      (QuantileType.type1, 22.00), (.type2, 17.05), (.type6, 33.52), (.type7, 9.44),
      (.type8, 21.00),
    ] {
      expectClose(PercentileRatio(type: type)(amounts).value, expected, absolute: 0.005)
    }
  }

  @Test("counts are people, weights take the inverse distribution whatever the type")
  func weighting() throws {
    let values: [Double] = [3, 5, 8, 13, 40]
    let counts = [4, 1, 3, 2, 5]
    let spread = zip(values, counts).flatMap { Array(repeating: $0, count: $1) }
    for type in QuantileType.allCases {
      let ratio = PercentileRatio(upper: 0.8, lower: 0.3, type: type)
      let counted = ratio(WeightedAmounts(values: values, counts: counts))
      #expect(counted.value == ratio(WeightedAmounts(spread)).value)
      let weighted = ratio(WeightedAmounts(values, weights: counts.map { Double($0) * 0.7 }))
      let first = PercentileRatio(upper: 0.8, lower: 0.3, type: .type1)
      #expect(weighted.value == first(WeightedAmounts(spread)).value)
    }
  }

  @Test("a percentile of 0 is infinite, ties leave no standard error, limits must be in order")
  func degenerate() {
    #expect(PercentileRatio()(WeightedAmounts([0, 0, 0, 4, 5])).value == .infinity)
    #expect(PercentileRatio(upper: 0.5)(WeightedAmounts([0, 0, 0, 0, 5])).reason != nil)
    let tied = PercentileRatio(type: .type1)(WeightedAmounts([1, 1, 1, 2, 3, 4, 5, 6]))
    #expect(tied.value == 6 && tied.standardError == nil && tied.interval == nil)
    #expect(PercentileRatio()(WeightedAmounts([7, 7, 7])).value == 1)
    #expect(PercentileRatio(upper: 0.1, lower: 0.9)(WeightedAmounts([1, 2])).reason != nil)
    #expect(PercentileRatio()(WeightedAmounts([-1, 2])).reason?.contains("negative") == true)
    #expect(PercentileRatio().stamp.id == "p90-p10")
    #expect(MethodCatalogue.card("p90-p10") == PercentileRatio.card)
    #expect(MethodCatalogue.card("p90") == nil && MethodCatalogue.card("pa-pb") == nil)
  }
}
