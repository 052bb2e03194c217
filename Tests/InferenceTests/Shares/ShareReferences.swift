import TestSupport

@testable import Inference

/// The reference values of shares, and their arguments read.
enum ShareReferences {
  static func values(of method: String) throws -> [ReferenceValue] {
    try ReferenceValue.read("Tests/InferenceTests/Fixtures/Shares/python.csv", method: method)
  }

  static func categories(_ counts: [Int]) throws -> CategoryCounts {
    guard let categories = CategoryCounts(counts, declared: counts.count) else {
      throw ReadingProblem.impossibleCounts
    }
    return categories
  }
}
