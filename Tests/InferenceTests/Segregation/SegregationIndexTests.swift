import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

/// What holds for every index of segregation.
@Suite("Indices of segregation")
struct SegregationIndexTests {
  @Test("agree with their definitions at 40 digits", arguments: SegregationIndices.names)
  func references(_ name: String) throws {
    let index = try #require(SegregationIndices.named(name))
    for row in try ReferenceValue.read(Fixtures.segregation, method: name) {
      let table = try ContingencyTable(row)
      let isNothing = abs(row.value) < 1e-15
      expectClose(
        Fixtures.part(row.quantity, of: index(table)), isNothing ? 0 : row.value,
        relative: 1e-12, absolute: isNothing ? 1e-15 : 0, "\(row)")
      if row.quantity == "value" { #expect(index.index(table) == index(table).index) }
    }
  }

  @Test("the expectation by chance is the mean over all tables with the margins")
  func chance() throws {
    var tables = 0
    for (rows, columns, bound) in [(3, 2, 4), (2, 3, 4), (4, 2, 3), (3, 3, 3)] {
      for table in try AllTables.some(
        ThoroughTier.isOn ? 40 : 6, rows: rows, columns: columns, below: UInt64(bound))
      {
        guard table.total <= 18, MultigroupDissimilarityIndex()(table).index.value != nil,
          DissimilarityIndex()(table).index.value != nil
        else { continue }
        tables += 1
        let all = AllTables.probabilities(table.rowTotals, table.columnTotals)
        for index in SegregationIndices.withExpectation {
          let result = index(table)
          // With oneself left out the units of one person stay as they are.
          guard result.singlePersonUnits.isEmpty else { continue }
          let mean = try all.reduce(0.0) { sum, entry in
            sum + entry.1 * (try #require(index.index(.of(entry.0)).value))
          }
          expectClose(
            result.nullExpectation.value, mean, relative: 1e-13, absolute: 1e-15,
            "\(index.stamp.id) \(table.rows)")
        }
      }
    }
    #expect(tables >= 10)
  }

  @Test("exact expectations of the published example")
  func publishedExpectations() throws {
    let table = try ContingencyTable.fiveUnits()
    func expected(_ index: any SegregationIndex) -> Double? {
      index(table).nullExpectation.value
    }
    expectClose(expected(MutualInformationIndex()), 0.0210282298, relative: 2e-9)
    expectClose(expected(TheilInformationIndex()), 0.0171395824, relative: 2e-9)
    expectClose(expected(MultigroupDissimilarityIndex()), 0.1086778154, relative: 1e-9)
    for index: any SegregationIndex in [
      NormalizedExposure(), RelativeDiversity(), SquaredCoefficientOfVariation(),
    ] {
      expectClose(expected(index), 4.0 / 294, relative: 1e-15)
    }
    let even = try ContingencyTable.evenTens()
    expectClose(MutualInformationIndex()(even).nullExpectation.value, 0.0544274123, relative: 1e-9)
    expectClose(TheilInformationIndex()(even).nullExpectation.value, 0.1674262166, relative: 1e-9)
    expectClose(DissimilarityIndex()(even).nullExpectation.value, 0.3671957901, relative: 1e-9)
  }

  @Test("the multigroup indices of the published example")
  func published() throws {
    let table = try ContingencyTable.fiveUnits()
    for (index, value): (any SegregationIndex, Double) in [
      (MultigroupDissimilarityIndex(), 0.283562822719), (SegregationGini(), 0.333046471601),
      (NormalizedExposure(), 0.0956066145917), (RelativeDiversity(), 0.0851518318171),
      (SquaredCoefficientOfVariation(), 0.0634223828420),
    ] {
      expectClose(index.index(table).value, value, relative: 1e-11, "\(index.stamp.id)")
    }
    let berkeley = try ContingencyTable.berkeley()
    let women = try ContingencyTable.of(berkeley.rows.map { $0.reversed() })
    expectClose(DissimilarityIndex().index(berkeley).value, 0.442198994124, relative: 1e-11)
    expectClose(IsolationIndex().index(berkeley).value, 0.690268571, relative: 1e-9)
    expectClose(IsolationIndex().index(women).value, 0.545783501, relative: 1e-9)
    for rows in [
      [[100, 0], [60, 40], [40, 60], [0, 100]], [[80, 20], [80, 20], [20, 80], [20, 80]],
    ] {
      expectClose(DissimilarityIndex().index(try .of(rows)).value, 0.6, relative: 1e-15)
    }
  }

  @Test("an even table is 0 and below chance, whatever the index")
  func even() throws {
    let table = try ContingencyTable.evenTens()
    for index in SegregationIndices.all where !(index is IsolationIndex || index is ExposureIndex) {
      let result = index(table)
      expectClose(result.index.value, 0, absolute: 1e-15, "\(index.stamp.id)")
      #expect(result.test.test?.statistic == 0)
      if let excess = result.excess.value { #expect(excess < 0) }
      if let relative = result.relativeExcess.value { #expect(relative < 0) }
    }
    for rows in [[[7, 14, 21], [101, 202, 303]], [[1, 2], [3, 6], [5, 10]]] {
      #expect(DissimilarityIndex().index(try .of(rows)).value == 0)
      #expect(SegregationGini().index(try .of(rows)).value == 0)
      #expect(MutualInformationIndex().index(try .of(rows)).value == 0)
    }
  }

  @Test("complete segregation is what the result says it is")
  func complete() throws {
    for rows in [[[4, 0, 0], [0, 9, 0], [0, 0, 2], [5, 0, 0]], [[4, 0], [0, 9], [0, 2]]] {
      let table = try ContingencyTable.of(rows)
      for index in SegregationIndices.all {
        let result = index(table)
        let complete = try #require(result.completeSegregation.value)
        expectClose(result.index.value, complete, relative: 1e-14, "\(index.stamp.id)")
        if result.nullExpectation.value != nil {
          expectClose(result.relativeExcess.value, 1, relative: 1e-14, "\(index.stamp.id)")
        }
      }
    }
  }

  @Test("merging units with the same shares, replication, order and relabelling change nothing")
  func invariances() throws {
    for rows in [
      [[60, 20, 10, 10], [30, 15, 5, 0], [10, 15, 5, 10]], [[3, 5], [0, 7], [6, 6], [2, 9]],
    ] {
      let table = try ContingencyTable.of(rows)
      let reversed = try ContingencyTable.of(rows.reversed())
      let replicated = try ContingencyTable.of(rows.map { $0.map { $0 * 7 } })
      // The first unit in three parts with the same shares.
      let split = try ContingencyTable.of(
        [rows[0].map { $0 * 2 }, rows[0].map { $0 * 5 }]
          + rows.dropFirst().map { $0.map { $0 * 7 } })
      let regrouped = try ContingencyTable.of(rows.map { [$0[0]] + $0.dropFirst().reversed() })
      for index in SegregationIndices.all {
        let value = try #require(index.index(table).value)
        let name = "\(index.stamp.id)"
        expectClose(index.index(reversed).value, value, relative: 1e-13, "\(name)")
        expectClose(index.index(regrouped).value, value, relative: 1e-13, "\(name)")
        guard !name.hasSuffix("self-excluded") else { continue }
        expectClose(index.index(replicated).value, value, relative: 1e-13, "\(name)")
        guard name != "theil-h-by-units" else { continue }
        expectClose(index.index(split).value, value, relative: 1e-13, "\(name)")
      }
    }
  }

  @Test("indices that are functions of one another")
  func identities() throws {
    for table in try AllTables.some(30, rows: 5, columns: 2, below: 9) {
      guard let d = DissimilarityIndex().index(table).value else { continue }
      let swapped = try ContingencyTable.of(table.rows.map { $0.reversed() })
      let people = Double(table.total)
      let share = Double(table.columnTotals[0]) / people
      expectClose(MultigroupDissimilarityIndex().index(table).value, d, relative: 1e-14)
      expectClose(DissimilarityIndex().index(swapped).value, d, relative: 1e-14)
      let move = KarmelMacLachlanIndex()(table)
      expectClose(move.index.value, 2 * share * (1 - share) * d, relative: 1e-13)
      expectClose(
        move.peopleToMove?.value, (move.index.value ?? -1) * people, relative: 1e-13)
      let gini = try #require(SegregationGini().index(table).value)
      expectClose(
        SegregationGini(comparison: .firstAgainstRest).index(table).value, gini, relative: 1e-14)
      #expect(gini >= d * (1 - 1e-13))
      let ratio = try #require(CorrelationRatio().index(table).value)
      for index: any SegregationIndex in [
        NormalizedExposure(), RelativeDiversity(), SquaredCoefficientOfVariation(),
      ] { expectClose(index.index(table).value, ratio, relative: 1e-13) }
      let isolation = try #require(IsolationIndex().index(table).value)
      expectClose((isolation - share) / (1 - share), ratio, relative: 1e-11, absolute: 1e-14)
      expectClose(ExposureIndex().index(table).value, 1 - isolation, relative: 1e-13)
      let root = try #require(HutchensSquareRootIndex().index(table).value)
      expectClose(
        AtkinsonSegregationIndex().index(table).value, 1 - (1 - root) * (1 - root),
        relative: 1e-12, absolute: 1e-15)
      let chiSquared = try #require(ChiSquaredTableTest()(table).test?.statistic)
      expectClose(ratio, chiSquared / people, relative: 1e-13)
    }
  }

  @Test("more than two groups are the first against all others where the index is of two")
  func firstAgainstRest() throws {
    let table = try ContingencyTable.fiveUnits()
    let collapsed = try ContingencyTable.of(
      table.rows.map { [$0[0], $0.dropFirst().reduce(0, +)] })
    for index: any SegregationIndex in [
      DissimilarityIndex(), CorrelationRatio(), HutchensSquareRootIndex(), IsolationIndex(),
      KarmelMacLachlanIndex(), SegregationGini(comparison: .firstAgainstRest),
    ] {
      #expect(index(table) == index(collapsed), "\(index.stamp.id)")
      #expect(index(table).groups == 2)
    }
  }

  @Test("empty units and groups are left out and named")
  func empty() throws {
    let table = try #require(
      ContingencyTable(
        rows: [[3, 0, 5], [0, 0, 0], [1, 0, 6], [2, 0, 2]], rowLabels: ["A", "B", "C", "D"],
        columnLabels: ["x", "y", "z"]))
    let bare = try ContingencyTable.of([[3, 5], [1, 6], [2, 2]])
    for index in SegregationIndices.all {
      let (result, plain) = (index(table), index(bare))
      #expect(result.emptyUnits == ["B"] && result.emptyGroups == ["y"])
      #expect(plain.emptyUnits.isEmpty && plain.emptyGroups.isEmpty)
      #expect(result.index == plain.index && result.nullExpectation == plain.nullExpectation)
      #expect(result.people == 19 && result.units == 3 && result.groups == 2)
      #expect(result.index.value != nil)
      #expect(result.stamp == index.stamp)
    }
  }

  @Test("with oneself left out units of one person are left out and named")
  func singles() throws {
    let table = try ContingencyTable.of([[1, 0], [3, 4], [0, 1], [2, 5]])
    let bare = try ContingencyTable.of([[3, 4], [2, 5]])
    for index: any SegregationIndex in [
      IsolationIndex(themselves: .excluded), ExposureIndex(themselves: .excluded),
    ] {
      #expect(index(table).singlePersonUnits == ["unit 1", "unit 3"])
      #expect(index(table).index == index(bare).index)
      #expect(index(table).nullExpectation == index(bare).nullExpectation)
      #expect(index(table).people == 14)
      #expect(
        index.index(try .of([[1, 0], [3, 4], [0, 1]])).reason?.contains("more than one") == true)
      #expect(
        index.index(try .of([[1, 0], [0, 4], [0, 3]])).reason?.contains("one person") == true)
    }
    // By hand: 3 of 5 have 2 of 6 colleagues, 2 of 5 have 1 of 6.
    expectClose(
      IsolationIndex(themselves: .excluded).index(bare).value, 3 / 5.0 / 3 + 2 / 5.0 / 6,
      relative: 1e-15)
    #expect(IsolationIndex()(table).singlePersonUnits.isEmpty)
  }

  @Test("nothing to compare is a reason")
  func degenerate() throws {
    for (rows, words) in [
      ([[0, 0], [0, 0]], "Nobody is in the table"), ([[4, 5]], "Only one unit"),
      ([[4, 5], [0, 0]], "Only one unit"), ([[4], [5]], "group"), ([[4, 0], [5, 0]], "group"),
    ] {
      let table = try ContingencyTable.of(rows)
      for index in SegregationIndices.all {
        let result = index(table)
        for outcome in [
          result.index, result.nullExpectation, result.excess, result.relativeExcess, result.test,
          index.index(table),
        ] { #expect(outcome.reason?.contains(words) == true, "\(index.stamp.id) \(rows)") }
      }
    }
    #expect(
      DissimilarityIndex().index(try .of([[0, 3, 4], [0, 5, 1]])).reason
        == "Nobody is in the first group, group 1.")
    #expect(AtkinsonSegregationIndex(shape: 1).index(try .fiveUnits()).reason != nil)
    #expect(MutualInformationIndex(level: 1).index(try .fiveUnits()).reason != nil)
    for index in SegregationIndices.withExpectation {
      let alone = index(try .of([[1, 0], [0, 1], [1, 0]]))
      #expect(alone.relativeExcess.reason != nil, "\(index.stamp.id)")
    }
  }

  @Test("the Gini index orders shares that differ by the least they can, in units of any size")
  func neighbours() throws {
    // Neighbours among the fractions with denominators around 2^26, on either side of it.
    for size in [1 << 26, (1 << 26) + 2_000] {
      let units = (1...6).flatMap { step -> [[Int]] in
        let total = size - 1 - step
        return [[total / 2, total - total / 2], [total / 3, total - total / 3]]
      }
      let (ours, all) = (
        units.map { Int128($0[0]) }, units.map { Int128($0[0]) + Int128($0[1]) }
      )
      var pairs = Int128(0)
      for first in units.indices {
        for second in 0..<first {
          let gap = ours[first] * all[second] - ours[second] * all[first]
          pairs += gap < 0 ? -gap : gap
        }
      }
      let (a, n) = (Double(ours.reduce(0, +)), Double(all.reduce(0, +)))
      // Two groups, and each pair of units both ways: 4 pairs / (2 N^2 x 2 P (1 - P)).
      let expected = Double(pairs) / n / n / (a / n * (1 - a / n))
      expectClose(
        SegregationGini().index(try .of(units)).value, expected, relative: 1e-12, "\(size)")
    }
  }

  @Test("very large counts stay exact")
  func large() throws {
    let scale = 1 << 40
    let small = try ContingencyTable.of([[3, 5, 1], [6, 7, 4], [9, 2, 5]])
    let large = try ContingencyTable.of(small.rows.map { $0.map { $0 * scale } })
    for index in SegregationIndices.all where !index.stamp.id.hasSuffix("self-excluded") {
      expectClose(
        index.index(large).value, try #require(index.index(small).value), relative: 1e-13,
        "\(index.stamp.id)")
    }
  }
}
