import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Funnel plots and standardised ratios")
struct FunnelPlotTests {
  private static let file = "Tests/InferenceTests/Fixtures/Pooling/python.csv"

  @Test("limits are those of SciPy's binomial and NumPy's winsorised scores")
  func reference() throws {
    for row in try ReferenceValue.read(Self.file, method: "FunnelPlotLimits") {
      let counts = OrganisationCounts(
        try zip(row.wholes("successes"), row.wholes("people")).map {
          try BinomialCount($0, of: $1)
        })
      let target = Double(counts.together.successes) / Double(counts.together.total)
      let spread = FunnelPlotLimits().spread(of: counts, about: target)
      let parts = row.quantity.split(separator: "_").map(String.init)
      let found: Double?
      switch row.quantity {
      case "phi": found = spread.phi.value
      case "deviation": found = spread.deviation.value
      default:
        let kind: FunnelPlotLimits.Overdispersion =
          parts[0] == "exact" ? .none : parts[0] == "additive" ? .additive : .multiplicative
        found = Fixtures.part(
          parts[1],
          of: FunnelPlotLimits(overdispersion: kind).limits(
            about: target, people: try row.whole("size"), spread: spread,
            level: try row.number("level")))
      }
      expectClose(found, row.value, relative: 1e-9, absolute: 1e-11, "\(row)")
    }
  }

  @Test("exact limits leave about the level outside, by adding up the binomial")
  func enumeration() throws {
    let counts = OrganisationCounts([try BinomialCount(3, of: 10), try BinomialCount(3, of: 10)])
    let method = FunnelPlotLimits(overdispersion: .none)
    let spread = method.spread(of: counts, about: 0.3)
    for people in [30, 111, 400] {
      let interval = try #require(
        method.limits(about: 0.3, people: people, spread: spread, level: 0.95).interval)
      var inside = 0.0
      var probability = 1.0
      for _ in 0..<people { probability *= 0.7 }
      for count in 0...people {
        let share = Double(count) / Double(people)
        if interval.contains(share) { inside += probability }
        probability *= Double(people - count) / Double(count + 1) * 0.3 / 0.7
      }
      #expect(abs(inside - 0.95) < 0.06 && inside >= 0.9, "\(people): \(inside)")
    }
  }

  @Test("an organisation out of line does not widen what it is held to")
  func winsorised() throws {
    let usual = try (0..<10).map { try BinomialCount(300 + 12 * ($0 % 3), of: 1000) }
    let odd = OrganisationCounts(usual + [try BinomialCount(600, of: 1000)])
    let drawn = FunnelPlotLimits().spread(of: odd, about: 0.31)
    let raw = FunnelPlotLimits(winsorised: 0).spread(of: odd, about: 0.31)
    #expect((try #require(drawn.phi.value)) < 0.1 * (try #require(raw.phi.value)))
    let limits = FunnelPlotLimits().limits(about: 0.31, people: 1000, spread: drawn, level: 0.998)
    #expect(try #require(limits.interval).contains(0.6) == false)
  }

  @Test("what is not defined has a reason")
  func degenerate() throws {
    let counts = OrganisationCounts([try BinomialCount(3, of: 10), try BinomialCount(4, of: 10)])
    let method = FunnelPlotLimits()
    #expect(method.spread(of: counts, about: 0).phi.reason != nil)
    let spread = method.spread(of: counts, about: 0.35)
    #expect(spread.isOverdispersed == false && spread.phi.value == 1)
    #expect(method.limits(about: 0.35, people: 0, spread: spread, level: 0.95).reason != nil)
    #expect(method.limits(about: 0.35, people: 9, spread: spread, level: 1).reason != nil)
    #expect(FunnelPlotLimits(winsorised: 0.5).spread(of: counts, about: 0.3).phi.reason != nil)
    let unknown = method.spread(of: OrganisationCounts([]), about: 0.3)
    #expect(method.limits(about: 0.3, people: 9, spread: unknown, level: 0.9).reason != nil)
  }

  private static func strata(_ row: ReferenceValue) throws -> [IndirectStandardisation.Stratum] {
    let own = try zip(row.wholes("successes"), row.wholes("people"))
      .map { try BinomialCount($0, of: $1) }
    let pool = try zip(row.wholes("poolSuccesses"), row.wholes("poolPeople"))
      .map { try BinomialCount($0, of: $1) }
    return zip(own, pool).enumerated().map {
      .init("stratum \($0.offset)", own: $0.element.0, pool: $0.element.1)
    }
  }

  @Test("the standardised ratio has SciPy's Poisson limits and Byar's formula's")
  func standardised() throws {
    for row in try ReferenceValue.read(Self.file, method: "IndirectStandardisation") {
      let strata = try Self.strata(row)
      let exact = IndirectStandardisation()(strata)
      let byar = IndirectStandardisation(limits: .byar)(strata)
      let found: Double? =
        switch row.quantity {
        case "expected": exact.expected.value
        case "value": exact.ratio.value
        case "exact_lower": exact.ratio.interval?.lower
        case "exact_upper": exact.ratio.interval?.upper
        case "byar_lower": byar.ratio.interval?.lower
        case "byar_upper": byar.ratio.interval?.upper
        default: nil
        }
      expectClose(found, row.value, relative: 1e-9, absolute: 1e-14, "\(row)")
    }
  }

  @Test("the pool against itself is 1, and strata without own people do not count")
  func identities() throws {
    let pool = [try BinomialCount(40, of: 90), try BinomialCount(7, of: 100)]
    let itself = IndirectStandardisation()(
      pool.enumerated().map { .init("\($0.offset)", own: $0.element, pool: $0.element) })
    expectClose(itself.ratio.value, 1, relative: 1e-14)
    let more = IndirectStandardisation()([
      .init("a", own: try BinomialCount(4, of: 9), pool: pool[0]),
      .init("b", own: try BinomialCount(0, of: 0), pool: try BinomialCount(0, of: 0)),
    ])
    expectClose(more.expected.value, 4, relative: 1e-14)
    let empty = IndirectStandardisation()([
      .init("level", own: try BinomialCount(1, of: 9), pool: try BinomialCount(0, of: 0))
    ])
    #expect(empty.ratio.reason?.contains("level") == true && empty.observed == 1)
    let none = IndirectStandardisation()([
      .init("level", own: try BinomialCount(1, of: 9), pool: try BinomialCount(0, of: 5))
    ])
    #expect(none.expected.value == 0 && none.ratio.reason != nil)
    #expect(IndirectStandardisation()([]).ratio.reason != nil)
    #expect(IndirectStandardisation(level: 0)([]).ratio.reason?.contains("level") == true)
  }
}
