import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Generalized Cochran-Mantel-Haenszel test")
struct GeneralizedCochranMantelHaenszelTestTests {
  private typealias Method = GeneralizedCochranMantelHaenszelTest

  private static func association(_ row: ReferenceValue) throws -> Method.Association {
    let scores = (row.arguments["columnScores"] ?? "").split(separator: " ").compactMap {
      Double($0)
    }
    return switch row.arguments["association"] {
    case "row-mean-scores": .rowMeanScores(columnScores: scores)
    case "correlation":
      .correlation(
        rowScores: (1...(try row.whole("rows"))).map { Double($0) }, columnScores: scores)
    default: .generalAssociation
    }
  }

  @Test("agrees with R")
  func references() throws {
    for row in try ReferenceValue.read(
      Fixtures.tables, method: "GeneralizedCochranMantelHaenszelTest")
    {
      let outcome = Method(association: try Self.association(row))(
        try StratifiedContingencyTables(row))
      expectClose(Fixtures.part(row.quantity, of: outcome), row.value, relative: 1e-9, "\(row)")
    }
  }

  @Test("income and job satisfaction within sex, adverse-40")
  func published() throws {
    let tables = StratifiedContingencyTables.of([
      try .of([[1, 3, 11, 2], [2, 3, 17, 3], [0, 1, 8, 5], [0, 2, 4, 2]]),
      try .of([[1, 1, 2, 1], [0, 3, 5, 1], [0, 0, 7, 3], [0, 1, 9, 6]]),
    ])
    let test = try #require(Method()(tables).test)
    expectClose(test.statistic, 10.200089, relative: 5e-8)
    #expect(test.degreesOfFreedom == 9)
    expectClose(test.pValue.value, 0.3345312, relative: 1e-7)
  }

  @Test("two groups and two outcomes give the test of two groups, whatever the association")
  func twoByTwo() throws {
    for pairs in [try StratifiedTables.berkeley(), try .rabbits()] {
      let tables = StratifiedContingencyTables(
        try pairs.strata.map {
          .init(label: $0.label, table: try #require(ContingencyTable($0.table)))
        })
      let expected = try #require(CochranMantelHaenszelTest()(pairs).test)
      let associations: [Method.Association] = [
        .generalAssociation, .rowMeanScores(columnScores: [3, 1]),
        .correlation(rowScores: [0, 1], columnScores: [5, -2]),
      ]
      for association in associations {
        let test = try #require(Method(association: association)(tables).test)
        expectClose(test.statistic, expected.statistic ?? -1, relative: 1e-12)
        expectClose(test.pValue.value, expected.pValue.value, relative: 1e-11)
        #expect(test.degreesOfFreedom == 1)
        let listed = test.convention.components(after: "; strata without information: ")
        #expect(
          listed == expected.convention.components(after: "; strata without information: "))
      }
    }
  }

