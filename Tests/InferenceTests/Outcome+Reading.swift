import Aggregates
import Estimates
import TestSupport

@testable import Inference

extension Outcome {
  /// The point estimate, if there is one.
  var value: Double? {
    if case .estimate(let estimate) = self { estimate.value } else { nil }
  }

  /// The interval, if there is one.
  var interval: ConfidenceInterval? {
    if case .estimate(let estimate) = self { estimate.interval } else { nil }
  }

  /// The standard error, if there is one.
  var standardError: Double? {
    if case .estimate(let estimate) = self { estimate.standardError } else { nil }
  }

  /// The test, if it is one.
  var test: TestResult? {
    if case .test(let test) = self { test } else { nil }
  }

  /// The p-value, if it is a test.
  var pValue: Double? { test?.pValue.value }

  /// Why there is no number.
  var reason: String? {
    if case .notEstimable(let reason) = self { reason } else { nil }
  }
}

extension TwoByTwoTable {
  /// A table from selected and totals, for cases written that way in their source.
  static func rates(
    focal focalSelected: Int, of focalTotal: Int, reference referenceSelected: Int,
    of referenceTotal: Int
  ) throws -> TwoByTwoTable {
    guard
      let table = TwoByTwoTable(
        focalSelected: focalSelected, focalRejected: focalTotal - focalSelected,
        referenceSelected: referenceSelected, referenceRejected: referenceTotal - referenceSelected)
    else { throw ReadingProblem.impossibleCounts }
    return table
  }

  /// The table of a reference value.
  init(_ row: ReferenceValue) throws {
    guard
      let table = TwoByTwoTable(
        focalSelected: try row.whole("focalSelected"),
        focalRejected: try row.whole("focalRejected"),
        referenceSelected: try row.whole("referenceSelected"),
        referenceRejected: try row.whole("referenceRejected"))
    else { throw ReadingProblem.impossibleCounts }
    self = table
  }

  /// The groups exchanged.
  var swapped: TwoByTwoTable? {
    TwoByTwoTable(
      focalSelected: referenceSelected, focalRejected: referenceRejected,
      referenceSelected: focalSelected, referenceRejected: focalRejected)
  }
}

extension BinomialCount {
  /// The count of a reference value.
  init(_ row: ReferenceValue) throws {
    try self.init(row.whole("successes"), of: row.whole("total"))
  }

  /// A count for tests.
  init(_ successes: Int, of total: Int) throws {
    guard let count = BinomialCount(successes: successes, total: total) else {
      throw ReadingProblem.impossibleCounts
    }
    self = count
  }
}

/// Why a test's input could not be made.
enum ReadingProblem: Error {
  case impossibleCounts
}

/// The reference files and how their quantities are read from an outcome.
enum Fixtures {
  static let python = "Tests/InferenceTests/Fixtures/python.csv"
  static let r = "Tests/InferenceTests/Fixtures/r.csv"

  /// The part of an outcome a reference value speaks of.
  static func part(_ quantity: String, of outcome: Outcome) -> Double? {
    switch quantity {
    case "value": outcome.value
    case "lower": outcome.interval?.lower
    case "upper": outcome.interval?.upper
    case "pValue": outcome.pValue
    case "statistic": outcome.test?.statistic
    case "degreesOfFreedom": outcome.test?.degreesOfFreedom
    default: nil
    }
  }
}
