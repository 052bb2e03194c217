public import Aggregates
public import Estimates

/// Amounts of pay at two dates.
public struct PayAtTwoDates: Hashable, Sendable {
  /// The amounts at the later date.
  public let later: Cell.MeasureSummary
  /// The amounts at the earlier date.
  public let earlier: Cell.MeasureSummary

  /// Makes the amounts.
  public init(later: Cell.MeasureSummary, earlier: Cell.MeasureSummary) {
    self.later = later
    self.earlier = earlier
  }
}

/// How much average pay has grown, from the logarithm of the ratio of two averages.
///
///     growth = average later / average earlier - 1 = exp(log ratio) - 1
///
/// Range above -1; 0.04 is four per cent more. The interval is made on the log scale: for means by the
/// delta method with Satterthwaite's degrees of freedom, for medians from order statistics. The people
/// of the two dates are taken as separate samples; where most are the same, as in one employer, the
/// interval is too wide. Too few people give the growth without an interval.
/// - Source: definition; the methods of `MeanPayGap` and `MedianPayGap`.
public struct WageGrowth: StatisticalMethod {
  /// The average that is followed.
  public enum Average: String, Codable, Hashable, Sendable, CaseIterable {
    /// The arithmetic mean.
    case mean
    /// The median.
    case median
  }

  /// The average that is followed.
  public let average: Average
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(average: Average = .median, level: Double = 0.95) {
    self.average = average
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "wage-growth", title: "Growth of average pay",
    formula: "average pay later / average pay earlier - 1",
    range: "above -1; 0.04 is four per cent more",
    assumptions: [
      "The people at the two dates are independent samples; where most are the same the interval is "
        + "too wide.",
      "Pay is counted alike at both dates; the growth is not corrected for prices or for who is paid.",
    ],
    source: "definition; delta method for means, Price and Bonett (2002), JASA 97, 983-991, for "
      + "medians")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: Self.card.id + "-" + average.rawValue,
      convention: "\(average.rawValue)s, separate samples, log-scale interval, "
        + ConfidenceLevel.words(level))
  }

  /// The growth, or why there is none.
  public func callAsFunction(_ pay: PayAtTwoDates) -> Outcome {
    let arms = PayArms(focal: pay.later, reference: pay.earlier)
    do {
      let ratio =
        switch average {
        case .mean: try LogPayRatio.means(arms)
        case .median: try LogPayRatio.medians(arms)
        }
      return turned(ratio.gap(level: level, method: "log scale"))
    } catch {
      return .notEstimable(
        reason: error.reason.replacing("The reference group's", with: "The earlier")
          .replacing("of the reference group", with: "at the earlier date")
          .replacing("of the focal group", with: "at the later date"))
    }
  }

  /// `1 - ratio` as `ratio - 1`.
  private func turned(_ gap: Outcome) -> Outcome {
    guard case .estimate(let estimate) = gap else { return gap }
    guard let interval = estimate.interval else { return .estimate(-estimate.value) }
    return .estimate(
      -estimate.value, standardError: estimate.standardError, from: -interval.upper,
      to: -interval.lower, level: level, method: interval.method)
  }
}
