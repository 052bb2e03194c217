import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Log-rank test")
struct LogRankTestTests {
  @Test("agrees with R: weights, strata, three groups, late entry")
  func references() throws {
    for row in try ReferenceValue.read(Fixtures.survivalR, method: "LogRankTest") {
      let method = LogRankTest(event: .init(row), rho: try row.number("rho"))
      let tables = try #require(try SurvivalRecords(row).stratifiedRiskTables)
      let value: Double? =
        switch row.quantity {
        case "observed0": method.comparison(tables).value?.observed[0]
        case "expected0": method.comparison(tables).value?.expected[0]
        default: Fixtures.part(row.quantity, of: method(tables))
        }
      expectClose(value, row.value, relative: 1e-11, "\(row)")
    }
  }

  @Test("published: lung by sex and aml (adverse-53, adverse-54)")
  func published() throws {
    let lung = try SurvivalRecords.data("lung")
    let test = try #require(LogRankTest()(StratifiedRiskTables(lung.riskTable)).test)
    expectClose(test.statistic, 10.326742, relative: 5e-8)
    expectClose(test.pValue.value, 0.001311165, relative: 5e-7)
    expectClose(
      LogRankTest(rho: 1)(StratifiedRiskTables(lung.riskTable)).test?.statistic, 12.714151,
      relative: 5e-8)
    let institutions = try SurvivalRecords.data("lung", stratified: true)
    let tables = try #require(institutions.stratifiedRiskTables)
    let stratified = try #require(LogRankTest()(tables).test)
    expectClose(stratified.statistic, 8.524467, relative: 1e-7)
    let aml = try SurvivalRecords.data("aml")
    let small = try #require(LogRankTest()(StratifiedRiskTables(aml.riskTable)).test)
    expectClose(small.statistic, 3.396389, relative: 2e-7)
    expectClose(small.pValue.value, 0.06533932, relative: 1e-7)
  }

