import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Breslow-Day test")
struct BreslowDayTestTests {
  @Test("agrees with roots at 40 digits and with statsmodels")
  func references() throws {
    for row in try ReferenceValue.read(Fixtures.stratifiedPython, method: "BreslowDayTest") {
      let correction = try #require(
        BreslowDayTest.Correction(rawValue: row.arguments["correction"] ?? ""))
      let outcome = BreslowDayTest(correction: correction)(try StratifiedTables(row))
      expectClose(
        Fixtures.part(row.quantity, of: outcome), row.value,
        relative: row.id.hasSuffix("statsmodels") ? 1e-8 : 1e-10, absolute: 1e-20, "\(row)")
    }
  }

  @Test("published: Berkeley 1973 (adverse-36)")
  func published() throws {
    let test = try #require(BreslowDayTest(correction: .none)(try .berkeley()).test)
    expectClose(test.statistic, 18.825514, relative: 1e-7)
    expectClose(test.pValue.value, 0.00207139, relative: 5e-6)
    #expect(test.degreesOfFreedom == 5)
    expectClose(
      BreslowDayTest()(try .berkeley()).test?.statistic, 18.825501, relative: 1e-7)
  }

  @Test("the fitted table has the odds ratio it is fitted with")
  func fitted() throws {
    for cells in [[9, 1, 2, 30], [1, 40, 3, 2], [6, 6, 1, 0], [300, 5, 7, 9000]] {
      let table = try #require(try StratifiedTables.cells([cells]).pooled)
      for oddsRatio in [1e-6, 0.01, 0.4, 1, 1 + 1e-9, 2.5, 80, 1e6] {
        let count = BreslowDayTest.FittedCount(table, oddsRatio: oddsRatio).count
        let focal = Double(table.focalTotal) - count
        let reference = Double(table.selected) - count
        let rest = Double(table.referenceTotal) - reference
        #expect(count > 0 && focal > 0 && reference > 0 && rest > 0)
        expectClose(count / focal * (rest / reference), oddsRatio, relative: 1e-6)
      }
    }
  }

  @Test("the rabbits (adverse-38): strata without information cost no degree of freedom")
  func rabbits() throws {
    // statsmodels has no number for the five strata; these are its numbers for the middle three.
    let references = "Tests/InferenceTests/Fixtures/Stratified/python.csv"
    for row in try ReferenceValue.read(references, method: "BreslowDayTest") {
      let correction = try #require(
        BreslowDayTest.Correction(rawValue: row.arguments["correction"] ?? ""))
      let test = try #require(BreslowDayTest(correction: correction)(StratifiedTables(row)).test)
      expectClose(Fixtures.part(row.quantity, of: .test(test)), row.value, relative: 1e-12)
      #expect(test.degreesOfFreedom == 2)
      #expect(test.convention.hasSuffix("; strata without information: A, E"))
    }
    #expect(
      BreslowDayTest()(try .rabbits()).test?.statistic
        == BreslowDayTest()(StratifiedTables(Array(try StratifiedTables.rabbits().strata[1...3])))
        .test?.statistic)
  }

  @Test("exchanging the groups changes nothing; the correction only lowers the statistic")
  func symmetry() throws {
    let tables = try StratifiedTables.cells([
      [30, 10, 20, 40], [8, 52, 31, 29], [14, 36, 13, 37],
    ])
    for correction in BreslowDayTest.Correction.allCases {
      let method = BreslowDayTest(correction: correction)
      let statistic = try #require(method(tables).test?.statistic)
      expectClose(method(tables.swapped).test?.statistic, statistic, relative: 1e-11)
    }
    let plain = try #require(BreslowDayTest(correction: .none)(tables).test?.statistic)
    #expect(try #require(BreslowDayTest()(tables).test?.statistic) <= plain)
  }

  @Test("undefined with one stratum or an odds ratio of zero or infinity")
  func degenerate() throws {
    #expect(BreslowDayTest()(try .cells([[3, 4, 5, 6], [0, 4, 0, 9]])).reason != nil)
    #expect(BreslowDayTest()(try .cells([[0, 4, 3, 2], [0, 5, 1, 7]])).reason != nil)
    #expect(BreslowDayTest()(try .cells([[4, 0, 3, 2], [5, 0, 1, 7]])).reason != nil)
  }
}
