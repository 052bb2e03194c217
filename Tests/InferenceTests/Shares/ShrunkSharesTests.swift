import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Shrunk shares and location quotients")
struct ShrunkSharesTests {
  private static func cells(
    _ successes: [Int], of people: [Int], columns: Int
  ) throws -> IntersectionCounts {
    let cells = try zip(successes, people).enumerated().map { position, count in
      IntersectionCounts.Cell(
        first: "row \(position / columns)", second: "column \(position % columns)",
        count: try BinomialCount(count.0, of: count.1))
    }
    guard let counts = IntersectionCounts(cells) else { throw ReadingProblem.impossibleCounts }
    return counts
  }

  @Test("agrees with likelihoods at 50 digits, statsmodels' main effects and SciPy's limits")
  func reference() throws {
    let file = "Tests/InferenceTests/Fixtures/Shares/shrunk-python.csv"
    // Rows of one case follow one another.
    var last: (case: String, result: ShrunkShares.Result)?
    for row in try ReferenceValue.read(file, method: "ShrunkShares") {
      let centre = try #require(ShrunkShares.Centre(rawValue: row.arguments["centre"] ?? ""))
      let spread = try #require(ShrunkShares.Spread(rawValue: row.arguments["spread"] ?? ""))
      let name = row.id + centre.rawValue + spread.rawValue
      let result: ShrunkShares.Result
      if let last, last.case == name {
        result = last.result
      } else {
        result = ShrunkShares(centre: centre, spread: spread)(
          try Self.cells(
            row.wholes("successes"), of: row.wholes("people"), columns: row.whole("columns")))
      }
      last = (name, result)
      let found: Double? =
        switch row.quantity {
        case "precision": result.precision.value
        case "expected": result.rows[try row.whole("position")].expected.value
        default: Fixtures.part(row.quantity, of: result.rows[try row.whole("position")].shrunk)
        }
      expectClose(
        found, row.value, relative: spread == .mostLikely ? 1e-8 : 1e-7, "\(row) \(row.arguments)")
    }
  }

