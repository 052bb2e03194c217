public import Estimates
import NumericalKernel

/// The shares of all categories with Goodman's simultaneous intervals.
///
///     Wilson's limits for each category, with z^2 the upper (1 - level) / K quantile of
///     chi-squared on one degree of freedom, K the number of categories
///
/// All intervals hold together with at least about the level. K counts the declared categories,
/// empty ones and those not listed too; of an open list it counts those listed. Range 0 to 1; a
/// category without people has lower limit 0. Undefined with fewer than two categories.
/// - Source: Goodman (1965), Technometrics 7, 247-254.
public struct GoodmanIntervals: CataloguedMethod {
  /// The nominal coverage of all intervals together.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "goodman", title: "Shares of all categories (Goodman intervals)",
    formula: "people in the category / everyone, with Wilson's limits at (1 - level) / categories",
    range: "0 to 1; the level holds for all categories together",
    assumptions: [
      "The people are independent draws with one probability per category.",
      "Large-sample approximation, and Bonferroni's bound over the categories.",
    ],
    source: "Goodman (1965), Technometrics 7, 247-254")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "simultaneous over the declared categories, " + ConfidenceLevel.words(level))
  }

  /// The shares in the order of the categories, each with a reason where there is none.
  public func callAsFunction(_ categories: CategoryCounts) -> [Outcome] {
    let possible = categories.declaredCategories ?? categories.counts.count
    if let problem = categories.simultaneousProblem ?? ConfidenceLevel.problem(level) {
      return categories.counts.map { _ in .notEstimable(reason: problem) }
    }
    let total = Double(categories.total)
    return categories.counts.map { count in
      .computing { () throws(NumericalError) -> Outcome in
        let tail = (1 - level) / (2 * Double(possible))
        let limits = WilsonInterval.limits(
          successes: Double(count), total: total,
          z: try -NormalDistribution.standard.quantile(tail))
        return .estimate(
          Double(count) / total, from: limits.lower, to: limits.upper, level: level,
          method: "Goodman, simultaneous")
      }
    }
  }
}

extension CategoryCounts {
  /// Why there are no shares of several categories together, or `nil`.
  var simultaneousProblem: String? {
    problem
      ?? ((declaredCategories ?? counts.count) < 2
        ? "Shares of all categories together need two categories or more." : nil)
  }
}
