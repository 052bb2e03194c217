public import Estimates

/// The ratio of the rates at which two groups have an event, by Cox regression.
///
/// The first group of the records is focal, the second the reference. Range 0 to infinity; 1 means
/// equal rates, below 1 the focal group has the event more slowly. Covariates and strata of the
/// records are held equal.
/// - Source: Cox (1972), Journal of the Royal Statistical Society B 34, 187-220.
public struct HazardRatio: StatisticalMethod {
  /// The regression.
  public let regression: CoxRegression

  /// Makes the method.
  public init(regression: CoxRegression = CoxRegression()) { self.regression = regression }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "hazard-ratio", title: "Hazard ratio of two groups",
    formula: "exp(coefficient of belonging to the focal group)",
    range: "0 to infinity; 1 means equal rates; below 1 the focal group has the event more slowly",
    assumptions: CoxRegression.card.assumptions,
    source: "Cox (1972), Journal of the Royal Statistical Society B 34, 187-220")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: regression.ties == .breslow ? HazardRatio.card.id + "-breslow" : nil,
      convention: "focal / reference, " + regression.stamp.convention)
  }

  /// The ratio, or why there is none.
  public func callAsFunction(_ records: SurvivalRecords) -> Outcome {
    guard records.groups.count == 2, let indicated = records.addingGroupIndicators(reference: 1)
    else { return .notEstimable(reason: "There are not just two groups.") }
    switch regression(indicated) {
    case .notEstimable(let reason): return .notEstimable(reason: reason)
    case .found(let fit):
      guard let focal = fit.coefficients.first else {
        return .notEstimable(reason: "There is no coefficient of the focal group.")
      }
      return .estimate(focal.hazardRatio)
    }
  }
}
