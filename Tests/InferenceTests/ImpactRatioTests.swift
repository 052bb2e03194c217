import Aggregates
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Impact ratio")
struct ImpactRatioTests {
  @Test("Koopman limits agree with roots found at 40 digits")
  func references() throws {
    for row in try ReferenceValue.read(Fixtures.python, method: "ImpactRatio") {
      let level = row.arguments["level"] == nil ? 0.95 : try row.number("level")
      let outcome = ImpactRatio(level: level)(try TwoByTwoTable(row))
      if row.id == "all-both" || outcome.value != nil {
        expectClose(
          Fixtures.part(row.quantity, of: outcome), row.value, relative: 1e-11, "\(row)")
      } else {
        Issue.record("\(row): \(outcome)")
      }
    }
  }

  @Test("published and recomputed ratios")
  func published() throws {
    let cases: [(String, [Int], Double, Double)] = [
      ("adverse-2", [12, 40, 48, 80], 0.5, 1e-15), ("adverse-4", [26, 48, 206, 259], 0.68, 2e-3),
      ("adverse-5", [11, 48, 35, 259], 1.695833, 1e-6),
      ("adverse-10", [3, 8, 16, 25], 0.5859, 1e-4),
      ("adverse-11", [6, 19, 25, 43], 0.543158, 1e-6),
      ("adverse-11", [3, 15, 25, 43], 0.344, 1e-12),
      ("adverse-12", [50, 64, 455, 508], 0.8723, 1e-4),
      ("adverse-18", [8, 17, 8, 13], 0.764706, 1e-6),
      ("adverse-20", [4425, 5187, 2440, 2793], 0.976513, 1e-6),
      ("adverse-20", [542, 678, 3162, 3543], 0.895734, 1e-6),
      ("adverse-22", [396, 980, 936, 1885], 0.813776, 1e-6),
      ("adverse-36", [557, 1835, 1198, 2691], 0.681830, 1e-6),
      ("adverse-17", [835, 906, 564, 581], 0.949413, 1e-6),
      ("pay-27", [555, 1181, 667, 1390], 0.979, 1e-3),
    ]
    for (id, counts, expected, digits) in cases {
      let table = try TwoByTwoTable.rates(
        focal: counts[0], of: counts[1], reference: counts[2], of: counts[3])
      expectClose(ImpactRatio()(table).value, expected, relative: digits, "\(id)")
    }
    let morris = try #require(
      ImpactRatio()(try .rates(focal: 2, of: 10, reference: 15, of: 25)).interval)
    expectClose(morris.lower, 0.0918, relative: 5e-4)
    expectClose(morris.upper, 0.9318, relative: 5e-5)
    let newcombe = try #require(
      ImpactRatio()(try .rates(focal: 56, of: 70, reference: 48, of: 80)).interval)
    expectClose(newcombe.lower, 1.079821, relative: 1e-6)
    expectClose(newcombe.upper, 1.670806, relative: 1e-6)
  }

  @Test("zero counts have explicit limits")
  func zeroCounts() throws {
    let noFocal = ImpactRatio()(try .rates(focal: 0, of: 12, reference: 9, of: 40))
    #expect(noFocal.value == 0 && noFocal.interval?.lower == 0)
    #expect(try #require(noFocal.interval).upper.isFinite)
    let noReference = ImpactRatio()(try .rates(focal: 3, of: 10, reference: 0, of: 25))
    #expect(noReference.value == .infinity && noReference.interval?.upper == .infinity)
    #expect(try #require(noReference.interval).lower > 0)
    #expect(ImpactRatio()(try .rates(focal: 0, of: 10, reference: 0, of: 20)).reason != nil)
    #expect(ImpactRatio()(try .rates(focal: 0, of: 0, reference: 1, of: 20)).reason != nil)
    #expect(ImpactRatio()(try .rates(focal: 1, of: 5, reference: 0, of: 0)).reason != nil)
    let everyone = ImpactRatio()(try .rates(focal: 7, of: 7, reference: 9, of: 9))
    #expect(everyone.value == 1)
    #expect(everyone.interval?.contains(1) == true)
    #expect(ImpactRatio(level: 1)(try .rates(focal: 1, of: 5, reference: 2, of: 5)).reason != nil)
    #expect(
      ImpactRatio(level: .nan)(try .rates(focal: 1, of: 5, reference: 2, of: 5)).reason != nil)
  }

  @Test("contains 1 exactly where the pooled Z test does not reject")
  func agreesWithTest() throws {
    var generator = SeededGenerator(seed: 5)
    var rejections = 0
    for _ in 0..<600 {
      let focalTotal = Int.random(in: 1...120, using: &generator)
      let referenceTotal = Int.random(in: 1...120, using: &generator)
      let table = try TwoByTwoTable.rates(
        focal: Int.random(in: 0...focalTotal, using: &generator), of: focalTotal,
        reference: Int.random(in: 0...referenceTotal, using: &generator), of: referenceTotal)
      guard let pValue = PooledZTest()(table).pValue else { continue }
      for level in [0.8, 0.95, 0.999] where abs(pValue - (1 - level)) > 1e-9 {
        let interval = try #require(ImpactRatio(level: level)(table).interval)
        #expect(interval.contains(1) == (pValue > 1 - level), "\(table) \(pValue)")
        if pValue < 1 - level { rejections += 1 }
      }
    }
    #expect(rejections > 100)
  }

  @Test("exchanging the groups inverts the ratio and the limits")
  func reciprocal() throws {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<200 {
      let focalTotal = Int.random(in: 1...5000, using: &generator)
      let referenceTotal = Int.random(in: 1...5000, using: &generator)
      let table = try TwoByTwoTable.rates(
        focal: Int.random(in: 1...focalTotal, using: &generator), of: focalTotal,
        reference: Int.random(in: 1...referenceTotal, using: &generator), of: referenceTotal)
      let swapped = try #require(table.swapped)
      let interval = try #require(ImpactRatio()(table).interval)
      let other = try #require(ImpactRatio()(swapped).interval)
      expectClose(interval.lower * other.upper, 1, relative: 1e-10)
      expectClose(interval.upper * other.lower, 1, relative: 1e-10)
      #expect(interval.contains(try #require(ImpactRatio()(table).value)))
      let narrower = try #require(ImpactRatio(level: 0.5)(table).interval)
      #expect(interval.lower <= narrower.lower && narrower.upper <= interval.upper)
    }
  }
}
