import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Palma, S80/S20, Hoover, variance of logarithms and the Lorenz curve")
struct ShareIndicesTests {
  @Test(
    "agree with the definitions and derivatives in the weights (mpmath)",
    arguments: [
      "PalmaRatio", "QuintileShareRatio", "HooverIndex", "VarianceOfLogarithms", "LorenzCurve",
    ])
  func references(_ name: String) throws {
    for row in try ReferenceValue.read(InequalityReferences.indices, method: name) {
      let amounts = try row.amounts()
      let outcome: Outcome? =
        switch name {
        case "PalmaRatio": PalmaRatio()(amounts)
        case "QuintileShareRatio": QuintileShareRatio()(amounts)
        case "HooverIndex": HooverIndex()(amounts)
        case "VarianceOfLogarithms":
          VarianceOfLogarithms(divisor: row.quantity.hasPrefix("plugIn") ? .n : .nMinusOne)(amounts)
        case "LorenzCurve":
          LorenzCurve(shares: [try row.number("share")])(amounts).first?.shareOfAmounts
        default: nil
        }
      let relative = row.id == "nearly-equal" ? 1e-10 : 1e-12
      expectClose(outcome?.read(row.quantity), row.value, relative: relative, "\(row)")
    }
  }

  @Test("published: indices-R27")
  func published() {
    let amounts = WeightedAmounts(InequalityReferences.published)
    expectClose(PalmaRatio()(amounts).value, 2.82249270952, relative: 1e-11)
    expectClose(QuintileShareRatio()(amounts).value, 17.0484031936, relative: 1e-11)
    expectClose(HooverIndex()(amounts).value, 0.337806746163, relative: 1e-11)
    expectClose(VarianceOfLogarithms()(amounts).value, 1.1346321639, relative: 1e-10)
    expectClose(VarianceOfLogarithms(divisor: .n)(amounts).value, 1.02116894751, relative: 1e-11)
  }

  @Test("multiplying amounts or weights and counting everybody twice change nothing")
  func invariance() throws {
    let values = InequalityReferences.drawn(83, seed: 12)
    let weights = InequalityReferences.drawn(83, seed: 13)
    let indices: [any LinearizedIndex] = [
      PalmaRatio(), QuintileShareRatio(), HooverIndex(), VarianceOfLogarithms(divisor: .n),
    ]
    for index in indices {
      let plain = index(WeightedAmounts(values))
      let value = try #require(plain.value)
      let error = try #require(plain.standardError)
      let multiplied = index(WeightedAmounts(values.map { $0 * 37.5 }))
      expectClose(multiplied.value, value, relative: 1e-12)
      expectClose(multiplied.standardError, error, relative: 1e-12)
      expectClose(index(WeightedAmounts(values + values)).value, value, relative: 1e-12)
      let weighted = index(WeightedAmounts(values, weights: weights))
      let scaled = index(WeightedAmounts(values, weights: weights.map { $0 * 1e6 }))
      expectClose(scaled.value, try #require(weighted.value), relative: 1e-12)
      expectClose(scaled.standardError, try #require(weighted.standardError), relative: 1e-12)
    }
  }

  @Test("the Hoover index is the greatest distance of the Lorenz curve from equality")
  func hoover() throws {
    let values = InequalityReferences.drawn(40, seed: 21)
    let amounts = WeightedAmounts(values)
    let shares = (0...40).map { Double($0) / 40 }
    let curve = LorenzCurve(shares: shares)(amounts)
    let distances = curve.compactMap { point in
      point.shareOfAmounts.value.map { point.shareOfPeople - $0 }
    }
    #expect(distances.count == 41)
    expectClose(
      distances.max(), try #require(HooverIndex()(amounts).value), relative: 1e-12)
    #expect(curve.first?.shareOfAmounts.value == 0)
    expectClose(curve.last?.shareOfAmounts.value, 1, relative: 1e-14)
    // Twice the area between the curve and the diagonal is the Gini coefficient.
    let ordinates = curve.compactMap(\.shareOfAmounts.value)
    let area = zip(ordinates, ordinates.dropFirst()).reduce(0) { $0 + ($1.0 + $1.1) / 80 }
    expectClose(1 - 2 * area, try #require(GiniCoefficient()(amounts).value), relative: 1e-12)
  }

  @Test("the variance of logarithms can fall when a rich person gains; the Theil index does not")
  func transfers() throws {
    let before = WeightedAmounts([1, 1, 1, 1, 40, 60])
    let after = WeightedAmounts([1, 1, 1, 1, 20, 80])
    let variances = [before, after].map { VarianceOfLogarithms()($0).value ?? .nan }
    #expect(variances[1] < variances[0])
    let theils = [before, after].map { TheilIndex()($0).value ?? .nan }
    #expect(theils[1] > theils[0])
  }

  @Test("zeros, negative amounts, everybody the same and one person")
  func degenerate() {
    let zeros = WeightedAmounts([0, 0, 0, 1, 2])
    #expect(QuintileShareRatio()(zeros).value == .infinity)
    #expect(PalmaRatio()(zeros).value == .infinity)
    expectClose(HooverIndex()(WeightedAmounts([0, 0, 0, 0, 9])).value, 0.8, relative: 1e-14)
    #expect(
      VarianceOfLogarithms()(zeros).reason
        == "3 of the 5 amounts are zero, for which it is not defined.")
    let negative = WeightedAmounts([-1, 3, 4])
    for outcome in [
      PalmaRatio()(negative), QuintileShareRatio()(negative), HooverIndex()(negative),
      VarianceOfLogarithms()(negative), LorenzCurve(shares: [0.5])(negative)[0].shareOfAmounts,
    ] {
      #expect(outcome.reason?.hasPrefix("1 of the 3 amounts are negative") == true)
    }
    let same = WeightedAmounts([0.3, 0.3, 0.3])
    #expect(PalmaRatio()(same).value == 0.25 && QuintileShareRatio()(same).value == 1)
    #expect(HooverIndex()(same).value == 0 && VarianceOfLogarithms()(same).value == 0)
    #expect(LorenzCurve(shares: [0.7])(same)[0].shareOfAmounts.value == 0.7)
    #expect(VarianceOfLogarithms()(WeightedAmounts([3])).reason != nil)
    #expect(LorenzCurve(shares: [1.5])(same)[0].shareOfAmounts.reason != nil)
    #expect(VarianceOfLogarithms(divisor: .n).stamp.id == "variance-of-logarithms-n")
  }
}
