import Estimates
import TestSupport

@testable import Inference

extension Fixtures {
  static let diversityPython = "Tests/InferenceTests/Fixtures/Diversity/python.csv"
  static let diversityR = "Tests/InferenceTests/Fixtures/Diversity/r.csv"

  /// The part of an outcome a reference value speaks of, its standard error included.
  static func number(_ quantity: String, of outcome: Outcome) -> Double? {
    quantity == "standardError" ? outcome.standardError : part(quantity, of: outcome)
  }
}

extension CategoryCounts {
  /// Counts for tests.
  static func of(_ counts: [Int], declared: Int? = nil) throws -> CategoryCounts {
    guard let categories = CategoryCounts(counts, declared: declared) else {
      throw ReadingProblem.impossibleCounts
    }
    return categories
  }

  /// The counts of a reference value, all categories declared.
  init(_ row: ReferenceValue) throws {
    let counts = try row.wholes("counts")
    self = try .of(counts, declared: counts.count)
  }

  /// Four groups of one company, all declared.
  static func fourGroups() throws -> CategoryCounts { try .of([140, 60, 30, 65], declared: 4) }

  /// Eleven categories, two of them with one person and three with nobody.
  static func eleven() throws -> CategoryCounts {
    try .of([4, 2, 3, 0, 2, 4, 0, 0, 2, 1, 1], declared: 11)
  }

  /// Spiders of two sites, by species.
  static func girdled() throws -> CategoryCounts {
    try .of(
      [46, 22, 17, 15, 15, 9, 8, 6, 6, 4] + [Int](repeating: 2, count: 4)
        + [Int](repeating: 1, count: 12))
  }
  static func logged() throws -> CategoryCounts {
    try .of(
      [88, 22, 16, 15, 13, 10, 8, 8, 7, 7, 7, 5, 4, 4, 4] + [3, 3, 3, 3, 2, 2, 2, 2]
        + [Int](repeating: 1, count: 14))
  }

  /// Made-up counts, some of them 0.
  static func random(_ generator: inout SeededGenerator) throws -> CategoryCounts {
    let size = Int.random(in: 2...9, using: &generator)
    let counts = (0..<size).map { _ in
      max(0, Int.random(in: -2...30, using: &generator))
    }
    return try .of([1 + counts[0]] + counts.dropFirst() + [2], declared: size + 1)
  }
}

extension CategoryDistances {
  /// Three grades in order: 0, a half or 1 apart.
  static let threeGrades = CategoryDistances.ranks(3)
}
