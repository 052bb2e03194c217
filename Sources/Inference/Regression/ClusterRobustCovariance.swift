public import Estimates
import NumericalKernel

/// The covariance of the coefficients of a logistic regression that allows the people of one
/// requisition to resemble each other (sandwich estimator).
///
///     covariance = c · I⁻¹ (sum over clusters of s s') I⁻¹
///
/// I is the information, s a cluster's sum of score contributions. The estimates stay; standard
/// errors, intervals and tests change. The patterns' strata are the clusters.
/// - Source: Liang and Zeger (1986), Biometrika 73, 13-22; Cameron and Miller (2015), Journal of
///   Human Resources 50, 317-372, for the corrections.
public struct ClusterRobustCovariance: CataloguedMethod {
  /// What the covariance is multiplied by because clusters are few.
  public enum SmallSampleCorrection: String, Codable, Hashable, Sendable, CaseIterable {
    /// Nothing.
    case none
    /// Clusters / (clusters - 1).
    case clusters
    /// Clusters / (clusters - 1) × (people - 1) / (people - coefficients), also known as CR1.
    case clustersAndCoefficients = "clusters_and_coefficients"

    /// The factor.
    func factor(clusters: Int, people: Int, coefficients: Int) -> Double {
      let few = Double(clusters) / Double(clusters - 1)
      return switch self {
      case .none: 1
      case .clusters: few
      case .clustersAndCoefficients: few * Double(people - 1) / Double(people - coefficients)
      }
    }

    /// The correction as it is printed.
    var words: String {
      switch self {
      case .none: "no small-sample correction"
      case .clusters: "correction clusters / (clusters - 1)"
      case .clustersAndCoefficients:
        "correction clusters / (clusters - 1) × (people - 1) / (people - coefficients)"
      }
    }
  }

  /// What the covariance is multiplied by.
  public let correction: SmallSampleCorrection
  /// The nominal coverage of the Wald intervals.
  public let level: Double

  /// Makes the method.
  public init(
    correction: SmallSampleCorrection = .clustersAndCoefficients, level: Double = 0.95
  ) {
    self.correction = correction
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "cluster-robust-covariance", title: "Logistic regression (clusters)",
    formula: "inverse information × sum over clusters of the product of the cluster's score with "
      + "itself × inverse information",
    range: "log odds ratios; 0 means equal odds; positive means more often yes",
    assumptions: [
      "Clusters are independent; people within one may resemble each other in any way.",
      "Many clusters, some forty or more; with few the intervals are too short.",
    ],
    source: "Liang and Zeger (1986), Biometrika 73, 13-22; Cameron and Miller (2015), Journal of "
      + "Human Resources 50, 317-372")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "maximum likelihood, sandwich covariance, \(correction.words), Wald intervals, "
        + ConfidenceLevel.words(level))
  }

  /// The fit by maximum likelihood with the covariance of clusters, or why there is none.
  public func callAsFunction(_ data: BinomialPatterns) -> RegressionOutcome {
    let plain = LogisticRegression(level: level)(data)
    guard let fit = plain.fit else { return plain }
    return .computing { () throws(NumericalError) -> RegressionOutcome in
      let likelihood = LogisticLikelihood(data)
      if likelihood.patterns.contains(where: { $0.stratum == nil }) {
        return .notEstimable(reason: "Some people belong to no cluster.")
      }
      let scores = ClusterRobustCovariance.scores(of: likelihood, at: fit.estimates)
      guard scores.count > data.columns.count else {
        return .notEstimable(
          reason: "There are \(scores.count) clusters for \(data.columns.count) coefficients; more "
            + "clusters than coefficients are needed.")
      }
      guard data.total > data.columns.count, let bread = Matrix(fit.covariance) else {
        return .notEstimable(reason: "There are no more people than coefficients.")
      }
      var meat = Matrix(rows: data.columns.count, columns: data.columns.count)
      for score in scores { meat.addOuterProduct(of: score) }
      let factor = correction.factor(
        clusters: scores.count, people: data.total, coefficients: data.columns.count)
      return try .fit(
        .wald(
          data.columns, estimates: fit.estimates, covariance: factor * (bread * meat * bread),
          level: level, logLikelihood: fit.logLikelihood, deviance: fit.deviance,
          residualDegreesOfFreedom: fit.residualDegreesOfFreedom,
          convention: "two-sided, Wald with cluster-robust covariance"))
    }
  }

  /// The sum of score contributions of every cluster, in the order the clusters first occur.
  private static func scores(
    of likelihood: LogisticLikelihood, at coefficients: [Double]
  ) -> [[Double]] {
    let residuals = likelihood.residuals(likelihood.points(coefficients))
    var position: [String?: Int] = [:]
    var scores: [[CompensatedSum]] = []
    for (pattern, residual) in zip(likelihood.patterns, residuals) {
      let index = position[pattern.stratum] ?? scores.count
      if index == scores.count {
        position[pattern.stratum] = index
        scores.append(pattern.values.map { _ in CompensatedSum() })
      }
      for column in pattern.values.indices {
        scores[index][column].add(pattern.values[column] * residual)
      }
    }
    return scores.map { $0.map(\.value) }
  }
}
