import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Blau's index and its relatives")
struct BlauIndexTests {
  static let methods: [(String, any StatisticalMethod<CategoryCounts>)] = [
    ("BlauIndex", BlauIndex()), ("BlauIndexUnbiased", BlauIndex(estimator: .unbiased)),
    ("IndexOfQualitativeVariation", IndexOfQualitativeVariation()),
    ("BergerParkerIndex", BergerParkerIndex()),
    ("InverseSimpsonUnbiased", InverseSimpsonIndex(estimator: .unbiased)),
  ]

  @Test("agree with mpmath, the errors by numerical gradients")
  func references() throws {
    for (name, method) in Self.methods {
      for row in try ReferenceValue.read(Fixtures.diversityPython, method: name) {
        let outcome = method(try CategoryCounts(row))
        // Shares 99999 to 1 leave the error of nearly equal derivatives fewer digits.
        expectClose(
          Fixtures.number(row.quantity, of: outcome), row.value, relative: 1e-12, "\(row)")
      }
    }
  }

  @Test("indices-R14, R16 and R32")
  func published() throws {
    let groups = try CategoryCounts.fourGroups()
    expectClose(BlauIndex()(groups).value, 0.674518816, relative: 1e-9)
    expectClose(BlauIndex()(groups).standardError, 0.0169185655, relative: 1e-8)
    expectClose(BlauIndex(estimator: .unbiased)(groups).value, 0.676813098, relative: 1e-9)
    expectClose(InverseSimpsonIndex()(groups).value, 3.07237422771, relative: 1e-11)
    expectClose(BergerParkerIndex()(groups).value, 0.474576271, relative: 1e-9)
    expectClose(
      InverseSimpsonIndex(estimator: .unbiased)(try .eleven()).value, 9.5, relative: 1e-15)
    let blood = try CategoryCounts.of([69, 17, 7, 62], declared: 4)
    expectClose(BlauIndex()(blood).value, 0.627762747, relative: 1e-9)
    expectClose(BlauIndex(estimator: .unbiased)(blood).value, 0.631839129, relative: 1e-9)
  }

  @Test("the unbiased form is the share of pairs of different people who differ")
  func pairs() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<50 {
      let categories = try CategoryCounts.random(&generator)
      let people = categories.counts.enumerated().flatMap {
        [Int](repeating: $0.offset, count: $0.element)
      }
      var differ = 0
      for first in people.indices {
        for second in people.indices where people[first] != people[second] { differ += 1 }
      }
      let pairs = Double(people.count * (people.count - 1))
      #expect(BlauIndex(estimator: .unbiased)(categories).value == Double(differ) / pairs)
      #expect(
        BlauIndex()(categories).value == Double(differ) / Double(people.count * people.count))
    }
  }

  @Test("the unbiased form has the process's index as its mean, over all samples of five")
  func unbiased() throws {
    let shares = [0.5, 0.3, 0.2]
    var plain = 0.0
    var unbiased = 0.0
    for first in 0...5 {
      for second in 0...(5 - first) {
        let counts = [first, second, 5 - first - second]
        var weight = 120.0
        for (count, share) in zip(counts, shares) {
          weight *= pow(share, Double(count)) / (1...5).prefix(count).reduce(1) { $0 * Double($1) }
        }
        let categories = try CategoryCounts.of(counts, declared: 3)
        plain += weight * (try #require(BlauIndex()(categories).value))
        unbiased += weight * (try #require(BlauIndex(estimator: .unbiased)(categories).value))
      }
    }
    expectClose(unbiased, 0.62, relative: 1e-14)
    expectClose(plain, 0.62 * 4 / 5, relative: 1e-14)
  }

  @Test("ends of the range: one category 0, equal shares the maximum, both without an interval")
  func ends() throws {
    let one = try CategoryCounts.of([0, 7, 0], declared: 3)
    #expect(BlauIndex()(one).value == 0 && BlauIndex()(one).interval == nil)
    #expect(IndexOfQualitativeVariation()(one).value == 0)
    #expect(InverseSimpsonIndex()(one).value == 1)
    #expect(BergerParkerIndex()(one).value == 1 && BergerParkerIndex()(one).interval == nil)
    let equal = try CategoryCounts.of([7, 7, 7], declared: 3)
    expectClose(BlauIndex()(equal).value, 2.0 / 3, relative: 1e-15)
    #expect(BlauIndex()(equal).standardError == nil && BlauIndex()(equal).interval == nil)
    #expect(IndexOfQualitativeVariation()(equal).value == 1)
    expectClose(BergerParkerIndex()(equal).value, 1.0 / 3, relative: 1e-15)
    #expect(BergerParkerIndex()(equal).interval == nil)
    let near = try CategoryCounts.of([20, 21, 19], declared: 3)
    expectClose(BlauIndex()(near).interval?.upper, 2.0 / 3, relative: 1e-15)
    #expect(IndexOfQualitativeVariation()(near).interval?.upper == 1)
    let alone = try CategoryCounts.of([1, 1, 1])
    #expect(BlauIndex(estimator: .unbiased)(alone).value == 1)
    #expect(InverseSimpsonIndex(estimator: .unbiased)(alone).reason?.contains("shares") == true)
  }

  @Test("nobody, one person, no declaration: reasons in words")
  func degenerate() throws {
    let nobody = try CategoryCounts.of([0, 0], declared: 2)
    for (_, method) in Self.methods {
      #expect(method(nobody).reason == "There is nobody in any category.")
    }
    let one = try CategoryCounts.of([1, 0], declared: 2)
    #expect(BlauIndex()(one).value == 0)
    #expect(BlauIndex(estimator: .unbiased)(one).reason?.hasPrefix("One person") == true)
    #expect(InverseSimpsonIndex(estimator: .unbiased)(one).reason?.hasPrefix("One person") == true)
    let open = try CategoryCounts.of([3, 4])
    #expect(IndexOfQualitativeVariation()(open).reason?.contains("not declared") == true)
    let single = try CategoryCounts.of([3], declared: 1)
    #expect(IndexOfQualitativeVariation()(single).reason?.contains("Only one") == true)
    #expect(BlauIndex(level: 1)(open).reason?.contains("level") == true)
  }

  @Test("counts that make no categories are refused, also when read")
  func input() throws {
    #expect(CategoryCounts([], declared: nil) == nil)
    #expect(CategoryCounts([1, -1], declared: nil) == nil)
    #expect(CategoryCounts([1, 2], declared: 1) == nil)
    #expect(CategoryCounts([.max, 1], declared: nil) == nil)
    #expect(CategoryCounts([1, 2], declared: nil, labels: ["a"]) == nil)
    let wrong = Data(#"{"counts": [3, 1], "declaredCategories": 1}"#.utf8)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(CategoryCounts.self, from: wrong)
    }
    let whole = try #require(CategoryCounts([2, 0, 1], declared: 4, labels: ["a", "b", "c"]))
    let copy = try JSONDecoder().decode(
      CategoryCounts.self, from: JSONEncoder().encode(whole))
    #expect(copy == whole && whole.occupied == 2 && whole.total == 3)
  }

  @Test("the largest counts do not overflow")
  func large() throws {
    let half = Int.max / 2
    let categories = try CategoryCounts.of([half, half], declared: 2)
    expectClose(BlauIndex()(categories).value, 0.5, relative: 1e-15)
    expectClose(BlauIndex(estimator: .unbiased)(categories).value, 0.5, relative: 1e-15)
    expectClose(HillNumber(order: .two)(categories).value, 2, relative: 1e-15)
  }
}
