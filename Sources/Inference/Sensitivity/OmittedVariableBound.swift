public import Aggregates
public import Estimates

/// How strong a yes-or-no characteristic that was not recorded would have to be to explain an
/// impact ratio.
///
/// Let R be the impact ratio or its reciprocal, whichever is above 1. A characteristic that
/// explains it must be at least R times as frequent in the favoured group, and must itself make
/// selection at least R times as likely (Cornfield's conditions). Both cannot be as small as R at
/// once: if the two are equally strong each must be at least R + √(R (R - 1)), the E-value.
/// - Source: Cornfield et al. (1959), Journal of the National Cancer Institute 22, 173-203;
///   Gastwirth (1992), Jurimetrics 33, 19-34; VanderWeele and Ding (2017), Annals of Internal
///   Medicine 167, 268-274.
public struct OmittedVariableBound: CataloguedMethod {
  /// What an omitted characteristic would need.
  public struct Result: Hashable, Sendable {
    /// The least ratio of its frequencies in the two groups, which is also the least factor by
    /// which it makes selection more likely; with the values at the limits of the impact ratio.
    public let leastRatio: Outcome
    /// The least strength if both are equal, with the values at the limits of the impact ratio.
    ///
    /// A lower limit of 1 says that nothing is needed to explain the impact ratio away.
    public let eValue: Outcome
  }

  /// The nominal coverage of the interval for the impact ratio.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "omitted-variable-bound", title: "Omitted-variable bound",
    formula: "R = impact ratio or its reciprocal, whichever is above 1; least ratio R, E-value "
      + "R + √(R (R - 1))",
    range: "1 to infinity; the larger, the stronger an omitted characteristic would have to be",
    assumptions: [
      "One characteristic, present or absent, with one effect on selection in both groups.",
      "It bounds what an omitted characteristic could do; it does not say that there is one.",
    ],
    source: "Cornfield et al. (1959), Journal of the National Cancer Institute 22, 173-203; "
      + "Gastwirth (1992), Jurimetrics 33, 19-34; VanderWeele and Ding (2017), Annals of Internal "
      + "Medicine 167, 268-274")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "of the impact ratio with Koopman's limits, " + ConfidenceLevel.words(level))
  }

  /// What an omitted characteristic would need, or why that is not defined.
  public func callAsFunction(_ table: TwoByTwoTable) -> Result {
    switch ImpactRatio(level: level)(table) {
    case .notEstimable(let reason):
      return Result(
        leastRatio: .notEstimable(reason: reason), eValue: .notEstimable(reason: reason))
    case .test:
      return Result(leastRatio: .noRatio, eValue: .noRatio)
    case .estimate(let ratio):
      func outcome(_ transform: (Double) -> Double) -> Outcome {
        guard let interval = ratio.interval else { return .estimate(transform(ratio.value)) }
        // The side of 1 the estimate is on decides which way the limits are turned.
        let turns = ratio.value < 1
        func side(_ value: Double) -> Double { max(1, turns ? 1 / value : value) }
        let near = side(turns ? interval.upper : interval.lower)
        let far = side(turns ? interval.lower : interval.upper)
        return .estimate(
          transform(side(ratio.value)), from: transform(near), to: transform(far), level: level,
          method: interval.method)
      }
      return Result(leastRatio: outcome { $0 }, eValue: outcome(OmittedVariableBound.eValue))
    }
  }

  /// The factor by which a characteristic must make selection more likely to explain a ratio of
  /// rates of at least 1, given how frequent it is in the two groups.
  ///
  ///     ratio = (1 + (factor - 1) favoured) / (1 + (factor - 1) other)
  ///
  /// `nil` where no factor is enough: the frequencies are not `ratio` times apart.
  /// - Parameters:
  ///   - ratio: the favoured group's rate over the other's, at least 1.
  ///   - favoured: the characteristic's frequency in the favoured group, 0 to 1.
  ///   - other: its frequency in the other group, 0 to 1.
  /// - Source: Gastwirth (1992), Jurimetrics 33, 19-34.
  public static func effectNeeded(
    ratio: Double, favoured: Double, other: Double
  ) -> Double? {
    guard ratio >= 1, ratio.isFinite, (0...1).contains(favoured), (0...1).contains(other) else {
      return nil
    }
    if ratio == 1 { return 1 }
    let excess = favoured - ratio * other
    guard excess > 0 else { return nil }
    return 1 + (ratio - 1) / excess
  }

  /// `ratio + √(ratio (ratio - 1))` for a ratio of at least 1.
  static func eValue(_ ratio: Double) -> Double {
    ratio == .infinity ? .infinity : ratio + (ratio * (ratio - 1)).squareRoot()
  }
}

extension Outcome {
  /// An impact ratio that is no estimate.
  fileprivate static let noRatio = Outcome.notEstimable(reason: "The impact ratio is not defined.")
}
