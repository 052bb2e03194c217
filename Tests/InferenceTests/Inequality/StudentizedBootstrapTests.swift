import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Studentized bootstrap of indices of inequality")
struct StudentizedBootstrapTests {
  private static let references = "Tests/InferenceTests/Fixtures/Inequality/bootstrap.csv"

  private static func index(_ name: String) throws -> InequalityIndex {
    switch name {
    case "gini": .gini(GiniCoefficient())
    case "theil": .theil(TheilIndex())
    case "atkinson": .atkinson(AtkinsonIndex(aversion: 1))
    default: throw UnreadableNumbers(text: name)
    }
  }

  @Test("agrees with the same draws written out in Python")
  func references() throws {
    for row in try ReferenceValue.read(Self.references, method: "StudentizedBootstrap") {
      let method = StudentizedBootstrap(
        index: try Self.index(row.arguments["index"] ?? ""), resamples: try row.whole("resamples"),
        seed: UInt64(try row.whole("seed")), level: 0.9)
      let interval = try #require(method(try row.amounts()).interval)
      let limit = row.quantity == "lower" ? interval.lower : interval.upper
      expectClose(limit, row.value, relative: 1e-9, "\(row)")
    }
  }

  @Test("the same limits whatever the number of lanes; other seeds give others; amounts scale")
  func determinism() throws {
    let values = InequalityReferences.drawn(60, seed: 41)
    let amounts = WeightedAmounts(values)
    let method = StudentizedBootstrap(index: .theil(TheilIndex()), resamples: 199)
    let outcome = method(amounts)
    for lanes in [1, 2, 3, 7] {
      #expect(method.interval(TheilIndex(), amounts, lanes: lanes) == outcome)
    }
    let other = StudentizedBootstrap(index: .theil(TheilIndex()), resamples: 199, seed: 2)
    #expect(other(amounts).interval != outcome.interval)
    #expect(other(amounts).value == outcome.value)
    let scaled = method(WeightedAmounts(values.map { $0 * 3 }))
    expectClose(scaled.interval?.lower, try #require(outcome.interval?.lower), relative: 1e-10)
    // People counted and people listed are drawn alike.
    let listed = WeightedAmounts([2, 2, 2, 5, 9, 9, 14, 30])
    let counted = WeightedAmounts(values: [2, 5, 9, 14, 30], counts: [3, 1, 2, 1, 1])
    let gini = StudentizedBootstrap(index: .gini(GiniCoefficient()), resamples: 199)
    expectClose(
      gini(counted).interval?.upper, try #require(gini(listed).interval?.upper), relative: 1e-10)
  }

  @Test("covers a lognormal's Theil index more often than the normal interval, as documented")
  func coverage() throws {
    var generator = SeededGenerator(seed: 77)
    let rounds = ThoroughTier.isOn ? 2000 : 200
    var covered = (normal: 0, bootstrap: 0)
    for _ in 0..<rounds {
      let values = (0..<40).map { _ in
        // A normal number from two uniform ones (Box and Muller).
        let radius = (-2 * log(Double.random(in: 1e-300..<1, using: &generator))).squareRoot()
        return exp(radius * cos(2 * .pi * Double.random(in: 0..<1, using: &generator)))
      }
      let amounts = WeightedAmounts(values)
      // Half the variance of the logarithms, 1.
      let normal = TheilIndex(level: 0.9)(amounts)
      if normal.interval?.contains(0.5) == true { covered.normal += 1 }
      let method = StudentizedBootstrap(
        index: .theil(TheilIndex()), resamples: 199, level: 0.9)
      if method(amounts).interval?.contains(0.5) == true { covered.bootstrap += 1 }
    }
    // The documentation says 66 and 77 of 100; three standard errors of the number of rounds.
    let slack = 3 * (0.2 / Double(rounds)).squareRoot()
    expectClose(Double(covered.normal) / Double(rounds), 0.66, relative: 0, absolute: slack)
    expectClose(Double(covered.bootstrap) / Double(rounds), 0.77, relative: 0, absolute: slack)
    #expect(Double(covered.bootstrap - covered.normal) > 0.05 * Double(rounds), "\(covered)")
  }

  @Test("every index can be resampled and keeps its value and standard error")
  func indices() {
    let amounts = WeightedAmounts(InequalityReferences.drawn(150, seed: 42))
    let all: [(InequalityIndex, Outcome)] = [
      (.gini(GiniCoefficient()), GiniCoefficient()(amounts)),
      (.theil(TheilIndex()), TheilIndex()(amounts)),
      (.meanLogDeviation(MeanLogDeviation()), MeanLogDeviation()(amounts)),
      (
        .generalizedEntropy(GeneralizedEntropy(exponent: 2)),
        GeneralizedEntropy(exponent: 2)(amounts)
      ),
      (.atkinson(AtkinsonIndex(aversion: 0.5)), AtkinsonIndex(aversion: 0.5)(amounts)),
      (.percentileRatio(PercentileRatio()), PercentileRatio()(amounts)),
      (.palmaRatio(PalmaRatio()), PalmaRatio()(amounts)),
      (.quintileShareRatio(QuintileShareRatio()), QuintileShareRatio()(amounts)),
      (.hoover(HooverIndex()), HooverIndex()(amounts)),
      (.varianceOfLogarithms(VarianceOfLogarithms()), VarianceOfLogarithms()(amounts)),
    ]
    for (index, expected) in all {
      let outcome = StudentizedBootstrap(index: index, resamples: 99)(amounts)
      #expect(outcome.value == expected.value && outcome.value != nil)
      #expect(outcome.standardError == expected.standardError)
      #expect(outcome.interval != nil, "\(index)")
    }
  }

  @Test("advice: few people, a heavy tail by Hill's estimate, or neither")
  func advice() {
    #expect(StudentizedBootstrap.advice(WeightedAmounts([1, 2, 3])) == .fewPeople)
    // Quantiles of a Pareto distribution with tail indices 2 and 5.
    func pareto(_ index: Double) -> WeightedAmounts {
      WeightedAmounts((1...1000).map { 1000 * pow(1 - (Double($0) - 0.5) / 1000, -1 / index) })
    }
    #expect(StudentizedBootstrap.advice(pareto(2)) == .heavyTail)
    #expect(StudentizedBootstrap.advice(pareto(5)) == .notNeeded)
    expectClose(pareto(2).tailIndex, 2, relative: 0.05)
    #expect(WeightedAmounts((1...1000).map { _ in 5 }).tailIndex == .infinity)
    #expect(
      StudentizedBootstrap.advice(WeightedAmounts(values: [1, 2], counts: [900, 100]))
        == .notNeeded)
  }

  @Test("too few people, resamples or too many people are reasons")
  func degenerate() {
    let method = StudentizedBootstrap(index: .theil(TheilIndex()), resamples: 199)
    #expect(method(WeightedAmounts([1, 2])).reason?.contains("give no standard error") == true)
    #expect(method(WeightedAmounts([3, 3])).value == 0)
    #expect(method(WeightedAmounts([-1, 2])).reason?.contains("negative") == true)
    let few = StudentizedBootstrap(index: .theil(TheilIndex()), resamples: 19)
    let amounts = WeightedAmounts(InequalityReferences.drawn(60, seed: 41))
    #expect(few(amounts).reason == "19 resamples are too few for the level.")
    #expect(StudentizedBootstrap(index: .theil(TheilIndex()), resamples: 0)(amounts).reason != nil)
    let many = WeightedAmounts(values: [1, 2], counts: [50_000, 1])
    #expect(method(many).reason?.contains("more than 50000 people") == true)
    #expect(method.stamp.id == "studentized-bootstrap-theil-t")
  }
}
