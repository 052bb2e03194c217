public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What came of fitting a regression.
public enum RegressionOutcome: Hashable, Sendable {
  /// The coefficients with their uncertainty.
  case fit(RegressionFit)
  /// There is no fit, and why, in words a reader understands.
  case notEstimable(reason: String)

  /// The fit, if there is one.
  public var fit: RegressionFit? {
    if case .fit(let fit) = self { fit } else { nil }
  }

  /// The fit of a computation; a numerical failure becomes a reason.
  static func computing(_ body: () throws(NumericalError) -> RegressionOutcome) -> Self {
    do {
      return try body()
    } catch {
      return .notEstimable(reason: "The computation did not succeed: \(error.description).")
    }
  }
}

/// The coefficients of a regression with their uncertainty.
public struct RegressionFit: Hashable, Sendable {
  /// One coefficient.
  public struct Coefficient: Hashable, Sendable {
    /// The name of its column.
    public let name: String
    /// The estimate with its standard error and interval, on the scale of the log odds.
    public let estimate: Estimate
    /// The test that it is 0.
    public let test: TestResult
  }

  /// The coefficients, in the order of the columns.
  public let coefficients: [Coefficient]
  /// The estimated covariance of the coefficients, row by row.
  public let covariance: [[Double]]
  /// The largest logarithm of the likelihood of the single people's outcomes.
  ///
  /// It does not contain the number of ways to arrange people within a pattern, so it is the same
  /// however people are put together. With a penalty where the method has one.
  public let logLikelihood: Double
  /// Twice the log likelihood that the model lacks to the one with a rate for every pattern given;
  /// `nil` where the method has none.
  public let deviance: Double?
  /// Patterns with people less coefficients; `nil` where the method has none.
  public let residualDegreesOfFreedom: Int?

  /// The coefficient of a column.
  public func coefficient(_ name: String) -> Coefficient? {
    coefficients.first { $0.name == name }
  }

  /// A coefficient as an outcome, on the scale of the log odds.
  public func logOddsRatio(_ name: String) -> Outcome {
    guard let coefficient = coefficient(name) else {
      return .notEstimable(reason: "The regression has no column \(name).")
    }
    return .estimate(coefficient.estimate)
  }

  /// The odds ratio per unit of a column, the other columns equal: 0 to infinity, 1 means equal
  /// odds.
  ///
  /// The exponential of the coefficient and of its limits; the standard error stays with the
  /// logarithm.
  public func oddsRatio(_ name: String) -> Outcome {
    guard let coefficient = coefficient(name) else {
      return .notEstimable(reason: "The regression has no column \(name).")
    }
    let interval = coefficient.estimate.interval.flatMap {
      ConfidenceInterval(
        lower: exp($0.lower), upper: exp($0.upper), level: $0.level, method: $0.method)
    }
    return .estimate(exp(coefficient.estimate.value), interval: interval)
  }

  /// The test that the coefficient of a column is 0.
  public func test(_ name: String) -> Outcome {
    coefficient(name).map { .test($0.test) }
      ?? .notEstimable(reason: "The regression has no column \(name).")
  }

  /// The estimates alone.
  var estimates: [Double] { coefficients.map(\.estimate.value) }

  /// A fit with Wald intervals and tests.
  static func wald(
    _ columns: [String], estimates: [Double], covariance: Matrix, level: Double,
    logLikelihood: Double, deviance: Double?, residualDegreesOfFreedom: Int?,
    convention: String = "two-sided, Wald"
  ) throws(NumericalError) -> RegressionFit {
    let critical = try NormalDistribution.standard.criticalValue(level: level)
    var coefficients: [Coefficient] = []
    for (index, name) in columns.enumerated() {
      let standardError = covariance[index, index].squareRoot()
      let z = estimates[index] / standardError
      guard
        let interval = ConfidenceInterval(
          lower: estimates[index] - critical * standardError,
          upper: estimates[index] + critical * standardError, level: level, method: "Wald"),
        let estimate = Estimate(
          estimates[index], standardError: standardError, interval: interval),
        let pValue = PValue(try NormalDistribution.standard.twoSidedTail(z))
      else { throw .notFinite(function: "the Wald interval") }
      coefficients.append(
        Coefficient(
          name: name, estimate: estimate,
          test: TestResult(
            statisticName: "Z", statistic: z, pValue: pValue, convention: convention)))
    }
    return RegressionFit(
      coefficients: coefficients, covariance: covariance.rowArrays, logLikelihood: logLikelihood,
      deviance: deviance, residualDegreesOfFreedom: residualDegreesOfFreedom)
  }
}
