import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Pooled shares of organisations")
struct PoolingTests {
  private static let file = "Tests/InferenceTests/Fixtures/Pooling/python.csv"

  private static func organisations(_ row: ReferenceValue) throws -> OrganisationCounts {
    try organisations(row.wholes("successes"), of: row.wholes("people"))
  }

  private static func organisations(
    _ successes: [Int], of people: [Int]
  ) throws -> OrganisationCounts {
    OrganisationCounts(try zip(successes, people).map { try BinomialCount($0, of: $1) })
  }

  @Test("mean, tau, profile limits and prediction are those of log beta functions at 40 digits")
  func reference() throws {
    var results: [String: BetaBinomialPooling.Result] = [:]
    for row in try ReferenceValue.read(Self.file, method: "BetaBinomialPooling") {
      let result = try results[row.id] ?? BetaBinomialPooling()(Self.organisations(row))
      results[row.id] = result
      let (found, tolerance): (Double?, Double) =
        switch row.quantity {
        case "mean": (result.mean.value, 1e-9)
        case "mean_lower": (result.mean.interval?.lower, 1e-8)
        case "mean_upper": (result.mean.interval?.upper, 1e-8)
        case "deviation": (result.deviation.value, 1e-8)
        case "overdispersion": (result.overdispersion.value, 1e-8)
        case "overdispersion_lower": (result.overdispersion.interval?.lower, 1e-8)
        case "overdispersion_upper": (result.overdispersion.interval?.upper, 1e-8)
        case "statistic": (result.homogeneityTest.test?.statistic, 1e-8)
        // Sums over a net on one side, Gauss and Legendre's rule on the other.
        case "prediction": (result.prediction.value, 2e-4)
        case "prediction_lower": (result.prediction.interval?.lower, 2e-3)
        case "prediction_upper": (result.prediction.interval?.upper, 5e-4)
        default: (nil, 0)
        }
      expectClose(found, row.value, relative: tolerance, absolute: 1e-12, "\(row)")
      #expect(result.isAtBoundary == (row.id == "even"))
    }
  }

  @Test("percentiles are those of SciPy's integrals")
  func percentiles() throws {
    var pools: [String: BetaBinomialPooling.Result] = [:]
    for row in try ReferenceValue.read(Self.file, method: "OrganisationPercentile") {
      let organisations = try Self.organisations(row)
      let pool = pools[row.id] ?? BetaBinomialPooling()(organisations)
      pools[row.id] = pool
      let found = OrganisationPercentile()(
        organisations.counts[try row.whole("position")], among: pool)
      expectClose(Fixtures.part(row.quantity, of: found), row.value, relative: 1e-6, "\(row)")
    }
  }

  @Test("no mean and spread on a net is more likely, for random organisations")
  func net() throws {
    var generator = SeededGenerator(seed: 19)
    for _ in 0..<(ThoroughTier.isOn ? 200 : 20) {
      let count = Int.random(in: 2...9, using: &generator)
      let people = (0..<count).map { _ in Int.random(in: 2...900, using: &generator) }
      let successes = people.map { Int.random(in: 0...$0, using: &generator) }
      let organisations = try Self.organisations(successes, of: people)
      let likelihood = BetaBinomialLikelihood(organisations)
      guard organisations.problem == nil, !likelihood.isUnbounded else { continue }
      let best = try BetaBinomialFit(likelihood).best
      for mean in stride(from: 0.02, to: 1, by: 0.02) {
        for spread in [0, 1e-4, 1e-3, 0.01, 0.05, 0.1, 0.2, 0.5, 1, 2, 5] {
          let value = likelihood.value(mean: mean, complement: 1 - mean, spread: spread)
          #expect(value <= best.value + 1e-8, "\(successes) of \(people) at \(mean), \(spread)")
        }
      }
    }
  }

  @Test("the product in closed form is the sum of logarithms, for spreads large and small")
  func product() throws {
    let organisations = try Self.organisations([3, 40], of: [10, 90])
    let likelihood = BetaBinomialLikelihood(organisations)
    for spread in [0, 1e-9, 1e-6, 0.003, 0.5, 40, 1e5] {
      let by = BetaBinomialSpread(organisations.counts, means: [0.3, 0.3])
      expectClose(
        likelihood.value(mean: 0.3, complement: 0.7, spread: spread),
        by.logLikelihood(spread), relative: 1e-9, "\(spread)")
      expectClose(
        likelihood.slopeInSpread(mean: 0.3, complement: 0.7, spread: spread),
        by.score(spread), relative: spread < 1e-7 ? 1e-3 : 1e-7, "\(spread)")
    }
  }

