import Aggregates
import Estimates
import TestSupport

@testable import Inference

extension Fixtures {
  static let regressionPython = "Tests/InferenceTests/Fixtures/Regression/python.csv"
  static let regressionR = "Tests/InferenceTests/Fixtures/Regression/r.csv"
}

extension ReferenceValue {
  /// An argument that is a list of words.
  func words(_ name: String) -> [String] {
    (arguments[name] ?? "").split(separator: " ").map(String.init)
  }

  /// The quantity before the colon and the column after it.
  var part: (quantity: String, column: String) {
    let parts = quantity.split(separator: ":", maxSplits: 1).map(String.init)
    return (parts[0], parts.count > 1 ? parts[1] : "")
  }
}

extension BinomialPatterns {
  /// The data of a reference value.
  init(_ row: ReferenceValue) throws {
    let columns = row.words("columns")
    let values = row.words("values").compactMap { Double($0) }
    let successes = try row.wholes("successes")
    let totals = try row.wholes("totals")
    let strata = row.words("strata")
    guard values.count == columns.count * successes.count, totals.count == successes.count,
      let data = BinomialPatterns(
        columns: columns,
        patterns: successes.indices.map { index in
          Pattern(
            values: Array(values[(index * columns.count)..<((index + 1) * columns.count)]),
            successes: successes[index], total: totals[index],
            stratum: strata.isEmpty ? nil : strata[index])
        })
    else { throw ReadingProblem.impossibleCounts }
    self = data
  }

  /// One column of numbers beside a constant.
  static func score(
    _ scores: [Double], successes: [Int], totals: [Int]
  ) throws -> BinomialPatterns {
    guard
      let data = BinomialPatterns(
        columns: [constant, "score"],
        patterns: scores.indices.map {
          Pattern(values: [1, scores[$0]], successes: successes[$0], total: totals[$0])
        })
    else { throw ReadingProblem.impossibleCounts }
    return data
  }
}

extension RegressionOutcome {
  /// Why there is no fit.
  var reason: String? {
    if case .notEstimable(let reason) = self { reason } else { nil }
  }

  /// The part of a fit a reference value speaks of.
  func part(_ row: ReferenceValue) -> Double? {
    let (quantity, column) = row.part
    let coefficient = fit?.coefficient(column)
    return switch quantity {
    case "value": coefficient?.estimate.value
    case "standardError": coefficient?.estimate.standardError
    case "lower": coefficient?.estimate.interval?.lower
    case "upper": coefficient?.estimate.interval?.upper
    case "statistic": coefficient?.test.statistic
    case "logLikelihood": fit?.logLikelihood
    case "deviance": fit?.deviance
    case "residualDegreesOfFreedom": fit?.residualDegreesOfFreedom.map { Double($0) }
    default: nil
    }
  }
}
