public import Estimates
import NumericalKernel

/// Logistic regression within strata, by the exact conditional likelihood.
///
/// Given how many people of each stratum had the outcome yes, the likelihood of who they were does
/// not depend on the strata's own rates, so no column stands for a stratum and many small strata do
/// no harm. The sums over all ways to choose as many people are built up pattern by pattern,
/// without approximation. With one column that marks the focal group the estimate is the common
/// odds ratio most likely given the margins. Strata where everyone or nobody had the outcome tell
/// nothing.
/// - Source: Gail, Lubin and Rubinstein (1981), Biometrika 68, 703-707; Cox (1972), Journal of the
///   Royal Statistical Society B 34, 187-220.
public struct ConditionalLogisticRegression: CataloguedMethod {
  /// The nominal coverage of the Wald intervals.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "conditional-logistic-regression", title: "Conditional logistic regression",
    formula:
      "the coefficients that make those with the outcome most likely, given how many of each "
      + "stratum have it",
    range: "log odds ratios within strata; 0 means equal odds; positive means more often yes",
    assumptions: [
      "People are selected independently, with log odds that are the stratum's own number plus a "
        + "sum of the columns' contributions.",
      "Wald intervals need many people with and without the outcome; read the exact test over "
        + "strata beside them.",
    ],
    source: "Gail, Lubin and Rubinstein (1981), Biometrika 68, 703-707; Cox (1972), Journal of the "
      + "Royal Statistical Society B 34, 187-220")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "exact conditional likelihood, Wald intervals, " + ConfidenceLevel.words(level))
  }

  /// The fit, or why there is none.
  ///
  /// Patterns without a stratum are one stratum together. A constant and columns that are the same
  /// for everyone in each stratum have no coefficient here and must be left out; the first one is
  /// named. Cost per step: for every stratum, people with the outcome times people, times the
  /// square of the number of columns.
  public func callAsFunction(_ data: BinomialPatterns) -> RegressionOutcome {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    return .computing { () throws(NumericalError) -> RegressionOutcome in
      switch try ConditionalLikelihood(data).maximum() {
      case .none(let reason): return .notEstimable(reason: reason)
      case .at(let coefficients, let information, let logLikelihood):
        return try .fit(
          .wald(
            data.columns, estimates: coefficients, covariance: information.inverse, level: level,
            logLikelihood: logLikelihood, deviance: nil, residualDegreesOfFreedom: nil))
      }
    }
  }

  /// The likelihood ratio test that the coefficient of a column is 0, one degree of freedom.
  public func likelihoodRatioTest(of column: String, in data: BinomialPatterns) -> Outcome {
    guard data.index(of: column) != nil else {
      return .notEstimable(reason: "The regression has no column \(column).")
    }
    switch self(data) {
    case .notEstimable(let reason): return .notEstimable(reason: reason)
    case .fit(let whole):
      switch self(data.dropping(column)) {
      case .notEstimable(let reason): return .notEstimable(reason: reason)
      case .fit(let reduced):
        return .likelihoodRatio(
          whole.logLikelihood, over: reduced.logLikelihood,
          convention: "two-sided, conditional likelihood ratio")
      }
    }
  }
}
