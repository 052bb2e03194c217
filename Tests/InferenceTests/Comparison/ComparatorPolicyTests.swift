import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Comparator policy")
struct ComparatorPolicyTests {
  static func groups(_ counts: [(name: String, selected: Int, total: Int)]) throws -> [GroupCount] {
    try counts.map {
      try #require(GroupCount(name: $0.name, selected: $0.selected, total: $0.total))
    }
  }

  @Test("every comparator against ratios worked by hand")
  func comparators() throws {
    let groups = try Self.groups([("A", 30, 100), ("B", 12, 30), ("C", 9, 20), ("D", 1, 2)])
    let cases: [(Comparator, [Double], Int?)] = [
      (.highestRate, [0.6, 0.8, 0.9, 1], 3), (.named("B"), [0.75, 1, 1.125, 1.25], 1),
      (.largest, [1, 4.0 / 3, 1.5, 5.0 / 3], 0),
      (.restOfPool, [0.3 * 52 / 22, 0.4 * 122 / 40, 0.45 * 132 / 43, 0.5 * 150 / 51], nil),
      (.overall, [0.3, 0.4, 0.45, 0.5].map { $0 * 152 / 52 }, nil),
    ]
    for (comparator, ratios, position) in cases {
      let result = ComparatorPolicy(comparator: comparator)(groups)
      #expect(result.comparator == position)
      for (row, ratio) in zip(result.rows, ratios) {
        expectClose(row.impactRatio.value, ratio, relative: 1e-14, "\(comparator)")
        #expect((row.table == nil) == (comparator == .overall || row.impactRatio.value == 1))
      }
    }
  }

  @Test("minimums: a small group is no comparator, and has a ratio or none; the line is met")
  func minimums() throws {
    let groups = try Self.groups([("A", 30, 98), ("B", 1, 2), ("C", 0, 0)])
    let shares = try #require(Fraction(2, over: 100))
    let atLine = ComparatorPolicy(minimumShare: shares)(groups)
    #expect(atLine.comparator == 1)
    let above = ComparatorPolicy(minimumShare: try #require(Fraction(21, over: 1000)))(groups)
    #expect(above.comparator == 0 && above.rows[1].isSmall)
    #expect(try #require(above.rows[1].impactRatio.value) > 1)
    let people = ComparatorPolicy(minimumPeople: 3, smallGroups: .noRatio)(groups)
    #expect(people.comparator == 0)
    #expect(people.rows[1].impactRatio.reason?.contains("minimum") == true)
    #expect(people.rows[1].rate.value == 0.5)
    #expect(people.rows[2].rate.reason != nil && people.rows[2].impactRatio.reason != nil)
    let named = ComparatorPolicy(comparator: .named("B"), minimumPeople: 3)(groups)
    #expect(named.comparator == nil && named.rows[0].impactRatio.reason != nil)
  }

  @Test("warnings say what the comparator rests on")
  func fragility() throws {
    let groups = try Self.groups([("A", 300, 1000), ("B", 12, 30), ("C", 9, 19)])
    let warnings = ComparatorPolicy()(groups).warnings
    #expect(warnings.count == 4)
    #expect(warnings.first == .fewPeople(19))
    guard case .smallShare(let share) = warnings[1], case .nextHighest("B", let next) = warnings[2],
      case .oneSelection(let one) = warnings[3]
    else {
      Issue.record("\(warnings)")
      return
    }
    expectClose(share, 19.0 / 1049, relative: 1e-15)
    expectClose(next, 9.0 / 19 / 0.4 - 1, relative: 1e-14)
    // One fewer leaves C at 8 of 19, still the highest.
    expectClose(one, 1.0 / 8, relative: 1e-14)
    let solid = try Self.groups([("A", 3000, 10_000), ("B", 3100, 10_000)])
    #expect(ComparatorPolicy()(solid).warnings.isEmpty)
    // One fewer of B and A is the highest, with a ratio that has hardly changed.
    let close = try Self.groups([("A", 50, 100), ("B", 6, 11)])
    let limits = FragilityLimits(
      people: 1, share: .zero, change: try #require(Fraction(1, over: 5)))
    #expect(ComparatorPolicy(fragility: limits)(close).warnings.isEmpty)
  }

  @Test("a comparator nobody was selected from, and no groups at all")
  func degenerate() throws {
    let none = ComparatorPolicy()(try Self.groups([("A", 0, 10), ("B", 0, 20)]))
    #expect(none.comparator == 0 && none.warnings.isEmpty)
    #expect(none.rows.allSatisfy { $0.impactRatio.reason != nil })
    #expect(
      ComparatorPolicy(comparator: .overall)(try Self.groups([("A", 0, 10)])).rows[0]
        .impactRatio.reason != nil)
    #expect(ComparatorPolicy()([]).rows.isEmpty)
    #expect(GroupCount(name: "A", selected: 3, total: 2) == nil)
    #expect(GroupCount(name: "A", selected: -1, total: 2) == nil)
  }

  @Test("one layoff passes four fifths as kept and fails as dismissed, adverse-17")
  func orientation() throws {
    let dismissed = try TwoByTwoTable.rates(focal: 71, of: 906, reference: 17, of: 581)
    let kept = Orientation.unfavourable.favourableTable(fromEvents: dismissed)
    expectClose(ImpactRatio()(kept).value, 0.949413, absolute: 5e-7)
    #expect(RulePackCatalogue.fourFifths.indicators(kept) == [.notBelow(.fourFifths)])
    let swapped = try #require(
      Orientation.favourable.favourableTable(fromEvents: dismissed).swapped)
    expectClose(ImpactRatio()(swapped).value, 0.373373, absolute: 5e-7)
    #expect(RulePackCatalogue.fourFifths.indicators(swapped) == [.below(.fourFifths)])
    // Z only changes its sign.
    let z = try #require(PooledZTest()(dismissed).test?.statistic)
    expectClose(z, 3.915587, absolute: 5e-7)
    expectClose(PooledZTest()(kept).test?.statistic, -z, relative: 1e-13)
    let group = try #require(GroupCount(name: "A", selected: 3, total: 10))
    #expect(Orientation.unfavourable.favourableCount(fromEvents: group).selected == 7)
    #expect(Orientation.favourable.favourableCount(fromEvents: group) == group)
  }
}
