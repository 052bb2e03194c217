import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Rao's quadratic entropy and similarity-sensitive Hill numbers")
struct RaoQuadraticEntropyTests {
  private static func order(_ value: Double) throws -> HillOrder { try #require(HillOrder(value)) }

  @Test("agree with mpmath, the errors by numerical gradients")
  func references() throws {
    for (name, estimator) in [
      ("RaoQuadraticEntropy", DiversityEstimator.plugIn),
      ("RaoQuadraticEntropyUnbiased", .unbiased),
    ] {
      for row in try ReferenceValue.read(Fixtures.diversityPython, method: name) {
        let counts = try CategoryCounts(row)
        let method = RaoQuadraticEntropy(
          distances: .ranks(counts.counts.count), estimator: estimator)
        expectClose(
          Fixtures.number(row.quantity, of: method(counts)), row.value, relative: 1e-11, "\(row)")
      }
    }
    for row in try ReferenceValue.read(
      Fixtures.diversityPython, method: "SimilaritySensitiveHillNumber")
    {
      let counts = try CategoryCounts(row)
      let method = SimilaritySensitiveHillNumber(
        order: try Self.order(try row.number("order")), distances: .ranks(counts.counts.count),
        similarity: row.arguments["similarity"] == "complement"
          ? .complement : .exponential(rate: 2))
      expectClose(
        Fixtures.number(row.quantity, of: method(counts)), row.value, relative: 1e-10, "\(row)")
    }
  }

  @Test("indices-R33: distances are neither halved nor squared")
  func published() throws {
    let counts = try CategoryCounts.of([5, 3, 2], declared: 3)
    let method = RaoQuadraticEntropy(distances: .threeGrades)
    expectClose(method(counts).value, 0.41, relative: 1e-15)
    #expect(method.stamp.convention.contains("neither halved nor squared"))
    #expect(RaoQuadraticEntropy(distances: .threeGrades).stamp.id == "rao-q")
  }

  @Test("with all categories different they are Blau's index and the Hill numbers")
  func allDifferent() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<30 {
      let counts = try CategoryCounts.random(&generator)
      let distances = CategoryDistances.allDifferent(counts.counts.count)
      for estimator in DiversityEstimator.allCases {
        let rao = RaoQuadraticEntropy(distances: distances, estimator: estimator)(counts)
        let blau = BlauIndex(estimator: estimator)(counts)
        expectClose(rao.value, try #require(blau.value), relative: 1e-13)
        if let error = blau.standardError {
          expectClose(rao.standardError, error, relative: 1e-9)
        }
      }
      for q in [0, 0.5, 0.9, 1, 2, 3, .infinity] {
        let order = try Self.order(q)
        let similar = SimilaritySensitiveHillNumber(order: order, distances: distances)(counts)
        let plain = HillNumber(order: order)(counts)
        expectClose(similar.value, try #require(plain.value), relative: 1e-12)
        if let error = plain.standardError, q.isFinite {
          expectClose(similar.standardError, error, relative: 1e-9)
        }
      }
    }
  }

  @Test("order 2 is 1 / (1 - Q); more alike is less diverse; 1 is reached without a gap")
  func similarity() throws {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<20 {
      let counts = try CategoryCounts.random(&generator)
      let grades = CategoryDistances.ranks(counts.counts.count)
      let rao = try #require(RaoQuadraticEntropy(distances: grades)(counts).value)
      let two = SimilaritySensitiveHillNumber(order: .two, distances: grades)(counts)
      expectClose(two.value, 1 / (1 - rao), relative: 1e-13)
      let one = SimilaritySensitiveHillNumber(order: .one, distances: grades)(counts)
      let near = SimilaritySensitiveHillNumber(
        order: try Self.order(1 + 1e-10), distances: grades)(counts)
      expectClose(near.value, try #require(one.value), relative: 1e-8)
      if let error = one.standardError {
        expectClose(near.standardError, error, relative: 1e-7)
      }
      #expect(try #require(one.value) <= (HillNumber(order: .one)(counts).value ?? 0) + 1e-12)
    }
  }

  @Test("two categories without distance are as one")
  func merged() throws {
    let distances = try #require(
      CategoryDistances([[0, 0, 0.7], [0, 0, 0.7], [0.7, 0.7, 0]]))
    let apart = try CategoryCounts.of([4, 5, 8], declared: 3)
    let whole = try CategoryCounts.of([9, 8], declared: 2)
    let less = try #require(CategoryDistances([[0, 0.7], [0.7, 0]]))
    let first = RaoQuadraticEntropy(distances: distances)(apart)
    let second = RaoQuadraticEntropy(distances: less)(whole)
    expectClose(first.value, try #require(second.value), relative: 1e-14)
    expectClose(first.standardError, try #require(second.standardError), relative: 1e-12)
    for q in [0, 1, 2.5] {
      let order = try Self.order(q)
      let first = SimilaritySensitiveHillNumber(order: order, distances: distances)(apart)
      let second = SimilaritySensitiveHillNumber(order: order, distances: less)(whole)
      expectClose(first.value, try #require(second.value), relative: 1e-14)
      expectClose(first.standardError, try #require(second.standardError), relative: 1e-11)
    }
  }

  @Test("matrices that are no distances are refused; counts that do not fit have a reason")
  func degenerate() throws {
    for rows in [
      [], [[0, 0.5], [0.4, 0]], [[0.1]], [[0, 1.5], [1.5, 0]], [[0, -0.1], [-0.1, 0]],
      [[0, 0.2]], [[0, .nan], [.nan, 0]],
    ] as [[[Double]]] {
      #expect(CategoryDistances(rows) == nil)
    }
    let wrong = Data(#"{"rows": [[0, 2], [2, 0]]}"#.utf8)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(CategoryDistances.self, from: wrong)
    }
    let counts = try CategoryCounts.of([3, 4], declared: 2)
    let rao = RaoQuadraticEntropy(distances: .threeGrades)
    #expect(rao(counts).reason == "There are distances for 3 categories and counts for 2.")
    #expect(
      RaoQuadraticEntropy(distances: .threeGrades, estimator: .unbiased)(
        try .of([0, 1, 0])
      ).reason?.hasPrefix("One person") == true)
    #expect(rao(try .of([0, 0, 0])).reason?.contains("nobody") == true)
    let one = try CategoryCounts.of([0, 6, 0], declared: 3)
    #expect(rao(one).value == 0 && rao(one).interval == nil)
    let similar = SimilaritySensitiveHillNumber(order: .one, distances: .threeGrades)
    #expect(similar(one).value == 1 && similar(one).interval == nil)
    #expect(
      SimilaritySensitiveHillNumber(
        order: .one, distances: .threeGrades, similarity: .exponential(rate: 0))(one)
        .reason?.contains("rate") == true)
  }
}
