import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Local segregation")
struct LocalSegregationTests {
  @Test("the published example")
  func published() throws {
    let result = LocalSegregation()(try .fiveUnits())
    let units = [0.035898613, 0.169316449, 0.110601124, 0.191106397, 0.155803246]
    let groups = [0.092791996, 0.049563406, 0.139275122, 0.287566096]
    #expect(result.units.count == 5 && result.groups.count == 4)
    for (part, value) in zip(result.units, units) {
      expectClose(part.local.value, value, absolute: 5.1e-10)
    }
    for (part, value) in zip(result.groups, groups) {
      expectClose(part.local.value, value, absolute: 5.1e-10)
    }
  }

  @Test("agrees with its definition at 40 digits")
  func references() throws {
    for row in try ReferenceValue.read(Fixtures.segregation, method: "LocalSegregation") {
      let result = LocalSegregation()(try ContingencyTable(row))
      let quantity = row.quantity.replacing("StandardError", with: "")
      let parts = quantity.hasPrefix("unit") ? result.units : result.groups
      let place = try #require(Int(quantity.filter(\.isNumber)))
      let local = parts[place].local
      expectClose(
        row.quantity.hasSuffix("StandardError") ? local.standardError : local.value, row.value,
        relative: 1e-12, "\(row)")
    }
  }

  @Test("units and groups both add up to M, and their shares to 1")
  func sums() throws {
    for table in try AllTables.some(30, rows: 5, columns: 3, below: 9) {
      let result = LocalSegregation()(table)
      guard let whole = result.mutualInformation.value, whole > 0 else { continue }
      expectClose(MutualInformationIndex().index(table).value, whole, relative: 1e-15)
      for parts in [result.units, result.groups] {
        let sum = try parts.reduce(0.0) {
          $0 + Double($1.people) * (try #require($1.local.value)) / Double(table.total)
        }
        expectClose(sum, whole, relative: 1e-13)
        expectClose(
          try parts.reduce(0.0) { $0 + (try #require($1.shareOfIndex.value)) }, 1, relative: 1e-13)
      }
    }
  }

  @Test("the expectation by chance is the mean over all tables with the margins")
  func chance() throws {
    var tables = 0
    for table in try AllTables.some(
      ThoroughTier.isOn ? 40 : 8, rows: 3, columns: 3, below: 3)
    {
      let result = LocalSegregation()(table)
      guard result.mutualInformation.value != nil else { continue }
      tables += 1
      let all = try AllTables.probabilities(table.rowTotals, table.columnTotals)
        .map { (LocalSegregation()(try .of($0.0)), $0.1) }
      for sides in [\LocalSegregationResult.units, \LocalSegregationResult.groups] {
        for (place, part) in result[keyPath: sides].enumerated() {
          let mean = try all.reduce(0.0) { sum, entry in
            sum + entry.1 * (try #require(entry.0[keyPath: sides][place].local.value))
          }
          expectClose(part.nullExpectation.value, mean, relative: 1e-13, absolute: 1e-15)
          expectClose(
            part.excess.value, (part.local.value ?? 9) - mean, relative: 1e-12, absolute: 1e-14)
        }
      }
    }
    #expect(tables >= 5)
  }

  @Test("the expectations add up to the expectation of M")
  func chanceSums() throws {
    let table = try ContingencyTable.fiveUnits()
    let result = LocalSegregation(base: .two)(table)
    let expected = try #require(MutualInformationIndex(base: .two)(table).nullExpectation.value)
    for parts in [result.units, result.groups] {
      let sum = try parts.reduce(0.0) {
        $0 + Double($1.people) * (try #require($1.nullExpectation.value)) / 295
      }
      expectClose(sum, expected, relative: 1e-13)
    }
  }

  @Test("units and groups exchanged, the order and the base")
  func invariances() throws {
    let table = try ContingencyTable.fiveUnits()
    let result = LocalSegregation()(table)
    let turned = LocalSegregation()(table.transposed)
    for (one, other) in zip(result.units + result.groups, turned.groups + turned.units) {
      expectClose(one.local.value, try #require(other.local.value), relative: 1e-14)
      expectClose(one.local.standardError, try #require(other.local.standardError), relative: 1e-13)
      #expect(one.people == other.people)
    }
    let reversed = LocalSegregation()(try .of(table.rows.reversed()))
    for (one, other) in zip(result.units, reversed.units.reversed()) {
      expectClose(one.local.value, try #require(other.local.value), relative: 1e-14)
    }
    let bits = LocalSegregation(base: .two)(table)
    for (one, other) in zip(bits.units, result.units) {
      let ln2 = 0.69314718055994531
      expectClose(one.local.value, try #require(other.local.value) / ln2, relative: 1e-14)
      expectClose(
        one.local.standardError, try #require(other.local.standardError) / ln2, relative: 1e-14)
      expectClose(one.excess.value, try #require(other.excess.value) / ln2, relative: 1e-12)
      expectClose(
        one.shareOfIndex.value, try #require(other.shareOfIndex.value), relative: 1e-14)
    }
  }

  @Test("an even table is 0, without share and interval, and below chance")
  func even() throws {
    let result = LocalSegregation()(try .evenTens())
    for part in result.units + result.groups {
      #expect(part.local.value == 0 && part.local.interval == nil)
      #expect(part.shareOfIndex.reason == "There is no segregation to have a share of.")
      #expect((part.excess.value ?? 1) < 0)
    }
    #expect(result.mutualInformation.value == 0)
  }

  @Test("a unit of one group says the surprise of that group")
  func oneGroup() throws {
    let result = LocalSegregation()(try .of([[6, 0], [0, 2], [4, 4]]))
    expectClose(result.units[0].local.value, 0.47000362924573558, relative: 1e-14)  // ln 1.6
    expectClose(result.units[1].local.value, 0.98082925301172619, relative: 1e-14)  // ln 16/6
    for part in result.units { #expect((part.local.interval?.lower ?? 0) >= 0) }
  }

  @Test("empty units and groups are left out and named, and nothing to compare is a reason")
  func degenerate() throws {
    let table = try #require(
      ContingencyTable(
        rows: [[3, 0, 5], [0, 0, 0], [1, 0, 6]], rowLabels: ["A", "B", "C"],
        columnLabels: ["x", "y", "z"]))
    let result = LocalSegregation()(table)
    #expect(result.units.map(\.name) == ["A", "C"] && result.groups.map(\.name) == ["x", "z"])
    #expect(result.units.map(\.people) == [8, 7])
    #expect(result.emptyUnits == ["B"] && result.emptyGroups == ["y"])
    for (rows, words) in [
      ([[0, 0], [0, 0]], "Nobody is in the table"), ([[4, 5]], "Only one unit"),
      ([[4, 0], [5, 0]], "group"),
    ] {
      let none = LocalSegregation()(try .of(rows))
      #expect(none.units.isEmpty && none.groups.isEmpty)
      #expect(none.mutualInformation.reason?.contains(words) == true)
    }
    #expect(LocalSegregation(level: 1)(table).mutualInformation.reason != nil)
  }
}
