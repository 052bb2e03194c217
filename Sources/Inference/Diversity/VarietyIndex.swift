public import Estimates

/// How varied the categories of a team's members are, with the largest value for its size.
///
/// Blau's index (see `BlauIndex`), by default for pairs of different people, so that teams of
/// different size can be compared. The attainable maximum is that of the same number of members
/// spread as evenly as whole people can be over the declared categories: with n = aK + r,
///
///     maximum = 1 - (r (a + 1)² + (K - r) a²) / n²
///
/// times n / (n - 1) for the unbiased form. Undefined for one person.
/// - Source: Harrison and Klein (2007), Academy of Management Review 32, 1199-1228; Biemann and
///   Kearney (2010), Organizational Research Methods 13, 582-599, for the correction; Solanas et
///   al. (2012), Psychological Reports 111, 777-796, for the maximum.
public struct VarietyIndex: CataloguedMethod {
  /// Whether pairs are of different people.
  public let estimator: DiversityEstimator
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(estimator: DiversityEstimator = .unbiased, level: Double = 0.95) {
    self.estimator = estimator
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "variety", title: "Variety within a team",
    formula: "1 - sum p², times n / (n - 1) for comparing teams of different size",
    range: "0 (everybody alike) to the attainable maximum for the team's size",
    assumptions: BlauIndex.card.assumptions,
    source: "Harrison and Klein (2007), Academy of Management Review 32, 1199-1228; Biemann and "
      + "Kearney (2010), Organizational Research Methods 13, 582-599")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "Blau's index, " + BlauIndex(estimator: estimator, level: level).stamp.convention
        + ", maximum for the team's size and the declared categories")
  }

  /// The index and its maximum, each with a reason where it is not defined.
  public func callAsFunction(_ categories: CategoryCounts) -> TeamIndexResult {
    if let problem = categories.pairProblem {
      return TeamIndexResult(
        index: .notEstimable(reason: problem), attainableMaximum: .notEstimable(reason: problem))
    }
    return TeamIndexResult(
      index: BlauIndex(estimator: estimator, level: level)(categories),
      attainableMaximum: maximum(categories))
  }

  private func maximum(_ categories: CategoryCounts) -> Outcome {
    guard let declared = categories.declaredCategories else {
      return .notEstimable(reason: "The number of categories is not declared.")
    }
    let (each, more) = categories.total.quotientAndRemainder(dividingBy: declared)
    let used = min(declared, categories.total)
    let spread = CategoryShares((0..<used).map { each + ($0 < more ? 1 : 0) })
    return .estimate(estimator == .plugIn ? spread.blau : spread.unbiasedBlau)
  }
}