  @Test("one stratum: chi-squared and the trend test, each times (N - 1) / N")
  func oneStratum() throws {
    let table = try ContingencyTable.jobSatisfaction()
    let people = Double(table.total)
    let general = try #require(Method()(.of([table])).test?.statistic)
    let pearson = try #require(ChiSquaredTableTest()(table).test?.statistic)
    expectClose(general, pearson * (people - 1) / people, relative: 1e-12)
    let ordered = try ContingencyTable.of([[83, 3], [90, 3], [129, 7], [70, 12]])
    let groups = try ordered.rows.map { try BinomialCount($0[0], of: $0[0] + $0[1]) }
    let z = try #require(
      CochranArmitageTrendTest(scores: [1, 2, 3, 4])(groups).test?.statistic)
    let correlation = Method(
      association: .correlation(rowScores: [1, 2, 3, 4], columnScores: [1, 0]))
    expectClose(
      correlation(.of([ordered])).test?.statistic, z * z * 396 / 397, relative: 1e-12)
  }

  @Test("order, exchange of rows and columns, and moving or stretching scores change nothing")
  func relabelled() throws {
    let first = try ContingencyTable.of([[4, 5, 12], [7, 6, 3], [9, 9, 1]])
    let second = try ContingencyTable.of([[11, 4, 2], [8, 12, 6], [3, 3, 7]])
    let general = try #require(Method()(.of([first, second])).test?.statistic)
    for other in [
      [second, first], [first.transposed, second.transposed],
      [try .of(first.rows.reversed()), try .of(second.rows.reversed())],
    ] {
      expectClose(Method()(.of(other)).test?.statistic, general, relative: 1e-12)
    }
    func scored(_ scores: [Double]) -> Double? {
      Method(association: .rowMeanScores(columnScores: scores))(.of([first, second]))
        .test?.statistic
    }
    let plain = try #require(scored([1, 2, 4]))
    for scores: [Double] in [[1001, 1002, 1004], [-10, -20, -40]] {
      expectClose(scored(scores), plain, relative: 1e-10)
    }
  }

  @Test("groups and outcomes that nowhere occur take no degrees of freedom")
  func rank() throws {
    let tables = StratifiedContingencyTables.of([
      try .of([[4, 0, 5, 0], [7, 0, 6, 0], [0, 0, 0, 0]]),
      try .of([[3, 0, 8, 0], [2, 0, 9, 0], [0, 0, 0, 0]]),
    ])
    let bare = StratifiedContingencyTables.of([
      try .of([[4, 5], [7, 6]]), try .of([[3, 8], [2, 9]]),
    ])
    let test = try #require(Method()(tables).test)
    #expect(test.degreesOfFreedom == 1)
    expectClose(
      test.statistic, try #require(Method()(bare).test?.statistic), relative: 1e-12)
    // Each stratum has two of three groups: two differences in all.
    let chain = StratifiedContingencyTables.of([
      try .of([[4, 5], [7, 6], [0, 0]]), try .of([[0, 0], [3, 8], [2, 9]]),
    ])
    #expect(Method()(chain).test?.degreesOfFreedom == 2)
  }

  @Test("strata without information are named; nothing to compare gives a reason")
  func degenerate() throws {
    let useful = try ContingencyTable.of([[4, 5, 1], [7, 6, 2]])
    let oneGroup = try ContingencyTable.of([[4, 5, 1], [0, 0, 0]])
    let oneOutcome = try ContingencyTable.of([[4, 0, 0], [7, 0, 0]])
    let twoScores = try ContingencyTable.of([[4, 5, 0], [7, 6, 0]])
    let all = StratifiedContingencyTables.of([useful, oneGroup, oneOutcome, twoScores])
    let test = try #require(Method()(all).test)
    #expect(test.convention.hasSuffix("; strata without information: B, C"))
    let scores = Method(association: .rowMeanScores(columnScores: [1, 1, 2]))
    #expect(
      scores(all).test?.convention.hasSuffix("; strata without information: B, C, D") == true)
    #expect(scores(.of([useful])).pValue == scores(all).pValue)
    #expect(Method()(.of([oneGroup, oneOutcome])).reason?.contains("No stratum") == true)
    #expect(scores(.of([twoScores])).reason?.contains("different scores") == true)
    #expect(Method()(.of([])).reason == "There is no stratum.")
    #expect(Method()(.of([useful, useful.transposed])).reason?.contains("differ") == true)
    let wrong = Method(association: .rowMeanScores(columnScores: [1, 2]))
    #expect(wrong(all).reason == "There are 3 outcomes and 2 scores.")
    let infinite = Method(association: .rowMeanScores(columnScores: [1, 2, .infinity]))
    #expect(infinite(all).reason?.contains("finite") == true)
    let groups = Method(association: .correlation(rowScores: [1], columnScores: [1, 2, 3]))
    #expect(groups(all).reason == "There are 2 groups and 1 scores.")
  }
}

extension String {
  /// What follows a phrase, or `nil` where it does not occur.
  fileprivate func components(after phrase: String) -> String? {
    guard let range = firstRange(of: phrase) else { return nil }
    return String(self[range.upperBound...])
  }
}
