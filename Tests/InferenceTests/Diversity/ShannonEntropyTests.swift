import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Shannon entropy and evenness")
struct ShannonEntropyTests {
  private static let methods: [(String, any StatisticalMethod<CategoryCounts>)] = [
    ("ShannonEntropy", ShannonEntropy()),
    ("ShannonEntropySecondOrder", ShannonEntropy(variance: .secondOrder)),
    ("ShannonEntropyBits", ShannonEntropy(base: .two)),
    ("ShannonEntropyMillerMadow", ShannonEntropy(estimator: .millerMadow)),
    ("ShannonEntropyChaoShen", ShannonEntropy(estimator: .chaoShen)),
    ("ShannonEntropyChaoWangJost", ShannonEntropy(estimator: .chaoWangJost)),
    ("ShannonEntropyJeffreys", ShannonEntropy(estimator: .jeffreys)),
    ("PielouEvennessObserved", PielouEvenness(categories: .observed)),
    ("PielouEvennessDeclared", PielouEvenness(categories: .declared)),
  ]

  @Test("agree with mpmath, the errors by numerical gradients")
  func references() throws {
    for (name, method) in Self.methods {
      for row in try ReferenceValue.read(Fixtures.diversityPython, method: name) {
        expectClose(
          Fixtures.number(row.quantity, of: method(try CategoryCounts(row))), row.value,
          relative: 1e-12, "\(row)")
      }
    }
  }

  @Test("indices-R14, R15 and R32")
  func published() throws {
    let groups = try CategoryCounts.fourGroups()
    expectClose(ShannonEntropy()(groups).value, 1.24337634993, relative: 3e-12)
    expectClose(ShannonEntropy()(groups).standardError, 0.0301969483, relative: 2e-9)
    expectClose(
      ShannonEntropy(estimator: .millerMadow)(groups).value, 1.24846110, relative: 4e-9)
    expectClose(PielouEvenness(categories: .observed)(groups).value, 0.896906447, relative: 1e-9)
    let eleven = try CategoryCounts.eleven()
    for (estimator, value) in [
      (EntropyEstimator.plugIn, 1.96838240873), (.millerMadow, 2.15259293504),
      (.chaoShen, 2.20113710128), (.chaoWangJost, 2.19711603902), (.jeffreys, 2.17948038272),
    ] {
      expectClose(
        ShannonEntropy(estimator: estimator)(eleven).value, value, relative: 3e-12,
        "\(estimator)")
    }
    let blood = try CategoryCounts.of([69, 17, 7, 62], declared: 4)
    expectClose(ShannonEntropy()(blood).value, 1.10909170671, relative: 3e-12)
    expectClose(ShannonEntropy(base: .two)(blood).value, 1.60008110516, relative: 3e-12)
  }

  @Test("the base is a factor of value, error and interval, and is printed")
  func bases() throws {
    for estimator in EntropyEstimator.allCases {
      let counts = try CategoryCounts.eleven()
      let nats = ShannonEntropy(estimator: estimator)(counts)
      for (base, unit, words) in [
        (LogarithmBase.two, log(2.0), "bits"), (.ten, log(10.0), "bans"), (.natural, 1.0, "nats"),
      ] {
        let method = ShannonEntropy(estimator: estimator, base: base)
        let outcome = method(counts)
        expectClose(outcome.value, try #require(nats.value) / unit, relative: 1e-15)
        if let error = nats.standardError {
          expectClose(outcome.standardError, error / unit, relative: 1e-14)
          expectClose(
            outcome.interval?.lower, try #require(nats.interval).lower / unit, relative: 1e-13)
        }
        #expect(method.stamp.convention.contains(words))
      }
    }
  }

  @Test("both ways to sum what is unseen agree where they meet, and with the series at length")
  func unseenTail() {
    for people in [2, 3, 19, 252, 4000] {
      for again in [0.9, 0.4, 0.05, 2 / (20.0 * Double(people)), 0.1 / Double(people)] {
        // The series by its first 60 / again terms, plainly.
        var sum = 0.0
        for term in 1...Int(60 / again) {
          sum += pow(1 - again, Double(term)) / Double(people - 1 + term)
        }
        expectClose(
          CategoryShares.unseenTail(people: people, again: again), sum, relative: 2e-11,
          "\(people) \(again)")
      }
    }
  }

  @Test("observed and declared evenness differ by the logarithms of their numbers")
  func evenness() throws {
    let counts = try CategoryCounts.eleven()
    let observed = try #require(PielouEvenness(categories: .observed)(counts).value)
    let declared = try #require(PielouEvenness(categories: .declared)(counts).value)
    expectClose(observed * log(8.0), declared * log(11.0), relative: 1e-14)
    let equal = try CategoryCounts.of([5, 5, 0, 5], declared: 4)
    #expect(PielouEvenness(categories: .observed)(equal).value == 1)
    #expect(PielouEvenness(categories: .observed)(equal).interval == nil)
    expectClose(
      PielouEvenness(categories: .declared)(equal).value, log(3.0) / log(4.0), relative: 1e-15)
    #expect(
      PielouEvenness(categories: .observed).stamp.id == "evenness-observed"
        && PielouEvenness(categories: .declared).stamp.id == "evenness-declared")
  }

  @Test("equal shares have the second-order error alone; one category has none")
  func secondOrder() throws {
    let equal = try CategoryCounts.of([10, 10, 10], declared: 3)
    #expect(ShannonEntropy()(equal).interval == nil)
    expectClose(
      ShannonEntropy(variance: .secondOrder)(equal).standardError, 1.0 / 30, relative: 1e-14)
    let one = try CategoryCounts.of([10, 0], declared: 2)
    for estimator in EntropyEstimator.allCases where estimator != .jeffreys {
      let outcome = ShannonEntropy(estimator: estimator, variance: .secondOrder)(one)
      #expect(outcome.value == 0 && outcome.interval == nil, "\(estimator)")
    }
    // Half a person in the empty category.
    let shares = [10.5 / 11, 0.5 / 11]
    expectClose(
      ShannonEntropy(estimator: .jeffreys)(one).value,
      -shares.reduce(0) { $0 + $1 * log($1) }, relative: 1e-14)
  }

  @Test("nobody, one category, no declaration: reasons in words")
  func degenerate() throws {
    let nobody = try CategoryCounts.of([0, 0], declared: 2)
    for (_, method) in Self.methods { #expect(method(nobody).reason?.contains("nobody") == true) }
    let open = try CategoryCounts.of([3, 4])
    #expect(ShannonEntropy(estimator: .jeffreys)(open).reason?.contains("not declared") == true)
    #expect(PielouEvenness(categories: .declared)(open).reason?.contains("not declared") == true)
    let one = try CategoryCounts.of([9, 0], declared: 2)
    #expect(PielouEvenness(categories: .observed)(one).reason?.contains("Only one") == true)
    #expect(PielouEvenness(categories: .declared)(one).value == 0)
    let alone = try CategoryCounts.of([1, 1, 1])
    #expect(ShannonEntropy(estimator: .chaoShen)(alone).value?.isFinite == true)
    #expect(ShannonEntropy(estimator: .chaoWangJost)(alone).value?.isFinite == true)
    #expect(ShannonEntropy(estimator: .chaoWangJost)(try .of([1])).value == 0)
    #expect(ShannonEntropy(estimator: .chaoShen)(try .of([1])).value == 0)
  }
}
