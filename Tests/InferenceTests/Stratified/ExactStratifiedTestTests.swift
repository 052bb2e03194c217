import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Exact test over strata")
struct ExactStratifiedTestTests {
  private static let variants: [String: ExactStratifiedTest] = [
    "minimumLikelihood": ExactStratifiedTest(),
    "central": ExactStratifiedTest(twoSided: .central),
    "minimumLikelihoodMidP": ExactStratifiedTest(observedTable: .half),
    "centralMidP": ExactStratifiedTest(twoSided: .central, observedTable: .half),
  ]

  @Test(
    "agrees with convolution in integers (Python) and with R",
    arguments: [Fixtures.stratifiedPython, Fixtures.stratifiedR])
  func references(file: String) throws {
    for row in try ReferenceValue.read(file, method: "ExactStratifiedTest") {
      let method = try #require(Self.variants[row.quantity])
      expectClose(
        method(try StratifiedTables(row)).pValue, row.value,
        relative: file == Fixtures.stratifiedR ? 1e-9 : 1e-11, "\(row)")
    }
  }

  @Test("published: Berkeley 1973 (adverse-36) and the rabbits (adverse-38)")
  func published() throws {
    let berkeley = try StratifiedTables.berkeley()
    expectClose(ExactStratifiedTest()(berkeley).pValue, 0.2277625, relative: 1e-6)
    expectClose(ExactStratifiedTest()(berkeley.swapped).pValue, 0.2277625, relative: 1e-6)
    let rabbits = try #require(ExactStratifiedTest()(try .rabbits()).test)
    expectClose(rabbits.pValue.value, 0.03994490, relative: 1e-6)
    #expect(rabbits.convention.hasSuffix("; strata without information: A, E"))
  }

  @Test("one stratum gives Fisher's exact test")
  func oneStratum() throws {
    for counts in [[12, 28, 48, 32], [2, 8, 15, 10], [50, 1, 257, 375], [0, 12, 9, 31]] {
      let tables = try StratifiedTables.cells([counts])
      let table = try #require(tables.pooled)
      for twoSided in TwoSidedConvention.allCases {
        for observed in FisherExactTest.ObservedTable.allCases {
          let fisher = FisherExactTest(twoSided: twoSided, observedTable: observed)
          expectClose(
            ExactStratifiedTest(twoSided: twoSided, observedTable: observed)(tables).pValue,
            try #require(fisher(table).pValue), relative: 1e-11)
        }
      }
    }
  }

  @Test("tails far below what a product of probabilities can hold keep their digits")
  func farTails() throws {
    // All 400 selected are focal in each of three strata: the p-value is the cube of one over the
    // number of ways to choose 400 of 800, far below the least positive number.
    let apart = try StratifiedTables.cells([
      [400, 0, 0, 400], [400, 0, 0, 400], [400, 0, 0, 400],
    ])
    #expect(ExactStratifiedTest()(apart).pValue == 0)
    // One such stratum of 20 each: 2 / choose(40, 20)^2 over two strata.
    let small = try StratifiedTables.cells([[20, 0, 0, 20], [20, 0, 0, 20]])
    expectClose(
      ExactStratifiedTest()(small).pValue, 2 / (137846528820.0 * 137846528820.0), relative: 1e-12)
  }

  @Test("tails near the least positive number keep their digits over three strata")
  func nearUnderflow() throws {
    let tables = try StratifiedTables.cells([
      [150, 0, 0, 150], [150, 0, 0, 150], [150, 0, 0, 150],
    ])
    // 1 / choose(300, 150) is about 1e-89.
    let one = (1...150).reduce(1.0) { $0 * Double($1) / Double(150 + $1) }
    expectClose(ExactStratifiedTest()(tables).pValue, 2 * one * one * one, relative: 2e-12)
    expectClose(
      ExactStratifiedTest(observedTable: .half)(tables).pValue, 1.5 * one * one * one,
      relative: 2e-12)
  }

  @Test("agrees with listing every pair of tables in whole numbers")
  func enumeration() throws {
    let isThorough = ThoroughTier.isOn
    let sizes = isThorough ? [[3, 4, 2, 5], [5, 2, 3, 3], [8, 7, 6, 8]] : [[3, 4, 2, 5]]
    for size in sizes {
      let pairs = try StratifiedTables.pairs(
        focal: Array(size[..<2]), reference: Array(size[2...]), every: isThorough ? 1 : 2)
      for tables in pairs {
        let listed = ListedTotals(tables)
        guard !InformativeStrata(tables, about: .odds).strata.isEmpty else { continue }
        let all = Double(listed.all)
        let smaller = Double(2 * min(listed.atMost, listed.atLeast))
        let half = Double(listed.atSeen) / 2
        for (name, expected) in [
          ("minimumLikelihood", Double(listed.rare) / all), ("central", smaller / all),
          ("minimumLikelihoodMidP", (Double(listed.rare) - half) / all),
          ("centralMidP", (smaller - 2 * half) / all),
        ] {
          let method = try #require(Self.variants[name])
          expectClose(
            method(tables).pValue, min(1, expected), relative: 1e-12, "\(name) \(tables)")
        }
      }
    }
  }

  @Test("no strata with both outcomes is a reason; the order of strata does not matter")
  func degenerate() throws {
    #expect(ExactStratifiedTest()(try .cells([[0, 4, 0, 2]])).reason != nil)
    let tables = try StratifiedTables.berkeley()
    expectClose(
      ExactStratifiedTest()(tables.reversed).pValue,
      try #require(ExactStratifiedTest()(tables).pValue), relative: 1e-11)
  }

  @Test("the identifier and the words name the variant")
  func stamps() {
    #expect(ExactStratifiedTest().stamp.id == "exact-multiple-events-minlike")
    #expect(
      ExactStratifiedTest(twoSided: .central, observedTable: .half).stamp.id
        == "exact-multiple-events-central-mid-p")
  }
}
