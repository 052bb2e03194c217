import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Westfall-Young adjustment by permutation")
struct WestfallYoungPermutationTests {
  private typealias Profile = WestfallYoungPermutation.Profile

  /// Two strata, three comparisons that share people.
  private static func profiles() throws -> [Profile] {
    let rows: [(Int, [Bool], Int, Int)] = [
      (0, [true, false, false], 0, 3), (0, [true, true, false], 1, 2),
      (0, [false, true, true], 2, 2), (0, [false, false, true], 2, 2),
      (1, [true, false, true], 0, 2), (1, [false, true, false], 2, 3),
      (1, [true, true, true], 1, 2),
    ]
    return try rows.map {
      try #require(Profile(stratum: $0.0, isFocal: $0.1, selected: $0.2, total: $0.3))
    }
  }

  /// The step-down probabilities from every way to choose the selected of both strata.
  private static func enumeration(_ profiles: [Profile]) throws -> [Double] {
    let family = try #require(PermutationFamily(profiles))
    func ways(_ stratum: Int) -> [[Int]] {
      let members = profiles.filter { $0.stratum == stratum }
      let owners = members.enumerated().flatMap { index, profile in
        Array(repeating: index, count: profile.total)
      }
      let selected = members.reduce(0) { $0 + $1.selected }
      return (0..<(1 << owners.count)).filter { $0.nonzeroBitCount == selected }.map { chosen in
        var counts = members.map { _ in 0 }
        for person in owners.indices where chosen >> person & 1 == 1 { counts[owners[person]] += 1 }
        return counts
      }
    }
    let seen = family.pValues(family.selectedSeen)
    let order = seen.indices.sorted { (seen[$0], $0) < (seen[$1], $1) }
    var hits = seen.map { _ in 0 }
    let first = ways(0)
    let second = ways(1)
    for one in first {
      for two in second {
        let dealt = family.pValues([one, two])
        var smallest = Double.infinity
        for index in order.reversed() {
          smallest = min(smallest, dealt[index])
          if smallest <= seen[index] * (1 + 1e-9) { hits[index] += 1 }
        }
      }
    }
    return hits.map { Double($0) / Double(first.count * second.count) }
  }

  @Test("the bands hold what enumerating every way gives; the p-values are exact")
  func enumeration() throws {
    let profiles = try Self.profiles()
    let exact = try Self.enumeration(profiles)
    let result = try #require(WestfallYoungPermutation(replicates: 4000, seed: 5)(profiles))
    for (band, expected) in zip(result.bands, exact) {
      #expect(band.contains(expected), "\(band) \(expected)")
      #expect(band.upper - band.lower < 0.05)
    }
    for comparison in 0..<3 {
      let tables = StratifiedTables(
        try [0, 1].map { stratum in
          func sum(_ focal: Bool, _ count: (Profile) -> Int) -> Int {
            profiles.filter { $0.stratum == stratum && $0.isFocal[comparison] == focal }
              .reduce(0) { $0 + count($1) }
          }
          return .init(
            label: "\(stratum)",
            table: try .rates(
              focal: sum(true) { $0.selected }, of: sum(true) { $0.total },
              reference: sum(false) { $0.selected }, of: sum(false) { $0.total }))
        })
      let pValue = try #require(ExactStratifiedTest()(tables).pValue)
      expectClose(result.pValues[comparison].value, pValue, relative: 1e-12)
    }
    // The comparison with the largest p-value is adjusted at least to that.
    #expect(zip(result.adjusted, result.pValues).allSatisfy { $0.value > $1.value * 0.8 })
  }

  @Test("independent tables, each a stratum of its own: the exact adjustment lies in the bands")
  func independent() throws {
    let tables = try DiscreteFamilies.tables(
      [[2, 10, 9, 14], [1, 6, 5, 9], [3, 5, 2, 7], [0, 8, 3, 9]])
    let exact = WestfallYoungAdjustment.adjust(try tables.map { try #require(DiscreteTest($0)) })
    var profiles: [Profile] = []
    for (index, table) in tables.enumerated() {
      let own = tables.indices.map { $0 == index }
      let nobody = tables.indices.map { _ in false }
      for (isFocal, selected, total) in [
        (own, table.focalSelected, table.focalTotal),
        (nobody, table.referenceSelected, table.referenceTotal),
      ] {
        profiles.append(
          try #require(
            Profile(stratum: index, isFocal: isFocal, selected: selected, total: total)))
      }
    }
    let result = try #require(WestfallYoungPermutation(replicates: 3000, seed: 2)(profiles))
    let order = exact.indices.sorted { result.pValues[$0] < result.pValues[$1] }
    var lower = 0.0
    var upper = 0.0
    for index in order {
      lower = max(lower, result.bands[index].lower)
      upper = max(upper, result.bands[index].upper)
      #expect(exact[index].value >= lower && exact[index].value <= upper, "\(index)")
    }
  }

  @Test("the same seed gives the same numbers, another seed others")
  func reproducible() throws {
    let profiles = try Self.profiles()
    let one = WestfallYoungPermutation(replicates: 500, seed: 9)(profiles)
    #expect(one == WestfallYoungPermutation(replicates: 500, seed: 9)(profiles))
    #expect(one != WestfallYoungPermutation(replicates: 500, seed: 10)(profiles))
  }

  @Test("no comparison, or different numbers of them, is nothing")
  func degenerate() throws {
    #expect(WestfallYoungPermutation()([]) == nil)
    let one = try #require(Profile(stratum: 0, isFocal: [true], selected: 1, total: 2))
    let two = try #require(Profile(stratum: 0, isFocal: [true, false], selected: 1, total: 2))
    #expect(WestfallYoungPermutation(replicates: 9)([one, two]) == nil)
    #expect(Profile(stratum: 0, isFocal: [true], selected: 3, total: 2) == nil)
    let alone = try #require(WestfallYoungPermutation(replicates: 9)([one]))
    #expect(alone.pValues == [.one] && alone.adjusted == [.one])
  }
}
