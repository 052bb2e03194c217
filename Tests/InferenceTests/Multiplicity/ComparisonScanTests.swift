import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Scan of many comparisons")
struct ComparisonScanTests {
  private static func table(
    _ focal: Int, of focalTotal: Int, _ reference: Int, of referenceTotal: Int
  ) throws -> TwoByTwoTable {
    try .rates(focal: focal, of: focalTotal, reference: reference, of: referenceTotal)
  }

  private static func adjusted(_ result: ComparisonScan.Result) -> [Double?] {
    result.rows.map { $0.adjustedP?.value }
  }

  @Test("published tables have their published p-values, adjusted by hand")
  func byHand() async throws {
    // Fisher's convictions (p 0.0005367241) and the table of Morris (p 0.059907834); 1 of 2 against
    // 1 of 2 has no other p-value than 1/3 at the least, so it is set aside and costs nothing.
    let result = try await ComparisonScan()([
      .table(try Self.table(2, of: 12, 15, of: 18)), .table(try Self.table(2, of: 10, 15, of: 25)),
      .table(try Self.table(1, of: 2, 1, of: 2)),
    ])
    let tests = result.rows.map { $0.test?.pValue ?? .nan }
    expectClose(tests[0], 0.0005367241, relative: 1e-6)
    expectClose(tests[1], 0.059907834, relative: 1e-7)
    expectClose(tests[2], 1, relative: 1e-12)
    #expect(result.familySize == 3 && result.setAside == 1)
    #expect(result.rows.map(\.isSetAside) == [false, false, true])
    let adjusted = Self.adjusted(result).compactMap(\.self)
    expectClose(adjusted[0], 2 * 0.0005367241, relative: 1e-6)
    expectClose(adjusted[1], 0.059907834, relative: 1e-7)
    #expect(adjusted[2] == 1)
    // Boschloo's test with Berger and Boos beside it (10 / 35 against 24 / 61 is StatXact's table;
    // for Morris's the published central p-value is 0.03660282, to which 2 gamma is added).
    expectClose(result.rows[1].boschloo?.pValue ?? .nan, 0.03660282 + 2e-6, relative: 1e-4)
  }

  @Test("a comparison that may not be shown counts in the family and shows nothing")
  func hidden() async throws {
    let strong = ComparisonScan.Comparison.table(try Self.table(2, of: 12, 15, of: 18))
    let alone = try await ComparisonScan()([strong])
    let among = try await ComparisonScan()([.notShown, strong, .notShown, .notShown])
    #expect(among.familySize == 4 && among.setAside == 0)
    let single = try #require(alone.rows[0].adjustedP?.value)
    expectClose(try #require(among.rows[1].adjustedP?.value), 4 * single, relative: 1e-12)
    for row in [among.rows[0], among.rows[2], among.rows[3]] {
      #expect(row.adjustedP == nil && row.test == nil && row.effect == nil && !row.isSetAside)
    }
  }

  @Test("what cannot be tested is outside the family")
  func undefined() async throws {
    let result = try await ComparisonScan()([
      .table(try Self.table(0, of: 0, 3, of: 9)), .table(try Self.table(2, of: 12, 15, of: 18)),
      .rates(
        try #require(
          EventRates(
            focalEvents: 0, focalExposure: 40, referenceEvents: 0, referenceExposure: 60))),
    ])
    #expect(result.familySize == 1)
    #expect(result.rows[0].adjustedP == nil && result.rows[2].adjustedP == nil)
    #expect(try await ComparisonScan()([]).rows.isEmpty)
  }

  @Test("the least attainable p-value is the least over all tables with the same margins")
  func leastAttainable() throws {
    let most = ThoroughTier.isOn ? 8 : 5
    var checked = 0
    for focalTotal in 1...most {
      for referenceTotal in 1...most {
        for selected in 0...(focalTotal + referenceTotal) {
          let counts = max(0, selected - referenceTotal)...min(focalTotal, selected)
          let tables = try counts.map {
            try Self.table($0, of: focalTotal, selected - $0, of: referenceTotal)
          }
          let least = tables.compactMap { FisherExactTest()($0).pValue }.min()
          for table in tables {
            let attainable = try #require(ComparisonScan.leastAttainable(table)).value
            expectClose(attainable, try #require(least), relative: 1e-12, "\(table)")
            checked += 1
          }
        }
      }
    }
    #expect(checked > 200)
  }

  @Test("the least attainable p-value of event rates is the least over all splits of the events")
  func leastOfRates() throws {
    for events in 1...12 {
      for exposure in [20.0, 50, 300] {
        let splits = try (0...events).map { focal in
          try #require(
            EventRates(
              focalEvents: focal, focalExposure: exposure, referenceEvents: events - focal,
              referenceExposure: 100))
        }
        let least = splits.compactMap { PoissonRateTest()($0).pValue }.min()
        for rates in splits {
          expectClose(
            try #require(ComparisonScan.leastAttainable(rates)?.value), try #require(least),
            relative: 1e-12)
        }
      }
    }
  }

  @Test("rows stand in the order asked, whatever part of the work made them; twice the same")
  func order() async throws {
    var generator = SeededGenerator(seed: 5)
    let tables = try (0..<150).map { _ in
      let focal = Int.random(in: 1...30, using: &generator)
      let reference = Int.random(in: 1...40, using: &generator)
      return try Self.table(
        Int.random(in: 0...focal, using: &generator), of: focal,
        Int.random(in: 0...reference, using: &generator), of: reference)
    }
    let scan = ComparisonScan(largestUnconditional: 20)
    let result = try await scan(tables.map { .table($0) })
    #expect(result.rows.count == tables.count)
    for (row, table) in zip(result.rows, tables) {
      #expect(row.test == FisherExactTest()(table))
      #expect(row.effect == ImpactRatio()(table))
      #expect((row.boschloo == nil) == (table.total > 20))
    }
    #expect(try await scan(tables.map { .table($0) }) == result)
    let turned = try await scan(tables.reversed().map { .table($0) })
    #expect(turned.rows.reversed() == result.rows)
    // By hand: Benjamini and Hochberg over what is not set aside.
    let kept = result.rows.indices.filter { !result.rows[$0].isSetAside }
    #expect(!kept.isEmpty && kept.count < tables.count)
    let pValues = kept.compactMap { result.rows[$0].test?.pValue }.sorted()
    for index in kept {
      let own = try #require(result.rows[index].test?.pValue)
      let expected = pValues.indices.filter { pValues[$0] >= own }.map {
        pValues[$0] * Double(pValues.count) / Double($0 + 1)
      }.min()
      expectClose(
        try #require(result.rows[index].adjustedP?.value), min(1, try #require(expected)),
        relative: 1e-12)
    }
  }

  @Test("no table of equal rates stands out, and two thousand are scanned whole")
  func many() async throws {
    let size = ThoroughTier.isOn ? 2_000 : 200
    let tables = try (0..<size).map { index in
      ComparisonScan.Comparison.table(
        try Self.table(10 + index % 7, of: 40 + 4 * (index % 7), 20, of: 80))
    }
    let result = try await ComparisonScan()(tables)
    #expect(result.rows.count == size && result.familySize == size)
    #expect(Self.adjusted(result).allSatisfy { ($0 ?? 0) > 0.9 })
  }
}
