public import Estimates
import NumericalKernel

/// The share of the process that belongs to categories seen in the data.
///
///     C = 1 - f1 / N                                              (Good-Turing)
///     C = 1 - (f1 / N) (N - 1) f1 / ((N - 1) f1 + 2 f2)           (Chao)
///
/// f1, f2: categories with exactly one and two people; without the latter Chao's form has
/// `(N - 1)(f1 - 1) / ((N - 1)(f1 - 1) + 2)` as its last factor. Range 0 to 1; 1 less the chance
/// that the next person brings a new category. For open lists. The interval of Good and Turing's
/// form is Esty's, `sqrt(f1 + 2 f2 - f1² / N) / N`, cut at 0 and 1; Chao's has none in closed form.
/// With nobody alone in a category the coverage is 1 and there is no interval.
/// - Source: Good (1953), Biometrika 40, 237-264; Chao and Jost (2012), Ecology 93, 2533-2547; Esty
///   (1983), Annals of Statistics 11, 905-912.
public struct SampleCoverage: CataloguedMethod {
  /// How the coverage is estimated.
  public enum Estimator: String, Codable, Hashable, Sendable, CaseIterable {
    /// One less the share of people alone in their category.
    case goodTuring = "good-turing"
    /// With a correction by the categories of two people.
    case chao
  }

  /// How the coverage is estimated.
  public let estimator: Estimator
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(estimator: Estimator = .goodTuring, level: Double = 0.95) {
    self.estimator = estimator
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "sample-coverage", title: "Sample coverage",
    formula: "1 - f1 / N (Good-Turing), or with f1 / N times (N - 1) f1 / ((N - 1) f1 + 2 f2) "
      + "(Chao); f1, f2: categories with one and two people",
    range: "0 to 1 (every category of the process has been seen)",
    assumptions: [
      "For open lists, such as job titles or skills; a declared list has no unseen categories.",
      "Where nobody is alone in a category the data cannot show that any is unseen.",
    ],
    source: "Good (1953), Biometrika 40, 237-264; Chao and Jost (2012), Ecology 93, 2533-2547")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    switch estimator {
    case .goodTuring:
      stamp(
        id: Self.card.id + "-" + estimator.rawValue,
        convention: "1 - f1 / N, Esty's interval, " + ConfidenceLevel.words(level))
    case .chao:
      stamp(
        id: Self.card.id + "-" + estimator.rawValue,
        convention: "with the correction by f2, no interval in closed form")
    }
  }

  /// The coverage and what its reader is warned of.
  public func callAsFunction(_ categories: CategoryCounts) -> SampleCoverageResult {
    SampleCoverageResult(coverage: coverage(categories), warnings: OpenListWarning.of(categories))
  }

  private func coverage(_ categories: CategoryCounts) -> Outcome {
    if let problem = categories.problem { return .notEstimable(reason: problem) }
    let people = Double(categories.total)
    let once = categories.categories(of: 1)
    let twice = categories.categories(of: 2)
    switch estimator {
    case .goodTuring:
      let variance = Double(once) + 2 * Double(twice) - Double(once) * Double(once) / people
      return .normal(
        Double(categories.total - once) / people,
        standardError: once > 0 && variance > 0 ? variance.squareRoot() / people : nil,
        level: level, within: 0...1)
    case .chao:
      guard once > 0 else { return .estimate(1) }
      let (ones, twos) = (Double(once), Double(twice))
      let factor =
        twice > 0
        ? (people - 1) * ones / ((people - 1) * ones + 2 * twos)
        : (people - 1) * (ones - 1) / ((people - 1) * (ones - 1) + 2)
      return .estimate(1 - ones / people * factor)
    }
  }
}

/// A sample's coverage with its warnings.
public struct SampleCoverageResult: Hashable, Sendable {
  /// The coverage, or why there is none.
  public let coverage: Outcome
  /// What its reader is warned of.
  public let warnings: [OpenListWarning]
}
