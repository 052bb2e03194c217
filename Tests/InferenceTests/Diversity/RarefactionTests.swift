import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Rarefaction")
struct RarefactionTests {
  @Test("agrees with R")
  func references() throws {
    for row in try ReferenceValue.read(Fixtures.diversityR, method: "Rarefaction") {
      let outcome = Rarefaction(people: try row.whole("people"))(
        try .of(try row.wholes("counts")))
      // R's logarithms of binomial coefficients leave the error ten digits.
      let tolerance = row.quantity == "value" ? 1e-11 : 1e-8
      expectClose(
        Fixtures.number(row.quantity, of: outcome), row.value, relative: tolerance, "\(row)")
    }
  }

  @Test("indices-R16 and R17")
  func published() throws {
    expectClose(Rarefaction(people: 5)(try .eleven()).value, 4.03766770, relative: 1e-9)
    expectClose(Rarefaction(people: 100)(try .girdled()).value, 20.4594262, relative: 3e-9)
    expectClose(Rarefaction(people: 100)(try .logged()).value, 25.6423418, relative: 3e-9)
  }

  @Test("is mean and standard deviation over all draws")
  func enumerated() throws {
    for counts in [[3, 2, 1], [4, 4], [1, 1, 1, 2], [5, 1, 2]] {
      let people = counts.enumerated().flatMap {
        [Int](repeating: $0.offset, count: $0.element)
      }
      for size in 1...people.count {
        var numbers: [Double] = []
        for mask in 0..<(1 << people.count) where mask.nonzeroBitCount == size {
          let drawn = people.indices.filter { mask >> $0 & 1 == 1 }.map { people[$0] }
          numbers.append(Double(Set(drawn).count))
        }
        let draws = Double(numbers.count)
        let mean = numbers.reduce(0, +) / draws
        let variance = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / draws
        let outcome = Rarefaction(people: size)(try .of(counts))
        expectClose(outcome.value, mean, relative: 1e-13)
        expectClose(
          outcome.standardError, variance.squareRoot(), relative: 1e-12, absolute: 1e-7)
      }
    }
  }

  @Test("one person gives one category, two give one more with the unbiased Blau chance")
  func ends() throws {
    let counts = try CategoryCounts.eleven()
    expectClose(Rarefaction(people: 1)(counts).value, 1, relative: 1e-14)
    let blau = try #require(BlauIndex(estimator: .unbiased)(counts).value)
    expectClose(Rarefaction(people: 2)(counts).value, 1 + blau, relative: 1e-14)
    #expect(Rarefaction(people: 19)(counts).value == 8)
    #expect(Rarefaction(people: 19)(counts).standardError == 0)
    let large = try CategoryCounts.of([4_000_000, 3_000_000, 2])
    expectClose(Rarefaction(people: 1000)(large).value, 2 + 2 * 1000 / 7_000_002.0, relative: 1e-7)
  }

  @Test("nobody, no draw, more than there are: reasons in words")
  func degenerate() throws {
    let counts = try CategoryCounts.of([3, 4])
    #expect(Rarefaction(people: 0)(counts).reason?.contains("At least one") == true)
    #expect(
      Rarefaction(people: 8)(counts).reason
        == "There are 7 people, fewer than the 8 to be drawn.")
    #expect(Rarefaction(people: 1)(try .of([0])).reason?.contains("nobody") == true)
  }
}
