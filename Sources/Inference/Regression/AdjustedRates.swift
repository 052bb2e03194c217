public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The rates the groups would have if everyone had been in the one or in the other, all else as it
/// is: standardization over a logistic regression.
///
///     adjusted rate of a group = average over everyone of the fitted probability with the group's
///     column set to the group
///
/// From the two rates come the adjusted impact ratio (focal / reference) and the adjusted risk
/// difference (focal - reference), which is also the average marginal effect of the group's column
/// as a change from 0 to 1. Intervals are by the delta method, of the ratio on the logarithmic
/// scale; the people are taken as they are, so only the coefficients are uncertain.
/// - Source: Lane and Nelder (1982), Biometrics 38, 613-621; Muller and MacLehose (2014),
///   International Journal of Epidemiology 43, 962-970, for the intervals.
public struct AdjustedRates: CataloguedMethod {
  /// How the regression is fitted.
  public enum Estimation: String, Codable, Hashable, Sendable, CaseIterable {
    /// By maximum likelihood.
    case maximumLikelihood = "maximum_likelihood"
    /// By Firth's penalized likelihood; the rates lean towards one half where few are selected.
    case firth
    /// By maximum likelihood, with the people of one stratum resembling each other.
    case clusterRobust = "cluster_robust"

    /// The choice as it is printed.
    var words: String {
      switch self {
      case .maximumLikelihood: "maximum likelihood"
      case .firth: "Firth's penalized likelihood"
      case .clusterRobust: "maximum likelihood, cluster-robust covariance"
      }
    }
  }

  /// The adjusted rates and what follows from them.
  public struct Result: Hashable, Sendable {
    /// The rate if everyone were in the focal group, 0 to 1.
    public let focalRate: Outcome
    /// The rate if everyone were in the reference group, 0 to 1.
    public let referenceRate: Outcome
    /// Focal / reference, 0 to infinity; below 1 the focal group is selected less often.
    public let impactRatio: Outcome
    /// Focal - reference, -1 to 1; the average marginal effect of the group as a change from 0 to
    /// 1.
    public let riskDifference: Outcome
    /// The average over everyone of the slope of the probability along the group's column, as for a
    /// column that is a measurement.
    public let averageSlope: Outcome
  }

  /// The column that is 1 for the focal and 0 for the reference group.
  public let group: String
  /// How the regression is fitted.
  public let estimation: Estimation
  /// The nominal coverage of the intervals.
  public let level: Double

