public import Estimates

/// The index of qualitative variation: Blau's index over its maximum for the declared categories.
///
///     IQV = (1 - sum p²) K / (K - 1)
///
/// K: the declared number of categories, those with nobody included. Range 0 (one category) to 1
/// (equal shares of all). The interval is the delta method's for people drawn from a process, cut
/// at 0 and 1; where all shares are equal there is none.
/// - Source: Mueller and Schuessler (1961), Statistical Reasoning in Sociology; Agresti and Agresti
///   (1978), Sociological Methodology 9.
public struct IndexOfQualitativeVariation: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "iqv", title: "Index of qualitative variation",
    formula: "(1 - sum p²) K / (K - 1); K: the declared number of categories",
    range: "0 (everybody alike) to 1 (equal shares of all declared categories)",
    assumptions: [
      "The list of categories is closed and declared before the data are seen.",
      "Equal shares are a yardstick of the list, not a target; a benchmark is a better one.",
      "The interval is for people as independent draws from a process; a census has none.",
    ],
    source:
      "Mueller and Schuessler (1961), Statistical Reasoning in Sociology; Agresti and Agresti "
      + "(1978), Sociological Methodology 9")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "plug-in, over the declared number of categories, delta method, "
        + ConfidenceLevel.words(level))
  }

  /// The index, or why there is none.
  public func callAsFunction(_ categories: CategoryCounts) -> Outcome {
    if let problem = categories.problem ?? categories.declaredProblem {
      return .notEstimable(reason: problem)
    }
    let shares = CategoryShares(categories)
    let declared = Double(categories.declaredCategories ?? 0)
    let factor = declared / (declared - 1)
    return .normal(
      min(1, shares.blau * factor),
      standardError: shares.standardError { 2 * shares.shares[$0] }.map { factor * $0 },
      level: level, within: 0...1)
  }
}
