import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Bounds of shares and indices over people of unknown group")
struct UnknownIndexBoundsTests {
  private static func count(_ x: Int, of n: Int, unknown: Int) throws -> PartlyKnownCount {
    guard let count = PartlyKnownCount(known: try BinomialCount(x, of: n), unknown: unknown) else {
      throw ReadingProblem.impossibleCounts
    }
    return count
  }

  /// Every way to divide people over places.
  private static func divisions(_ people: Int, over places: Int) -> [[Int]] {
    guard places > 1 else { return [[people]] }
    return (0...people).flatMap { here in
      divisions(people - here, over: places - 1).map { [here] + $0 }
    }
  }

  @Test("the interval agrees with Imbens and Manski's at 40 digits")
  func imbensManski() throws {
    let file = "Tests/InferenceTests/Fixtures/Shares/unknown-python.csv"
    for row in try ReferenceValue.read(file, method: "UnknownShareBounds") {
      let result = UnknownShareBounds(level: try row.number("level"))(
        try Self.count(
          row.whole("successes"), of: row.whole("total"), unknown: row.whole("unknown")))
      expectClose(
        Fixtures.part(row.quantity, of: result.share), row.value, relative: 1e-10, absolute: 1e-14,
        "\(row) \(row.arguments)")
    }
  }

  @Test("the bounds of share and parity index are those over every answer, for all small counts")
  func shares() throws {
    for n in 0...6 {
      for x in 0...n {
        for unknown in 0...4 where n + unknown > 0 {
          let result = UnknownShareBounds(benchmark: 0.4)(
            try Self.count(x, of: n, unknown: unknown))
          let all = (0...unknown).map { Double(x + $0) / Double(n + unknown) }
          #expect(result.smallest.value == all.min() && result.largest.value == all.max())
          expectClose(
            result.largestParityIndex.value, (all.max() ?? 0) / 0.4, relative: 1e-15)
          expectClose(
            result.smallestParityIndex.value, (all.min() ?? 0) / 0.4, relative: 1e-15)
          guard n > 0 else {
            #expect(result.share.reason?.contains("Nobody said") == true)
            continue
          }
          let interval = try #require(result.share.interval)
          #expect(all.allSatisfy { interval.contains($0) })
        }
      }
    }
    // With everybody known it is the normal interval.
    let plain = UnknownShareBounds()(try Self.count(30, of: 100, unknown: 0))
    expectClose(
      plain.share.interval?.lower, 0.3 - 1.959963984540054 * 0.0021.squareRoot(), relative: 1e-11)
  }

  @Test("diversity's bounds are those over every division, for random counts")
  func diversity() throws {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<(ThoroughTier.isOn ? 500 : 80) {
      let places = Int.random(in: 1...4, using: &generator)
      let counts = (0..<places).map { _ in Int.random(in: 0...7, using: &generator) }
      let extra = Int.random(in: 0...1, using: &generator)
      let unknown = Int.random(in: 0...6, using: &generator)
      let categories = try #require(CategoryCounts(counts, declared: places + extra))
      let result = UnknownDiversityBounds(unknown: unknown)(categories)
      let all = Self.divisions(unknown, over: places + extra).map { joined in
        zip(counts + [Int](repeating: 0, count: extra), joined).map { $0 + $1 }
      }
      let total = Double(counts.reduce(0, +) + unknown)
      guard total > 0 else {
        #expect(result.blau.smallest.reason != nil && result.shannon.largest.reason != nil)
        continue
      }
      let blau = all.map { 1 - $0.reduce(0) { $0 + Double($1 * $1) } / (total * total) }
      let entropy = all.map {
        $0.reduce(0.0) { $0 - ($1 == 0 ? 0 : Double($1) / total * log(Double($1) / total)) }
      }
      for (bounds, values) in [
        (result.blau, blau), (result.shannon, entropy),
        (result.effectiveCategories, entropy.map { exp($0) }),
      ] {
        expectClose(
          bounds.smallest.value, try #require(values.min()), relative: 1e-12, absolute: 1e-14)
        expectClose(
          bounds.largest.value, try #require(values.max()), relative: 1e-12, absolute: 1e-14)
      }
      #expect(result.mostEven?.total == result.leastEven?.total)
    }
  }

  @Test("many unknown people level out, many declared categories are not all made")
  func levelling() throws {
    let five = try #require(
      CategoryCounts([5, 1, 3, 9], declared: 4, labels: ["a", "b", "c", "d"]))
    let result = UnknownDiversityBounds(unknown: 10)(five)
    #expect(
      result.mostEven?.counts == [7, 6, 6, 9] && result.mostEven?.labels == ["a", "b", "c", "d"])
    #expect(result.leastEven?.counts == [5, 1, 3, 19])
    expectClose(
      UnknownDiversityBounds(unknown: 4_000_018)(five).blau.largest.value, 0.75, relative: 1e-12)
    let wide = try #require(CategoryCounts([2], declared: 1_000_000_000))
    #expect(UnknownDiversityBounds(unknown: 2)(wide).mostEven?.counts == [2, 1, 1])
    #expect(UnknownDiversityBounds(unknown: 2_000_000)(wide).blau.largest.reason != nil)
    // Of an open list only what is listed can be joined.
    let open = try #require(CategoryCounts([2, 1], declared: nil))
    #expect(UnknownDiversityBounds(unknown: 2)(open).mostEven?.counts == [3, 2])
    let none = UnknownDiversityBounds(unknown: -1)(five)
    #expect(none.blau.smallest.reason?.contains("0 or more") == true && none.mostEven == nil)
    let huge = try #require(CategoryCounts([Int.max], declared: 1))
    #expect(UnknownDiversityBounds(unknown: 1)(huge).blau.smallest.reason != nil)
  }

