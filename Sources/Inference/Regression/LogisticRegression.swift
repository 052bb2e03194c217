public import Estimates
import NumericalKernel

/// Logistic regression by maximum likelihood.
///
///     log(p / (1 - p)) = sum over columns of coefficient × value
///
/// A coefficient is the logarithm of the odds ratio per unit of its column, the other columns
/// equal; positive means more often yes. Newton's method with halved steps (the same as iterated
/// weighted least squares) until the log likelihood and the predictors stand still. Where the
/// outcome is separated the likelihood has no maximum: that is found and said. Where columns are
/// combinations of others the first such column is named.
/// - Source: McCullagh and Nelder (1989), Generalized Linear Models, chapter 4; Albert and Anderson
///   (1984), Biometrika 71, 1-10, for separation.
public struct LogisticRegression: CataloguedMethod {
  /// The nominal coverage of the Wald intervals.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "logistic-regression", title: "Logistic regression",
    formula: "log(p / (1 - p)) = sum over columns of coefficient × value, by maximum likelihood",
    range: "log odds ratios; 0 means equal odds; positive means more often yes",
    assumptions: [
      "People are selected independently.",
      "The log odds are a sum of the columns' contributions.",
      "Wald intervals and tests need many people per coefficient; read the likelihood ratio beside "
        + "them.",
    ],
    source: "McCullagh and Nelder (1989), Generalized Linear Models, chapter 4; Albert and "
      + "Anderson (1984), Biometrika 71, 1-10, for separation")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "maximum likelihood, Wald intervals, " + ConfidenceLevel.words(level))
  }

  /// The fit, or why there is none.
  public func callAsFunction(_ data: BinomialPatterns) -> RegressionOutcome {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    return .computing { () throws(NumericalError) -> RegressionOutcome in
      let likelihood = LogisticLikelihood(data)
      switch try LogisticRegression.maximum(of: likelihood) {
      case .none(let reason): return .notEstimable(reason: reason)
      case .at(let coefficients, let information):
        let points = likelihood.points(coefficients)
        return try .fit(
          .wald(
            data.columns, estimates: coefficients, covariance: information.inverse, level: level,
            logLikelihood: likelihood.logLikelihood(points), deviance: likelihood.deviance(points),
            residualDegreesOfFreedom: likelihood.patterns.count - data.columns.count))
      }
    }
  }

  /// The likelihood ratio test that the coefficient of a column is 0.
  ///
  ///     chi-squared = 2 (largest log likelihood - largest log likelihood without the column)
  ///
  /// One degree of freedom. Where one of the two fits does not exist its reason is given.
  public func likelihoodRatioTest(of column: String, in data: BinomialPatterns) -> Outcome {
    guard data.index(of: column) != nil else {
      return .notEstimable(reason: "The regression has no column \(column).")
    }
    func logLikelihood(_ outcome: RegressionOutcome) -> (value: Double?, reason: String) {
      switch outcome {
      case .fit(let fit): (fit.logLikelihood, "")
      case .notEstimable(let reason): (nil, reason)
      }
    }
    let whole = logLikelihood(self(data))
    guard let with = whole.value else { return .notEstimable(reason: whole.reason) }
    let reduced =
      data.columns.count == 1
      ? (value: LogisticLikelihood.withoutColumns(data), reason: "")
      : logLikelihood(self(data.dropping(column)))
    guard let without = reduced.value else { return .notEstimable(reason: reduced.reason) }
    return .likelihoodRatio(with, over: without, convention: "two-sided, likelihood ratio")
  }

  /// Where the likelihood is largest.
  enum Maximum {
    /// The coefficients and the information there.
    case at([Double], Cholesky)
    /// Nowhere, and why.
    case none(reason: String)
  }

  /// The coefficients at which the likelihood is largest.
  static func maximum(of likelihood: LogisticLikelihood) throws(NumericalError) -> Maximum {
    if let problem = likelihood.rankProblem { return .none(reason: problem) }
    var coefficients = likelihood.columns.map { _ in 0.0 }
    var points = likelihood.points(coefficients)
    var value = likelihood.logLikelihood(points)
    var separation: LogisticSeparation?
    for _ in 0..<200 {
      let information: Cholesky
      do {
        information = try Cholesky(likelihood.crossProduct(likelihood.weights(points)))
      } catch {
        // The weights of separated patterns vanish before anything else can.
        if let separation { return .none(reason: separation.reason) }
        throw error
      }
      let step = information.solve(likelihood.total(of: likelihood.residuals(points)))
      let movements = likelihood.movements(along: step)
      let largest = movements.map { abs($0) }.max() ?? 0
      if largest > 0.1, let found = LogisticSeparation(along: step, of: likelihood) {
        let isSettled = zip(likelihood.patterns, zip(points, movements)).allSatisfy {
          pattern, at in
          abs(at.1) <= 1e-6 * largest
            || (pattern.failures == 0 ? at.0.complement : at.0.probability) < 1e-8
        }
        if isSettled { return .none(reason: found.reason) }
        separation = found
      }
      var stride = 1.0
      var next = coefficients
      while true {
        next = zip(coefficients, step).map { $0 + stride * $1 }
        let nextPoints = likelihood.points(next)
        let nextValue = likelihood.logLikelihood(nextPoints)
        if nextValue >= value - 1e-12 * (1 + abs(value)) || stride < 1e-10 {
          points = nextPoints
          value = nextValue
          break
        }
        stride /= 2
      }
      coefficients = next
      if largest <= 1e-7 {
        return .at(
          coefficients, try Cholesky(likelihood.crossProduct(likelihood.weights(points))))
      }
    }
    if let separation { return .none(reason: separation.reason) }
    throw .notConverged
  }
}

extension LogisticLikelihood {
  /// The log likelihood of a probability of one half for everyone: a model without columns.
  static func withoutColumns(_ data: BinomialPatterns) -> Double {
    -Double(data.total) * 0.693147180559945309
  }
}

extension Outcome {
  /// The test by twice the difference of two log likelihoods, one degree of freedom.
  static func likelihoodRatio(
    _ with: Double, over without: Double, convention: String
  ) -> Outcome {
    .computing { () throws(NumericalError) -> Outcome in
      let statistic = max(0, 2 * (with - without))
      return try .test(
        "chi-squared", statistic, degreesOfFreedom: 1,
        pValue: NormalDistribution.standard.twoSidedTail(statistic.squareRoot()),
        convention: convention)
    }
  }
}
