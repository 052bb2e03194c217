import Aggregates
import Foundation
import Testing

@Suite("Contingency tables")
struct ContingencyTableTests {
  @Test("totals, cells and exchanging rows and columns")
  func totals() throws {
    let table = try #require(
      ContingencyTable(rows: [[1, 2, 3], [4, 5, 6]], columnLabels: ["x", "y", "z"]))
    #expect(table.rowCount == 2 && table.columnCount == 3)
    #expect(table[1, 0] == 4 && table[0, 2] == 3)
    #expect(table.rowTotals == [6, 15] && table.columnTotals == [5, 7, 9] && table.total == 21)
    #expect(table.transposed.counts == [1, 4, 2, 5, 3, 6])
    #expect(table.transposed.rowLabels == ["x", "y", "z"])
    #expect(table.transposed.transposed == table)
  }

  @Test("impossible counts and labels make no table")
  func impossible() {
    #expect(ContingencyTable(rows: []) == nil)
    #expect(ContingencyTable(rows: [[], []]) == nil)
    #expect(ContingencyTable(rows: [[1, 2], [3]]) == nil)
    #expect(ContingencyTable(rows: [[1, -1]]) == nil)
    #expect(ContingencyTable(rows: [[.max, 1]]) == nil)
    #expect(ContingencyTable(rowCount: 2, counts: [1, 2, 3]) == nil)
    #expect(ContingencyTable(rows: [[1, 2]], rowLabels: ["a", "b"]) == nil)
    #expect(ContingencyTable(rows: [[1, 2]], columnLabels: ["a"]) == nil)
  }

  @Test("survives being written and read; spoilt counts are not read")
  func codable() throws {
    let table = try #require(ContingencyTable(rows: [[1, 2], [3, 4]], rowLabels: ["a", "b"]))
    let written = try JSONEncoder().encode(table)
    #expect(try JSONDecoder().decode(ContingencyTable.self, from: written) == table)
    for counts in ["[1,2,3]", "[1,2,3,-4]", "[1,2,3,4,5,6]"] {
      let text = #"{"rowCount":2,"columnCount":2,"counts":"# + counts + "}"
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode(ContingencyTable.self, from: Data(text.utf8))
      }
    }
  }
}