  private static func units(_ counts: [(Int, Int, Int)]) throws -> PartlyKnownUnits {
    guard
      let units = PartlyKnownUnits(
        counts.enumerated().map {
          .init(name: "unit \($0)", first: $1.0, second: $1.1, unknown: $1.2)
        })
    else { throw ReadingProblem.impossibleCounts }
    return units
  }

  private static func dissimilarity(_ cells: [(Int, Int)]) -> Double? {
    let first = Double(cells.reduce(0) { $0 + $1.0 })
    let second = Double(cells.reduce(0) { $0 + $1.1 })
    guard first > 0, second > 0 else { return nil }
    return cells.reduce(0) { $0 + abs(Double($1.0) / first - Double($1.1) / second) } / 2
  }

  @Test("the bounds of D are those over every division, for random units")
  func dissimilarity() throws {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<(ThoroughTier.isOn ? 600 : 120) {
      let counts = (0..<Int.random(in: 2...4, using: &generator)).map { _ in
        (
          Int.random(in: 0...5, using: &generator), Int.random(in: 0...5, using: &generator),
          Int.random(in: 0...3, using: &generator)
        )
      }
      let result = UnknownDissimilarityBounds()(try Self.units(counts))
      var all: [Double] = []
      func divide(_ position: Int, _ cells: [(Int, Int)]) {
        guard position < counts.count else {
          if let value = Self.dissimilarity(cells) { all.append(value) }
          return
        }
        let unit = counts[position]
        for joining in 0...unit.2 {
          divide(position + 1, cells + [(unit.0 + joining, unit.1 + unit.2 - joining)])
        }
      }
      divide(0, [])
      guard counts.count(where: { $0.0 + $0.1 + $0.2 > 0 }) > 1, let most = all.max(),
        let least = all.min()
      else {
        #expect(result.smallest.reason != nil && result.largest.reason != nil)
        continue
      }
      expectClose(result.smallest.value, least, relative: 1e-12, absolute: 1e-14)
      expectClose(result.largest.value, most, relative: 1e-12, absolute: 1e-14)
      let known = Self.dissimilarity(counts.map { ($0.0, $0.1) })
      if let known {
        expectClose(result.known.value, known, relative: 1e-12, absolute: 1e-14)
      } else {
        #expect(result.known.reason != nil)
      }
    }
  }

  @Test("more unknown people widen D's bounds; exchanging groups or units changes nothing")
  func dissimilarityIdentities() throws {
    let counts = [(60, 40, 12), (30, 20, 0), (10, 30, 25), (25, 10, 8)]
    let result = UnknownDissimilarityBounds()(try Self.units(counts))
    let swapped = UnknownDissimilarityBounds()(
      try Self.units(counts.map { ($0.1, $0.0, $0.2) }.reversed()))
    expectClose(swapped.smallest.value, try #require(result.smallest.value), relative: 1e-12)
    expectClose(swapped.largest.value, try #require(result.largest.value), relative: 1e-12)
    let known = try #require(result.known.value)
    #expect(try #require(result.smallest.value) < known)
    #expect(known < (try #require(result.largest.value)))
    let sure = UnknownDissimilarityBounds()(try Self.units(counts.map { ($0.0, $0.1, 0) }))
    expectClose(sure.smallest.value, known, relative: 1e-14)
    expectClose(sure.largest.value, known, relative: 1e-14)
    let more = UnknownDissimilarityBounds()(try Self.units(counts.map { ($0.0, $0.1, $0.2 + 3) }))
    #expect(try #require(more.largest.value) > (try #require(result.largest.value)))
    // Groups that can be parted wholly and made alike.
    let free = UnknownDissimilarityBounds()(try Self.units([(0, 0, 30), (0, 0, 30)]))
    #expect(free.smallest.value == 0 && free.largest.value == 1)
  }

  @Test("nobody, one unit and too many unknown have reasons; impossible counts are refused")
  func degenerate() throws {
    let empty = UnknownShareBounds()(try Self.count(0, of: 0, unknown: 0))
    #expect(empty.smallest.reason != nil && empty.share.reason != nil)
    #expect(
      UnknownShareBounds(benchmark: 0)(try Self.count(1, of: 2, unknown: 1)).largest.reason != nil)
    #expect(
      UnknownShareBounds(level: 1)(try Self.count(1, of: 2, unknown: 1)).share.reason != nil)
    #expect(PartlyKnownCount(known: try BinomialCount(1, of: 2), unknown: -1) == nil)
    let method = UnknownDissimilarityBounds()
    #expect(
      method(try Self.units([(1, 1, 1), (0, 0, 0)])).smallest.reason?.contains("unit") == true)
    #expect(
      method(try Self.units([(1, 1, 601), (1, 1, 0)])).smallest.reason?.contains("600") == true)
    #expect(
      method(try Self.units([(3, 0, 0), (4, 0, 0)])).largest.reason?.contains("nobody") == true)
    #expect(PartlyKnownUnits([.init(name: "a", first: 1, second: -1, unknown: 0)]) == nil)
    for (type, text) in [
      (
        PartlyKnownUnits.self as any Decodable.Type,
        #"{"units":[{"name":"a","first":1,"second":-1,"unknown":0}]}"#
      ),
      (PartlyKnownCount.self, #"{"known":{"successes":1,"total":2},"unknown":-1}"#),
    ] {
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode(type, from: Data(text.utf8))
      }
    }
  }
}
