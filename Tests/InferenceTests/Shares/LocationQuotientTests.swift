import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Location quotient")
struct LocationQuotientTests {
  @Test("agrees with the delta method on numerical derivatives, case R35 among them")
  func reference() throws {
    let file = "Tests/InferenceTests/Fixtures/Shares/quotient-python.csv"
    for row in try ReferenceValue.read(file, method: "LocationQuotient") {
      let table = try TwoByTwoTable.rates(
        focal: row.whole("x"), of: row.whole("areaTotal"), reference: row.whole("y"),
        of: row.whole("baseTotal"))
      let base = try #require(LocationQuotient.Base(rawValue: row.arguments["base"] ?? ""))
      let outcome = LocationQuotient(base: base)(table)
      let found: Double? =
        row.quantity == "logError"
        ? outcome.standardError.flatMap { error in outcome.value.map { error / $0 } }
        : Fixtures.part(row.quantity, of: outcome)
      expectClose(found, row.value, relative: 1e-12, "\(row) \(row.arguments)")
    }
  }

  @Test("published: 30 of 120 against 5000 of 40000")
  func published() throws {
    let outcome = LocationQuotient()(
      try TwoByTwoTable.rates(focal: 30, of: 120, reference: 5000, of: 40000))
    let value = try #require(outcome.value)
    expectClose(value, 2, relative: 1e-15)
    expectClose(
      outcome.standardError.map { $0 / value }, 0.1586663, absolute: 5e-8)
  }

  @Test("a separate base gives Katz's ratio; a base with the area in it is nearer 1 and surer")
  func identities() throws {
    for (x, total, y, others) in [(30, 120, 500, 4000), (3, 12, 40, 90), (8, 8, 20, 70)] {
      let table = try TwoByTwoTable.rates(focal: x, of: total, reference: y, of: others)
      let katz = try #require(KatzRatio()(table).interval)
      let separate = try #require(LocationQuotient()(table).interval)
      expectClose(separate.lower, katz.lower, relative: 1e-13)
      expectClose(separate.upper, katz.upper, relative: 1e-13)
      // A parity index whose benchmark is a sample with the sample's standard error is the same.
      let benchmark = Double(y) / Double(others)
      let parity = ParityIndex(
        benchmark: benchmark,
        benchmarkStandardError: (benchmark * (1 - benchmark) / Double(others)).squareRoot())
      if x < total {
        let index = try #require(parity(try BinomialCount(x, of: total)).interval)
        expectClose(separate.lower, index.lower, relative: 1e-12)
        expectClose(separate.upper, index.upper, relative: 1e-12)
      }
      let nested = LocationQuotient(base: .partOfBase)(table)
      let share = Double(x + y) / Double(total + others)
      expectClose(nested.value, Double(x) / Double(total) / share, relative: 1e-14)
      // As if the base were other people, the error would be larger.
      let overlapping = try TwoByTwoTable.rates(
        focal: x, of: total, reference: x + y, of: total + others)
      let apart = LocationQuotient()(overlapping)
      expectClose(nested.value, try #require(apart.value), relative: 1e-14)
      #expect(
        try #require(nested.standardError) < (try #require(apart.standardError)))
    }
  }

  @Test("with nobody of the group in one place there is no interval, with nobody at all a reason")
  func degenerate() throws {
    for base in LocationQuotient.Base.allCases {
      let method = LocationQuotient(base: base)
      let none = method(try TwoByTwoTable.rates(focal: 0, of: 9, reference: 3, of: 50))
      #expect(none.value == 0 && none.interval == nil)
      #expect(
        method(try TwoByTwoTable.rates(focal: 0, of: 9, reference: 0, of: 50)).reason?
          .contains("Nobody of the group") == true)
      #expect(method(try TwoByTwoTable.rates(focal: 0, of: 0, reference: 3, of: 50)).reason != nil)
      #expect(method(try TwoByTwoTable.rates(focal: 1, of: 2, reference: 0, of: 0)).reason != nil)
      #expect(
        LocationQuotient(base: base, level: 0)(
          try TwoByTwoTable.rates(focal: 1, of: 2, reference: 1, of: 2)
        ).reason != nil)
    }
    let only = try TwoByTwoTable.rates(focal: 2, of: 9, reference: 0, of: 50)
    let apart = LocationQuotient()(only)
    #expect(apart.value == .infinity && apart.interval == nil)
    // Everyone of the group is in the area: the quotient is everyone over the area, and sure of it.
    let nested = LocationQuotient(base: .partOfBase)(only)
    expectClose(nested.value, 59.0 / 9, relative: 1e-15)
    #expect(nested.standardError == 0)
  }
}
