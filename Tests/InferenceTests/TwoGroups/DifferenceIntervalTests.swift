import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Score and Agresti-Caffo intervals of a difference")
struct DifferenceIntervalTests {
  @Test("agree with the cubic's closed form and bisection at 40 digits (Python)")
  func references() throws {
    let methods: [(String, any StatisticalMethod<TwoByTwoTable>)] = [
      ("MiettinenNurminenDifference", MiettinenNurminenDifference()),
      ("MeeDifference", MeeDifference()), ("AgrestiCaffoDifference", AgrestiCaffoDifference()),
    ]
    for (name, method) in methods {
      for row in try ReferenceValue.read(BlakerExactTestTests.intervals, method: name) {
        expectClose(
          Fixtures.part(row.quantity, of: method(try TwoByTwoTable(row))), row.value,
          relative: 1e-9, absolute: 1e-12, "\(row)")
      }
    }
  }

  @Test("Newcombe's example and the edges, adverse-32 and adverse-33")
  func published() throws {
    let cases: [(any StatisticalMethod<TwoByTwoTable>, [Int], Double, Double)] = [
      (MeeDifference(), [56, 70, 48, 80], 0.053334, 0.337729),
      (MiettinenNurminenDifference(), [56, 70, 48, 80], 0.052830, 0.338173),
      (MiettinenNurminenDifference(), [10, 10, 0, 20], 0.715619, 1),
      (MiettinenNurminenDifference(), [0, 10, 0, 20], -0.165760, 0.284381),
    ]
    for (method, counts, lower, upper) in cases {
      let interval = method(
        try .rates(focal: counts[0], of: counts[1], reference: counts[2], of: counts[3])
      ).interval
      expectClose(interval?.lower, lower, absolute: 6e-7)
      expectClose(interval?.upper, upper, absolute: 6e-7)
    }
  }

  @Test("Mee's holds 0 where the Z test does not reject; exchanging the groups mirrors all three")
  func coherence() throws {
    var generator = SeededGenerator(seed: 32)
    for _ in 0..<120 {
      let focalTotal = Int.random(in: 1...60, using: &generator)
      let referenceTotal = Int.random(in: 1...60, using: &generator)
      let table = try TwoByTwoTable.rates(
        focal: Int.random(in: 0...focalTotal, using: &generator), of: focalTotal,
        reference: Int.random(in: 0...referenceTotal, using: &generator), of: referenceTotal)
      let swapped = try #require(table.swapped)
      let methods: [any StatisticalMethod<TwoByTwoTable>] = [
        MeeDifference(), MiettinenNurminenDifference(), AgrestiCaffoDifference(),
      ]
      for method in methods {
        let interval = try #require(method(table).interval)
        let other = try #require(method(swapped).interval)
        expectClose(interval.lower, -other.upper, absolute: 1e-12)
        #expect(interval.lower >= -1 && interval.upper <= 1)
      }
      let mee = try #require(MeeDifference()(table).interval)
      let wider = try #require(MiettinenNurminenDifference()(table).interval)
      #expect(wider.lower <= mee.lower + 1e-12 && wider.upper >= mee.upper - 1e-12)
      if let pValue = PooledZTest()(table).pValue {
        #expect(mee.contains(0) == (pValue >= 0.05), "\(table)")
      }
    }
  }

  @Test("without a group, or with an impossible level, there is no interval")
  func edges() throws {
    for level in [0.95, 1.5] {
      let table = try TwoByTwoTable.rates(
        focal: 0, of: level > 1 ? 3 : 0, reference: 2, of: 5)
      #expect(MeeDifference(level: level)(table).reason != nil)
      #expect(MiettinenNurminenDifference(level: level)(table).reason != nil)
      #expect(AgrestiCaffoDifference(level: level)(table).reason != nil)
    }
  }
}
