import Estimates
import NumericalKernel

extension Outcome {
  /// The outcome of a computation; a numerical failure becomes a reason.
  static func computing(_ body: () throws(NumericalError) -> Outcome) -> Outcome {
    do {
      return try body()
    } catch {
      return .notEstimable(reason: "The computation did not succeed: \(error.description).")
    }
  }

  /// An estimate with an interval.
  static func estimate(
    _ value: Double, standardError: Double? = nil, from lower: Double, to upper: Double,
    level: Double, method: String, agreesWith: String? = nil
  ) -> Outcome {
    guard
      let interval = ConfidenceInterval(
        lower: lower, upper: upper, level: level, method: method, agreesWith: agreesWith)
    else { return .notEstimable(reason: "The interval is not defined for these data.") }
    return estimate(value, standardError: standardError, interval: interval)
  }

  /// An estimate with or without an interval.
  static func estimate(
    _ value: Double, standardError: Double? = nil, interval: ConfidenceInterval? = nil
  ) -> Outcome {
    guard let estimate = Estimate(value, standardError: standardError, interval: interval) else {
      return .notEstimable(reason: "The quantity is not defined for these data.")
    }
    return .estimate(estimate)
  }

  /// A test.
  static func test(
    _ statisticName: String? = nil, _ statistic: Double? = nil, degreesOfFreedom: Double? = nil,
    pValue: Double, convention: String
  ) -> Outcome {
    guard let pValue = PValue(pValue) else {
      return .notEstimable(reason: "The p-value is not defined for these data.")
    }
    return .test(
      TestResult(
        statisticName: statisticName, statistic: statistic, degreesOfFreedom: degreesOfFreedom,
        pValue: pValue, convention: convention))
  }
}
