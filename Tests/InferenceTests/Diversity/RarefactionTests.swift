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

  @Test("to a coverage agrees with mpmath")
  func coverageReferences() throws {
    for row in try ReferenceValue.read(Fixtures.diversityPython, method: "CoverageRarefaction") {
      let result = CoverageRarefaction(coverage: try row.number("coverage"))(
        try .of(try row.wholes("counts")))
      let outcome = row.quantity == "people" ? result.people : result.categories
      expectClose(outcome.value, row.value, relative: 1e-11, "\(row)")
    }
  }

  @Test("to a coverage of 0.9: indices-R17")
  func coverage() throws {
    for (counts, value) in [
      (try CategoryCounts.girdled(), 19.00035), (try CategoryCounts.logged(), 27.05407),
    ] {
      let result = CoverageRarefaction(coverage: 0.9)(counts)
      expectClose(result.categories.value, value, absolute: 5e-6)
      #expect(result.warnings.isEmpty)
    }
  }

  @Test("the coverage of a draw is its mean over all draws and all next people")
  func coverageEnumerated() throws {
    for counts in [[3, 2, 1], [4, 4], [1, 1, 1, 2], [5, 1, 2]] {
      let people = counts.enumerated().flatMap {
        [Int](repeating: $0.offset, count: $0.element)
      }
      for size in 1..<people.count {
        var known = 0
        var all = 0
        for mask in 0..<(1 << people.count) where mask.nonzeroBitCount == size {
          let drawn = Set(people.indices.filter { mask >> $0 & 1 == 1 }.map { people[$0] })
          for next in people.indices where mask >> next & 1 == 0 {
            all += 1
            if drawn.contains(people[next]) { known += 1 }
          }
        }
        let coverage = Double(known) / Double(all)
        let draw = CategoryDraw(try .of(counts), people: size)
        expectClose(try draw.coverage(), coverage, relative: 1e-13, absolute: 1e-15)
        guard coverage > 0, coverage < 1 else { continue }
        let result = CoverageRarefaction(coverage: coverage)(try .of(counts))
        // The largest coverage may fall on either side of itself by a rounding.
        if result.people.value != nil {
          expectClose(result.people.value, Double(size), relative: 1e-12)
          expectClose(
            result.categories.value, try #require(Rarefaction(people: size)(try .of(counts)).value),
            relative: 1e-12)
        } else {
          #expect(size == people.count - 1)
        }
      }
    }
  }

  @Test("more coverage than there is, and none, have reasons")
  func coverageDegenerate() throws {
    let counts = try CategoryCounts.of([3, 4, 1])
    #expect(CoverageRarefaction(coverage: 0.9)(counts).people.reason?.contains("less") == true)
    #expect(CoverageRarefaction(coverage: 1)(counts).people.reason?.contains("between") == true)
    #expect(CoverageRarefaction(coverage: 0.5)(try .of([1])).categories.reason != nil)
    let one = CoverageRarefaction(coverage: 0.5)(try .of([6]))
    #expect(one.categories.value == 0.5 && one.people.value == 0.5)
    #expect(one.warnings == [.nobodyAlone])
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
