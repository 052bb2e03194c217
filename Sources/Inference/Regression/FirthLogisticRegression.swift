public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Logistic regression by Firth's penalized likelihood, which has an estimate where the outcome is
/// separated.
///
///     penalized log likelihood = log likelihood + 1/2 log det(information)
///
/// The penalty takes most of the bias of small samples away and keeps the coefficients finite; in a
/// table of two groups it is the same as half a person more in every cell. Intervals are by the
/// profile of the penalized likelihood and agree with the test: 0 lies in the interval exactly
/// where the test does not reject. The fitted probabilities lean towards one half.
/// - Source: Firth (1993), Biometrika 80, 27-38; Heinze and Schemper (2002), Statistics in Medicine
///   21, 2409-2419.
public struct FirthLogisticRegression: CataloguedMethod {
  /// The nominal coverage of the profile intervals.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "firth-logistic-regression", title: "Logistic regression (Firth's penalized likelihood)",
    formula: "the coefficients at which log likelihood + 1/2 log det(information) is largest",
    range: "log odds ratios; 0 means equal odds; positive means more often yes; always finite",
    assumptions: [
      "People are selected independently.",
      "The log odds are a sum of the columns' contributions.",
      "Fitted probabilities lean towards one half where few people have the outcome.",
    ],
    source:
      "Firth (1993), Biometrika 80, 27-38; Heinze and Schemper (2002), Statistics in Medicine "
      + "21, 2409-2419")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "penalized likelihood, profile intervals, likelihood ratio tests, "
        + ConfidenceLevel.words(level))
  }

  /// The fit, or why there is none.
  ///
  /// The standard errors are from the information without the penalty, at the estimates. With few
  /// people and several columns the penalized likelihood can have more than one peak; where the
  /// profiles meet a higher one it is taken. A coefficient whose profile has no end that can be
  /// found has no interval. Cost: about twenty fits per coefficient for its interval and test.
  public func callAsFunction(_ data: BinomialPatterns) -> RegressionOutcome {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    let likelihood = LogisticLikelihood(data)
    if let problem = likelihood.rankProblem { return .notEstimable(reason: problem) }
    return .computing { () throws(NumericalError) -> RegressionOutcome in
      let penalized = FirthLikelihood(likelihood)
      var best = try penalized.maximum()
      for _ in 0..<20 {
        switch try fit(penalized, best) {
        case .fit(let fit): return .fit(fit)
        case .better(let start): best = try penalized.maximum(from: start)
        }
      }
      throw .notConverged
    }
  }

  /// A fit around a maximum, or a place with a larger value.
  private enum Attempt {
    case fit(RegressionFit)
    case better([Double])
  }

  private func fit(
    _ penalized: FirthLikelihood, _ best: FirthLikelihood.Maximum
  ) throws(NumericalError) -> Attempt {
    let covariance = best.information.inverse
    let critical = try NormalDistribution.standard.criticalValue(level: level)
    var coefficients: [RegressionFit.Coefficient] = []
    for (index, name) in penalized.likelihood.columns.enumerated() {
      let standardError = covariance[index, index].squareRoot()
      var limits: [Double] = []
      for direction in [-1.0, 1] {
        switch penalized.profileLimit(
          of: index, direction: direction, around: best, standardError: standardError,
          allowance: critical * critical / 2)
        {
        case .limit(let limit): limits.append(limit)
        case .better(let start): return .better(start)
        case .unknown: break
        }
      }
      let atZero = try penalized.maximum(fixing: index, at: 0, from: best.coefficients)
      if atZero.value > best.value + 1e-7 { return .better(atZero.coefficients) }
      let statistic = max(0, 2 * (best.value - atZero.value))
      let interval =
        limits.count == 2
        ? ConfidenceInterval(
          lower: limits[0], upper: limits[1], level: level,
          method: "profile penalized likelihood") : nil
      guard
        let estimate = Estimate(
          best.coefficients[index], standardError: standardError, interval: interval),
        let pValue = PValue(
          try NormalDistribution.standard.twoSidedTail(statistic.squareRoot()))
      else { throw .notFinite(function: "the penalized fit") }
      coefficients.append(
        RegressionFit.Coefficient(
          name: name, estimate: estimate,
          test: TestResult(
            statisticName: "chi-squared", statistic: statistic, degreesOfFreedom: 1,
            pValue: pValue, convention: "two-sided, penalized likelihood ratio")))
    }
    return .fit(
      RegressionFit(
        coefficients: coefficients, covariance: covariance.rowArrays, logLikelihood: best.value,
        deviance: nil, residualDegreesOfFreedom: nil))
  }
}