  /// Makes the method.
  public init(
    group: String, estimation: Estimation = .maximumLikelihood, level: Double = 0.95
  ) {
    self.group = group
    self.estimation = estimation
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "adjusted-rates", title: "Adjusted rates (standardization)",
    formula: "average over everyone of the fitted probability with everyone in the one group, and "
      + "in the other",
    range: "rates 0 to 1; ratio 0 to infinity, 1 means equal adjusted rates; difference -1 to 1",
    assumptions: [
      "The logistic regression holds, and no column but the group's depends on the group.",
      "The people are taken as they are: the intervals are about the coefficients only.",
    ],
    source: "Lane and Nelder (1982), Biometrics 38, 613-621; Muller and MacLehose (2014), "
      + "International Journal of Epidemiology 43, 962-970")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "focal / reference and focal - reference by the column \(group), "
        + "\(estimation.words), delta method, ratio on the logarithmic scale, "
        + ConfidenceLevel.words(level))
  }

  /// The adjusted rates, or for each why there is none.
  ///
  /// A product of the group's column with another is not changed with it and must not be among the
  /// columns.
  public func callAsFunction(_ data: BinomialPatterns) -> Result {
    guard let column = data.index(of: group) else {
      return .none("The regression has no column \(group).")
    }
    guard data.occupied.allSatisfy({ $0.values[column] == 0 || $0.values[column] == 1 }) else {
      return .none("The column \(group) must be 1 for the focal and 0 for the reference group.")
    }
    let outcome: RegressionOutcome =
      switch estimation {
      case .maximumLikelihood: LogisticRegression(level: level)(data)
      case .firth: FirthLogisticRegression(level: level)(data)
      case .clusterRobust: ClusterRobustCovariance(level: level)(data)
      }
    switch outcome {
    case .notEstimable(let reason): return .none(reason)
    case .fit(let fit):
      guard let covariance = Matrix(fit.covariance) else {
        return .none("The covariance of the coefficients is not defined.")
      }
      return result(data, column: column, coefficients: fit.estimates, covariance: covariance)
    }
  }

  private func result(
    _ data: BinomialPatterns, column: Int, coefficients: [Double], covariance: Matrix
  ) -> Result {
    let focal = Average(data, setting: column, to: 1, coefficients)
    let reference = Average(data, setting: column, to: 0, coefficients)
    let slope = Average.slope(data, along: column, coefficients)
    func error(_ gradient: [Double]) -> Double {
      max(0, covariance.quadraticForm(gradient)).squareRoot()
    }
    func interval(
      _ value: Double, _ gradient: [Double], scale: (Double) -> Double = { $0 },
      standardError: Double? = nil
    ) -> Outcome {
      .computing { () throws(NumericalError) -> Outcome in
        let margin = try NormalDistribution.standard.criticalValue(level: level) * error(gradient)
        return .estimate(
          scale(value), standardError: standardError ?? error(gradient),
          from: scale(value - margin), to: scale(value + margin), level: level, method: "delta")
      }
    }
    let logRatio = log(focal.rate / reference.rate)
    let logGradient = zip(focal.gradient, reference.gradient).map {
      $0 / focal.rate - $1 / reference.rate
    }
    return Result(
      focalRate: interval(focal.rate, focal.gradient),
      referenceRate: interval(reference.rate, reference.gradient),
      impactRatio: interval(
        logRatio, logGradient, scale: { exp($0) },
        standardError: exp(logRatio) * error(logGradient)),
      riskDifference: interval(
        focal.rate - reference.rate, zip(focal.gradient, reference.gradient).map { $0 - $1 }),
      averageSlope: interval(slope.rate, slope.gradient))
  }

  /// An average over everyone with its derivatives in the coefficients.
  private struct Average {
    var rate: Double
    var gradient: [Double]

    /// The average probability with a column set to a number.
    init(
      _ data: BinomialPatterns, setting column: Int, to value: Double, _ coefficients: [Double]
    ) {
      self.init(data) { pattern in
        var values = pattern.values
        values[column] = value
        let point = LogisticLikelihood.Point(
          predictor: LogisticLikelihood.product(values, coefficients))
        let density = point.probability * point.complement
        return (point.probability, values.map { density * $0 })
      }
    }

    /// The average slope of the probability along a column.
    static func slope(
      _ data: BinomialPatterns, along column: Int, _ coefficients: [Double]
    ) -> Average {
      Average(data) { pattern in
        let point = LogisticLikelihood.Point(
          predictor: LogisticLikelihood.product(pattern.values, coefficients))
        let density = point.probability * point.complement
        let bend = density * (point.complement - point.probability) * coefficients[column]
        var gradient = pattern.values.map { bend * $0 }
        gradient[column] += density
        return (density * coefficients[column], gradient)
      }
    }

    private init(
      _ data: BinomialPatterns,
      _ part: (BinomialPatterns.Pattern) -> (value: Double, gradient: [Double])
    ) {
      var sum = CompensatedSum()
      var sums = data.columns.map { _ in CompensatedSum() }
      for pattern in data.occupied {
        let (value, gradient) = part(pattern)
        sum.add(Double(pattern.total) * value)
        for index in sums.indices { sums[index].add(Double(pattern.total) * gradient[index]) }
      }
      rate = sum.value / Double(data.total)
      gradient = sums.map { $0.value / Double(data.total) }
    }
  }
}

extension AdjustedRates.Result {
  /// No numbers, for one reason.
  static func none(_ reason: String) -> Self {
    let outcome = Outcome.notEstimable(reason: reason)
    return Self(
      focalRate: outcome, referenceRate: outcome, impactRatio: outcome, riskDifference: outcome,
      averageSlope: outcome)
  }
}
