import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Share of a finite population")
struct FinitePopulationShareTests {
  private static func count(
    _ seen: Int, of answered: Int, in population: Int
  ) throws -> FinitePopulationCount {
    guard
      let count = FinitePopulationCount(
        successes: seen, answered: answered, population: population)
    else { throw ReadingProblem.impossibleCounts }
    return count
  }

  @Test("exact limits agree with enumeration in fractions")
  func reference() throws {
    for row in try ShareReferences.values(of: "FinitePopulationShare") {
      let method = FinitePopulationShare(limits: .exact, level: try row.number("level"))
      let outcome = method(
        try Self.count(
          row.whole("successes"), of: row.whole("answered"), in: row.whole("population")))
      expectClose(
        Fixtures.part(row.quantity, of: outcome), row.value, relative: 1e-14,
        "\(row) \(row.arguments)")
    }
  }

  @Test("exact limits cover every possible population at the level, all counts up to 12 people")
  func coverage() throws {
    func choose(_ n: Int, _ k: Int) -> Int {
      guard k >= 0, k <= n else { return 0 }
      return (0..<k).reduce(1) { $0 * (n - $1) / ($1 + 1) }
    }
    let method = FinitePopulationShare(limits: .exact, level: 0.9)
    for population in 1...(ThoroughTier.isOn ? 24 : 12) {
      for answered in 1...population {
        let intervals = try (0...answered).map { seen in
          try #require(method(try Self.count(seen, of: answered, in: population)).interval)
        }
        for marked in 0...population {
          let share = Double(marked) / Double(population)
          var covered = 0
          for seen in 0...answered where intervals[seen].contains(share) {
            covered += choose(marked, seen) * choose(population - marked, answered - seen)
          }
          #expect(10 * covered >= 9 * choose(population, answered))
        }
      }
    }
  }

  @Test("Wilson with the effective number of people is a root of the finite population's score")
  func wilson() throws {
    let z = 1.959963984540054
    for (seen, answered, population) in [(7, 20, 60), (40, 50, 1000), (12, 80, 400)] {
      let outcome = FinitePopulationShare()(try Self.count(seen, of: answered, in: population))
      let interval = try #require(outcome.interval)
      let p = Double(seen) / Double(answered)
      for limit in [interval.lower, interval.upper] {
        let variance =
          limit * (1 - limit) / Double(answered) * Double(population - answered)
          / Double(population - 1)
        expectClose(abs(p - limit), z * variance.squareRoot(), relative: 1e-12)
      }
    }
  }

  @Test("an endless population gives the binomial limits, a full answer the share alone")
  func ends() throws {
    let binomial = try #require(ClopperPearsonInterval()(try BinomialCount(6, of: 40)).interval)
    let far = FinitePopulationShare(limits: .exact)(
      try Self.count(6, of: 40, in: 10_000_000))
    expectClose(far.interval?.lower, binomial.lower, relative: 3e-5)
    expectClose(far.interval?.upper, binomial.upper, relative: 3e-5)
    let plain = try #require(WilsonInterval()(try BinomialCount(6, of: 40)).interval)
    let endless = FinitePopulationShare()(try Self.count(6, of: 40, in: 10_000_000))
    expectClose(endless.interval?.upper, plain.upper, relative: 1e-5)
    for limits in FinitePopulationShare.Limits.allCases {
      let all = FinitePopulationShare(limits: limits)(try Self.count(6, of: 40, in: 40))
      #expect(all.interval?.lower == 0.15 && all.interval?.upper == 0.15)
      #expect(all.standardError == 0)
      // One of 100 did not answer: the share is one of two numbers.
      let nearly = try #require(
        FinitePopulationShare(limits: limits)(try Self.count(50, of: 99, in: 100)).interval)
      #expect(nearly.lower >= 0.5 && nearly.upper <= 0.51)
    }
  }

  @Test("exchanging those with and without mirrors the limits")
  func mirrored() throws {
    for limits in FinitePopulationShare.Limits.allCases {
      for seen in 0...8 {
        let one = FinitePopulationShare(limits: limits)(try Self.count(seen, of: 8, in: 30))
        let other = FinitePopulationShare(limits: limits)(try Self.count(8 - seen, of: 8, in: 30))
        expectClose(
          one.interval?.lower, 1 - (try #require(other.interval?.upper)), relative: 1e-12,
          absolute: 1e-15)
      }
    }
  }

  @Test("nobody has no share, impossible counts are refused, also when read")
  func degenerate() throws {
    #expect(FinitePopulationShare()(try Self.count(0, of: 0, in: 9)).reason != nil)
    #expect(FinitePopulationShare(level: 0)(try Self.count(1, of: 2, in: 9)).reason != nil)
    #expect(
      FinitePopulationShare()(try Self.count(1, of: 2, in: 20_000_000)).reason?
        .contains("ten million") == true)
    #expect(FinitePopulationCount(successes: 1, answered: 5, population: 4) == nil)
    #expect(FinitePopulationCount(successes: 6, answered: 5, population: 9) == nil)
    let text = Data(#"{"answered":{"successes":1,"total":5},"population":4}"#.utf8)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(FinitePopulationCount.self, from: text)
    }
  }
}
