import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Gini coefficient")
struct GiniCoefficientTests {
  @Test("agrees with all pairs of people and derivatives in the weights (mpmath)")
  func references() throws {
    for row in try ReferenceValue.read(InequalityReferences.indices, method: "GiniCoefficient") {
      let method = GiniCoefficient(
        correction: row.quantity.hasPrefix("corrected") ? .nMinusOne : .none,
        negativeAmounts: row.quantity == "unbounded" ? .unbounded : .refused)
      expectClose(
        method(try row.amounts()).read(row.quantity), row.value,
        relative: row.id == "nearly-equal" ? 1e-11 : 1e-13, "\(row)")
    }
  }

  @Test("published: indices-R27, R28, R30 and R34")
  func published() {
    let amounts = WeightedAmounts(InequalityReferences.published)
    expectClose(GiniCoefficient()(amounts).value, 0.462091130268, relative: 1e-11)
    expectClose(
      GiniCoefficient(correction: .nMinusOne)(amounts).value, 0.513434589186, relative: 1e-11)
    expectClose(GiniCoefficient()(amounts).standardError, 0.0807177475, relative: 1e-9)
    let weights = InequalityReferences.publishedWeights
    for scale in [1.0, 10, 1000] {
      // A program that adds 1 to the weights in its formula gives .5764 here.
      let weighted = WeightedAmounts(
        InequalityReferences.published, weights: weights.map { $0 * scale })
      expectClose(GiniCoefficient()(weighted).value, 0.54698519122, relative: 1e-10)
      let alike = WeightedAmounts(
        InequalityReferences.published, weights: weights.map { _ in scale })
      expectClose(GiniCoefficient()(alike).value, 0.462091130268, relative: 1e-11)
    }
    let replicated = zip(InequalityReferences.published, weights).flatMap {
      Array(repeating: $0, count: Int($1))
    }
    expectClose(
      GiniCoefficient()(WeightedAmounts(replicated)).value, 0.54698519122, relative: 1e-10)
    let ages = WeightedAmounts([25, 32, 41, 28, 56])
    expectClose(GiniCoefficient()(ages).value, 0.1648352, relative: 1e-6)
    expectClose(GiniCoefficient(correction: .nMinusOne)(ages).value, 0.2060440, relative: 1e-6)
  }

  @Test("negative amounts are refused unless asked for; a mean of 0 or below always is")
  func negative() {
    let amounts = WeightedAmounts([-5, 0, 10])
    #expect(
      GiniCoefficient()(amounts).reason
        == "1 of the 3 amounts are negative; the Gini coefficient is then not bounded by 1.")
    let unbounded = GiniCoefficient(negativeAmounts: .unbounded)
    expectClose(unbounded(amounts).value, 2, relative: 1e-14)
    #expect(unbounded(amounts).interval == nil, "a value above 1 has no logit")
    #expect(
      unbounded(WeightedAmounts([-5, 1])).reason == "The mean of the amounts is not above 0.")
    #expect(GiniCoefficient(correction: .nMinusOne)(WeightedAmounts([3])).reason != nil)
    #expect(GiniCoefficient().stamp.id == "gini")
    #expect(GiniCoefficient(correction: .nMinusOne).stamp.id == "gini-n-minus-one")
  }

  @Test("one person with everything gives (n - 1) / n, corrected 1; limits stay within 0 and 1")
  func extremes() throws {
    let amounts = WeightedAmounts([0, 0, 0, 0, 9])
    expectClose(GiniCoefficient()(amounts).value, 0.8, relative: 1e-14)
    expectClose(GiniCoefficient(correction: .nMinusOne)(amounts).value, 1, relative: 1e-14)
    let interval = try #require(
      GiniCoefficient()(WeightedAmounts(InequalityReferences.published)).interval)
    // logit(0.46209) -+ 1.96 0.08072 / (0.46209 0.53791), in Python.
    expectClose(interval.lower, 0.3125120634426, relative: 1e-12)
    expectClose(interval.upper, 0.6188210392963, relative: 1e-12)
    let identity = try #require(
      GiniCoefficient(scale: .identity)(WeightedAmounts(InequalityReferences.published)).interval)
    expectClose(identity.lower, 0.46209113 - 1.959963985 * 0.0807177475, relative: 1e-7)
  }
}
