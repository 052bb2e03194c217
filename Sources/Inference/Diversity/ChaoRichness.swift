public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How many categories an open list has, those not seen included, and how diverse its process is.
///
///     S + ((N - 1) / N) f1² / (2 f2)                  (classic; without f2: f1 (f1 - 1) / 2)
///     S + f1 (f1 - 1) / (2 (f2 + 1))                  (bias-corrected)
///
/// S: categories with anybody; f1, f2: with exactly one and two people. A lower bound of the number
/// rather than a guess of it; programs print either form. The interval is Chao's, on the logarithm
/// of the unseen categories, so that it begins at S or above. With nobody alone in a category
/// nothing is added and there is no interval. Beside it stand the Hill numbers of orders 0, 1 and 2
/// of the process: the classic number, exp of Chao, Wang and Jost's entropy, and the inverse of the
/// unbiased concentration.
/// - Source: Chao (1984), Scandinavian Journal of Statistics 11, 265-270; Chao (1987), Biometrics
///   43, 783-791; Chao et al. (2014), Ecological Monographs 84, 45-67.
public struct ChaoRichness: CataloguedMethod {
  /// Which form of the number is taken.
  public enum Form: String, Codable, Hashable, Sendable, CaseIterable {
    /// f1² / (2 f2) with the factor (N - 1) / N.
    case classic
    /// f1 (f1 - 1) / (2 (f2 + 1)) without it.
    case biasCorrected = "bias-corrected"
  }

  /// Which form of the number is taken.
  public let form: Form
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(form: Form = .classic, level: Double = 0.95) {
    self.form = form
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "chao-richness", title: "Chao's number of categories (Chao1)",
    formula:
      "S + ((N - 1) / N) f1² / (2 f2), or S + f1 (f1 - 1) / (2 (f2 + 1)); S: categories with "
      + "anybody; f1, f2: with one and two people",
    range: "S to infinity; a lower bound of the number of categories",
    assumptions: [
      "For open lists, such as job titles or skills; a declared list has no unseen categories.",
      "People are independent draws; one person who types many spellings is not.",
      "Where nobody is alone in a category the data cannot show that any is unseen.",
    ],
    source: "Chao (1984), Scandinavian Journal of Statistics 11, 265-270; Chao (1987), Biometrics "
      + "43, 783-791; Chao et al. (2014), Ecological Monographs 84, 45-67")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: form == .classic ? nil : Self.card.id + "-" + form.rawValue,
      convention: "\(form.rawValue) form, interval on the logarithm of the unseen, "
        + ConfidenceLevel.words(level))
  }

  /// The number of categories, the diversity of the process and what a reader is warned of.
  public func callAsFunction(_ categories: CategoryCounts) -> ChaoRichnessResult {
    let shares = CategoryShares(categories)
    return ChaoRichnessResult(
      observed: categories.occupied,
      richness: outcome(categories, form),
      asymptoticHillNumbers: [
        .init(order: .zero, number: outcome(categories, .classic)),
        .init(order: .one, number: exponential(categories, shares)),
        .init(
          order: .two, number: InverseSimpsonIndex(estimator: .unbiased, level: level)(categories)),
      ],
      coverage: SampleCoverage(estimator: .chao)(categories).coverage,
      warnings: OpenListWarning.of(categories))
  }

  private func exponential(_ categories: CategoryCounts, _ shares: CategoryShares) -> Outcome {
    if let problem = categories.problem { return .notEstimable(reason: problem) }
    return .computing { () throws(NumericalError) -> Outcome in
      try .estimate(exp(shares.chaoWangJostEntropy()))
    }
  }

  private func outcome(_ categories: CategoryCounts, _ form: Form) -> Outcome {
    if let problem = categories.problem ?? ConfidenceLevel.problem(level) {
      return .notEstimable(reason: problem)
    }
    let unseen = UnseenCategories(categories, form: form)
    let seen = Double(categories.occupied)
    guard unseen.number > 0, unseen.variance > 0 else { return .estimate(seen + unseen.number) }
    return .computing { () throws(NumericalError) -> Outcome in
      let z = try NormalDistribution.standard.criticalValue(level: level)
      let spread = log1p(unseen.variance / (unseen.number * unseen.number)).squareRoot()
      let reach = exp(z * spread)
      return .estimate(
        seen + unseen.number, standardError: unseen.variance.squareRoot(),
        from: seen + unseen.number / reach, to: seen + unseen.number * reach, level: level,
        method: "Chao (1987), logarithm of the unseen")
    }
  }
}

/// The number of unseen categories and its variance, by either form of Chao's estimate.
struct UnseenCategories {
  /// How many categories were not seen.
  let number: Double
  /// The variance of that number, by the delta method over f1, f2 and the rest.
  let variance: Double

  init(_ categories: CategoryCounts, form: ChaoRichness.Form) {
    let people = Double(categories.total)
    let once = Double(categories.categories(of: 1))
    let twice = Double(categories.categories(of: 2))
    let k = (people - 1) / people
    let ratio = once / twice
    switch form {
    case .classic where twice > 0:
      number = k * once * ratio / 2
      variance =
        twice
        * (k * ratio * ratio / 2 + k * k * ratio * ratio * ratio
          + k * k * ratio * ratio * ratio * ratio / 4)
    case .classic:
      number = k * once * (once - 1) / 2
      let square = (2 * once - 1) * (2 * once - 1)
      variance =
        number + k * k * once * square / 4
        - k * k * once * once * once * once / (4 * (Double(categories.occupied) + number))
    case .biasCorrected:
      number = once * (once - 1) / (2 * (twice + 1))
      let square = (2 * once - 1) * (2 * once - 1)
      let less = (once - 1) * (once - 1)
      let more = (twice + 1) * (twice + 1)
      variance =
        number + once * square / (4 * more) + once * once * twice * less / (4 * more * more)
    }
  }
}

/// The number of categories of an open list and the diversity of the process behind it.
public struct ChaoRichnessResult: Hashable, Sendable {
  /// How many categories have anybody.
  public let observed: Int
  /// How many categories there are, by the form asked for, with Chao's interval.
  public let richness: Outcome
  /// The Hill numbers of orders 0, 1 and 2 of the process.
  public let asymptoticHillNumbers: [HillProfile.Point]
  /// The share of the process that belongs to categories seen, by Chao.
  public let coverage: Outcome
  /// What a reader is warned of.
  public let warnings: [OpenListWarning]
}
