import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Fisher-Freeman-Halton test by Monte Carlo")
struct FisherFreemanHaltonMonteCarloTests {
  @Test("the interval holds the exact p-value of R, for all tables and several seeds")
  func references() throws {
    let rows = try ReferenceValue.read(Fixtures.tables, method: "FisherFreemanHaltonTest")
    // So wide that one in a million would miss; the seeds are fixed.
    let level = 1 - 1e-6
    for (index, row) in rows.enumerated() where ThoroughTier.isOn || index % 4 == 2 {
      let method = FisherFreemanHaltonMonteCarlo(
        draws: 10_000, seed: UInt64(index % 5), level: level)
      let table = try ContingencyTable(row)
      let interval = try #require(method.exactPValue(table).interval, "\(row)")
      #expect(interval.contains(min(1, row.value)), "\(row)")
      #expect(interval.upper - interval.lower < 0.06)
      #expect(method.exactPValue(table).value == method(table).pValue)
    }
  }

  @Test("large counts, where numbers are searched for: Fisher's exact test")
  func large() throws {
    for counts in [[310, 690, 274, 726], [5100, 4900, 4990, 5010], [90, 110, 400, 600]] {
      let table = try ContingencyTable.of([[counts[0], counts[1]], [counts[2], counts[3]]])
      let method = FisherFreemanHaltonMonteCarlo(draws: 50_000, level: 1 - 1e-6)
      let exact = try #require(FisherFreemanHaltonTest()(table).pValue)
      #expect(method.exactPValue(table).interval?.contains(exact) == true, "\(counts)")
    }
  }

  @Test("p is (b + 1) / (m + 1), at least 1 / (m + 1), and says what it comes from")
  func form() throws {
    let extreme = try ContingencyTable.of([[30, 0, 0], [0, 30, 0], [0, 0, 30]])
    let method = FisherFreemanHaltonMonteCarlo(draws: 999, seed: 7)
    let test = try #require(method(extreme).test)
    #expect(test.pValue.value == 0.001)
    // The upper limit of 0 of 999 at 99 %: 1 - 0.005^(1 / 999).
    #expect(
      test.convention
        == "minimum likelihood, relative tie tolerance 1e-7, 999 tables drawn, seed 7, "
        + "99 % interval of the exact p-value 0 to 0.00529")
    let single = try ContingencyTable.of([[1, 0], [0, 1]])
    #expect(method(single).pValue == 1)
    #expect(method.exactPValue(single).interval?.upper == 1)
  }

  @Test("the same seed gives the same, another another")
  func seeds() throws {
    let table = try ContingencyTable.jobSatisfaction()
    let method = FisherFreemanHaltonMonteCarlo(draws: 10_000, seed: 11)
    #expect(method(table) == method(table))
    #expect(method(table) != FisherFreemanHaltonMonteCarlo(draws: 10_000, seed: 12)(table))
  }

  @Test("nothing to draw or nothing to compare gives a reason")
  func degenerate() throws {
    let table = try ContingencyTable.jobSatisfaction()
    for draws in [0, -1, 1_000_000_001] {
      let method = FisherFreemanHaltonMonteCarlo(draws: draws)
      #expect(method(table).reason?.contains("tables to draw") == true)
      #expect(method.exactPValue(table).reason == method(table).reason)
    }
    #expect(FisherFreemanHaltonMonteCarlo(level: 1)(table).reason?.contains("level") == true)
    let method = FisherFreemanHaltonMonteCarlo()
    #expect(method(try .of([[1, 2], [0, 0]])).reason?.contains("one group") == true)
    let many = try ContingencyTable.of([[600_000, 2], [3, 600_000]])
    #expect(method(many).reason?.contains("chi-squared") == true)
    let empty = try ContingencyTable.of([[3, 0, 5], [1, 0, 6]])
    #expect(method(empty).test?.convention.hasSuffix("empty and left out: column 2") == true)
  }
}
