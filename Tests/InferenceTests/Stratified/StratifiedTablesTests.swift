import Aggregates
import TestSupport
import Testing

@testable import Inference

@Suite("Stratified tables")
struct StratifiedTablesTests {
  @Test("the strata thrown together are the known totals of Berkeley 1973")
  func pooled() throws {
    let pooled = try #require(try StratifiedTables.berkeley().pooled)
    #expect(pooled == (try .rates(focal: 557, of: 1835, reference: 1198, of: 2691)))
    #expect(StratifiedTables([]).pooled == nil)
  }

  @Test("strata without information are named in the order given")
  func information() throws {
    let tables = try StratifiedTables.cells([
      [1, 2, 3, 4], [0, 0, 3, 4], [0, 2, 0, 4], [2, 0, 3, 0], [1, 0, 0, 1],
    ])
    let odds = InformativeStrata(tables, about: .odds)
    #expect(odds.withoutInformation == ["B", "C", "D"])
    #expect(odds.naming("words") == "words; strata without information: B, C, D")
    #expect(InformativeStrata(tables, about: .ratio).withoutInformation == ["B", "C"])
    let difference = InformativeStrata(tables, about: .difference)
    #expect(difference.withoutInformation == ["B"])
    #expect(
      InformativeStrata(try .berkeley(), about: .odds).naming("words") == "words")
  }
}
