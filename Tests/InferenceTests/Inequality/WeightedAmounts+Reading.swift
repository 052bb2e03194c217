import Estimates
import TestSupport

@testable import Inference

/// Reference values for indices of inequality.
enum InequalityReferences {
  /// The indices by mpmath, with standard errors from numerical derivatives.
  static let indices = "Tests/InferenceTests/Fixtures/Inequality/python.csv"
  /// The help vector of several programs for inequality (indices-R27).
  static let published: [Double] = [
    541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261,
  ]
  /// The weights of indices-R30.
  static let publishedWeights: [Double] = [5, 3, 2, 2, 1, 1, 1, 2, 1, 1]

  /// Amounts drawn from a skewed distribution, the same on every run.
  static func drawn(_ count: Int, seed: UInt64) -> [Double] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in
      let steps = (0..<6).reduce(1.0) { product, _ in
        product * Double.random(in: 0.5...2, using: &generator)
      }
      return 1000 * steps
    }
  }
}

extension ReferenceValue {
  /// An argument that is a list of numbers with spaces between them.
  func numbers(_ name: String) throws -> [Double] {
    let words = (arguments[name] ?? "").split(separator: " ")
    let numbers = words.compactMap { Double($0) }
    guard !numbers.isEmpty, numbers.count == words.count else {
      throw UnreadableNumbers(text: "\(self) has no numbers \(name)")
    }
    return numbers
  }

  /// The amounts with their weights or counts.
  func amounts() throws -> WeightedAmounts {
    let values = try numbers("values")
    if arguments["counts"] != nil {
      return WeightedAmounts(values: values, counts: try wholes("counts"))
    }
    return WeightedAmounts(
      values, weights: arguments["weights"] == nil ? nil : try numbers("weights"))
  }
}

extension Outcome {
  /// The value or the standard error, as the quantity of a reference row names it.
  func read(_ quantity: String) -> Double? {
    quantity.hasSuffix("rror") ? standardError : value
  }
}

/// A list of numbers of a reference value that could not be read.
struct UnreadableNumbers: Error {
  /// What was wrong.
  let text: String
}
