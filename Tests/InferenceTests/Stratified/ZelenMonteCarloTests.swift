import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Zelen's test by Monte Carlo")
struct ZelenMonteCarloTests {
  private static let large = "Tests/InferenceTests/Fixtures/zelen-large.csv"
  /// So wide that one in a million would miss; the seeds are fixed.
  private static let level = 1 - 1e-6

  @Test("the interval holds the p-value of listing every set of tables, small and large")
  func references() throws {
    let rows =
      try ReferenceValue.read(Fixtures.stratifiedPython, method: "ZelenTest")
      + ReferenceValue.read(Self.large, method: "ZelenTest")
    #expect(rows.count == 6)
    for (index, row) in rows.enumerated() {
      let method = ZelenMonteCarlo(draws: 50_000, seed: UInt64(index), level: Self.level)
      let tables = try StratifiedTables(row)
      let interval = try #require(method.exactPValue(tables).interval, "\(row)")
      #expect(interval.contains(row.value), "\(row)")
      #expect(interval.upper - interval.lower < 0.025)
      #expect(method.exactPValue(tables).value == method(tables).pValue)
    }
  }

  @Test("the interval holds the p-value of the exact test for random strata")
  func exact() throws {
    var generator = SeededGenerator(seed: 23)
    var compared = 0
    for index in 0..<(ThoroughTier.isOn ? 400 : 80) {
      let most = [4, 9, 25][index % 3]
      let cells = (0..<(2 + index % 4)).map { _ in
        (0..<4).map { _ in Int.random(in: 0...most, using: &generator) }
      }
      let tables = try StratifiedTables.cells(cells)
      guard let exact = ZelenTest()(tables).pValue else { continue }
      let method = ZelenMonteCarlo(draws: 5_000, seed: UInt64(index), level: Self.level)
      // The sum of probabilities can be above 1 by rounding.
      #expect(method.exactPValue(tables).interval?.contains(min(1, exact)) == true, "\(cells)")
      compared += 1
    }
    #expect(compared > (ThoroughTier.isOn ? 350 : 70))
  }

  @Test("Berkeley, where the exact test has too many sets to follow")
  func berkeley() throws {
    let tables = try StratifiedTables.berkeley()
    #expect(ZelenTest()(tables).reason?.contains("too many") == true)
    let method = ZelenMonteCarlo(draws: 100_000, seed: 4)
    let interval = try #require(method.exactPValue(tables).interval)
    #expect(interval.contains(0.001261495095))
    for other in [tables.swapped, tables.reversed] {
      let other = try #require(method.exactPValue(other).interval)
      #expect(other.lower < interval.upper && interval.lower < other.upper)
    }
  }

  @Test("p is (b + 1) / (m + 1), at least 1 / (m + 1), and says what it comes from")
  func form() throws {
    let apart = try StratifiedTables.cells([[30, 0, 0, 30], [0, 30, 30, 0], [0, 4, 0, 9]])
    let test = try #require(ZelenMonteCarlo(draws: 999, seed: 7)(apart).test)
    #expect(test.pValue.value == 0.001)
    // The upper limit of 0 of 999 at 99 %: 1 - 0.005^(1 / 999).
    #expect(
      test.convention
        == "minimum likelihood, relative tie tolerance 1e-7, 999 sets of tables drawn, seed 7, "
        + "99 % interval of the exact p-value 0 to 0.00529; strata without information: C")
    // One set alone has the margins and the total.
    let single = try StratifiedTables.cells([[4, 0, 2, 5], [3, 0, 1, 6]])
    #expect(ZelenMonteCarlo(draws: 99)(single).pValue == 1)
    #expect(ZelenTest()(single).pValue == 1)
  }

  @Test("the same seed gives the same, another another")
  func seeds() throws {
    let tables = try StratifiedTables.berkeley()
    let method = ZelenMonteCarlo(draws: 50_000, seed: 11)
    #expect(method(tables) == method(tables))
    #expect(method(tables) != ZelenMonteCarlo(draws: 50_000, seed: 12)(tables))
  }

  @Test("nothing to draw or nothing to compare gives a reason")
  func degenerate() throws {
    let tables = try StratifiedTables.berkeley()
    for draws in [0, -1, 1_000_000_001] {
      let method = ZelenMonteCarlo(draws: draws)
      #expect(method(tables).reason?.contains("sets of tables to draw") == true)
      #expect(method.exactPValue(tables).reason == method(tables).reason)
    }
    #expect(ZelenMonteCarlo(level: 1)(tables).reason?.contains("level") == true)
    let method = ZelenMonteCarlo(draws: 99)
    #expect(
      method(try .cells([[3, 4, 5, 6], [0, 4, 0, 9]])).reason?.contains("two strata") == true)
    #expect(method(try .cells([])).reason?.contains("two strata") == true)
    let vast = Array(repeating: 60_000, count: 4)
    #expect(method(try .cells([vast, vast])).reason?.contains("Breslow and Day") == true)
  }
}
