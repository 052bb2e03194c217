public import Estimates

/// The inverse of Simpson's concentration: how many equal categories would be met as often.
///
///     1 / sum p²                                  (plug-in)
///     1 / (sum of count (count - 1) / (N (N - 1)))  (unbiased concentration)
///
/// The plug-in form is the Hill number of order 2. Range 1 (one category) to the number of
/// categories; the form with the unbiased concentration can exceed it, and is undefined where
/// nobody shares a category. The interval is the delta method's for people drawn from a process;
/// where all shares are equal there is none.
/// - Source: Simpson (1949), Nature 163, 688; Hill (1973), Ecology 54, 427-432.
public struct InverseSimpsonIndex: StatisticalMethod {
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
    id: "inverse-simpson", title: "Inverse Simpson index",
    formula: "1 / sum p²; unbiased: 1 / (sum of count (count - 1) / (N (N - 1)))",
    range: "1 (everybody alike) to the number of categories (equal shares)",
    assumptions: [
      "The plug-in form is smaller in small groups by chance alone.",
      "The interval is for people as independent draws from a process; a census has none.",
    ],
    source: "Simpson (1949), Nature 163, 688; Hill (1973), Ecology 54, 427-432")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: estimator == .unbiased ? Self.card.id + "-unbiased" : nil,
      convention: (estimator == .plugIn ? "plug-in" : "unbiased concentration")
        + ", delta method, " + ConfidenceLevel.words(level))
  }

  /// The index, or why there is none.
  public func callAsFunction(_ categories: CategoryCounts) -> Outcome {
    switch estimator {
    case .plugIn: return HillNumber(order: .two, level: level)(categories)
    case .unbiased:
      if let problem = categories.pairProblem { return .notEstimable(reason: problem) }
      let shares = CategoryShares(categories)
      guard let number = shares.unbiasedInverseSimpson else {
        return .notEstimable(reason: "Nobody shares a category with anybody.")
      }
      let people = shares.people
      return .normal(
        number,
        standardError: shares.standardError {
          2 * number * number * people / (people - 1) * shares.shares[$0]
        }, level: level, within: 1...(.infinity))
    }
  }
}

extension CategoryShares {
  /// The inverse of the chance that two different people are alike; `nil` where nobody is.
  var unbiasedInverseSimpson: Double? {
    let alike = squares - Int128(total)
    return alike > 0 ? Double(Int128(total) * Int128(total - 1)) / Double(alike) : nil
  }
}
