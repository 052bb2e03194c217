import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("Odds ratio (exact interval by test inversion)")
struct ExactOddsRatioTests {
  @Test("agrees with the p-value on a fine grid of odds ratios, pieces counted (Python)")
  func references() throws {
    for row in try ReferenceValue.read(SmallTables.variants, method: "ExactOddsRatio") {
      let parts = row.quantity.split(separator: "-").map(String.init)
      let method = ExactOddsRatio(
        twoSided: parts[0] == "blaker" ? .blaker : .minimumLikelihood)
      let outcome = method(try TwoByTwoTable(row))
      if parts[1] == "pieces" {
        let isHull = try #require(outcome.interval).method.contains("hull")
        #expect(isHull == (row.value > 1), "\(row)")
      } else {
        expectClose(Fixtures.part(parts[1], of: outcome), row.value, relative: 1e-9, "\(row)")
      }
    }
  }

  @Test("Fay's table: Fisher's p is below 0.05, yet the hull of the pieces kept holds 1")
  func pieces() throws {
    let table = try TwoByTwoTable.rates(focal: 7, of: 262, reference: 30, of: 494)
    let pValue = try #require(FisherExactTest()(table).test).pValue
    expectClose(pValue.value, 0.04996, relative: 1e-4)
    let interval = try #require(ExactOddsRatio()(table).interval)
    #expect(interval.contains(1) && interval.agreesWith == nil)
    #expect(interval.method == "exact minimum likelihood, hull of separate pieces")
    let check = CoherenceCheck(
      interval, nullValue: 1, pValue: pValue, test: "fisher-exact-minlike", alpha: 0.05)
    #expect(
      check
        == .explained(
          reason: "the interval is by exact minimum likelihood, hull of separate pieces, the "
            + "p-value by Fisher's exact test, conditional on both margins"))
  }

  /// The p-value of an odds ratio by its definition.
  private func pValue(
    _ table: TwoByTwoTable, _ oddsRatio: Double, _ twoSided: ExactOddsRatio.TwoSided
  ) -> Double {
    let counts =
      max(0, table.selected - table.referenceTotal)...min(table.selected, table.focalTotal)
    let masses = counts.map { count in
      Double(
        SmallTables.choose(table.focalTotal, count)
          * SmallTables.choose(table.referenceTotal, table.selected - count))
        * pow(oddsRatio, Double(count))
    }
    let seen = table.focalSelected - counts.lowerBound
    let keys =
      switch twoSided {
      case .minimumLikelihood: masses
      case .blaker:
        masses.indices.map {
          min(masses[...$0].reduce(0, +), masses[$0...].reduce(0, +))
        }
      }
    let extreme = masses.indices.filter { keys[$0] <= keys[seen] * (1 + 1e-7) }
    return extreme.reduce(0) { $0 + masses[$1] } / masses.reduce(0, +)
  }

  @Test("every small table: kept at the limits, rejected everywhere beyond, by the definition")
  func enumeration() throws {
    for table in try SmallTables.all(upTo: 8, step: 13) where table.outcomeProblem == nil {
      for twoSided in ExactOddsRatio.TwoSided.allCases {
        let interval = try #require(ExactOddsRatio(twoSided: twoSided)(table).interval)
        let (lower, upper) = (interval.lower, interval.upper)
        if lower > 0 {
          #expect(pValue(table, lower * (1 + 1e-9), twoSided) >= 0.05 * (1 - 1e-7))
          for step in 1...60 {
            let beyond = lower * pow(0.9, Double(step)) * (1 - 1e-9)
            #expect(pValue(table, beyond, twoSided) < 0.05, "\(table)")
          }
        }
        if upper < .infinity {
          #expect(pValue(table, upper * (1 - 1e-9), twoSided) >= 0.05 * (1 - 1e-7))
          for step in 1...60 {
            let beyond = upper / pow(0.9, Double(step)) * (1 + 1e-9)
            #expect(pValue(table, beyond, twoSided) < 0.05, "\(table)")
          }
        }
        let swapped = try #require(table.swapped)
        let other = try #require(ExactOddsRatio(twoSided: twoSided)(swapped).interval)
        expectClose(1 / upper, other.lower, relative: 1e-9)
      }
    }
  }

  @Test("Blaker's interval lies inside the central one")
  func nested() throws {
    for table in try SmallTables.all(upTo: 8, step: 17) where table.outcomeProblem == nil {
      let blaker = try #require(ExactOddsRatio(twoSided: .blaker)(table).interval)
      let central = try #require(ConditionalOddsRatio()(table).interval)
      #expect(blaker.lower >= central.lower * (1 - 1e-9))
      #expect(blaker.upper <= central.upper * (1 + 1e-9))
    }
  }

  @Test("ends of the margins, degenerate tables, many people")
  func edges() throws {
    let none = ExactOddsRatio()(try .rates(focal: 0, of: 12, reference: 9, of: 40))
    #expect(none.value == 0 && none.interval?.lower == 0)
    let all = ExactOddsRatio(twoSided: .blaker)(try .rates(focal: 12, of: 12, reference: 9, of: 40))
    #expect(all.value == .infinity && all.interval?.upper == .infinity)
    #expect(ExactOddsRatio()(try .rates(focal: 0, of: 4, reference: 0, of: 5)).reason != nil)
    #expect(ExactOddsRatio()(try .rates(focal: 4, of: 4, reference: 5, of: 5)).reason != nil)
    #expect(ExactOddsRatio()(try .rates(focal: 0, of: 0, reference: 1, of: 5)).reason != nil)
    #expect(
      ExactOddsRatio(level: 1)(try .rates(focal: 1, of: 4, reference: 2, of: 5)).reason != nil)
    let many = try TwoByTwoTable.rates(focal: 20_000, of: 40_000, reference: 20_000, of: 40_000)
    #expect(ExactOddsRatio()(many).reason?.contains("20000") == true)
    let large = try TwoByTwoTable.rates(focal: 210, of: 400, reference: 190, of: 400)
    let central = try #require(ConditionalOddsRatio()(large).interval)
    for twoSided in ExactOddsRatio.TwoSided.allCases {
      let interval = try #require(ExactOddsRatio(twoSided: twoSided)(large).interval)
      expectClose(interval.lower, central.lower, relative: 0.02)
      expectClose(interval.upper, central.upper, relative: 0.02)
    }
    #expect(ExactOddsRatio().stamp.id == "odds-ratio-exact-minlike")
    #expect(ExactOddsRatio(twoSided: .blaker).stamp.id == "odds-ratio-exact-blaker")
    #expect(MethodCatalogue.card("odds-ratio-exact-blaker") == ExactOddsRatio.card)
  }
}
