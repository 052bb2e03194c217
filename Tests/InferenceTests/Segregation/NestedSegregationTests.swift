import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Segregation between and within units")
struct NestedSegregationTests {
  private static func units(_ rows: [[Int]], _ paths: String) throws -> NestedUnits {
    try #require(NestedUnits(table: .of(rows), paths: Self.paths(paths)))
  }

  private static func paths(_ text: String) -> [[String]] {
    text.split(separator: " ").map { $0.split(separator: "/").map(String.init) }
  }

  /// The departments in two sites.
  private static func fiveUnits() throws -> NestedUnits {
    try units(
      ContingencyTable.fiveUnits().rows, "desk/eng desk/data front/ux desk/sec front/hi")
  }

  @Test("the published example")
  func published() throws {
    let result = NestedSegregation()(try Self.fiveUnits())
    #expect(result.nodes.map(\.path) == [[], ["desk"], ["front"]])
    #expect(result.nodes.map(\.people) == [295, 185, 110])
    for (outcome, value) in zip(
      result.levels.flatMap { [$0.term, $0.theilTerm] },
      [0.082233512, 0.067026472, 0.033273877, 0.027120702])
    { expectClose(outcome.value, value, absolute: 5.1e-10) }
    expectClose(result.nodes[1].mutualInformation.value, 0.052128419, absolute: 5.1e-10)
    expectClose(result.nodes[2].mutualInformation.value, 0.001563967, absolute: 5.1e-10)
    expectClose(result.mutualInformation.value, 0.115507389417, relative: 1e-11)
    expectClose(result.theilIndex.value, 0.0941471742593, relative: 1e-11)
  }

  @Test("agrees with its definition at 40 digits")
  func references() throws {
    for row in try ReferenceValue.read(Fixtures.segregation, method: "NestedSegregation") {
      let units = try #require(
        NestedUnits(
          table: ContingencyTable(row), paths: Self.paths(row.arguments["paths"] ?? "")))
      let result = NestedSegregation()(units)
      let part = try #require(row.arguments["part"]).split(separator: " ").map(String.init)
      let (term, theilTerm): (Outcome, Outcome)
      if part[0] == "level" {
        let level = result.levels[try #require(Int(part[1]))]
        (term, theilTerm) = (level.term, level.theilTerm)
      } else {
        let path = part.count > 1 ? Self.paths(part[1])[0] : []
        let node = try #require(result.nodes.first { $0.path == path })
        (term, theilTerm) = (node.term, node.theilTerm)
      }
      let outcome = row.quantity.hasPrefix("theil") ? theilTerm : term
      expectClose(
        row.quantity.hasSuffix("StandardError") ? outcome.standardError : outcome.value, row.value,
        relative: 1e-12, "\(row)")
    }
  }