  @Test("exchanging yes and no mirrors every number; order and empty organisations change nothing")
  func identities() throws {
    let (successes, people) = ([31, 52, 9, 24, 40], [100, 130, 40, 61, 90])
    let one = BetaBinomialPooling()(try Self.organisations(successes, of: people))
    let other = BetaBinomialPooling()(
      try Self.organisations(zip(successes, people).map { $1 - $0 }, of: people))
    expectClose(other.mean.value, 1 - (try #require(one.mean.value)), relative: 1e-9)
    expectClose(
      other.mean.interval?.lower, 1 - (try #require(one.mean.interval?.upper)), relative: 1e-8)
    expectClose(other.deviation.value, try #require(one.deviation.value), relative: 1e-8)
    expectClose(
      other.prediction.interval?.upper, 1 - (try #require(one.prediction.interval?.lower)),
      relative: 1e-6)
    let turned = BetaBinomialPooling()(
      try Self.organisations(successes.reversed() + [0], of: people.reversed() + [0]))
    expectClose(turned.mean.value, try #require(one.mean.value), relative: 1e-10)
    let above = OrganisationPercentile()(try BinomialCount(40, of: 90), among: one)
    let below = OrganisationPercentile()(try BinomialCount(50, of: 90), among: other)
    expectClose(below.value, 1 - (try #require(above.value)), relative: 1e-6)
  }

  @Test("tau at the boundary is a number with a word, and nobody has a percentile there")
  func boundary() throws {
    let pool = BetaBinomialPooling()(try Self.organisations([50, 102, 25], of: [100, 200, 51]))
    #expect(pool.isAtBoundary == true && pool.deviation.value == 0)
    #expect(pool.homogeneityTest.pValue == 1)
    let interval = try #require(pool.prediction.interval)
    #expect(interval.lower < 0.45 && interval.upper > 0.55)
    let percentile = OrganisationPercentile()(try BinomialCount(50, of: 100), among: pool)
    #expect(percentile.reason?.contains("more than chance") == true)
  }

  @Test("what is not defined has a reason")
  func degenerate() throws {
    let cases: [([Int], [Int], String)] = [
      ([3], [10], "two organisations"), ([0, 0], [10, 20], "Nobody"),
      ([10, 20], [10, 20], "Everybody"), ([0, 20], [10, 20], "nobody or everybody"),
      ([1, 0], [2, 0], "two organisations"),
    ]
    for (successes, people, words) in cases {
      let result = BetaBinomialPooling()(try Self.organisations(successes, of: people))
      #expect(result.mean.reason?.contains(words) == true, "\(words)")
      #expect(result.isAtBoundary == nil && result.prediction.reason != nil)
    }
    let level = BetaBinomialPooling(level: 1)(try Self.organisations([3, 4], of: [9, 9]))
    #expect(level.mean.reason != nil)
    let zero = try Self.organisations([0, 4, 9], of: [30, 41, 60])
    #expect(PauleMandelPooling()(zero).mean.reason?.contains("log odds") == true)
    let pool = BetaBinomialPooling()(try Self.organisations([3, 14], of: [30, 41]))
    #expect(
      OrganisationPercentile()(try BinomialCount(0, of: 0), among: pool).reason != nil)
    #expect(
      OrganisationPercentile()(
        try BinomialCount(1, of: 2),
        among: BetaBinomialPooling()(try Self.organisations([0, 0], of: [3, 3]))
      ).reason?.contains("Nobody") == true)
  }

  @Test("intervals of the mean and predictions hold about as often as they say")
  func coverage() throws {
    var generator = SeededGenerator(seed: 5)
    let rounds = ThoroughTier.isOn ? 600 : 40
    var (mean, next) = (0, 0)
    /// A share from Beta(4, 6): the fourth of nine uniform draws.
    func share() -> Double {
      (0..<9).map { _ in Double.random(in: 0..<1, using: &generator) }.sorted()[3]
    }
    for _ in 0..<rounds {
      let counts = try (0..<8).map { _ in
        let share = share()
        return try BinomialCount(
          (0..<200).count { _ in Double.random(in: 0..<1, using: &generator) < share }, of: 200)
      }
      let result = BetaBinomialPooling(level: 0.9)(OrganisationCounts(counts))
      mean += result.mean.interval?.contains(0.4) == true ? 1 : 0
      next += result.prediction.interval?.contains(share()) == true ? 1 : 0
    }
    let (low, high) = ThoroughTier.isOn ? (0.86, 0.95) : (0.75, 1.0)
    for covered in [mean, next] {
      let found = Double(covered) / Double(rounds)
      #expect(low < found && found <= high, "\(found)")
    }
  }

  @Test("Paule-Mandel is that of SciPy's root")
  func pauleMandel() throws {
    for row in try ReferenceValue.read(Self.file, method: "PauleMandelPooling") {
      let result = PauleMandelPooling()(try Self.organisations(row))
      let found =
        row.quantity == "deviation"
        ? result.deviation.value : Fixtures.part(row.quantity, of: result.mean)
      expectClose(found, row.value, relative: 1e-9, absolute: 1e-12, "\(row)")
    }
  }
}
