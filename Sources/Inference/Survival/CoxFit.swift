public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A fitted Cox regression.
public struct CoxFit: Hashable, Sendable {
  /// One covariate.
  public struct Coefficient: Hashable, Sendable {
    /// The covariate's name.
    public let name: String
    /// The change of the log rate for one unit more.
    public let value: Double
    /// Its standard error, from the observed information.
    public let standardError: Double
    /// value / standardError with its two-sided p-value.
    public let test: TestResult
    /// exp(value): the ratio of rates for one unit more, with its interval.
    public let hazardRatio: Estimate
  }

  /// The covariates, in the order of the records.
  public let coefficients: [Coefficient]
  /// The covariance matrix of the coefficients.
  public let covariance: [[Double]]
  /// The log-likelihood with all coefficients 0.
  public let nullLogLikelihood: Double
  /// The log-likelihood at the coefficients.
  public let logLikelihood: Double
  /// Twice the gain in log-likelihood: the test that all coefficients are 0.
  public let likelihoodRatioTest: TestResult
  /// The test of the same from the slope of the likelihood at 0.
  public let scoreTest: TestResult
  /// The test of the same from the coefficients and their covariance.
  public let waldTest: TestResult
  /// Events.
  public let events: Int
  /// Steps of Newton's method.
  public let iterations: Int

  init(
    _ likelihood: PartialLikelihood, _ maximum: CoxRegression.Maximum, names: [String],
    level: Double
  ) throws(NumericalError) {
    let normal = NormalDistribution.standard
    let z = try normal.criticalValue(level: level)
    let inverse = InformationMatrix(maximum.value.information, tolerance: 1e-14).inverse
    let scales = likelihood.scales
    var coefficients: [Coefficient] = []
    for (index, name) in names.enumerated() {
      let value = maximum.coefficients[index] / scales[index]
      let error = max(0, inverse[index][index]).squareRoot() / scales[index]
      guard error > 0, error.isFinite else {
        throw .notFinite(function: "the standard error of \(name)")
      }
      let statistic = value / error
      let ratio = exp(value)
      guard let pValue = PValue(try normal.twoSidedTail(statistic)),
        let hazardRatio = Estimate(
          ratio, standardError: ratio * error,
          interval: ConfidenceInterval(
            lower: exp(value - z * error), upper: exp(value + z * error), level: level,
            method: "Wald"))
      else { throw .notFinite(function: "the coefficient of \(name)") }
      coefficients.append(
        Coefficient(
          name: name, value: value, standardError: error,
          test: TestResult(
            statisticName: "Z", statistic: statistic, pValue: pValue, convention: "Wald"),
          hazardRatio: hazardRatio))
    }
    self.coefficients = coefficients
    covariance = names.indices.map { row in
      names.indices.map { inverse[row][$0] / scales[row] / scales[$0] }
    }
    nullLogLikelihood = maximum.null.logLikelihood
    logLikelihood = maximum.value.logLikelihood
    likelihoodRatioTest = try CoxFit.test(
      2 * max(0, logLikelihood - nullLogLikelihood), names.count, "likelihood ratio")
    scoreTest = try CoxFit.test(
      InformationMatrix(maximum.null.information, tolerance: 1e-14)
        .quadraticForm(maximum.null.score),
      names.count, "score")
    let products = names.indices.map { row in
      CompensatedSum(
        names.indices.map { maximum.value.information[row][$0] * maximum.coefficients[$0] }
      ).value * maximum.coefficients[row]
    }
    waldTest = try CoxFit.test(max(0, CompensatedSum(products).value), names.count, "Wald")
    events = likelihood.eventCount
    iterations = maximum.iterations
  }

  static func test(
    _ statistic: Double, _ degreesOfFreedom: Int, _ convention: String
  ) throws(NumericalError) -> TestResult {
    let freedom = Double(degreesOfFreedom)
    let tail =
      degreesOfFreedom == 1
      ? try NormalDistribution.standard.twoSidedTail(statistic.squareRoot())
      : try ChiSquared(degreesOfFreedom: freedom).upperTail(statistic)
    guard let pValue = PValue(tail) else { throw .notFinite(function: convention) }
    return TestResult(
      statisticName: "chi-squared", statistic: statistic, degreesOfFreedom: freedom,
      pValue: pValue, convention: convention)
  }
}
