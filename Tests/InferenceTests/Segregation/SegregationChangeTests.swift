import Aggregates
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

private protocol ChangeMethod: CataloguedMethod {
  func callAsFunction(
    earlier: ContingencyTable, later: ContingencyTable
  ) -> SegregationChangeResult
}

extension SegregationChange: ChangeMethod {}
extension KarmelMacLachlanChange: ChangeMethod {}
extension MoraRuizCastilloChange: ChangeMethod {}

@Suite("The change of segregation")
struct SegregationChangeTests {
  private static let fixture = "Tests/InferenceTests/Fixtures/Segregation/change.csv"
  /// Every method of the change.
  private static let methods: [any ChangeMethod] =
    SegregationChange.Index.allCases.flatMap { index in
      SegregationChange.Orders.allCases.map { SegregationChange(index: index, orders: $0) }
    } + [KarmelMacLachlanChange(), MoraRuizCastilloChange()]

  private static func parts(_ result: SegregationChangeResult) -> [Outcome] {
    [result.units, result.groups, result.structure, result.additions, result.removals]
      + (result.interaction.map { [$0] } ?? [])
  }

  private static func part(_ quantity: String, of result: SegregationChangeResult) -> Outcome? {
    switch quantity {
    case "earlier": result.earlier
    case "later": result.later
    case "change": result.change
    case "units": result.units
    case "groups": result.groups
    case "structure": result.structure
    case "interaction": result.interaction
    case "additions": result.additions
    case "removals": result.removals
    default: Int(quantity.replacing("unit", with: "")).map { result.structureByUnit[$0].term }
    }
  }

  /// Two units and four groups at two dates.
  private static func published() throws -> (ContingencyTable, ContingencyTable) {
    (
      try .of([[40, 30, 20, 10], [5, 10, 15, 20]]), try .of([[20, 20, 20, 15], [5, 10, 10, 15]])
    )
  }

  /// Pairs of small tables without empty cells.
  private static func pairs(_ number: Int, rows: Int, columns: Int) throws
    -> [(ContingencyTable, ContingencyTable)]
  {
    let tables = try AllTables.some(2 * number, rows: rows, columns: columns, below: 9)
      .map { try ContingencyTable.of($0.rows.map { $0.map { $0 + 1 } }) }
    return (0..<number).map { (tables[2 * $0], tables[2 * $0 + 1]) }
  }

  @Test("the published example")
  func published() throws {
    let (earlier, later) = try Self.published()
    let result = SegregationChange()(earlier: earlier, later: later)
    expectClose(result.earlier.value, 0.095260442888, absolute: 5.1e-13)
    expectClose(result.later.value, 0.024392017209, absolute: 5.1e-13)
    expectClose(result.groups.value, -0.003388768836, absolute: 1.5e-12)
    expectClose(result.units.value, 0.001200357242, absolute: 1.5e-12)
    expectClose(result.structure.value, -0.068680014085, absolute: 1.5e-12)
    #expect(result.additions == .estimate(0) && result.removals == .estimate(0))
    #expect(result.interaction == nil)
    let other = KarmelMacLachlanChange()(earlier: earlier, later: later)
    expectClose(other.groups.value, -0.000379457, absolute: 5.1e-10)
    expectClose(other.units.value, 0.001869399, absolute: 5.1e-10)
    expectClose(other.interaction?.value, -0.005233088, absolute: 5.1e-10)
    expectClose(other.structure.value, -0.067125280, absolute: 5.1e-10)
    let third = MoraRuizCastilloChange()(earlier: earlier, later: later)
    expectClose(third.units.value, 0.000423217, absolute: 5.1e-10)
    expectClose(third.groups.value, 0.008255199, absolute: 5.1e-10)
    expectClose(third.structure.value, -0.079546841, absolute: 5.1e-10)
  }

