import Aggregates
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Rule packs")
struct RulePackTests {
  private static func audit(
    _ categories: BiasAuditTable.Categories, _ counts: [(name: String, selected: Int, total: Int)],
    unknown: Int = 0
  ) throws -> ComparisonRows {
    try #require(
      BiasAuditTable(
        categories: categories, groups: ComparatorPolicyTests.groups(counts), unknown: unknown)
    ).comparison
  }

  @Test("the Guidelines' illustration: 80 % is not below four fifths, adverse-1")
  func guidelines() throws {
    let rows = ComparatorPolicy()(
      try ComparatorPolicyTests.groups([
        ("A", 60, 100), ("B", 45, 100), ("C", 48, 100), ("D", 51, 100),
      ])
    ).rows
    for (row, ratio) in zip(rows, [1, 0.75, 0.8, 0.85]) {
      expectClose(row.impactRatio.value, ratio, relative: 1e-15)
    }
    let indicators = rows.compactMap(\.table).map(RulePackCatalogue.fourFifths.indicators)
    #expect(
      indicators == [[.below(.fourFifths)], [.notBelow(.fourFifths)], [.notBelow(.fourFifths)]])
    for scale in [1, 7, 11, 1_000_003] {
      let table = try TwoByTwoTable.rates(
        focal: 12 * scale, of: 100 * scale, reference: 15 * scale, of: 100 * scale)
      #expect(RulePackCatalogue.fourFifths.indicators(table) == [.notBelow(.fourFifths)])
    }
  }

  @Test("a published audit of 2023, adverse-20")
  func audit2023() throws {
    let sex = try Self.audit(
      .sex, [("Female", 2440, 2793), ("Male", 4425, 5187)], unknown: 813)
    #expect(sex.comparator == 0)
    expectClose(sex.rows[1].impactRatio.value, 0.976513, absolute: 5e-7)
    let race = try Self.audit(
      .raceOrEthnicity,
      [
        ("Asian", 3162, 3543), ("Black", 542, 678), ("Hispanic", 759, 937), ("White", 1934, 2274),
        ("Two or more", 235, 264), ("American Indian", 10, 11), ("Pacific Islander", 10, 11),
      ], unknown: 1075)
    #expect(race.comparator == 0)
    // The audit prints 0.94 for white people; its counts give 0.952961.
    let ratios = [1, 0.895734, 0.907635, 0.952961, 0.997409]
    for (row, ratio) in zip(race.rows, ratios) {
      expectClose(row.impactRatio.value, ratio, absolute: 5e-7, "\(row.group.name)")
    }
    for row in race.rows.dropFirst(5) {
      #expect(row.isSmall && row.impactRatio.reason != nil && row.group.total == 11)
      expectClose(row.rate.value, 10.0 / 11, relative: 1e-15)
    }
  }

  @Test("a published audit of 2024, with intersections, adverse-21")
  func audit2024() throws {
    let race = try Self.audit(
      .raceOrEthnicity,
      [
        ("Asian", 653, 1312), ("Black", 662, 1284), ("Hispanic", 667, 1324), ("White", 748, 1540),
      ])
    for (row, ratio) in zip(race.rows, [0.97, 1, 0.98, 0.94]) {
      expectClose(row.impactRatio.value, ratio, absolute: 0.005)
    }
    let both = try Self.audit(
      .intersection,
      [("Hispanic women", 370, 680), ("Hispanic men", 297, 644), ("White women", 360, 780)])
    for (row, ratio) in zip(both.rows, [1, 0.85, 0.85]) {
      expectClose(row.impactRatio.value, ratio, absolute: 0.005)
    }
  }

  @Test("scoring rates: above four fifths and far beyond three standard deviations, adverse-22")
  func scoring() throws {
    let sex = try Self.audit(.sex, [("Male", 396, 980), ("Female", 936, 1885)])
    expectClose(sex.rows[0].rate.value, 0.4041, absolute: 5e-5)
    expectClose(sex.rows[1].rate.value, 0.4966, absolute: 5e-5)
    expectClose(sex.rows[0].impactRatio.value, 0.813776, absolute: 5e-7)
    let table = try #require(sex.rows[0].table)
    expectClose(PooledZTest()(table).test?.statistic, -4.707704, absolute: 5e-7)
    #expect(RulePackCatalogue.fourFifths.indicators(table) == [.notBelow(.fourFifths)])
    #expect(
      RulePackCatalogue.twoStandardDeviations.indicators(table)
        == [.beyond(standardDeviations: 2), .beyond(standardDeviations: 3)])
    #expect(RulePackCatalogue.localLaw144.indicators(table) == [.noLine])
    let race = try Self.audit(.raceOrEthnicity, [("White", 165, 379), ("Asian", 47, 95)])
    expectClose(race.rows[0].impactRatio.value, 0.879975, absolute: 5e-7)
  }

  @Test("the median is everyone's, and a score equal to it is not above it")
  func median() throws {
    let odd = try #require(
      ScoringRates(categories: [("A", [1, 2, 3]), ("B", [3, 3])], unknown: [4, 5]))
    #expect(odd.median == 3)
    #expect(odd.groups.map(\.selected) == [0, 0] && odd.groups.map(\.total) == [3, 2])
    let known = try #require(ScoringRates(categories: [("A", [1, 2]), ("B", [3, 10])]))
    #expect(known.median == 2.5 && known.groups.map(\.selected) == [0, 2])
    let tied = try #require(ScoringRates(categories: [("A", [0.1, 0.1]), ("B", [0.1, 0.2])]))
    #expect(tied.median == 0.1 && tied.groups.map(\.selected) == [0, 1])
    #expect(ScoringRates(categories: []) == nil)
    #expect(ScoringRates(categories: [("A", [1, .nan])]) == nil)
    #expect(ScoringRates(categories: [("A", [1])], unknown: [.infinity]) == nil)
    #expect(BiasAuditTable(categories: .sex, groups: [], unknown: -1) == nil)
  }

  @Test("exactly two standard deviations are within; empty groups give reasons")
  func lines() throws {
    // Equal groups of 50, 20 and 30 selected: Z is exactly -2.
    let pack = RulePackCatalogue.twoStandardDeviations
    let exact = try TwoByTwoTable.rates(focal: 20, of: 50, reference: 30, of: 50)
    expectClose(PooledZTest()(exact).test?.statistic, -2, relative: 1e-14)
    #expect(pack.indicators(exact).first == .within(standardDeviations: 2))
    let beyond = try TwoByTwoTable.rates(focal: 19, of: 50, reference: 30, of: 50)
    #expect(pack.indicators(beyond).first == .beyond(standardDeviations: 2))
    for table in [
      try TwoByTwoTable.rates(focal: 0, of: 0, reference: 3, of: 5),
      try TwoByTwoTable.rates(focal: 0, of: 4, reference: 0, of: 5),
    ] {
      for indicator in pack.indicators(table) + RulePackCatalogue.fourFifths.indicators(table) {
        guard case .notEstimable = indicator else {
          Issue.record("\(indicator)")
          continue
        }
      }
    }
  }

  @Test("packs are dated, sourced and hold no verdict")
  func words() throws {
    let packs = RulePackCatalogue.all
    #expect(Set(packs.map(\.id)).count == packs.count && packs.count == 3)
    for pack in packs {
      #expect(RulePackCatalogue.pack(pack.id) == pack)
      #expect(pack.inForceFrom.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil)
      #expect(pack.statusDate.wholeMatch(of: /\d{4}-\d{2}(-\d{2})?/) != nil)
      #expect(!pack.source.isEmpty && !pack.rules.isEmpty && !pack.jurisdiction.isEmpty)
    }
    let folders = ["RulePacks", "Comparison", "Availability"]
    for folder in folders {
      let path = ProjectFolder.file("Sources/Inference").resolvingSymlinksInPath()
        .appendingPathComponent(folder)
      for file in try FileManager.default.contentsOfDirectory(
        at: path, includingPropertiesForKeys: nil)
      {
        let text = try String(contentsOf: file, encoding: .utf8).lowercased()
        for word in ["violat", "complian", "illegal", "unlawful"] {
          #expect(!text.contains(word), "\(file.lastPathComponent): \(word)")
        }
      }
    }
  }
}
