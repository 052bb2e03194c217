import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Bounds of segregation over people of unknown group")
struct UnknownSegregationBoundsTests {
  private static let measures: [SegregationMeasure] = [
    .mutualInformation(), .theil(), .dissimilarity(), .multigroupDissimilarity(), .gini(),
    .hutchens(), .atkinson(), .karmelMacLachlan(), .relativeDiversity(),
    .squaredCoefficientOfVariation(), .normalizedExposure(),
  ]

  private static func units(_ counts: [(Int, Int, Int)]) throws -> PartlyKnownUnits {
    try #require(
      PartlyKnownUnits(
        counts.enumerated().map {
          .init(name: "unit \($0)", first: $1.0, second: $1.1, unknown: $1.2)
        }))
  }

  /// The index of every division of the unknown.
  private static func everyIndex(
    _ counts: [(Int, Int, Int)], _ measure: SegregationMeasure
  ) -> [Double] {
    var divisions: [[Int]] = [[]]
    for unit in counts {
      divisions = divisions.flatMap { start in (0...unit.2).map { start + [$0] } }
    }
    return divisions.compactMap { joining in
      let rows = zip(counts, joining).map { [$0.0 + $1, $0.1 + $0.2 - $1] }
      guard let table = ContingencyTable(rows: rows) else { return nil }
      return measure.method.index(table).value
    }
  }

  @Test(
    "the largest is that of every division, the smallest next to it, for random units",
    arguments: measures)
  func everyDivision(_ measure: SegregationMeasure) throws {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<(ThoroughTier.isOn ? 150 : 6) {
      let counts = (0..<Int.random(in: 2...(ThoroughTier.isOn ? 4 : 3), using: &generator)).map {
        _ in
        (
          Int.random(in: 0...9, using: &generator), Int.random(in: 0...9, using: &generator),
          Int.random(in: 0...5, using: &generator)
        )
      }
      let result = UnknownSegregationBounds(measure: measure)(try Self.units(counts))
      let all = Self.everyIndex(counts, measure)
      guard let least = all.min(), let most = all.max() else {
        #expect(result.largest.reason != nil)
        continue
      }
      guard counts.count(where: { $0.0 + $0.1 + $0.2 > 0 }) >= 2 else { continue }
      #expect(result.isLargestExact)
      expectClose(result.largest.value, most, relative: 1e-12, absolute: 1e-14, "\(counts)")
      // Found by a search over whole people: possible, and hardly above the least that is.
      let found = try #require(result.smallest.value)
      #expect(found >= least - 1e-12, "\(counts)")
      #expect(found <= least + 0.02, "\(counts): \(found) against \(least)")
    }
  }

  @Test("with many units the corners found hold what exact bounds of D say")
  func manyUnits() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<(ThoroughTier.isOn ? 10 : 1) {
      let counts = (0..<40).map { _ in
        (
          Int.random(in: 0...20, using: &generator), Int.random(in: 0...20, using: &generator),
          Int.random(in: 0...6, using: &generator)
        )
      }
      let data = try Self.units(counts)
      let exact = UnknownDissimilarityBounds()(data)
      let found = UnknownSegregationBounds(measure: .dissimilarity())(data)
      #expect(!found.isLargestExact)
      expectClose(found.known.value, try #require(exact.known.value), relative: 1e-12)
      expectClose(found.largest.value, try #require(exact.largest.value), relative: 1e-3)
      let least = try #require(exact.smallest.value)
      let level = try #require(found.smallest.value)
      #expect(level >= least - 1e-12 && level <= least + 0.005)
    }
  }

  @Test("nobody unknown leaves the index as it is; what cannot be bounded says why")
  func edges() throws {
    let plain = UnknownSegregationBounds()(try Self.units([(8, 2, 0), (3, 7, 0)]))
    #expect(plain.smallest.value == plain.known.value && plain.largest.value == plain.known.value)
    let alone = UnknownSegregationBounds()(try Self.units([(8, 2, 1), (0, 0, 0)]))
    #expect(alone.largest.reason?.contains("one unit") == true)
    let one = UnknownSegregationBounds()(try Self.units([(8, 0, 0), (3, 0, 0)]))
    #expect(one.smallest.reason?.contains("nobody") == true)
    let many = UnknownSegregationBounds()(try Self.units([(1, 1, 20_001), (1, 1, 0)]))
    #expect(many.smallest.reason?.contains("20,000") == true)
    for measure in [SegregationMeasure.isolation(), .exposure()] {
      let result = UnknownSegregationBounds(measure: measure)(
        try Self.units([(8, 2, 1), (3, 7, 2)]))
      #expect(result.largest.reason != nil && result.smallest.reason != nil)
    }
  }
}