  @Test("no spread on a fine net is more likely, for random cells")
  func net() throws {
    var generator = SeededGenerator(seed: 31)
    func logFactorial(_ n: Double) -> Double { lgamma(n + 1) }
    for _ in 0..<(ThoroughTier.isOn ? 400 : 40) {
      let count = Int.random(in: 2...7, using: &generator)
      let people = (0..<count).map { _ in Int.random(in: 0...25, using: &generator) }
      let successes = people.map { Int.random(in: 0...$0, using: &generator) }
      let (with, all) = (successes.reduce(0, +), people.reduce(0, +))
      let result = ShrunkShares(centre: .pooled, spread: .mostLikely)(
        try Self.cells(successes, of: people, columns: count))
      guard let correlation = result.correlation.value else {
        let telling = zip(successes, people).filter { $0.1 > 1 }
        #expect(
          with == 0 || with == all || people.count { $0 > 0 } < 2
            || telling.allSatisfy { $0.0 == 0 || $0.0 == $0.1 })
        continue
      }
      let mean = Double(with) / Double(all)
      /// The beta-binomial likelihood by log gamma, and the binomial one without spread.
      func likelihood(_ correlation: Double) -> Double {
        zip(successes, people).reduce(0) { sum, cell in
          let (x, n) = (Double(cell.0), Double(cell.1))
          guard correlation > 0 else { return sum + x * log(mean) + (n - x) * log(1 - mean) }
          let precision = 1 / correlation - 1
          let (yes, no) = (precision * mean, precision * (1 - mean))
          return sum + lgamma(x + yes) + lgamma(n - x + no) - lgamma(n + precision)
            - lgamma(yes) - lgamma(no) + lgamma(precision)
        }
      }
      let best = likelihood(correlation)
      for step in 0..<400 {
        #expect(likelihood(Double(step) / 400) <= best + 1e-9, "\(successes) of \(people)")
      }
    }
  }

  @Test("the shrunk share lies between the raw and the expected, nearer the raw with more people")
  func between() throws {
    let result = ShrunkShares(centre: .pooled, spread: .mostLikely)(
      try Self.cells([4, 9, 25, 60, 3, 1], of: [60, 30, 70, 300, 4, 45], columns: 2))
    let expected = try #require(result.rows[0].expected.value)
    let precision = try #require(result.precision.value)
    for row in result.rows {
      let raw = try #require(row.raw.value)
      let shrunk = try #require(row.shrunk.value)
      #expect(min(raw, expected) <= shrunk && shrunk <= max(raw, expected))
      let people = Double(row.cell.count.total)
      expectClose(
        (shrunk - expected) / (raw - expected), people / (people + precision), relative: 1e-10)
      #expect(try #require(row.shrunk.interval).contains(shrunk))
    }
  }

  @Test("exchanging yes and no, cells or attributes changes nothing else")
  func identities() throws {
    let (successes, people) = ([40, 12, 3, 22, 30, 2], [200, 90, 10, 180, 150, 25])
    let one = ShrunkShares()(try Self.cells(successes, of: people, columns: 3))
    let other = ShrunkShares()(
      try Self.cells(zip(successes, people).map { $1 - $0 }, of: people, columns: 3))
    expectClose(other.precision.value, try #require(one.precision.value), relative: 1e-8)
    for (row, mirror) in zip(one.rows, other.rows) {
      expectClose(mirror.shrunk.value, 1 - (try #require(row.shrunk.value)), relative: 1e-10)
      expectClose(
        mirror.shrunk.interval?.lower, 1 - (try #require(row.shrunk.interval?.upper)),
        relative: 1e-9)
    }
    let cells = try Self.cells(successes, of: people, columns: 3).cells
    let turned = try #require(
      IntersectionCounts(
        cells.reversed().map { .init(first: $0.second, second: $0.first, count: $0.count) }))
    for (row, back) in zip(one.rows, ShrunkShares()(turned).rows.reversed()) {
      expectClose(back.shrunk.value, try #require(row.shrunk.value), relative: 1e-10)
    }
  }

  @Test("cells that differ no more than by chance are all at the expected share")
  func even() throws {
    let result = ShrunkShares(centre: .pooled, spread: .mostLikely)(
      try Self.cells([10, 20, 30], of: [100, 200, 300], columns: 3))
    #expect(result.correlation.value == 0 && result.precision.value == .infinity)
    for row in result.rows {
      expectClose(row.shrunk.value, 0.1, relative: 1e-15)
      #expect(row.shrunk.interval == nil && row.raw.interval != nil)
    }
    // Averaging over spreads has an interval, within what the cell alone would give.
    let averaged = ShrunkShares(centre: .pooled)(
      try Self.cells([10, 20, 30], of: [100, 200, 300], columns: 3))
    for row in averaged.rows {
      expectClose(row.shrunk.value, 0.1, relative: 1e-12)
      let (interval, raw) = (try #require(row.shrunk.interval), try #require(row.raw.interval))
      #expect(raw.lower < interval.lower && interval.upper < raw.upper)
    }
  }

  @Test("averaged intervals hold the true share about as often as they say, for few cells")
  func coverage() throws {
    var generator = SeededGenerator(seed: 77)
    let truths = [0.22, 0.31, 0.35, 0.28, 0.41, 0.25]
    let people = [8, 60, 20, 40, 12, 30]
    var covered = 0
    let rounds = ThoroughTier.isOn ? 200 : 15
    for _ in 0..<rounds {
      let successes = zip(truths, people).map { truth, people in
        (0..<people).count { _ in Double.random(in: 0..<1, using: &generator) < truth }
      }
      let result = ShrunkShares(centre: .pooled, level: 0.9)(
        try Self.cells(successes, of: people, columns: 6))
      for (row, truth) in zip(result.rows, truths) {
        covered += row.shrunk.interval?.contains(truth) == true ? 1 : 0
      }
    }
    let share = Double(covered) / Double(6 * rounds)
    #expect((ThoroughTier.isOn ? 0.87 : 0.8) < share, "\(share)")
  }

  @Test("an empty cell is where the others put it; what says nothing has reasons")
  func degenerate() throws {
    let empty = ShrunkShares()(
      try Self.cells([4, 9, 0, 60, 12, 1], of: [60, 30, 0, 300, 40, 45], columns: 2))
    #expect(empty.rows[2].raw.reason != nil)
    let expected = try #require(empty.rows[2].expected.value)
    expectClose(empty.rows[2].shrunk.value, expected, relative: 1e-12)
    let extreme = ShrunkShares(centre: .pooled, spread: .mostLikely)(
      try Self.cells([0, 5, 1], of: [7, 5, 1], columns: 3))
    #expect(extreme.rows[0].shrunk.reason?.contains("nobody or everybody") == true)
    #expect(extreme.correlation.reason != nil && extreme.rows[0].raw.value == 0)
    let averaged = ShrunkShares(centre: .pooled)(
      try Self.cells([0, 5, 1], of: [7, 5, 1], columns: 3))
    let low = try #require(averaged.rows[0].shrunk.interval)
    #expect(0 <= low.lower && low.upper < 0.5 && averaged.correlation.reason != nil)
    let none = ShrunkShares()(try Self.cells([0, 0], of: [7, 5], columns: 2))
    #expect(none.rows[1].shrunk.reason?.contains("Nobody or everybody") == true)
    #expect(
      ShrunkShares()(try Self.cells([3, 0], of: [7, 0], columns: 2)).precision.reason?
        .contains("two cells") == true)
    #expect(
      ShrunkShares(level: 1)(try Self.cells([3, 1], of: [7, 4], columns: 2)).precision.reason
        != nil)
    // Nobody of the first row has the outcome: the main effects have no maximum, the pooled share
    // does.
    let separated = try Self.cells([0, 0, 5, 9], of: [20, 30, 40, 30], columns: 2)
    #expect(ShrunkShares()(separated).rows[0].shrunk.reason != nil)
    #expect(ShrunkShares(centre: .pooled)(separated).rows[0].shrunk.value != nil)
    let cell = IntersectionCounts.Cell(first: "a", second: "b", count: try BinomialCount(1, of: 2))
    #expect(IntersectionCounts([cell, cell]) == nil)
    let text = try JSONEncoder().encode(["cells": [cell, cell]])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(IntersectionCounts.self, from: text)
    }
  }

  @Test("shrunk quotients are shrunk shares over that of everyone, raw ones those of nested areas")
  func quotients() throws {
    let areas = try [(3, 12), (40, 90), (1, 20), (30, 200)].enumerated().map { position, count in
      try #require(
        GroupCount(name: "site \(position)", selected: count.0, total: count.1))
    }
    let rows = ShrunkQuotients()(areas)
    let shares = ShrunkShares(centre: .pooled)(
      try Self.cells([3, 40, 1, 30], of: [12, 90, 20, 200], columns: 4))
    let everyone = 74.0 / 322
    for (row, share) in zip(rows, shares.rows) {
      expectClose(
        row.raw.value, try #require(share.raw.value) / everyone, relative: 1e-13)
      expectClose(row.shrunk.value, try #require(share.shrunk.value) / everyone, relative: 1e-13)
      expectClose(
        row.shrunk.interval?.upper, try #require(share.shrunk.interval?.upper) / everyone,
        relative: 1e-13)
      let (raw, shrunk) = (try #require(row.raw.value), try #require(row.shrunk.value))
      #expect(abs(shrunk - 1) < abs(raw - 1))
    }
    let alike = try [(1, 10), (2, 20)].enumerated().map { position, count in
      try #require(
        GroupCount(name: "site \(position)", selected: count.0, total: count.1))
    }
    #expect(
      ShrunkQuotients()(alike).allSatisfy { abs(($0.shrunk.value ?? 0) - 1) < 1e-12 })
    #expect(
      ShrunkQuotients(spread: .mostLikely)(alike).allSatisfy {
        $0.shrunk.value == 1 && $0.shrunk.interval == nil
      })
    #expect(ShrunkQuotients()([]).isEmpty)
    #expect(ShrunkQuotients()(Array(alike[..<1]))[0].shrunk.reason != nil)
  }
}
