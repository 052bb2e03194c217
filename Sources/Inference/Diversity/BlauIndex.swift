public import Estimates

/// Blau's index: the chance that two people are of different categories.
///
///     blau = 1 - sum p²              (plug-in)
///     blau = (1 - sum p²) N / (N - 1)  (unbiased)
///
/// Also known as Gini-Simpson index. Range 0 (one category) to 1 - 1 / K for K equal categories;
/// the unbiased form can reach 1 in a team where nobody shares a category. The interval is the
/// delta method's for people drawn from a process, `2 sqrt((sum p³ - (sum p²)²) / N)`, cut at the
/// ends of the range; where all shares are equal its first-order term is 0 and there is none.
/// Teams of different size are compared with the unbiased form.
/// - Source: Simpson (1949), Nature 163, 688; Blau (1977), Inequality and Heterogeneity.
public struct BlauIndex: StatisticalMethod {
  /// Whether pairs are of different people.
  public let estimator: DiversityEstimator
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(estimator: DiversityEstimator = .plugIn, level: Double = 0.95) {
    self.estimator = estimator
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "blau", title: "Blau index (Gini-Simpson)",
    formula: "1 - sum p²; unbiased: times N / (N - 1); p: a category's share",
    range: "0 (everybody alike) to 1 - 1 / K for K equal categories; larger is more diverse",
    assumptions: [
      "The plug-in form is smaller in small teams by chance alone; compare teams by the unbiased.",
      "The interval is for people as independent draws from a process; a census has none.",
      "Near equal shares, and with under about 100 people, the interval is too short.",
    ],
    source: "Simpson (1949), Nature 163, 688; Blau (1977), Inequality and Heterogeneity")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: estimator == .unbiased ? Self.card.id + "-unbiased" : nil,
      convention: estimator.words + ", delta method, " + ConfidenceLevel.words(level))
  }

  /// The index, or why there is none.
  public func callAsFunction(_ categories: CategoryCounts) -> Outcome {
    let problem = estimator == .plugIn ? categories.problem : categories.pairProblem
    if let problem { return .notEstimable(reason: problem) }
    let shares = CategoryShares(categories)
    let largest =
      switch estimator {
      case .plugIn: categories.declaredCategories.map { 1 - 1 / Double($0) } ?? 1
      case .unbiased: 1.0
      }
    let factor = estimator.factor(shares.people)
    return .normal(
      estimator == .plugIn ? shares.blau : shares.unbiasedBlau,
      standardError: shares.standardError { 2 * shares.shares[$0] }.map { factor * $0 },
      level: level, within: 0...largest)
  }
}
