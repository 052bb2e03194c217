import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Impact ratio (MOVER interval)")
struct MoverRatioTests {
  @Test("agrees with the published formula at 40 digits (Python)")
  func references() throws {
    for row in try ReferenceValue.read(SmallTables.variants, method: "MoverRatio") {
      expectClose(
        Fixtures.part(row.quantity, of: MoverRatio()(try TwoByTwoTable(row))), row.value,
        relative: 1e-9, "\(row)")
    }
  }

  @Test("every small table: each limit solves the equation the method stands for")
  func recovery() throws {
    for table in try SmallTables.all(upTo: 8, step: 3) where table.selected > 0 {
      let interval = try #require(MoverRatio()(table).interval)
      let (p, q) = (table.focalRate, table.referenceRate)
      let focal = try WilsonInterval.limits(
        successes: table.focalSelected, total: table.focalTotal, level: 0.95)
      let reference = try WilsonInterval.limits(
        successes: table.referenceSelected, total: table.referenceTotal, level: 0.95)
      func square(_ x: Double) -> Double { x * x }
      // A ratio is at a limit where p - ratio q is as far from 0 as the two rates from theirs.
      if interval.lower > 0 {
        expectClose(
          square(p - interval.lower * q),
          square(p - focal.lower) + square(interval.lower * (reference.upper - q)),
          relative: 1e-9, absolute: 1e-14)
      } else {
        #expect(table.focalSelected == 0)
      }
      if interval.upper < .infinity {
        expectClose(
          square(p - interval.upper * q),
          square(focal.upper - p) + square(interval.upper * (q - reference.lower)),
          relative: 1e-9, absolute: 1e-14)
      } else {
        #expect(table.referenceSelected == 0)
      }
      let other = MoverRatio()(try #require(table.swapped)).interval
      expectClose(1 / interval.upper, try #require(other?.lower), relative: 1e-10)
    }
  }

  @Test("zero counts and degenerate tables")
  func edges() throws {
    let none = MoverRatio()(try .rates(focal: 0, of: 12, reference: 9, of: 40))
    #expect(none.value == 0 && none.interval?.lower == 0)
    let reference = MoverRatio()(try .rates(focal: 3, of: 12, reference: 0, of: 40))
    #expect(reference.value == .infinity && reference.interval?.upper == .infinity)
    #expect(try #require(reference.interval?.lower) > 0)
    #expect(MoverRatio()(try .rates(focal: 0, of: 4, reference: 0, of: 5)).reason != nil)
    #expect(MoverRatio()(try .rates(focal: 0, of: 0, reference: 1, of: 5)).reason != nil)
    #expect(MoverRatio(level: 1)(try .rates(focal: 1, of: 4, reference: 2, of: 5)).reason != nil)
    #expect(MoverRatio()(try .rates(focal: 4, of: 4, reference: 5, of: 5)).value == 1)
    #expect(MethodCatalogue.card("impact-ratio-mover") == MoverRatio.card)
  }
}
