public import Aggregates
public import Estimates
import NumericalKernel

/// The test that the odds ratio is the same in every stratum, by Breslow and Day.
///
///     chi-squared = sum over strata of (focalSelected - fitted)^2 / variance
///
/// The fitted count is the one that has the stratum's margins and the Mantel-Haenszel odds ratio;
/// the variance is 1 / (sum of the reciprocals of the four fitted counts). Tarone's correction
/// takes off (sum of differences)^2 / sum of variances, because the Mantel-Haenszel ratio is not
/// the most likely one; without it the statistic is slightly too large.
/// - Source: Breslow and Day (1980), Statistical Methods in Cancer Research 1, section 4.4;
///   Tarone (1985), Biometrika 72, 91-95.
public struct BreslowDayTest: StatisticalMethod {
  /// What is taken off the statistic.
  public enum Correction: String, Codable, Hashable, Sendable, CaseIterable {
    /// Nothing: the test of 1980.
    case none
    /// Tarone's term.
    case tarone
  }

  /// What is taken off the statistic.
  public let correction: Correction

  /// Makes the method.
  public init(correction: Correction = .tarone) { self.correction = correction }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "breslow-day", title: "Breslow-Day test of equal odds ratios",
    formula: "sum over strata of (focal selected - fitted)^2 / variance, fitted with the "
      + "Mantel-Haenszel odds ratio",
    range: "chi-squared from 0; degrees of freedom are the strata with information less one",
    assumptions: [
      "People are selected independently with one probability per group and stratum.",
      "Few strata with many people each; with many small strata the p-value is not to be trusted.",
    ],
    source: "Breslow and Day (1980), Statistical Methods in Cancer Research 1, section 4.4; "
      + "Tarone (1985), Biometrika 72, 91-95")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    switch correction {
    case .none: stamp(convention: "without Tarone's correction")
    case .tarone:
      stamp(id: BreslowDayTest.card.id + "-tarone", convention: "with Tarone's correction")
    }
  }

  /// The test of equal odds ratios, or why there is none.
  public func callAsFunction(_ tables: StratifiedTables) -> Outcome {
    let informative = InformativeStrata(tables, about: .odds)
    guard informative.strata.count > 1 else {
      return .notEstimable(reason: "Fewer than two strata have both groups and both outcomes.")
    }
    let oddsRatio = MantelHaenszelOddsRatio.ratio(of: informative.tables)
    guard oddsRatio > 0, oddsRatio.isFinite else {
      return .notEstimable(
        reason: "The common odds ratio is \(oddsRatio == 0 ? "zero" : "infinite"), so no table "
          + "can be fitted.")
    }
    var statistic = CompensatedSum()
    var differences = CompensatedSum()
    var variances = CompensatedSum()
    for table in informative.tables {
      let fitted = FittedCount(table, oddsRatio: oddsRatio)
      let difference = Double(table.focalSelected) - fitted.count
      statistic.add(difference * difference / fitted.variance)
      differences.add(difference)
      variances.add(fitted.variance)
    }
    let taken =
      correction == .tarone ? differences.value * differences.value / variances.value : 0
    let value = max(0, statistic.value - taken)
    let degreesOfFreedom = Double(informative.strata.count - 1)
    return .computing { () throws(NumericalError) -> Outcome in
      try .test(
        "chi-squared", value, degreesOfFreedom: degreesOfFreedom,
        pValue: ChiSquared(degreesOfFreedom: degreesOfFreedom).upperTail(value),
        convention: informative.naming(stamp.convention))
    }
  }

  /// The focal count with a table's margins and a given odds ratio, and its asymptotic variance.
  struct FittedCount {
    let count: Double
    let variance: Double

    init(_ table: TwoByTwoTable, oddsRatio: Double) {
      let focalTotal = Double(table.focalTotal)
      let selected = Double(table.selected)
      // The count solves (1 - psi) x^2 + linear x - psi focalTotal selected = 0. Of its two roots
      // the one within the margins is taken in the form where nothing cancels; psi = 1 needs no
      // case of its own.
      let offset = Double(table.referenceTotal - table.selected)
      let linear = offset + oddsRatio * (focalTotal + selected)
      let constant = oddsRatio * focalTotal * selected
      let root = max(0, linear * linear + 4 * (1 - oddsRatio) * constant).squareRoot()
      count =
        linear >= 0 ? 2 * constant / (linear + root) : (root - linear) / (2 * (1 - oddsRatio))
      variance =
        1 / (1 / count + 1 / (focalTotal - count) + 1 / (selected - count) + 1 / (offset + count))
    }
  }
}