  @Test("mean and variance are those of all ways to deal the events among the people at risk")
  func permutations() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<30 {
      let table = try SurvivalRecords.random(9, groups: 3, using: &generator).riskTable
      guard
        let comparison = LogRankTest()
          .comparison(StratifiedRiskTables(table)).value
      else { continue }
      var expected = 0.0
      var variance = 0.0
      var covariance = 0.0
      for row in table.rows {
        let owners = row.atRisk.enumerated().flatMap { group, count in
          Array(repeating: group, count: count)
        }
        let events = row.events.joined().reduce(0, +)
        let deals = Self.subsets(of: owners, choosing: events)
        let first = deals.map { Double($0.count { $0 == 0 }) }
        let second = deals.map { Double($0.count { $0 == 1 }) }
        let count = Double(deals.count)
        let mean = first.reduce(0, +) / count
        let other = second.reduce(0, +) / count
        expected += mean
        variance += first.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / count
        covariance += zip(first, second).map { ($0 - mean) * ($1 - other) }.reduce(0, +) / count
      }
      expectClose(comparison.expected[0], expected, relative: 1e-12, absolute: 1e-13)
      expectClose(comparison.covariance[0][0], variance, relative: 1e-11, absolute: 1e-13)
      expectClose(comparison.covariance[0][1], covariance, relative: 1e-11, absolute: 1e-13)
    }
  }

  /// All choices of some of the members.
  private static func subsets(of members: [Int], choosing count: Int) -> [[Int]] {
    if count == 0 { return [[]] }
    guard members.count >= count, let first = members.first else { return [] }
    let rest = Array(members.dropFirst())
    return subsets(of: rest, choosing: count - 1).map { [first] + $0 }
      + subsets(of: rest, choosing: count)
  }

  @Test("for two groups it is the Cochran-Mantel-Haenszel test with a stratum per event time")
  func mantelHaenszel() throws {
    let careers = try SurvivalRecords.data("careers")
    let two = try #require(
      SurvivalRecords(
        careers.spells.filter { $0.group < 2 }, groups: ["0", "1"], causes: careers.causes))
    let strata = two.riskTable.rows.compactMap { row -> StratifiedTables.Stratum? in
      let events = row.events.map { $0.reduce(0, +) }
      return TwoByTwoTable(
        focalSelected: events[0], focalRejected: row.atRisk[0] - events[0],
        referenceSelected: events[1], referenceRejected: row.atRisk[1] - events[1]
      ).map { .init(label: "\(row.time)", table: $0) }
    }
    let test = try #require(LogRankTest()(StratifiedRiskTables(two.riskTable)).test)
    let other = try #require(CochranMantelHaenszelTest()(StratifiedTables(strata)).test)
    expectClose(test.statistic, try #require(other.statistic), relative: 1e-12)
    expectClose(test.pValue.value, other.pValue.value, relative: 1e-12)
  }

  @Test("the order of the groups does not matter; a group without anybody costs nothing")
  func relabelling() throws {
    let careers = try SurvivalRecords.data("careers")
    func renamed(_ names: [Int], of count: Int) throws -> TestResult {
      let records = try #require(
        SurvivalRecords(
          careers.spells.map {
            SurvivalSpell(entry: $0.entry, exit: $0.exit, cause: $0.cause, group: names[$0.group])
          }, groups: (0..<count).map { "\($0)" }, causes: careers.causes))
      return try #require(LogRankTest(rho: 0.5)(StratifiedRiskTables(records.riskTable)).test)
    }
    let test = try renamed([0, 1, 2], of: 3)
    #expect(test.degreesOfFreedom == 2)
    for names in [[2, 0, 1], [1, 0, 2]] {
      expectClose(
        try renamed(names, of: 3).statistic, try #require(test.statistic), relative: 1e-11)
    }
    let padded = try renamed([3, 1, 0], of: 5)
    #expect(padded.degreesOfFreedom == 2)
    expectClose(padded.statistic, try #require(test.statistic), relative: 1e-11)
  }

  @Test("observed less expected is positive for the group that has its events sooner")
  func direction() throws {
    let sooner = try SurvivalRecords.people(
      (1...8).map { (0, $0, 1, 0) } + (9...16).map { (0, $0, 1, 1) })
    let comparison = try #require(
      LogRankTest().comparison(StratifiedRiskTables(sooner.riskTable)).value)
    #expect(comparison.differences[0] > 1)
    expectClose(comparison.differences[1], -comparison.differences[0], relative: 1e-13)
  }

  @Test("strata without information are named; without any there is no test")
  func degenerate() throws {
    let spells = [
      SurvivalSpell(exit: 1, cause: 1, group: 0), SurvivalSpell(exit: 2, cause: 1, group: 1),
      SurvivalSpell(exit: 3, cause: 0, group: 0),
      SurvivalSpell(exit: 1, cause: 1, group: 0, stratum: 1),
      SurvivalSpell(exit: 1, cause: 0, group: 1, stratum: 2),
    ]
    let records = try #require(
      SurvivalRecords(spells, groups: ["F", "R"], strata: ["A", "B", "C"]))
    let tables = try #require(records.stratifiedRiskTables)
    let test = try #require(LogRankTest()(tables).test)
    #expect(test.convention.hasSuffix("; strata without information: B, C"))
    let alone = try SurvivalRecords.people([(0, 1, 1, 0), (0, 2, 1, 0)])
    #expect(
      LogRankTest()(StratifiedRiskTables(alone.riskTable)).reason
        == "At no event were people of two groups at risk.")
    let quiet = try SurvivalRecords.people([(0, 1, 0, 0), (0, 2, 0, 1)])
    #expect(LogRankTest()(StratifiedRiskTables(quiet.riskTable)).reason != nil)
    // The last two events happen at once: everybody at risk has it, so there is no variance.
    let together = try SurvivalRecords.people([(0, 1, 1, 0), (0, 1, 1, 1)])
    #expect(LogRankTest()(StratifiedRiskTables(together.riskTable)).reason != nil)
    let one = try #require(
      SurvivalRecords([SurvivalSpell(exit: 1, cause: 1)])?.riskTable)
    #expect(LogRankTest()(StratifiedRiskTables(one)).reason != nil)
    #expect(LogRankTest(rho: .nan)(StratifiedRiskTables(alone.riskTable)).reason != nil)
  }

  @Test("equal courses give nought and a p-value of one")
  func equal() throws {
    let twins = try SurvivalRecords.people(
      (1...6).flatMap { [(0, $0, $0 % 2, 0), (0, $0, $0 % 2, 1)] })
    let test = try #require(LogRankTest()(StratifiedRiskTables(twins.riskTable)).test)
    #expect(test.statistic == 0 && test.pValue.value == 1)
  }
}
