import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

/// Tests of some tables, for the adjustments of families of discrete tests.
enum DiscreteFamilies {
  /// Tables from focal selected, focal total, reference selected, reference total.
  static func tables(_ counts: [[Int]]) throws -> [TwoByTwoTable] {
    try counts.map {
      try TwoByTwoTable.rates(focal: $0[0], of: $0[1], reference: $0[2], of: $0[3])
    }
  }

  /// Fisher's tests of some tables.
  static func tests(_ counts: [[Int]]) throws -> [DiscreteTest] {
    try tables(counts).map { try #require(DiscreteTest($0)) }
  }

  /// A family of small tables of all sizes drawn at random.
  static func random(
    _ count: Int, largest: Int, using generator: inout SeededGenerator
  ) throws -> [TwoByTwoTable] {
    try (0..<count).map { _ in
      let focal = Int.random(in: 1...largest, using: &generator)
      let reference = Int.random(in: 1...largest, using: &generator)
      return try TwoByTwoTable.rates(
        focal: Int.random(in: 0...focal, using: &generator), of: focal,
        reference: Int.random(in: 0...reference, using: &generator), of: reference)
    }
  }

  /// Every p-value a table can have with its probability, from all ways to choose the selected.
  static func enumeration(_ table: TwoByTwoTable) throws -> [(pValue: Double, probability: Double)]
  {
    var counts: [Int: Double] = [:]
    for chosen in 0..<(1 << table.total) where chosen.nonzeroBitCount == table.selected {
      counts[(chosen & ((1 << table.focalTotal) - 1)).nonzeroBitCount, default: 0] += 1
    }
    let whole = counts.values.reduce(0, +)
    return try counts.keys.sorted().map { focal in
      let other = try TwoByTwoTable.rates(
        focal: focal, of: table.focalTotal, reference: table.selected - focal,
        of: table.referenceTotal)
      let pValue = try #require(FisherExactTest()(other).pValue)
      return (pValue, (counts[focal] ?? 0) / whole)
    }
  }
}

@Suite("Attainable p-values")
struct AttainablePValuesTests {
  @Test("they are Fisher's p-values of all tables with the margins, and their own distribution")
  func enumeration() throws {
    let largest = ThoroughTier.isOn ? 8 : 5
    for focalTotal in 1...largest {
      for referenceTotal in 1...largest {
        for selected in 0...(focalTotal + referenceTotal) {
          let focal = max(0, selected - referenceTotal)
          let table = try TwoByTwoTable.rates(
            focal: focal, of: focalTotal, reference: selected - focal, of: referenceTotal)
          let attainable = FisherExactTest.attainablePValues(of: table).map(\.value)
          let all = try DiscreteFamilies.enumeration(table)
          for pValue in attainable {
            let below = all.filter { $0.pValue <= pValue * (1 + 1e-9) }.map(\.probability)
            expectClose(pValue, below.reduce(0, +), relative: 1e-12)
          }
          for (pValue, _) in all {
            #expect(attainable.contains { abs($0 - pValue) <= 1e-12 * pValue })
          }
          #expect(attainable.last == 1)
          #expect(zip(attainable, attainable.dropFirst()).allSatisfy { $0 < $1 })
        }
      }
    }
  }

  @Test("large margins agree with the test itself")
  func large() throws {
    var generator = SeededGenerator(seed: 2)
    for table in try DiscreteFamilies.random(60, largest: 3000, using: &generator) {
      let null = try FisherNullDistribution(table)
      for count in Set([null.support.lowerBound, table.focalSelected, null.support.upperBound]) {
        let other = try TwoByTwoTable.rates(
          focal: count, of: table.focalTotal, reference: table.selected - count,
          of: table.referenceTotal)
        let expected = try #require(FisherExactTest()(other).pValue)
        if expected > 1e-290 {
          expectClose(null.pValue(of: count), expected, relative: 1e-10)
        }
      }
    }
  }