  @Test("agrees with its definition at 40 digits", arguments: methods.map(\.stamp.id))
  func references(_ id: String) throws {
    let method = try #require(Self.methods.first { $0.stamp.id == id })
    for row in try ReferenceValue.read(Self.fixture, method: id) {
      let tables = try ["earlier", "later"].map { date in
        try #require(
          ContingencyTable(rowCount: try row.whole("rows"), counts: try row.wholes(date)))
      }
      let result = method(earlier: tables[0], later: tables[1])
      let quantity = row.quantity.replacing("StandardError", with: "")
      let outcome = try #require(Self.part(quantity, of: result))
      expectClose(
        quantity == row.quantity ? outcome.value : outcome.standardError, row.value,
        relative: quantity == row.quantity ? 1e-12 : 1e-10, absolute: 1e-13, "\(row)")
    }
  }

  @Test("parts add up to the change")
  func sums() throws {
    for change in Self.methods {
      for (first, second) in try Self.pairs(20, rows: 4, columns: 3) {
        // A unit and a group of one date only in every other pair.
        for (earlier, later) in [
          (first, second),
          (
            try ContingencyTable.of(first.rows.enumerated().map { $0 == 1 ? [0, 0, 0] : $1 }),
            try .of(second.rows.map { [$0[0], $0[1], 0] })
          ),
        ] {
          let result = change(earlier: earlier, later: later)
          let sum = try Self.parts(result).reduce(0.0) { $0 + (try #require($1.value)) }
          expectClose(
            sum, try #require(result.change.value), relative: 1e-13, absolute: 1e-15,
            "\(change.stamp.id)")
          expectClose(
            result.change.value,
            (result.later.value ?? 9) - (result.earlier.value ?? -9), absolute: 1e-16)
          guard change is SegregationChange else {
            #expect(result.structureByUnit.isEmpty && result.structureByGroup.isEmpty)
            continue
          }
          for terms in [result.structureByUnit, result.structureByGroup] {
            expectClose(
              try terms.reduce(0.0) { $0 + (try #require($1.term.value)) },
              try #require(result.structure.value), absolute: 1e-14, "\(change.stamp.id)")
          }
          let isWhole = result.unsharedUnits.isEmpty
          #expect(result.structureByUnit.count == (isWhole ? 4 : 3))
          #expect(result.structureByGroup.count == (isWhole ? 3 : 2))
        }
      }
    }
  }

  @Test("two by two, where the table with an odds ratio and margins has a closed form")
  func closedForm() throws {
    func information(_ odds: Double, _ row: Double, _ column: Double) -> Double {
      let size = 1 + (row + column) * (odds - 1)
      let corner =
        odds == 1
        ? row * column
        : 2 * odds * row * column
          / (size + (size * size - 4 * odds * (odds - 1) * row * column).squareRoot())
      return [
        (corner, row * column), (row - corner, row * (1 - column)),
        (column - corner, (1 - row) * column),
        (1 - row - column + corner, (1 - row) * (1 - column)),
      ].reduce(0) { $0 + $1.0 * log($1.0 / $1.1) }
    }
    // Nearly separate units make the fit slow.
    let separate = [
      (
        try ContingencyTable.of([[1000, 1], [1, 1000]]),
        try ContingencyTable.of([[900, 3], [2, 4000]])
      ),
      (
        try ContingencyTable.of([[10000, 1], [1, 10000]]),
        try ContingencyTable.of([[10000, 40], [900, 7000]])
      ),
    ]
    let mixed = try Self.pairs(ThoroughTier.isOn ? 400 : 40, rows: 2, columns: 2)
    for (earlier, later) in separate + mixed {
      let tables = [earlier, later]
      let odds = tables.map { table in
        Double(table[0, 0] * table[1, 1]) / Double(table[0, 1] * table[1, 0])
      }
      let rows = tables.map { Double($0.rowTotals[0]) / Double($0.total) }
      let columns = tables.map { Double($0.columnTotals[0]) / Double($0.total) }
      func m(_ structure: Int, _ unit: Int, _ group: Int) -> Double {
        information(odds[structure], rows[unit], columns[group])
      }
      let result = SegregationChange()(earlier: earlier, later: later)
      let structure = (m(1, 0, 0) - m(0, 0, 0) + m(1, 1, 1) - m(0, 1, 1)) / 2
      let units =
        (m(0, 1, 0) - m(0, 0, 0) + m(0, 1, 1) - m(0, 0, 1) + m(1, 1, 0) - m(1, 0, 0)
          + m(1, 1, 1) - m(1, 0, 1)) / 4
      expectClose(result.structure.value, structure, absolute: 1e-12)
      expectClose(result.units.value, units, absolute: 1e-12)
      let every = SegregationChange(orders: .all)(earlier: earlier, later: later)
      let middle = (m(1, 0, 1) - m(0, 0, 1) + m(1, 1, 0) - m(0, 1, 0)) / 6
      expectClose(every.structure.value, structure * 2 / 3 + middle, absolute: 1e-12)
    }
  }

  @Test("nothing changed is 0 in every part, exactly, and so are sizes of everyone")
  func unchanged() throws {
    let table = try ContingencyTable.fiveUnits()
    let tripled = try ContingencyTable.of(table.rows.map { $0.map { $0 * 3 } })
    for change in Self.methods {
      for later in [table, tripled] {
        let result = change(earlier: table, later: later)
        for part in Self.parts(result) + [result.change] {
          expectClose(part.value, 0, absolute: 1e-16, "\(change.stamp.id)")
        }
        #expect(result.iterations == 0)
      }
    }
  }

  @Test("a factor that stayed has no part")
  func oneFactor() throws {
    let earlier = try ContingencyTable.of([[10, 5, 5], [4, 12, 4], [6, 1, 33]])
    let scaled = try ContingencyTable.of([[20, 30, 5], [8, 72, 4], [36, 18, 99]])
    let sameUnits = try ContingencyTable.of([[7, 8, 5], [6, 9, 5], [10, 10, 20]])
    let sameMargins = try ContingencyTable.of([[9, 6, 5], [5, 11, 4], [6, 1, 33]])
    for index in SegregationChange.Index.allCases {
      for orders in SegregationChange.Orders.allCases {
        let method = SegregationChange(index: index, orders: orders)
        expectClose(
          method(earlier: earlier, later: scaled).structure.value, 0, absolute: 3e-12)
        #expect(method(earlier: earlier, later: sameUnits).units.value == 0)
        #expect(
          method(earlier: try .of(earlier.transposed.rows), later: sameUnits.transposed)
            .groups.value == 0)
        let structure = method(earlier: earlier, later: sameMargins)
        #expect(structure.units.value == 0 && structure.groups.value == 0)
        expectClose(
          structure.structure.value, try #require(structure.change.value), relative: 1e-14)
      }
    }
    #expect(KarmelMacLachlanChange()(earlier: earlier, later: sameUnits).units == .estimate(0))
    #expect(MoraRuizCastilloChange()(earlier: earlier, later: sameUnits).units == .estimate(0))
  }

  @Test("exchanging the dates turns every sign, additions being removals")
  func exchanged() throws {
    let first = try ContingencyTable.of([
      [20, 5, 0], [0, 0, 0], [9, 14, 0], [4, 7, 0], [1, 3, 0],
    ])
    let second = try ContingencyTable.of([
      [24, 8, 3], [7, 7, 1], [10, 9, 4], [0, 0, 0], [1, 9, 2],
    ])
    for change in Self.methods where !(change is KarmelMacLachlanChange) {
      let (forth, back) = (
        change(earlier: first, later: second), change(earlier: second, later: first)
      )
      for (one, other) in [
        (forth.units, back.units), (forth.groups, back.groups),
        (forth.structure, back.structure), (forth.additions, back.removals),
        (forth.removals, back.additions), (forth.change, back.change),
      ] {
        expectClose(one.value, -(try #require(other.value)), absolute: 1e-12, "\(change.stamp.id)")
        #expect(one.value != 0)
      }
      #expect(forth.unsharedUnits == ["unit 2", "unit 4"] && forth.unsharedGroups == ["group 3"])
    }
  }

  @Test("exchanging units and groups exchanges their parts of M")
  func transposed() throws {
    for (earlier, later) in try Self.pairs(20, rows: 4, columns: 3) {
      for orders in SegregationChange.Orders.allCases {
        let method = SegregationChange(orders: orders)
        let one = method(earlier: earlier, later: later)
        let other = method(earlier: earlier.transposed, later: later.transposed)
        expectClose(one.units.value, try #require(other.groups.value), absolute: 1e-12)
        expectClose(one.groups.value, try #require(other.units.value), absolute: 1e-12)
        expectClose(one.structure.value, try #require(other.structure.value), absolute: 1e-12)
        for (unit, group) in zip(
          one.structureByUnit + one.structureByGroup,
          other.structureByGroup + other.structureByUnit)
        { expectClose(unit.term.value, try #require(group.term.value), absolute: 1e-12) }
        expectClose(
          one.units.standardError, try #require(other.groups.standardError), relative: 1e-10)
        expectClose(
          one.structure.standardError, try #require(other.structure.standardError),
          relative: 1e-10)
      }
      let one = KarmelMacLachlanChange()(earlier: earlier, later: later)
      let other = KarmelMacLachlanChange()(
        earlier: earlier.transposed, later: later.transposed)
      expectClose(one.units.value, try #require(other.groups.value), absolute: 1e-13)
      expectClose(
        one.interaction?.value, try #require(other.interaction?.value), absolute: 1e-12)
    }
  }

  @Test("order and merging of units that are alike change nothing, and the base scales M")
  func invariances() throws {
    let (earlier, later) = try Self.published()
    let split = (
      try ContingencyTable.of([[80, 60, 40, 20], [5, 10, 15, 20], [5, 10, 15, 20]]),
      try ContingencyTable.of([[40, 40, 40, 30], [2, 4, 4, 6], [8, 16, 16, 24]])
    )
    let turned = (
      try ContingencyTable.of(earlier.rows.reversed()),
      try ContingencyTable.of(later.rows.reversed())
    )
    for change in Self.methods {
      let result = change(earlier: earlier, later: later)
      for (first, second) in [split, turned] {
        // Merging is about M with proportional fitting; the others see units one by one.
        guard first == turned.0 || !(change is MoraRuizCastilloChange) else { continue }
        for (one, other) in zip(
          Self.parts(result), Self.parts(change(earlier: first, later: second)))
        {
          expectClose(one.value, try #require(other.value), absolute: 1e-12, "\(change.stamp.id)")
        }
      }
    }
    let bits = SegregationChange(base: .two)(earlier: earlier, later: later)
    let nats = SegregationChange()(earlier: earlier, later: later)
    for (one, other) in zip(Self.parts(bits), Self.parts(nats)) {
      expectClose(one.value, try #require(other.value) / 0.69314718055994531, relative: 1e-13)
    }
  }

  @Test("units whose people are all of a group of one date only are not shared")
  func cascades() throws {
    let earlier = try ContingencyTable.of([[4, 6, 0], [5, 3, 0], [2, 2, 0]])
    let later = try ContingencyTable.of([[4, 6, 1], [5, 3, 2], [0, 0, 7]])
    let result = SegregationChange()(earlier: earlier, later: later)
    #expect(result.unsharedUnits == ["unit 3"] && result.unsharedGroups == ["group 3"])
    for part in [result.units, result.groups, result.structure] {
      expectClose(part.value, 0, absolute: 1e-16)
    }
    expectClose(
      result.removals.value,
      (MutualInformationIndex().index(try .of([[4, 6], [5, 3]])).value ?? 9)
        - (result.earlier.value ?? 9), absolute: 1e-15)
  }

  @Test("empty cells that do not allow the other date's shares are a reason")
  func impossible() throws {
    // The last group is in the first unit only, which becomes smaller than the group.
    let earlier = try ContingencyTable.of([[10, 10, 10], [10, 10, 0]])
    let later = try ContingencyTable.of([[1, 1, 3], [10, 10, 20]])
    for change in Self.methods where !(change is MoraRuizCastilloChange) {
      let result = change(earlier: earlier, later: later)
      for part in [result.units, result.groups, result.structure] {
        #expect(part.reason?.contains("empty") == true)
      }
      #expect(result.additions == .estimate(0) && result.removals == .estimate(0))
      #expect((result.change.value ?? 0) != 0)
    }
    #expect(MoraRuizCastilloChange()(earlier: earlier, later: later).units.value != nil)
  }

  @Test("units and groups that do not all meet have parts but no standard errors of them")
  func apart() throws {
    let earlier = try ContingencyTable.of([[4, 6, 0], [5, 3, 0], [0, 0, 8]])
    let later = try ContingencyTable.of([[7, 5, 0], [4, 2, 0], [0, 0, 8]])
    let result = SegregationChange()(earlier: earlier, later: later)
    for part in [result.units, result.groups, result.structure] {
      #expect(part.value != nil && part.standardError == nil)
    }
    #expect(result.change.standardError != nil)
    let closed = try ContingencyTable.of([[4, 6, 1], [5, 3, 1], [1, 1, 8]])
    #expect(SegregationChange()(earlier: closed, later: closed).structure.standardError != nil)
  }

  @Test("the change has the standard errors of both dates, independent, and those of the index")
  func wholes() throws {
    let (earlier, later) = try Self.published()
    for (result, index): (SegregationChangeResult, (ContingencyTable) -> Outcome) in [
      (
        SegregationChange(base: .two)(earlier: earlier, later: later),
        { MutualInformationIndex(base: .two).index($0) }
      ),
      (
        SegregationChange(index: .theil)(earlier: earlier, later: later),
        { TheilInformationIndex().index($0) }
      ),
    ] {
      let (first, second) = (index(earlier), index(later))
      for (one, other) in [(result.earlier, first), (result.later, second)] {
        expectClose(one.value, try #require(other.value), relative: 1e-14)
        expectClose(one.standardError, try #require(other.standardError), relative: 1e-13)
      }
      let (a, b) = (try #require(first.standardError), try #require(second.standardError))
      expectClose(result.change.standardError, (a * a + b * b).squareRoot(), relative: 1e-13)
    }
  }

  @Test("nothing to compare is a reason")
  func degenerate() throws {
    let table = try ContingencyTable.of([[4, 5], [6, 1]])
    for (rows, words) in [
      ([[0, 0], [0, 0]], "At the later date: Nobody"), ([[4, 5], [0, 0]], "Only one unit"),
      ([[4, 0], [5, 0]], "same group"), ([[4, 5]], "same units and groups"),
      ([[4, 5, 1], [3, 3, 3]], "same units and groups"),
    ] {
      for change in Self.methods {
        let result = change(earlier: table, later: try .of(rows))
        for part in Self.parts(result) + [result.change] {
          #expect(part.reason?.contains(words) == true, "\(rows)")
        }
      }
    }
    let named = try #require(ContingencyTable(rows: table.rows, rowLabels: ["A", "B"]))
    let others = try #require(ContingencyTable(rows: table.rows, rowLabels: ["A", "C"]))
    #expect(
      SegregationChange()(earlier: table, later: named).structureByUnit.map(\.name) == ["A", "B"])
    #expect(SegregationChange()(earlier: named, later: others).change.reason != nil)
    #expect(SegregationChange()(earlier: named, later: table).change.value == 0)
    let apart = SegregationChange()(
      earlier: try .of([[4, 5], [6, 1], [0, 0]]), later: try .of([[4, 5], [0, 0], [3, 3]]))
    #expect(apart.change.value != nil)
    #expect(apart.structure.reason == "Fewer than two units have people at both dates.")
    #expect(apart.additions.reason == "Fewer than two units have people at both dates.")
    let groups = SegregationChange()(
      earlier: try .of([[4, 5, 0], [6, 1, 0]]), later: try .of([[4, 0, 5], [6, 0, 1]]))
    #expect(groups.units.reason == "Fewer than two groups have people at both dates.")
  }

  @Test("very large counts stay exact")
  func large() throws {
    let (earlier, later) = try Self.published()
    let result = SegregationChange()(earlier: earlier, later: later)
    let scaled = SegregationChange()(
      earlier: try .of(earlier.rows.map { $0.map { $0 << 50 } }),
      later: try .of(later.rows.map { $0.map { $0 << 40 } }))
    for (one, other) in zip(Self.parts(result), Self.parts(scaled)) {
      expectClose(one.value, try #require(other.value), absolute: 1e-14)
    }
  }
}
