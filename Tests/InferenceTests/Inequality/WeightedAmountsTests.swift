import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Weighted amounts")
struct WeightedAmountsTests {
  @Test("sorts any amounts as the standard library does, and weights stay with their amounts")
  func sorting() {
    var generator = SeededGenerator(seed: 5)
    for count in [1, 2, 3, 40, 3000] {
      let values = (0..<count).map { _ -> Double in
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: Double(Int.random(in: -3...3, using: &generator))
        case 1: Double.random(in: -1e-300...1e-300, using: &generator)
        case 2: Double.random(in: -1e12...1e12, using: &generator)
        default: Double.random(in: 0...1, using: &generator)
        }
      }
      var sorted = values
      AscendingOrder.sort(&sorted)
      #expect(sorted == values.sorted())
      var carried = values
      var positions = Array(values.indices)
      AscendingOrder.sort(&carried, carrying: &positions)
      #expect(carried == values.sorted())
      let expected = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
      #expect(positions == expected, "equal amounts keep their order")
    }
  }

  @Test("problems say what is wrong and with how many")
  func problems() {
    #expect(WeightedAmounts([]).problem == "Nobody has an amount.")
    #expect(WeightedAmounts(values: [3, 4], counts: [0, 0]).problem == "Nobody has an amount.")
    #expect(
      WeightedAmounts([1, .nan, .infinity]).problem
        == "2 of the 3 amounts are not finite numbers.")
    #expect(
      WeightedAmounts(values: [1, .nan], counts: [2, 3]).problem
        == "3 of the 5 amounts are not finite numbers.")
    #expect(
      WeightedAmounts([1, 2], weights: [0, 1]).problem
        == "1 of the 2 weights are not positive finite numbers.")
    #expect(WeightedAmounts([1, 2], weights: [1]).problem == "There are 1 weights for 2 amounts.")
    #expect(
      WeightedAmounts(values: [1], counts: [1, 2]).problem == "There are 2 counts for 1 amounts.")
    #expect(
      WeightedAmounts(values: [1, 2], counts: [-1, 2]).problem
        == "1 of the 2 counts are negative.")
    #expect(
      WeightedAmounts(values: [1, 2], counts: [.max, 2]).problem
        == "The counts are too large to add up.")
    #expect(WeightedAmounts([0, 0]).problem == "All 2 amounts are zero.")
    #expect(WeightedAmounts([1e308, 1.7e308]).problem?.contains("too large") == true)
    for weight in [1e-150, 1e150] {
      #expect(
        WeightedAmounts([1, 2], weights: [weight, weight]).problem?.contains("add up") == true)
    }
    #expect(
      WeightedAmounts([Double.leastNonzeroMagnitude, 0]).problem?.contains("too small") == true)
    let amounts = WeightedAmounts(values: [-1, 0, 4], counts: [2, 3, 1])
    #expect(amounts.problem == nil && amounts.negativeCount == 2 && amounts.zeroCount == 3)
    #expect(
      amounts.problem(zeros: .yes)
        == "2 of the 6 amounts are negative, for which it is not defined.")
  }

  /// One of each index, for identities they share.
  static let indices: [any LinearizedIndex] = [
    GiniCoefficient(), TheilIndex(), MeanLogDeviation(), GeneralizedEntropy(exponent: 2),
    GeneralizedEntropy(exponent: -0.5), AtkinsonIndex(aversion: 0.5), AtkinsonIndex(aversion: 1),
    AtkinsonIndex(aversion: 2),
  ]

  @Test("no index changes when amounts or weights are multiplied or everybody is counted twice")
  func invariance() throws {
    let values = InequalityReferences.drawn(83, seed: 2)
    let weights = InequalityReferences.drawn(83, seed: 3)
    for index in Self.indices {
      let plain = index(WeightedAmounts(values))
      let value = try #require(plain.value)
      let error = try #require(plain.standardError)
      let multiplied = index(WeightedAmounts(values.map { $0 * 37.5 }))
      expectClose(multiplied.value, value, relative: 1e-12)
      expectClose(multiplied.standardError, error, relative: 1e-12)
      let twice = index(WeightedAmounts(values + values))
      expectClose(twice.value, value, relative: 1e-12)
      let counted = index(WeightedAmounts(values: values, counts: values.map { _ in 2 }))
      expectClose(counted.value, value, relative: 1e-12)
      expectClose(counted.standardError, try #require(twice.standardError), relative: 1e-12)
      let same = index(WeightedAmounts(values, weights: values.map { _ in 0.3 }))
      expectClose(same.value, value, relative: 1e-12)
      expectClose(same.standardError, error, relative: 1e-12)
      let weighted = index(WeightedAmounts(values, weights: weights))
      let scaled = index(WeightedAmounts(values, weights: weights.map { $0 * 1e6 }))
      expectClose(scaled.value, try #require(weighted.value), relative: 1e-12)
      expectClose(scaled.standardError, try #require(weighted.standardError), relative: 1e-12)
    }
  }

  @Test("a transfer from a richer person to a poorer one lowers every index")
  func transfers() throws {
    let values = InequalityReferences.drawn(20, seed: 9).sorted()
    for index in Self.indices {
      let before = try #require(index(WeightedAmounts(values)).value)
      for (poorer, richer) in [(0, 1), (0, 19), (7, 12), (17, 18)] {
        var moved = values
        let amount = (values[richer] - values[poorer]) / 3
        moved[poorer] += amount
        moved[richer] -= amount
        let after = try #require(index(WeightedAmounts(moved)).value)
        #expect(after < before, "\(index)")
      }
    }
  }

  @Test("everybody the same is 0 without an interval; one person has no standard error")
  func equal() {
    for index in Self.indices {
      let same = index(WeightedAmounts([0.1, 0.1, 0.1]))
      #expect(same.value == 0 && same.standardError == 0 && same.interval == nil)
      let one = index(WeightedAmounts([12]))
      #expect(one.value == 0 && one.standardError == nil)
      let nobody = index(WeightedAmounts([]))
      #expect(nobody.reason == "Nobody has an amount.")
    }
    #expect(GiniCoefficient(level: 1)(WeightedAmounts([1, 2])).reason != nil)
  }
}
