import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Bounds over people of unknown group")
struct UnknownDemographicsBoundsTests {
  /// Ratio, difference and Z of a table, where they are defined.
  private static func values(_ table: TwoByTwoTable) -> [Double?] {
    let (a, n1) = (Double(table.focalSelected), Double(table.focalTotal))
    let (c, n2) = (Double(table.referenceSelected), Double(table.referenceTotal))
    let rate = (a + c) / (n1 + n2)
    let ratio = a + c == 0 ? nil : (c == 0 ? .infinity : a * n2 / (n1 * c))
    let variance = rate * (1 - rate) * (1 / n1 + 1 / n2)
    return [ratio, a / n1 - c / n2, variance > 0 ? (a / n1 - c / n2) / variance.squareRoot() : nil]
  }

  @Test("agrees with every division between the two groups, and third groups add nothing")
  func enumeration() throws {
    var generator = SeededGenerator(seed: 46)
    let largest = ThoroughTier.isOn ? 6 : 3
    for _ in 0..<(ThoroughTier.isOn ? 400 : 60) {
      func count() -> Int { Int.random(in: 0...largest, using: &generator) }
      let focal = (count(), count())
      let reference = (count(), count())
      guard focal.0 + focal.1 > 0, reference.0 + reference.1 > 0 else { continue }
      let known = try #require(
        TwoByTwoTable(
          focalSelected: focal.0, focalRejected: focal.1, referenceSelected: reference.0,
          referenceRejected: reference.1))
      let (u, v) = (count(), count())
      let partly = try #require(
        PartlyKnownTable(known: known, unknownSelected: u, unknownRejected: v))
      let result = UnknownDemographicsBounds()(partly)
      var between: [[Double]] = [[], [], []]
      var beyond: [[Double]] = [[], [], []]
      for i in 0...u {
        for j in 0...v {
          for k in 0...(u - i) {
            for l in 0...(v - j) {
              let table = try #require(
                TwoByTwoTable(
                  focalSelected: focal.0 + i, focalRejected: focal.1 + j,
                  referenceSelected: reference.0 + k, referenceRejected: reference.1 + l))
              for (index, value) in Self.values(table).enumerated() {
                guard let value else { continue }
                beyond[index].append(value)
                if i + k == u, j + l == v { between[index].append(value) }
              }
            }
          }
        }
      }
      let found = [
        (result.impactRatio.smallest.value, result.impactRatio.largest.value),
        (result.riskDifference.smallest.value, result.riskDifference.largest.value),
        (
          result.pooledZ.smallest.test?.statistic, result.pooledZ.largest.test?.statistic
        ),
      ]
      for index in 0..<3 {
        guard let low = between[index].min(), let high = between[index].max() else {
          #expect(found[index].0 == nil && found[index].1 == nil)
          continue
        }
        expectClose(found[index].0, low, relative: 1e-13, absolute: 1e-15)
        expectClose(found[index].1, high, relative: 1e-13, absolute: 1e-15)
        #expect(try #require(beyond[index].min()) >= low - 1e-13)
        #expect(try #require(beyond[index].max()) <= high + 1e-13)
      }
    }
  }

  @Test("without unknown people both ends are the comparison itself")
  func known() throws {
    let table = try TwoByTwoTable.rates(focal: 12, of: 40, reference: 48, of: 80)
    let result = UnknownDemographicsBounds(level: 0.9)(
      try #require(PartlyKnownTable(known: table, unknownSelected: 0, unknownRejected: 0)))
    #expect(result.impactRatio.smallest == ImpactRatio(level: 0.9)(table))
    #expect(result.impactRatio.largest == ImpactRatio(level: 0.9)(table))
    #expect(result.smallest == table && result.largest == table)
  }

  @Test("exchanging the groups exchanges and inverts the ends")
  func swapped() throws {
    let table = try TwoByTwoTable.rates(focal: 12, of: 40, reference: 48, of: 80)
    let swapped = try #require(table.swapped)
    let result = UnknownDemographicsBounds()(
      try #require(PartlyKnownTable(known: table, unknownSelected: 7, unknownRejected: 9)))
    let other = UnknownDemographicsBounds()(
      try #require(PartlyKnownTable(known: swapped, unknownSelected: 7, unknownRejected: 9)))
    // 12/49 against 55/87, and 19/47 against 48/89.
    expectClose(result.impactRatio.smallest.value, 12.0 / 49 * 87 / 55, relative: 1e-14)
    expectClose(result.impactRatio.largest.value, 19.0 / 47 * 89 / 48, relative: 1e-14)
    expectClose(
      try #require(other.impactRatio.largest.value) * (result.impactRatio.smallest.value ?? 0), 1,
      relative: 1e-14)
  }

  @Test("a group without a known member gives reasons; nobody selected leaves the ratio undefined")
  func degenerate() throws {
    let empty = try TwoByTwoTable.rates(focal: 0, of: 0, reference: 4, of: 8)
    let result = UnknownDemographicsBounds()(
      try #require(PartlyKnownTable(known: empty, unknownSelected: 3, unknownRejected: 3)))
    #expect(result.impactRatio.smallest.reason?.contains("focal") == true)
    #expect(result.pooledZ.largest.reason != nil && result.smallest == nil)
    let none = try TwoByTwoTable.rates(focal: 0, of: 5, reference: 0, of: 8)
    let zero = UnknownDemographicsBounds()(
      try #require(PartlyKnownTable(known: none, unknownSelected: 0, unknownRejected: 3)))
    #expect(zero.impactRatio.smallest.reason != nil && zero.riskDifference.largest.value == 0)
    let wide = UnknownDemographicsBounds()(
      try #require(PartlyKnownTable(known: none, unknownSelected: 2, unknownRejected: 3)))
    #expect(wide.impactRatio.smallest.value == 0 && wide.impactRatio.largest.value == .infinity)
    #expect(PartlyKnownTable(known: none, unknownSelected: -1, unknownRejected: 0) == nil)
  }

  @Test("scenarios of a table that prints only how many are unknown, adverse-20")
  func scenarios() throws {
    let groups = try ComparatorPolicyTests.groups([("Female", 2440, 2793), ("Male", 4425, 5187)])
    let policy = BiasAuditTable.policy
    let result = try #require(UnknownScenarios(groups, unknown: 813, policy: policy))
    #expect(result.scenarios.count == 4)
    #expect(result.scenarios.map(\.position) == [0, 0, 1, 1])
    let range = try #require(result.ratios(of: 1))
    // All unknown are men who were not selected; or women who were not, and men come first.
    expectClose(range.lowerBound, 4425.0 / 6000 / (2440.0 / 2793), relative: 1e-14)
    #expect(range.upperBound == 1)
    let none = try #require(UnknownScenarios(groups, unknown: 0, policy: policy))
    let same = try #require(none.ratios(of: 1))
    #expect(same.lowerBound == same.upperBound)
    #expect(none.ratios(of: 2) == nil)
    #expect(UnknownScenarios(groups, unknown: -1, policy: policy) == nil)
  }
}
