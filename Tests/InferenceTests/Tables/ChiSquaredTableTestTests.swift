import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Chi-squared, G and Cramér's V of tables")
struct ChiSquaredTableTestTests {
  @Test("agree with R")
  func references() throws {
    for row in try ReferenceValue.read(Fixtures.tables, method: "ChiSquaredTableTest") {
      let outcome = ChiSquaredTableTest()(try ContingencyTable(row))
      expectClose(Fixtures.part(row.quantity, of: outcome), row.value, relative: 1e-11, "\(row)")
    }
    for row in try ReferenceValue.read(Fixtures.tables, method: "GTableTest") {
      let outcome = GTableTest()(try ContingencyTable(row))
      expectClose(Fixtures.part(row.quantity, of: outcome), row.value, relative: 1e-9, "\(row)")
    }
    for row in try ReferenceValue.read(Fixtures.tables, method: "CramersV") {
      expectClose(CramersV()(try ContingencyTable(row)).value, row.value, relative: 1e-12, "\(row)")
    }
  }

  @Test("equal rates of the smokers of adverse-42")
  func published() throws {
    let table = try ContingencyTable.of([[83, 3], [90, 3], [129, 7], [70, 12]])
    let test = try #require(ChiSquaredTableTest()(table).test)
    expectClose(test.statistic, 12.600411, relative: 4e-8)
    expectClose(test.pValue.value, 0.005585477, relative: 1e-7)
    #expect(test.degreesOfFreedom == 3)
  }

  @Test("two groups and two outcomes give the tests of two groups and the size of phi")
  func twoByTwo() throws {
    for pair in try SmallTables.all(upTo: 8, step: 37) {
      let table = try #require(ContingencyTable(pair))
      guard let small = PearsonChiSquaredTest()(pair).test else {
        #expect(ChiSquaredTableTest()(table).reason != nil)
        #expect(GTableTest()(table).reason != nil && CramersV()(table).reason != nil)
        continue
      }
      let test = try #require(ChiSquaredTableTest()(table).test)
      expectClose(test.statistic, small.statistic ?? -1, relative: 1e-13)
      expectClose(test.pValue.value, small.pValue.value, relative: 1e-12)
      let g = try #require(LikelihoodRatioTest()(pair).test)
      expectClose(GTableTest()(table).test?.statistic, g.statistic ?? -1, relative: 1e-11)
      expectClose(
        CramersV()(table).value, abs(PhiCoefficient()(pair).value ?? -1), relative: 1e-13)
    }
  }

  @Test("order of rows and columns and exchanging the two change nothing")
  func relabelled() throws {
    let table = try ContingencyTable.jobSatisfaction()
    let others = [
      table.transposed, try .of(table.rows.reversed()), try .of(table.rows.map { $0.reversed() }),
    ]
    for other in others {
      expectClose(
        ChiSquaredTableTest()(other).pValue, try #require(ChiSquaredTableTest()(table).pValue),
        relative: 1e-13)
      expectClose(
        GTableTest()(other).pValue, try #require(GTableTest()(table).pValue), relative: 1e-12)
      expectClose(
        CramersV()(other).value, try #require(CramersV()(table).value), relative: 1e-14)
    }
  }

  @Test("G of a table is the sum of G of its parts")
  func parts() throws {
    let whole = try ContingencyTable.of([[3, 5, 2], [6, 7, 4], [9, 2, 5]])
    let first = try ContingencyTable.of([[3, 5, 2], [6, 7, 4]])
    let merged = try ContingencyTable.of([[9, 12, 6], [9, 2, 5]])
    let g = try [whole, first, merged].map { try #require(GTableTest()($0).test?.statistic) }
    expectClose(g[0], g[1] + g[2], relative: 1e-13)
  }

  @Test("empty rows and columns are left out and named")
  func empty() throws {
    let table = try #require(
      ContingencyTable(
        rows: [[3, 0, 5], [0, 0, 0], [1, 0, 6]], rowLabels: ["A", "B", "C"]))
    let bare = try ContingencyTable.of([[3, 5], [1, 6]])
    let test = try #require(ChiSquaredTableTest()(table).test)
    #expect(test.statistic == ChiSquaredTableTest()(bare).test?.statistic)
    #expect(test.degreesOfFreedom == 1)
    #expect(
      test.convention == "no continuity correction; empty and left out: B, column 2")
    #expect(GTableTest()(table).test?.convention.hasSuffix("B, column 2") == true)
    #expect(CramersV()(table).value == CramersV()(bare).value)
  }

  @Test("equal shares give exactly 0, full dependence 1, nothing to compare a reason")
  func edges() throws {
    let equal = try ContingencyTable.of([[7, 14, 21], [101, 202, 303]])
    #expect(ChiSquaredTableTest()(equal).test?.statistic == 0)
    #expect(ChiSquaredTableTest()(equal).pValue == 1)
    #expect(GTableTest()(equal).test?.statistic == 0)
    #expect(CramersV()(equal).value == 0)
    expectClose(
      CramersV()(try .of([[4, 0, 0], [0, 9, 0], [0, 0, 2]])).value, 1, relative: 1e-15)
    for (rows, words) in [
      ([[0, 0], [0, 0]], "Nobody"), ([[0, 0, 0], [1, 2, 3]], "one group"),
      ([[4, 0], [5, 0]], "same outcome"), ([[7]], "one group"),
    ] {
      let table = try ContingencyTable.of(rows)
      #expect(ChiSquaredTableTest()(table).reason?.contains(words) == true)
      #expect(GTableTest()(table).reason?.contains(words) == true)
      #expect(CramersV()(table).reason?.contains(words) == true)
    }
  }
}
