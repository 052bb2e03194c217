import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Theil, mean log deviation, generalized entropy and Atkinson")
struct EntropyIndicesTests {
  @Test(
    "agree with the definitions and derivatives in the weights (mpmath)",
    arguments: ["TheilIndex", "MeanLogDeviation", "GeneralizedEntropy", "AtkinsonIndex"])
  func references(_ name: String) throws {
    for row in try ReferenceValue.read(InequalityReferences.indices, method: name) {
      let amounts = try row.amounts()
      let outcome: Outcome? =
        switch name {
        case "TheilIndex": TheilIndex()(amounts)
        case "MeanLogDeviation": MeanLogDeviation()(amounts)
        case "GeneralizedEntropy":
          GeneralizedEntropy(exponent: try row.number("exponent"))(amounts)
        case "AtkinsonIndex": AtkinsonIndex(aversion: try row.number("aversion"))(amounts)
        default: nil
        }
      // Amounts that differ in the fifth digit leave terms of 1e-10, known to 1e-16 / 1e-5.
      let relative = row.id == "nearly-equal" ? 1e-6 : 1e-12
      expectClose(outcome?.read(row.quantity), row.value, relative: relative, "\(row)")
    }
  }

  @Test("published: indices-R27, R28, R30 and R37")
  func published() {
    let amounts = WeightedAmounts(InequalityReferences.published)
    func check(_ outcome: Outcome, _ value: Double, _ error: Double? = nil) {
      expectClose(outcome.value, value, relative: 1e-11)
      if let error { expectClose(outcome.standardError, error, relative: 1e-11) }
    }
    check(TheilIndex()(amounts), 0.362341242344, 0.125602446779)
    check(MeanLogDeviation()(amounts), 0.43359464952, 0.173240190659)
    check(GeneralizedEntropy(exponent: 2)(amounts), 0.420406154577, 0.159656038939)
    check(AtkinsonIndex(aversion: 0.5)(amounts), 0.179659098046, 0.0613914725714)
    check(AtkinsonIndex(aversion: 1)(amounts), 0.351825059735, 0.112289950232)
    check(AtkinsonIndex(aversion: 2)(amounts), 0.629011054512)
    let weighted = WeightedAmounts(
      InequalityReferences.published, weights: InequalityReferences.publishedWeights)
    check(TheilIndex()(weighted), 0.520040844993, 0.20547302058)
    check(MeanLogDeviation()(weighted), 0.604500727458, 0.229004814448)
    check(AtkinsonIndex(aversion: 1)(weighted), 0.453652865321)
    // Programs that drop the zero print .0589.
    check(TheilIndex()(WeightedAmounts([0, 1, 1, 2])), 0.34657359028)
  }

  @Test("zeros are counted where the index is defined and a reason where it is not")
  func zeros() {
    let amounts = WeightedAmounts([0, 1, 1, 2])
    let reason = "1 of the 4 amounts are zero, for which it is not defined."
    #expect(MeanLogDeviation()(amounts).reason == reason)
    #expect(GeneralizedEntropy(exponent: 0)(amounts).reason == reason)
    #expect(GeneralizedEntropy(exponent: -1)(amounts).reason == reason)
    #expect(AtkinsonIndex(aversion: 1)(amounts).reason == reason)
    #expect(AtkinsonIndex(aversion: 2)(amounts).reason == reason)
    // By hand: z = 0, 1, 1, 2; the mean of z^2 is 6 / 4, that of the roots (2 + √2) / 4.
    expectClose(GeneralizedEntropy(exponent: 2)(amounts).value, 0.25, relative: 1e-14)
    expectClose(
      AtkinsonIndex(aversion: 0.5)(amounts).value,
      1 - (2 + 2.0.squareRoot()) * (2 + 2.0.squareRoot()) / 16, relative: 1e-14)
    #expect(TheilIndex()(WeightedAmounts([-1, 2])).reason?.contains("negative") == true)
  }

  @Test("exponents 0 and 1 are the named indices and the limits of their neighbours")
  func limits() throws {
    let amounts = WeightedAmounts(InequalityReferences.drawn(400, seed: 4))
    #expect(GeneralizedEntropy(exponent: 0)(amounts) == MeanLogDeviation()(amounts))
    #expect(GeneralizedEntropy(exponent: 1)(amounts) == TheilIndex()(amounts))
    for exponent in [0.0, 1] {
      let limit = try #require(GeneralizedEntropy(exponent: exponent)(amounts).value)
      for step in [1e-6, -1e-6, 1e-9, -1e-9, 1e-15] {
        let near = GeneralizedEntropy(exponent: exponent + step)(amounts)
        expectClose(near.value, limit, relative: 5 * abs(step) + 1e-12)
      }
    }
    let atkinson = try #require(AtkinsonIndex(aversion: 1)(amounts).value)
    for step in [1e-9, -1e-9] {
      expectClose(AtkinsonIndex(aversion: 1 + step)(amounts).value, atkinson, relative: 1e-8)
    }
  }

  @Test("an exponent beyond the amounts, an aversion of 0 and identifiers")
  func options() {
    let amounts = WeightedAmounts([1e-3, 1e6])
    #expect(GeneralizedEntropy(exponent: -200)(amounts).reason?.contains("too far apart") == true)
    #expect(GeneralizedEntropy(exponent: .nan)(amounts).reason != nil)
    #expect(AtkinsonIndex(aversion: 0)(amounts).reason != nil)
    #expect(AtkinsonIndex(aversion: -1)(amounts).reason != nil)
    #expect(GeneralizedEntropy(exponent: 2).stamp.id == "generalized-entropy-2")
    #expect(GeneralizedEntropy(exponent: -1).stamp.id == "generalized-entropy-minus-1")
    #expect(AtkinsonIndex(aversion: 0.5).stamp.id == "atkinson-0.5")
    #expect(TheilIndex().stamp.id == "theil-t")
  }
}
