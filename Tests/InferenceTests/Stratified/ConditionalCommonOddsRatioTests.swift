import Aggregates
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Conditional common odds ratio")
struct ConditionalCommonOddsRatioTests {
  @Test(
    "agrees with roots over integer weights (Python) and with R",
    arguments: [Fixtures.stratifiedPython, Fixtures.stratifiedR])
  func references(file: String) throws {
    for row in try ReferenceValue.read(file, method: "ConditionalCommonOddsRatio") {
      let outcome = ConditionalCommonOddsRatio(level: try row.number("level"))(
        try StratifiedTables(row))
      // R solves for the reciprocal to four decimals.
      expectClose(
        Fixtures.part(row.quantity, of: outcome), row.value,
        relative: file == Fixtures.stratifiedR ? 5e-3 : 1e-10, "\(row)")
    }
  }

  @Test("published: Berkeley 1973 (adverse-36) and the rabbits (adverse-38)")
  func published() throws {
    expectClose(
      ConditionalCommonOddsRatio()(try StratifiedTables.berkeley().swapped).value, 0.9050762,
      relative: 1e-5)
    let rabbits = ConditionalCommonOddsRatio()(try .rabbits())
    expectClose(rabbits.value, 10.361024, relative: 1e-5)
    #expect(
      rabbits.interval?.method == "exact conditional; strata without information: A, E")
  }

  @Test("Fisher's tea and convictions (adverse-24, adverse-25) are single strata")
  func oneStratum() throws {
    let tea = ConditionalCommonOddsRatio()(try .cells([[3, 1, 1, 3]]))
    expectClose(tea.value, 6.408309, relative: 1e-4)
    expectClose(tea.interval?.lower, 0.2117, relative: 1e-3)
    // P(at most 3) = 1 - psi^4 / (1 + 16 psi + 36 psi^2 + 16 psi^3 + psi^4) = 0.025 at the upper
    // limit; the 621.93 in circulation is R's, whose root is found on the scale of 1 / psi.
    let psi = try #require(tea.interval?.upper)
    let rest = 1 + psi * (16 + psi * (36 + psi * 16))
    expectClose(rest / (rest + psi * psi * psi * psi), 0.025, relative: 1e-12)
    expectClose(
      ConditionalCommonOddsRatio()(try .cells([[2, 10, 15, 3]])).value, 0.04693661, relative: 1e-4)
  }

  @Test("the interval contains 1 exactly where the central exact test does not reject")
  func duality() throws {
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<60 {
      let tables = try StratifiedTables.cells(
        (0..<3).map { _ in (0..<4).map { _ in Int.random(in: 0...12, using: &generator) } })
      guard let pValue = ExactStratifiedTest(twoSided: .central)(tables).pValue else { continue }
      let interval = try #require(ConditionalCommonOddsRatio()(tables).interval)
      guard abs(pValue - 0.05) > 1e-9 else { continue }
      #expect(interval.contains(1) == (pValue > 0.05))
    }
  }

  @Test("the least and the greatest total give 0 and infinity with a limit on the other side")
  func edges() throws {
    // One stratum, 0 of 3 against 3 of 3: P(0) = 1 / (1 + 9 psi + 9 psi^2 + psi^3) = 0.025 at the
    // upper limit.
    let none = ConditionalCommonOddsRatio()(try .cells([[0, 3, 3, 0]]))
    #expect(none.value == 0 && none.interval?.lower == 0)
    let psi = try #require(none.interval?.upper)
    expectClose(1 / (1 + 9 * psi + 9 * psi * psi + psi * psi * psi), 0.025, relative: 1e-12)
    let all = ConditionalCommonOddsRatio()(try .cells([[3, 0, 0, 3]]))
    #expect(all.value == .infinity && all.interval?.upper == .infinity)
    expectClose(all.interval?.lower, 1 / psi, relative: 1e-12)
    #expect(ConditionalCommonOddsRatio()(try .cells([[3, 0, 2, 0]])).reason != nil)
  }

  @Test("each limit has half of the rest of the probability beyond it, listed in whole numbers")
  func enumeration() throws {
    for tables in try StratifiedTables.pairs(
      focal: [5, 4], reference: [3, 6], every: ThoroughTier.isOn ? 1 : 7)
    {
      guard !InformativeStrata(tables, about: .odds).strata.isEmpty else { continue }
      let listed = ListedTotals(tables)
      for (observed, part) in [(FisherExactTest.ObservedTable.whole, 0.0), (.half, 0.5)] {
        let outcome = ConditionalCommonOddsRatio(observedTable: observed, level: 0.9)(tables)
        let interval = try #require(outcome.interval)
        if listed.seen == 0 {
          #expect(interval.lower == 0 && outcome.value == 0)
        } else {
          let tails = listed.tails(oddsRatio: interval.lower)
          expectClose(tails.atLeast - part * tails.exactly, 0.05, relative: 1e-11)
        }
        if listed.seen == listed.ways.count - 1 {
          #expect(interval.upper == .infinity && outcome.value == .infinity)
        } else {
          let tails = listed.tails(oddsRatio: interval.upper)
          expectClose(tails.atMost - part * tails.exactly, 0.05, relative: 1e-11)
        }
      }
    }
  }

  @Test("both intervals contain 1 exactly where the central test of their kind does not reject")
  func listedDuality() throws {
    var rejected = 0
    for tables in try StratifiedTables.pairs(
      focal: [5, 4], reference: [3, 6], every: ThoroughTier.isOn ? 1 : 5)
    {
      for observed in FisherExactTest.ObservedTable.allCases {
        let test = ExactStratifiedTest(twoSided: .central, observedTable: observed)
        guard let pValue = test(tables).pValue else { continue }
        for level in [0.6, 0.9, 0.95] where abs(pValue - (1 - level)) > 1e-9 {
          let outcome = ConditionalCommonOddsRatio(observedTable: observed, level: level)(tables)
          let interval = try #require(outcome.interval)
          #expect(interval.contains(1) == (pValue > 1 - level), "\(tables)")
          if pValue < 1 - level { rejected += 1 }
        }
      }
    }
    #expect(rejected > 50)
  }

  @Test("one stratum gives the conditional odds ratio of two groups; mid-p limits lie inside")
  func midP() throws {
    for cells in [[3, 1, 1, 3], [2, 10, 15, 3], [12, 28, 48, 32], [0, 4, 3, 2], [4, 0, 3, 2]] {
      let tables = try StratifiedTables.cells([cells])
      let table = try #require(tables.pooled)
      let whole = try #require(ConditionalCommonOddsRatio()(tables).interval)
      let half = ConditionalCommonOddsRatio(observedTable: .half)(tables)
      let single = ConditionalOddsRatio(observedTable: .half)(table)
      expectClose(half.value, try #require(single.value), relative: 1e-11)
      let (inner, expected) = (try #require(half.interval), try #require(single.interval))
      expectClose(inner.lower, expected.lower, relative: 1e-11)
      expectClose(inner.upper, expected.upper, relative: 1e-11)
      #expect(whole.lower <= inner.lower && inner.upper <= whole.upper && whole != inner)
      #expect(inner.method == "conditional mid-p")
    }
    #expect(
      ConditionalCommonOddsRatio(observedTable: .half).stamp.id
        == "conditional-common-odds-ratio-mid-p")
  }

  @Test("groups wholly apart in large strata still have a limit")
  func farApart() throws {
    // The chance of nobody over three equal strata is the cube of that in one.
    let one = [0, 400, 400, 0]
    let tables = try StratifiedTables.cells([one, one, one])
    let single = ConditionalOddsRatio(level: 1 - 2 * cbrt(0.025))(
      try #require(try StratifiedTables.cells([one]).pooled))
    let outcome = ConditionalCommonOddsRatio()(tables)
    #expect(outcome.value == 0)
    expectClose(
      outcome.interval?.upper, try #require(single.interval?.upper), relative: 1e-10)
    expectClose(
      ConditionalCommonOddsRatio()(tables.swapped).interval?.lower,
      1 / (try #require(outcome.interval?.upper)), relative: 1e-10)
  }
}
