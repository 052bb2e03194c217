import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Permutation test of the mean pay gap")
struct MeanPayGapPermutationTestTests {
  @Test("agrees with every way to choose the focal group (Python)")
  func references() throws {
    for row in try ReferenceValue.read(
      PayReferences.python, method: "MeanPayGapPermutationTest")
    {
      let outcome = MeanPayGapPermutationTest()(try PayReferences.arms(row))
      expectClose(
        row.quantity == "pValue" ? outcome.pValue : outcome.test?.statistic, row.value,
        relative: 1e-14, "\(row)")
    }
  }

  @Test("exchanging the groups keeps p and turns the statistic round; a shift changes nothing")
  func identities() throws {
    let focal = [31, 28, 45, 45, 39]
    let reference = [44, 51, 38, 45, 60, 47]
    let plain = MeanPayGapPermutationTest()(PayReferences.arms(focal, reference))
    let swapped = MeanPayGapPermutationTest()(PayReferences.arms(reference, focal))
    #expect(plain.pValue == swapped.pValue && plain.pValue != nil)
    expectClose(swapped.test?.statistic, -(try #require(plain.test?.statistic)), relative: 1e-14)
    let moved = MeanPayGapPermutationTest()(
      PayReferences.arms(focal.map { $0 + 7 }, reference.map { $0 + 7 }))
    #expect(moved.pValue == plain.pValue)
  }

  /// The exact p-value by counting the sets of each size and sum.
  private static func exact(_ focal: [Int], _ reference: [Int]) -> Double {
    let everybody = focal + reference
    let total = everybody.reduce(0, +)
    var ways = Array(
      repeating: Array(repeating: 0.0, count: total + 1), count: focal.count + 1)
    ways[0][0] = 1
    for amount in everybody {
      for size in stride(from: focal.count, to: 0, by: -1) {
        for sum in stride(from: total, through: amount, by: -1) {
          ways[size][sum] += ways[size - 1][sum - amount]
        }
      }
    }
    func distance(_ sum: Int) -> Int { abs(sum * everybody.count - focal.count * total) }
    let seen = distance(focal.reduce(0, +))
    let sets = ways[focal.count]
    let extreme = sets.indices.filter { distance($0) >= seen }.reduce(0) { $0 + sets[$1] }
    return extreme / sets.reduce(0, +)
  }

  @Test("draws agree with the exact p-value, whatever the number of lanes")
  func draws() throws {
    var generator = SeededGenerator(seed: 6)
    let focal = (0..<18).map { _ in Int.random(in: 10...40, using: &generator) }
    let reference = (0..<22).map { _ in Int.random(in: 14...44, using: &generator) }
    let arms = PayReferences.arms(focal, reference)
    let method = MeanPayGapPermutationTest(draws: 19_999)
    let outcome = method(arms)
    #expect(outcome.test?.convention.contains("19999 ways drawn, seed 1") == true)
    let exact = Self.exact(focal, reference)
    let error = (exact * (1 - exact) / 20_000).squareRoot()
    expectClose(outcome.pValue, exact, relative: 0, absolute: 4 * error)
    for lanes in [1, 2, 5] { #expect(method.test(arms, lanes: lanes) == outcome) }
    #expect(MeanPayGapPermutationTest(draws: 19_999, seed: 2)(arms).pValue != outcome.pValue)
    // The way to count them all agrees with the sums too.
    let few = Array(focal.prefix(6))
    let others = Array(reference.prefix(8))
    expectClose(
      MeanPayGapPermutationTest()(PayReferences.arms(few, others)).pValue,
      Self.exact(few, others), relative: 1e-14)
  }

  @Test("everybody the same gives 1; nobody, no tallies and no draws are reasons")
  func degenerate() {
    let method = MeanPayGapPermutationTest()
    #expect(method(PayReferences.arms([4, 4], [4, 4, 4])).pValue == 1)
    #expect(
      method(PayReferences.arms([], [1])).reason == "Nobody of the focal group has an amount.")
    #expect(
      method(PayReferences.arms([1], [])).reason == "Nobody of the reference group has an amount.")
    var moments = Moments(scale: 2)
    moments.add(100)
    let untallied = Cell.MeasureSummary(moments: moments)
    #expect(
      method(PayArms(focal: untallied, reference: untallied)).reason
        == "The amounts were not tallied.")
    let none = MeanPayGapPermutationTest(draws: 0)
    #expect(none(PayReferences.arms([1], [2])).reason != nil)
  }
}