  @Test("empty groups have none; one possible table has 1; impossible pairs are no test")
  func degenerate() throws {
    let empty = try TwoByTwoTable.rates(focal: 0, of: 0, reference: 3, of: 5)
    #expect(FisherExactTest.attainablePValues(of: empty).isEmpty)
    #expect(DiscreteTest(empty) == nil)
    let one = try TwoByTwoTable.rates(focal: 0, of: 3, reference: 0, of: 5)
    #expect(FisherExactTest.attainablePValues(of: one) == [.one])
    let half = try #require(PValue(0.5))
    let tenth = try #require(PValue(0.1))
    #expect(DiscreteTest(tenth, attainable: [half, .one]) == nil)
    #expect(DiscreteTest(half, attainable: [half]) == nil)
    #expect(DiscreteTest(half, attainable: [.one, half, .one]) == nil)
    let test = try #require(DiscreteTest(half, attainable: [half, .one]))
    #expect([0.2, 0.5, 0.7, 1].map { test.distribution(at: $0) } == [0, 0.5, 0.5, 1])
  }
}

@Suite("Westfall-Young adjustment")
struct WestfallYoungAdjustmentTests {
  @Test("agrees with the joint distribution of the tables written out")
  func enumeration() throws {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<(ThoroughTier.isOn ? 60 : 15) {
      let tables = try DiscreteFamilies.random(4, largest: 5, using: &generator)
      let tests = try tables.map { try #require(DiscreteTest($0)) }
      let adjusted = WestfallYoungAdjustment.adjust(tests)
      let nulls = try tables.map { try DiscreteFamilies.enumeration($0) }
      let order = tests.indices.sorted { (tests[$0].pValue, $0) < (tests[$1].pValue, $1) }
      var largest = 0.0
      for (position, index) in order.enumerated() {
        let left = Array(order[position...])
        // Every combination of outcomes of the tests left.
        var reached = 0.0
        func walk(_ depth: Int, _ probability: Double, _ smallest: Double) {
          guard depth < left.count else {
            if smallest <= tests[index].pValue.value * (1 + 1e-9) { reached += probability }
            return
          }
          for outcome in nulls[left[depth]] {
            walk(depth + 1, probability * outcome.probability, min(smallest, outcome.pValue))
          }
        }
        walk(0, 1, 1)
        largest = max(largest, reached)
        expectClose(adjusted[index].value, largest, relative: 1e-11)
      }
    }
  }

  @Test("never larger than Holm's, never smaller than the p-value; one test is left alone")
  func bounds() throws {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<40 {
      let tables = try DiscreteFamilies.random(12, largest: 40, using: &generator)
      let tests = try tables.map { try #require(DiscreteTest($0)) }
      let adjusted = WestfallYoungAdjustment.adjust(tests)
      let holm = HolmAdjustment.adjust(tests.map(\.pValue))
      for index in tests.indices {
        #expect(adjusted[index].value <= holm[index].value * (1 + 1e-12))
        #expect(adjusted[index].value >= tests[index].pValue.value * (1 - 1e-12))
      }
      let turned = WestfallYoungAdjustment.adjust(tests.reversed())
      for (one, other) in zip(turned.reversed(), adjusted) {
        expectClose(one.value, other.value, relative: 1e-12)
      }
    }
    let one = try DiscreteFamilies.tests([[2, 10, 15, 25]])
    expectClose(
      WestfallYoungAdjustment.adjust(one)[0].value, one[0].pValue.value, relative: 1e-14)
    #expect(WestfallYoungAdjustment.adjust([]).isEmpty)
  }

  @Test("a test that cannot be small costs nothing; small probabilities keep their digits")
  func costs() throws {
    let strong = [50, 51, 257, 632]
    let alone = try DiscreteFamilies.tests([strong])
    let beside = try DiscreteFamilies.tests([strong, [0, 2, 1, 2], [1, 3, 0, 2], [0, 4, 0, 4]])
    let adjusted = WestfallYoungAdjustment.adjust(beside)
    expectClose(adjusted[0].value, alone[0].pValue.value, relative: 1e-13)
    #expect(adjusted[3] == .one)
    let withheld = try #require(DiscreteTest(.one, attainable: alone[0].attainable))
    let paid = WestfallYoungAdjustment.adjust([alone[0], withheld])
    expectClose(paid[0].value, 2 * alone[0].pValue.value, relative: 1e-12)
    #expect(paid[1] == .one)
  }

  @Test("the chance of any false rejection stays within the level, computed exactly")
  func familyWiseError() throws {
    let tables = try DiscreteFamilies.tables([[1, 5, 3, 5], [2, 4, 1, 6], [3, 6, 2, 5]])
    let nulls = try tables.map { try DiscreteFamilies.enumeration($0) }
    let attainable = tables.map { FisherExactTest.attainablePValues(of: $0) }
    for level in [0.05, 0.1, 0.2, 0.4] {
      var anyRejected = 0.0
      for first in nulls[0] {
        for second in nulls[1] {
          for third in nulls[2] {
            let tests = try zip([first, second, third], attainable).map { outcome, attainable in
              let pValue = try #require(PValue(outcome.pValue))
              return try #require(DiscreteTest(pValue, attainable: attainable))
            }
            if WestfallYoungAdjustment.adjust(tests).contains(where: { $0.value <= level }) {
              anyRejected += first.probability * second.probability * third.probability
            }
          }
        }
      }
      #expect(anyRejected <= level)
      #expect(level < 0.2 || anyRejected > 0)
    }
  }
}

@Suite("Discrete false discovery rate adjustment")
struct DiscreteFalseDiscoveryAdjustmentTests {
  @Test("rejects what the critical values of the step-down procedure reject")
  func criticalValues() throws {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<40 {
      let tables = try DiscreteFamilies.random(10, largest: 30, using: &generator)
      let tests = try tables.map { try #require(DiscreteTest($0)) }
      let adjusted = DiscreteFalseDiscoveryAdjustment.adjust(tests)
      let grid = Set(tests.flatMap { $0.attainable.map(\.value) }).sorted()
      let sorted = tests.map(\.pValue.value).sorted()
      for level in [0.01, 0.05, 0.2, 0.5] {
        func sum(_ t: Double) -> Double {
          tests.map { test in
            let value = test.attainable.map(\.value).last { $0 <= t * (1 + 1e-9) } ?? 0
            return value / (1 - value)
          }.reduce(0, +)
        }
        var rejections = 0
        while rejections < tests.count {
          let allowed = level * Double(rejections + 1)
          let critical = grid.last { sum($0) <= allowed } ?? -1
          if sorted[rejections] > critical * (1 + 1e-9) { break }
          rejections += 1
        }
        let found = adjusted.filter { $0.value <= level }.count
        let tied =
          rejections == 0
          ? 0 : sorted.filter { $0 <= sorted[rejections - 1] * (1 + 1e-9) }.count
        #expect(found == tied, "level \(level)")
      }
    }
  }

  @Test("published: of nine tables two are rejected at 5 %, and none by Benjamini and Hochberg")
  func published() throws {
    // The example of the R package DiscreteFDR by the method's authors.
    let first = [4, 2, 2, 14, 6, 9, 4, 0, 1]
    let second = [0, 0, 1, 3, 2, 1, 2, 2, 2]
    let tests = try DiscreteFamilies.tests(zip(first, second).map { [$0, 148, $1, 132] })
    let adjusted = DiscreteFalseDiscoveryAdjustment.adjust(tests)
    #expect(adjusted.indices.filter { adjusted[$0].value <= 0.05 } == [3, 5])
    let continuous = BenjaminiHochbergAdjustment.adjust(tests.map(\.pValue))
    #expect(continuous.allSatisfy { $0.value > 0.05 })
  }

  @Test("worked by hand")
  func byHand() throws {
    func test(_ pValue: Double, _ attainable: [Double]) throws -> DiscreteTest {
      let values = attainable.compactMap { PValue($0) }
      let seen = try #require(PValue(pValue))
      return try #require(DiscreteTest(seen, attainable: values))
    }
    let adjusted = DiscreteFalseDiscoveryAdjustment.adjust([
      try test(0.2, [0.02, 0.2, 1]), try test(0.01, [0.01, 0.5, 1]), try test(1, [0.4, 1]),
    ])
    // At 0.01 only the second can be as small: 0.01/0.99. At 0.2 the first two: (1/4 + 1/99) / 2.
    expectClose(adjusted[1].value, 1 / 99.0, relative: 1e-14)
    expectClose(adjusted[0].value, (0.25 + 1 / 99.0) / 2, relative: 1e-14)
    #expect(adjusted[2] == .one)
    #expect(DiscreteFalseDiscoveryAdjustment.adjust([]).isEmpty)
  }

  @Test("the expected share of false rejections stays within the level, computed exactly")
  func falseDiscoveryRate() throws {
    // Three true hypotheses and one test that is always rejected: the share is exact.
    let tables = try DiscreteFamilies.tables([[1, 5, 3, 5], [2, 4, 1, 6], [3, 6, 2, 5]])
    let nulls = try tables.map { try DiscreteFamilies.enumeration($0) }
    let attainable = tables.map { FisherExactTest.attainablePValues(of: $0) }
    let certain = try DiscreteFamilies.tests([[0, 60, 60, 60]])[0]
    for level in [0.05, 0.1, 0.25, 0.5] {
      var rate = 0.0
      for first in nulls[0] {
        for second in nulls[1] {
          for third in nulls[2] {
            var tests = try zip([first, second, third], attainable).map { outcome, attainable in
              let pValue = try #require(PValue(outcome.pValue))
              return try #require(DiscreteTest(pValue, attainable: attainable))
            }
            tests.append(certain)
            let adjusted = DiscreteFalseDiscoveryAdjustment.adjust(tests)
            let rejected = adjusted.filter { $0.value <= level }.count
            let wrong = adjusted.dropLast().filter { $0.value <= level }.count
            rate +=
              first.probability * second.probability * third.probability * Double(wrong)
              / Double(max(rejected, 1))
          }
        }
      }
      #expect(rate <= level)
    }
  }
}
