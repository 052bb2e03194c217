import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Separation, disparity and variety within teams")
struct TeamIndicesTests {
  private static func team(
    _ amounts: [Double], scale: ClosedRange<Double>? = nil
  ) throws -> TeamAmounts {
    try #require(TeamAmounts(amounts, scale: scale))
  }

  private static func indices(
    _ divisor: TeamDivisor
  ) -> [(String, (TeamAmounts) -> TeamIndexResult)] {
    [
      ("sd", { SeparationIndex(divisor: divisor)($0) }),
      ("med", { SeparationIndex(statistic: .meanEuclideanDistance, divisor: divisor)($0) }),
      ("cv", { DisparityIndex(divisor: divisor)($0) }),
      ("gini", { DisparityIndex(statistic: .gini, divisor: divisor)($0) }),
    ]
  }

  @Test("agree with R")
  func references() throws {
    let rows =
      try ReferenceValue.read(Fixtures.diversityR, method: "SeparationIndex")
      + ReferenceValue.read(Fixtures.diversityR, method: "DisparityIndex")
    for row in rows {
      let amounts = (row.arguments["amounts"] ?? "").split(separator: " ")
        .compactMap { Double($0) }
      let divisor: TeamDivisor = row.quantity == "members" ? .members : .membersLessOne
      let index = try #require(
        Self.indices(divisor).first { $0.0 == row.arguments["statistic"] })
      expectClose(
        index.1(try Self.team(amounts)).index.value, row.value, relative: 1e-13, "\(row)")
    }
  }

  @Test("indices-R34")
  func published() throws {
    let ages = try Self.team([25, 32, 41, 28, 56])
    let plain = [11.1821286, 15.3255722, 0.3072013, 0.1648352]
    let corrected = [12.5019998, 17.1345106, 0.3434615, 0.2060440]
    for (divisor, values) in [(TeamDivisor.members, plain), (.membersLessOne, corrected)] {
      for ((name, index), value) in zip(Self.indices(divisor), values) {
        expectClose(index(ages).index.value, value, absolute: 5e-8, "\(name)")
      }
    }
  }

  @Test("no team on a scale of five steps has more than the maximum, and one has it")
  func separationMaximum() throws {
    for size in 2...6 {
      for divisor in TeamDivisor.allCases {
        for (_, index) in Self.indices(divisor).prefix(2) {
          var largest = 0.0
          var maximum = 0.0
          func extend(_ amounts: [Double]) throws {
            guard amounts.count == size else {
              for next in 1...5 where Double(next) >= amounts.last ?? 1 {
                try extend(amounts + [Double(next)])
              }
              return
            }
            let result = index(try Self.team(amounts, scale: 1...5))
            largest = max(largest, try #require(result.index.value))
            maximum = try #require(result.attainableMaximum.value)
          }
          try extend([])
          expectClose(largest, maximum, relative: 1e-14)
        }
      }
    }
  }

  @Test("one who has all reaches the maximum of disparity; nobody exceeds it")
  func disparityMaximum() throws {
    var generator = SeededGenerator(seed: 2)
    for size in 2...8 {
      for divisor in TeamDivisor.allCases {
        for (_, index) in Self.indices(divisor).dropFirst(2) {
          let all = try Self.team([7] + [Double](repeating: 0, count: size - 1))
          let maximum = try #require(index(all).attainableMaximum.value)
          expectClose(index(all).index.value, maximum, relative: 1e-14)
          let other = try Self.team(
            (0..<size).map { _ in Double.random(in: 0.1...9, using: &generator) })
          #expect(try #require(index(other).index.value) < maximum)
        }
      }
    }
    let five = try Self.team([0, 0, 0, 0, 3])
    expectClose(DisparityIndex(divisor: .members)(five).index.value, 2, relative: 1e-15)
    expectClose(
      DisparityIndex(statistic: .gini, divisor: .members)(five).index.value, 0.8, relative: 1e-15)
  }

  @Test("two camps have the root of two times the standard deviation as mean distance")
  func camps() throws {
    let camps = try Self.team([1, 1, 5, 5], scale: 1...5)
    let deviation = SeparationIndex(divisor: .members)(camps)
    let distance = SeparationIndex(statistic: .meanEuclideanDistance, divisor: .members)(camps)
    #expect(deviation.index.value == 2 && deviation.attainableMaximum.value == 2)
    expectClose(distance.index.value, 2 * 2.0.squareRoot(), relative: 1e-15)
    expectClose(distance.attainableMaximum.value, 2 * 2.0.squareRoot(), relative: 1e-15)
  }

  @Test("a shift leaves separation, a factor leaves disparity; order leaves both")
  func invariance() throws {
    let amounts = [25.0, 32, 41, 28, 56]
    for divisor in TeamDivisor.allCases {
      for (position, (_, index)) in Self.indices(divisor).enumerated() {
        let value = try #require(index(try Self.team(amounts)).index.value)
        let changed = amounts.reversed().map { position < 2 ? $0 + 1000 : $0 * 1e300 }
        expectClose(index(try Self.team(changed)).index.value, value, relative: 1e-13)
        let twice = index(try Self.team(amounts + amounts)).index.value
        if divisor == .members { expectClose(twice, value, relative: 1e-13) }
      }
    }
  }

  @Test("variety has the largest value of any team of its size as maximum")
  func variety() throws {
    for size in 2...7 {
      for estimator in DiversityEstimator.allCases {
        for declared in 1...4 {
          var largest = 0.0
          var maximum = 0.0
          func extend(_ counts: [Int]) throws {
            let left = size - counts.reduce(0, +)
            guard counts.count == declared - 1 else {
              for next in 0...left { try extend(counts + [next]) }
              return
            }
            let result = VarietyIndex(estimator: estimator)(
              try .of(counts + [left], declared: declared))
            largest = max(largest, try #require(result.index.value))
            maximum = try #require(result.attainableMaximum.value)
          }
          try extend([])
          #expect(largest == maximum)
        }
      }
    }
    let open = VarietyIndex()(try .of([2, 3]))
    #expect(open.index == BlauIndex(estimator: .unbiased)(try .of([2, 3])))
    #expect(open.attainableMaximum.reason?.contains("not declared") == true)
    #expect(VarietyIndex()(try .of([1, 0], declared: 2)).index.reason != nil)
  }

  @Test("nobody, one person, no scale, amounts below 0: reasons in words")
  func degenerate() throws {
    for (amounts, words) in [([], "Nobody"), ([30.0], "One person")] {
      for (_, index) in Self.indices(.members) {
        let result = index(try Self.team(amounts))
        #expect(result.index.reason?.hasPrefix(words) == true)
        #expect(result.attainableMaximum.reason?.hasPrefix(words) == true)
      }
    }
    let ages = try Self.team([25, 32])
    #expect(SeparationIndex()(ages).attainableMaximum.reason?.contains("scale") == true)
    let debts = try Self.team([-2, 3])
    #expect(SeparationIndex()(debts).index.value != nil)
    for statistic in DisparityIndex.Statistic.allCases {
      let method = DisparityIndex(statistic: statistic)
      #expect(method(debts).index.reason?.contains("below 0") == true)
      #expect(method(try Self.team([0, 0])).index.reason == "Every amount is 0.")
      #expect(method(try Self.team([4, 4, 4])).index.value == 0)
    }
    #expect(SeparationIndex()(try Self.team([0.1, 0.1, 0.1])).index.value == 0)
    #expect(TeamAmounts([1, .infinity]) == nil && TeamAmounts([.nan]) == nil)
    #expect(TeamAmounts([1, 6], scale: 1...5) == nil)
    let copy = try JSONDecoder().decode(TeamAmounts.self, from: JSONEncoder().encode(ages))
    #expect(copy == ages)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(
        TeamAmounts.self, from: Data(#"{"amounts": [9], "scale": [1, 5]}"#.utf8))
    }
  }
}
