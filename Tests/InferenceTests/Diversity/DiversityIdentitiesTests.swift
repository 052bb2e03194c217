import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("What changes no index of diversity")
struct DiversityIdentitiesTests {
  private static let plugIns: [any StatisticalMethod<CategoryCounts>] = [
    BlauIndex(), IndexOfQualitativeVariation(), ShannonEntropy(), ShannonEntropy(base: .two),
    HillNumber(order: .zero), HillNumber(order: .one), HillNumber(order: .two),
    HillNumber(order: .infinity), InverseSimpsonIndex(), BergerParkerIndex(),
    PielouEvenness(categories: .observed), PielouEvenness(categories: .declared),
  ]
  private static let corrected: [any StatisticalMethod<CategoryCounts>] = [
    BlauIndex(estimator: .unbiased), InverseSimpsonIndex(estimator: .unbiased),
    ShannonEntropy(estimator: .millerMadow), ShannonEntropy(estimator: .chaoShen),
    ShannonEntropy(estimator: .chaoWangJost), ShannonEntropy(estimator: .jeffreys),
    Rarefaction(people: 3),
  ]

  @Test("everyone counted k times: plug-ins stay, errors fall by the root of k")
  func replication() throws {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<20 {
      let counts = try CategoryCounts.random(&generator)
      for factor in [2, 7, 1000] {
        let many = try CategoryCounts.of(
          counts.counts.map { factor * $0 }, declared: counts.declaredCategories)
        for method in Self.plugIns {
          let one = method(counts)
          expectClose(
            method(many).value, try #require(one.value), relative: 1e-13, absolute: 1e-15,
            "\(method.stamp.id)")
          if let error = one.standardError {
            expectClose(
              method(many).standardError, error / Double(factor).squareRoot(), relative: 1e-10,
              "\(method.stamp.id)")
          }
        }
      }
      // An unbiased index knows how many people there are.
      let twice = try CategoryCounts.of(counts.counts.map { 2 * $0 })
      let blau = BlauIndex(estimator: .unbiased)
      #expect(try #require(blau(twice).value) < (try #require(blau(counts).value)))
    }
  }

  @Test("another order of the categories changes no bit")
  func relabelled() throws {
    var generator = SeededGenerator(seed: 32)
    for _ in 0..<20 {
      let counts = try CategoryCounts.random(&generator)
      let other = try CategoryCounts.of(
        counts.counts.shuffled(using: &generator), declared: counts.declaredCategories)
      for method in Self.plugIns + Self.corrected {
        #expect(method(other) == method(counts), "\(method.stamp.id)")
      }
      #expect(ChaoRichness()(other) == ChaoRichness()(counts))
    }
  }

  @Test("empty categories change nothing but what is said of declared ones")
  func empty() throws {
    var generator = SeededGenerator(seed: 33)
    for _ in 0..<20 {
      let counts = try CategoryCounts.random(&generator)
      let bare = try CategoryCounts.of(
        counts.counts.filter { $0 > 0 }, declared: counts.declaredCategories)
      let more = try CategoryCounts.of(
        counts.counts + [0, 0], declared: counts.counts.count + 2)
      for method in Self.plugIns + Self.corrected {
        #expect(method(bare) == method(counts), "\(method.stamp.id)")
        switch method.stamp.id {
        case "iqv", "evenness-declared":
          #expect(try #require(method(more).value) < (try #require(method(counts).value)))
        case "shannon-jeffreys":
          #expect(method(more).value != method(counts).value)
        default:
          #expect(method(more).value == method(counts).value, "\(method.stamp.id)")
        }
      }
    }
  }

  @Test("no index leaves its range, and each interval holds its value")
  func ranges() throws {
    var generator = SeededGenerator(seed: 34)
    for _ in 0..<60 {
      let counts = try CategoryCounts.random(&generator)
      for method in Self.plugIns {
        let outcome = method(counts)
        let value = try #require(outcome.value)
        if let interval = outcome.interval { #expect(interval.contains(value)) }
        switch method.stamp.id {
        case "hill-0", "hill-1", "hill-2", "hill-infinity", "inverse-simpson":
          #expect(value >= 1 && value <= Double(counts.occupied))
        case "shannon":
          #expect(value >= 0 && value <= 3.5)
        default:
          #expect(value >= 0 && value <= 1)
        }
      }
    }
  }
}

@Suite("Coverage of the intervals of diversity")
struct DiversityCoverageTests {
  private static let truth = [140, 60, 30, 65]

  /// How often the intervals of each method hold its value at the true shares.
  private static func coverage(
    people: Int, samples: Int, methods: [any StatisticalMethod<CategoryCounts>]
  ) throws -> [Double] {
    let whole = try CategoryCounts.of(truth, declared: 4)
    let values = try methods.map { try #require($0(whole).value) }
    let total = whole.total
    var generator = SeededGenerator(seed: 41)
    var covered = [Int](repeating: 0, count: methods.count)
    for _ in 0..<samples {
      var counts = [0, 0, 0, 0]
      for _ in 0..<people {
        var left = Int.random(in: 0..<total, using: &generator)
        var place = 0
        while left >= truth[place] {
          left -= truth[place]
          place += 1
        }
        counts[place] += 1
      }
      let sample = try CategoryCounts.of(counts, declared: 4)
      for (position, method) in methods.enumerated()
      where method(sample).interval?.contains(values[position]) == true {
        covered[position] += 1
      }
    }
    return covered.map { Double($0) / Double(samples) }
  }

  @Test("in a team of twenty the interval is too short, as the cards say")
  func smallTeam() throws {
    let shares = try Self.coverage(
      people: 20, samples: ThoroughTier.isOn ? 10_000 : 1000,
      methods: [ShannonEntropy(), HillNumber(order: .one)])
    for share in shares { #expect(share > 0.75 && share < 0.92, "\(share)") }
  }

  @Test("of Blau and Shannon, at the shares of indices-R14")
  func coverage() throws {
    let methods: [any StatisticalMethod<CategoryCounts>] = [
      BlauIndex(), ShannonEntropy(), HillNumber(order: .one), HillNumber(order: .two),
    ]
    let samples = ThoroughTier.isOn ? 10_000 : 500
    // Four standard errors of a simulated share around 95 %, and what the normal form loses.
    let slack = 4 * (0.95 * 0.05 / Double(samples)).squareRoot()
    for (people, loss) in [(300, 0.01), (1000, 0.005)] {
      for share in try Self.coverage(people: people, samples: samples, methods: methods) {
        #expect(share > 0.95 - loss - slack && share < 0.95 + slack, "\(people) \(share)")
      }
    }
  }
}