  @Test("terms of nodes and of levels add up to M and to H, whatever the tree")
  func sums() throws {
    for paths in [
      "a/1 a/2 b/1 b/2 b/3", "a/x/1 a/x/2 a/y b c", "a/x/p/1 a/x/p/2 a/x/q a/y b", "a b c d e",
      "a/1 a/2 a/3 a/4 a/5",
    ] {
      for table in try AllTables.some(20, rows: 5, columns: 3, below: 9) {
        let result = NestedSegregation()(try Self.units(table.rows, paths))
        guard let m = result.mutualInformation.value, let h = result.theilIndex.value else {
          continue
        }
        expectClose(m, try #require(MutualInformationIndex().index(table).value), relative: 1e-15)
        func sum(_ outcomes: [Outcome]) throws -> Double {
          try outcomes.reduce(0.0) { $0 + (try #require($1.value)) }
        }
        expectClose(try sum(result.nodes.map(\.term)), m, relative: 1e-13)
        expectClose(try sum(result.nodes.map(\.theilTerm)), h, relative: 1e-13)
        expectClose(try sum(result.levels.map(\.term)), m, relative: 1e-13)
        expectClose(try sum(result.levels.map(\.theilTerm)), h, relative: 1e-13)
        if m > 0 {
          expectClose(try sum(result.nodes.map(\.shareOfIndex)), 1, relative: 1e-13)
          expectClose(try sum(result.levels.map(\.shareOfIndex)), 1, relative: 1e-13)
        }
        for node in result.nodes { #expect((node.term.value ?? -1) >= 0) }
      }
    }
  }

  @Test("a node's own M and H are those of the table of the units directly in it")
  func nodes() throws {
    let rows = try ContingencyTable.fiveUnits().rows
    let result = NestedSegregation()(try Self.fiveUnits())
    let sites = [[0, 1, 3], [2, 4]].map { units in
      (0..<4).map { group in units.reduce(0) { $0 + rows[$1][group] } }
    }
    for (node, table) in zip(
      result.nodes, [sites, [rows[0], rows[1], rows[3]], [rows[2], rows[4]]])
    {
      let table = try ContingencyTable.of(table)
      #expect(node.people == table.total && node.parts == table.rowCount)
      let m = try #require(MutualInformationIndex().index(table).value)
      let h = try #require(TheilInformationIndex().index(table).value)
      expectClose(node.mutualInformation.value, m, relative: 1e-14)
      expectClose(node.theilIndex.value, h, relative: 1e-14)
      let share = Double(node.people) / 295
      expectClose(node.term.value, share * m, relative: 1e-13)
      // The weight of H within: people times entropy, H = M / E.
      let weight = share * (m / h) / 1.22688110742882942
      expectClose(node.theilTerm.value, weight * h, relative: 1e-13)
    }
  }

  @Test("a tree of one level is M and H with their standard errors")
  func flat() throws {
    let table = try ContingencyTable.fiveUnits()
    for base in LogarithmBase.allCases {
      let result = NestedSegregation(base: base)(try Self.units(table.rows, "a b c d e"))
      let m = MutualInformationIndex(base: base).index(table)
      let h = TheilInformationIndex().index(table)
      #expect(result.nodes.count == 1 && result.levels.count == 1)
      expectClose(result.nodes[0].term.value, try #require(m.value), relative: 1e-14)
      expectClose(
        result.nodes[0].term.standardError, try #require(m.standardError), relative: 1e-13)
      expectClose(result.levels[0].theilTerm.value, try #require(h.value), relative: 1e-14)
      expectClose(
        result.levels[0].theilTerm.standardError, try #require(h.standardError), relative: 1e-13)
    }
  }

  @Test("the order of rows changes nothing but the order of nodes")
  func order() throws {
    let rows = try ContingencyTable.fiveUnits().rows
    let one = NestedSegregation()(try Self.fiveUnits())
    let other = NestedSegregation()(
      try Self.units(
        rows.reversed(), "front/hi desk/sec front/ux desk/data desk/eng"))
    #expect(other.nodes.map(\.path) == [[], ["front"], ["desk"]])
    for node in one.nodes {
      let same = try #require(other.nodes.first { $0.path == node.path })
      expectClose(same.term.value, try #require(node.term.value), relative: 1e-13)
      expectClose(
        same.theilTerm.standardError, try #require(node.theilTerm.standardError), relative: 1e-13)
    }
  }

  @Test("units with the mix of their larger unit add nothing, exactly")
  func evenWithin() throws {
    let result = NestedSegregation()(
      try Self.units([[7, 14, 21], [101, 202, 303], [9, 3, 3], [3, 1, 1]], "a/1 a/2 b/1 b/2"))
    #expect(result.levels[1].term == .estimate(0) && result.levels[1].theilTerm == .estimate(0))
    #expect(result.nodes[1].term.value == 0 && result.nodes[2].theilIndex.value == 0)
    let even = NestedSegregation()(try Self.units([[1, 2], [2, 4], [3, 6]], "a/1 a/2 b"))
    #expect(even.mutualInformation.value == 0)
    #expect(even.nodes[0].shareOfIndex.reason == "There is no segregation to have a share of.")
  }

  @Test("names may recur in different larger units, and empty units are left out")
  func names() throws {
    let table = try #require(
      ContingencyTable(
        rows: [[3, 5], [0, 0], [2, 1], [4, 4]], rowLabels: ["A", "B", "C", "D"]))
    let units = try #require(
      NestedUnits(table: table, paths: Self.paths("n/team n/none s/team s/other")))
    let result = NestedSegregation()(units)
    #expect(result.nodes.map(\.path) == [[], ["n"], ["s"]])
    #expect(result.nodes.map(\.parts) == [2, 1, 2] && result.emptyUnits == ["B"])
    #expect(result.nodes[1].term == .estimate(0))
    let alone = NestedSegregation()(try Self.units([[3, 0], [5, 0], [2, 2]], "a/1 a/2 b"))
    #expect(alone.nodes[1].theilIndex.reason == "Everybody in this unit is in the same group.")
    #expect(alone.nodes[1].theilTerm.value == 0)
  }

  @Test("what is not a tree is not accepted, and nothing to compare is a reason")
  func degenerate() throws {
    let table = try ContingencyTable.of([[3, 5], [1, 2]])
    for paths in ["a", "a b c", "a a", "a a/1", "a/1 a/1"] {
      #expect(NestedUnits(table: table, paths: Self.paths(paths)) == nil, "\(paths)")
    }
    #expect(NestedUnits(table: table, paths: [[], ["a"]]) == nil)
    for (rows, words) in [
      ([[0, 0], [0, 0]], "Nobody is in the table"), ([[4, 5], [0, 0]], "Only one unit"),
      ([[4, 0], [5, 0]], "group"),
    ] {
      let none = NestedSegregation()(try Self.units(rows, "a b"))
      #expect(none.nodes.isEmpty && none.levels.isEmpty)
      #expect(none.mutualInformation.reason?.contains(words) == true)
      #expect(none.theilIndex.reason?.contains(words) == true)
    }
  }
}
