import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Fisher's exact test (Blaker)")
struct BlakerExactTestTests {
  static let intervals = "Tests/InferenceTests/Fixtures/TwoGroups/intervals.csv"

  @Test("agrees with enumeration in integers (Python)")
  func references() throws {
    for row in try ReferenceValue.read(Self.intervals, method: "BlakerExactTest") {
      expectClose(
        BlakerExactTest()(try TwoByTwoTable(row)).pValue, row.value, relative: 1e-11, "\(row)")
    }
  }

  @Test("mid-p agrees with enumeration in integers (Python)")
  func midP() throws {
    for row in try ReferenceValue.read(SmallTables.variants, method: "BlakerExactTest") {
      expectClose(
        BlakerExactTest(observedTable: .half)(try TwoByTwoTable(row)).pValue, row.value,
        relative: 1e-10, "\(row)")
    }
    for table in try SmallTables.all(upTo: 8, step: 3) {
      let whole = try #require(BlakerExactTest()(table).pValue)
      let half = try #require(BlakerExactTest(observedTable: .half)(table).pValue)
      #expect(half <= whole && (half == 1) == (table.outcomeProblem != nil))
    }
    #expect(BlakerExactTest(observedTable: .half).stamp.id == "fisher-exact-blaker-mid-p")
  }

  @Test("every table of two small groups: the tables whose smaller tail is no larger")
  func enumeration() throws {
    func choose(_ n: Int, _ k: Int) -> Int {
      k < 0 || k > n ? 0 : (0..<k).reduce(1) { $0 * (n - $1) / ($1 + 1) }
    }
    for (focalTotal, referenceTotal) in [(5, 7), (6, 6), (3, 8), (1, 9), (8, 2)] {
      for focal in 0...focalTotal {
        for reference in 0...referenceTotal {
          let table = try TwoByTwoTable.rates(
            focal: focal, of: focalTotal, reference: reference, of: referenceTotal)
          let weights = (0...focalTotal).map {
            choose(focalTotal, $0) * choose(referenceTotal, focal + reference - $0)
          }
          let smaller = weights.indices.map {
            min(weights[...$0].reduce(0, +), weights[$0...].reduce(0, +))
          }
          let rare = weights.indices.filter { smaller[$0] <= smaller[focal] }
            .reduce(0) { $0 + weights[$1] }
          let pValue = try #require(BlakerExactTest()(table).pValue)
          expectClose(pValue, Double(rare) / Double(weights.reduce(0, +)), relative: 1e-12)
          let central = try #require(FisherExactTest(twoSided: .central)(table).pValue)
          #expect(pValue <= central * (1 + 1e-12))
        }
      }
    }
  }

  @Test("degenerate tables, and an identifier of its own")
  func degenerate() throws {
    #expect(BlakerExactTest()(try .rates(focal: 0, of: 0, reference: 3, of: 5)).reason != nil)
    #expect(BlakerExactTest()(try .rates(focal: 0, of: 4, reference: 0, of: 5)).pValue == 1)
    #expect(BlakerExactTest()(try .rates(focal: 4, of: 4, reference: 5, of: 5)).pValue == 1)
    #expect(MethodCatalogue.card("fisher-exact-blaker") == BlakerExactTest.card)
  }
}
