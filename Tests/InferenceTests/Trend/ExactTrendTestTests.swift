import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Exact trend test")
struct ExactTrendTestTests {
  private static func groups(_ selected: [Int], of totals: [Int]) throws -> [BinomialCount] {
    try zip(selected, totals).map { try BinomialCount($0, of: $1) }
  }

  @Test("agrees with convolution in integers")
  func references() throws {
    for row in try ReferenceValue.read(Fixtures.stratifiedPython, method: "ExactTrendTest") {
      let scores = (row.arguments["scores"] ?? "").split(separator: " ").compactMap { Double($0) }
      let outcome = ExactTrendTest(scores: scores)(
        try Self.groups(row.wholes("selected"), of: row.wholes("totals")))
      expectClose(outcome.pValue, row.value, relative: 1e-10, "\(row)")
    }
  }

  @Test("two groups give Fisher's exact test, twice the smaller tail")
  func twoGroups() throws {
    for counts in [[12, 40, 48, 80], [2, 10, 15, 25], [50, 64, 455, 508], [0, 12, 9, 40]] {
      let table = try TwoByTwoTable.rates(
        focal: counts[0], of: counts[1], reference: counts[2], of: counts[3])
      let groups = try Self.groups([counts[2], counts[0]], of: [counts[3], counts[1]])
      let test = try #require(ExactTrendTest(scores: [0, 1])(groups).test)
      expectClose(
        test.pValue.value, try #require(FisherExactTest(twoSided: .central)(table).pValue),
        relative: 1e-11)
      expectClose(
        test.statistic, try #require(PooledZTest()(table).test?.statistic), relative: 1e-12)
    }
  }

  @Test("by minimum likelihood: all divisions counted in whole numbers")
  func minimumLikelihood() throws {
    var generator = SeededGenerator(seed: 42)
    for index in 0..<(ThoroughTier.isOn ? 2000 : 200) {
      let size = 2 + index % 3
      let totals = (0..<size).map { _ in Int(generator.next() % 7) }
      let selected = totals.map { Int(generator.next() % UInt64($0 + 1)) }
      let scores = (0..<size).map { $0 * $0 - Int(generator.next() % 3) }
      let groups = try Self.groups(selected, of: totals)
      let method = ExactTrendTest(
        scores: scores.map { Double($0) / 10 }, twoSided: .minimumLikelihood)
      guard let pValue = method(groups).pValue else {
        #expect(method(groups).reason == ExactTrendTest(scores: method.scores)(groups).reason)
        continue
      }
      // The ways to divide the selected, by the sum of their scores.
      var ways: [[Int: Int]] = [[0: 1]]
      for (score, total) in zip(scores, totals) {
        var next = Array(repeating: [:] as [Int: Int], count: ways.count + total)
        for (people, sums) in ways.enumerated() {
          for (sum, count) in sums {
            for taken in 0...total {
              next[people + taken][sum + taken * score, default: 0] +=
                count * SmallTables.choose(total, taken)
            }
          }
        }
        ways = next
      }
      let all = ways[selected.reduce(0, +)]
      let seen = try #require(all[zip(scores, selected).reduce(0) { $0 + $1.0 * $1.1 }])
      let extreme = all.values.filter { $0 <= seen }.reduce(0, +)
      expectClose(
        pValue, Double(extreme) / Double(all.values.reduce(0, +)), relative: 1e-11,
        "\(selected) \(totals) \(scores)")
    }
  }

  @Test("by minimum likelihood two groups give Fisher's exact test")
  func twoGroupsMinimumLikelihood() throws {
    for counts in [[12, 40, 48, 80], [2, 10, 15, 25], [50, 64, 455, 508], [0, 12, 9, 40]] {
      let table = try TwoByTwoTable.rates(
        focal: counts[0], of: counts[1], reference: counts[2], of: counts[3])
      let groups = try Self.groups([counts[2], counts[0]], of: [counts[3], counts[1]])
      let method = ExactTrendTest(scores: [1e6, 1e6 + 3], twoSided: .minimumLikelihood)
      expectClose(
        method(groups).pValue,
        try #require(FisherExactTest(twoSided: .minimumLikelihood)(table).pValue), relative: 1e-11)
      #expect(method.stamp.id == "exact-trend-minlike")
      #expect(ExactTrendTest(scores: [0, 1]).stamp.id == "exact-trend-central")
    }
  }

  @Test("shifting, stretching and turning the scores changes nothing, nor does an empty group")
  func scores() throws {
    let groups = try Self.groups([7, 4, 9, 1], of: [10, 9, 24, 11])
    let pValue = try #require(ExactTrendTest(scores: [1, 2, 4, 7])(groups).pValue)
    for scores in [[101, 102, 104, 107], [0.1, 0.2, 0.4, 0.7], [-1, -2, -4, -7]] {
      expectClose(ExactTrendTest(scores: scores)(groups).pValue, pValue, relative: 1e-11)
    }
    let wider = try Self.groups([7, 4, 0, 9, 1], of: [10, 9, 0, 24, 11])
    expectClose(
      ExactTrendTest(scores: [1, 2, 3, 4, 7])(wider).pValue, pValue, relative: 1e-11)
  }

  @Test("undefined where the asymptotic test is, with the same reason")
  func degenerate() throws {
    let groups = try Self.groups([0, 0], of: [5, 6])
    #expect(
      ExactTrendTest(scores: [1, 2])(groups).reason
        == CochranArmitageTrendTest(scores: [1, 2])(groups).reason)
    #expect(ExactTrendTest(scores: [1, 2])(groups).reason != nil)
    #expect(ExactTrendTest(scores: [1])(groups).reason != nil)
  }
}
