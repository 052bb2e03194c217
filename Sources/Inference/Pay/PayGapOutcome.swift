import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension LogPayRatio {
  /// The gap `1 - ratio` with the interval of the logarithm carried over.
  func gap(level: Double, method: String) -> Outcome {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    guard let standardError else { return .estimate(1 - ratio) }
    return .computing { () throws(NumericalError) -> Outcome in
      let reach = try exp(criticalValue(level: level) * standardError)
      return .estimate(
        1 - ratio, standardError: ratio * standardError, from: 1 - ratio * reach,
        to: 1 - ratio / reach, level: level, method: method)
    }
  }

  /// The test of equal averages: the logarithm over its standard error.
  func test(convention: String) -> Outcome {
    guard let standardError else {
      return .notEstimable(reason: problem ?? "The amounts give no standard error.")
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let statistic = log(ratio) / standardError
      guard let degreesOfFreedom else {
        return try .test(
          "Z", statistic, pValue: NormalDistribution.standard.twoSidedTail(statistic),
          convention: convention)
      }
      return try .test(
        "t", statistic, degreesOfFreedom: degreesOfFreedom,
        pValue: StudentT(degreesOfFreedom: degreesOfFreedom).twoSidedTail(statistic),
        convention: convention)
    }
  }

  private func criticalValue(level: Double) throws(NumericalError) -> Double {
    guard let degreesOfFreedom else {
      return try NormalDistribution.standard.criticalValue(level: level)
    }
    return try StudentT(degreesOfFreedom: degreesOfFreedom).criticalValue(level: level)
  }
}
