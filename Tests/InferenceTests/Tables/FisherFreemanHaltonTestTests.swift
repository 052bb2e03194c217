import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Fisher-Freeman-Halton exact test")
struct FisherFreemanHaltonTestTests {
  private let method = FisherFreemanHaltonTest()

  @Test("agrees with R")
  func references() throws {
    for row in try ReferenceValue.read(Fixtures.tables, method: "FisherFreemanHaltonTest")
    where ThoroughTier.isOn || row.id != "five-by-four" {
      expectClose(method(try ContingencyTable(row)).pValue, row.value, relative: 1e-9, "\(row)")
    }
  }

  @Test("income and job satisfaction, adverse-26")
  func published() throws {
    expectClose(method(try .jobSatisfaction()).pValue, 0.7826849, relative: 1e-7)
  }

  @Test("agrees with counting all tables in whole numbers")
  func bruteForce() throws {
    let scale = ThoroughTier.isOn ? 10 : 1
    let sizes: [(rows: Int, columns: Int, bound: UInt64)] = [
      (2, 3, 5), (3, 2, 5), (3, 3, 3), (2, 5, 3), (3, 4, 2), (4, 3, 2), (4, 4, 2),
    ]
    for size in sizes {
      let tables = try AllTables.some(
        60 * scale, rows: size.rows, columns: size.columns, below: size.bound)
      for table in tables where table.total <= 20 {
        guard let pValue = method(table).pValue else {
          #expect(OccupiedTable(table).problem != nil, "\(table.rows)")
          continue
        }
        expectClose(pValue, AllTables.pValue(table), relative: 1e-12, "\(table.rows)")
      }
    }
  }

  @Test("two groups and two outcomes give Fisher's exact test; the network gives it too")
  func twoByTwo() throws {
    for pair in try SmallTables.all(upTo: 8, step: 17) {
      guard pair.selected > 0, pair.selected < pair.total else { continue }
      let fisher = try #require(FisherExactTest(twoSided: .minimumLikelihood)(pair).pValue)
      let table = try #require(ContingencyTable(pair))
      expectClose(method(table).pValue, fisher, relative: 1e-13)
      let network = try #require(
        try TableNetwork(rows: table.rowTotals, columns: table.columnTotals))
      expectClose(
        network.probability(ofNoMoreThan: table.counts, tolerance: 1e-7, budget: 1000), fisher,
        relative: 1e-12)
    }
  }

  @Test("order of rows and columns and exchanging the two change nothing")
  func relabelled() throws {
    let table = try ContingencyTable.of([[2, 0, 1, 2, 6], [1, 3, 1, 1, 1], [1, 0, 3, 1, 0]])
    let pValue = try #require(method(table).pValue)
    for other in [
      table.transposed, try .of(table.rows.reversed()), try .of(table.rows.map { $0.reversed() }),
    ] {
      expectClose(method(other).pValue, pValue, relative: 1e-12)
    }
  }

  @Test("many columns and unequal sizes, against one group at a time")
  func shapes() throws {
    // With columns of one person each every table is equally probable.
    let permutations = try ContingencyTable.of(
      (0..<6).map { row in (0..<6).map { row == $0 ? 1 : 0 } })
    #expect(method(permutations).pValue == 1)
    let pairs = try ContingencyTable.of([
      [1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1],
    ])
    expectClose(method(pairs).pValue, 1, relative: 1e-12)
    // Full dependence: one table of 12! / (4! 4! 4!) times 3!, whichever way round.
    let blocks = try ContingencyTable.of([[4, 0, 0], [0, 4, 0], [0, 0, 4]])
    expectClose(method(blocks).pValue, 6.0 / 34650, relative: 1e-12)
  }

  @Test("small p-values keep their digits")
  func small() throws {
    // The least probable table of its margins, 3! ways round: 6 (20!)^3 / 60! of all.
    let blocks = try ContingencyTable.of([[20, 0, 0], [0, 20, 0], [0, 0, 20]])
    // 60! / (20!)^3 = 577831214478475823831865900 (integer arithmetic).
    expectClose(method(blocks).pValue, 6 / 577_831_214_478_475_823_831_865_900.0, relative: 1e-11)
  }

  @Test("empty rows and columns are left out and named")
  func empty() throws {
    let table = try ContingencyTable.of([[3, 0, 5, 1], [0, 0, 0, 0], [1, 0, 6, 2]])
    let test = try #require(method(table).test)
    #expect(test.pValue.value == method(try .of([[3, 5, 1], [1, 6, 2]])).pValue)
    #expect(test.convention.hasSuffix("; empty and left out: row 2, column 2"))
    #expect(method(try .of([[0, 0], [1, 2]])).reason?.contains("one group") == true)
    #expect(method(try .of([[1, 0], [2, 0]])).reason?.contains("same outcome") == true)
    #expect(method(try .of([[0]])).reason?.contains("Nobody") == true)
  }

  @Test("too many tables give a reason that names the way out, and soon")
  func tooLarge() throws {
    let wide = try ContingencyTable.of(
      (0..<10).map { row in (0..<10).map { 5 + (row * $0) % 7 } })
    #expect(method(wide).reason?.contains("FisherFreemanHaltonMonteCarlo") == true)
    let many = try ContingencyTable.of([[400_000, 300_000, 1], [400_000, 3, 300_000]])
    #expect(method(many).reason?.contains("FisherFreemanHaltonMonteCarlo") == true)
    let network = try #require(
      try TableNetwork(rows: [8, 9, 10], columns: [9, 9, 9]))
    let counts = [2, 3, 3, 3, 3, 3, 4, 3, 3]
    #expect(network.probability(ofNoMoreThan: counts, tolerance: 1e-7, budget: 10) == nil)
    #expect(network.probability(ofNoMoreThan: counts, tolerance: 1e-7, budget: 10_000) != nil)
  }
}
