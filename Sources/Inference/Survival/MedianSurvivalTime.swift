public import Estimates

/// The time by which half have had the event, read off the Kaplan-Meier curve.
///
///     median = the first time the curve is at or below 1/2
///     lower, upper = the first times its lower and upper limits are at or below 1/2
///
/// In the unit of the table. Where the curve rests at exactly 1/2 between two events, the middle of
/// the rest is taken, as R's survival and SAS do, or its beginning. An upper limit that is never
/// reached is infinite; a median that is never reached is not known.
/// - Source: Brookmeyer and Crowley (1982), Biometrics 38, 29-41.
public struct MedianSurvivalTime: StatisticalMethod {
  /// What is taken where the curve rests at exactly one half.
  public enum Rest: String, Codable, Hashable, Sendable, CaseIterable {
    /// The middle between the event that led to it and the next one.
    case middle
    /// The event that led to it.
    case beginning
  }

  /// What counts as the event.
  public let event: EventOfInterest
  /// What is taken where the curve rests at exactly one half.
  public let rest: Rest
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(event: EventOfInterest = .any, rest: Rest = .middle, level: Double = 0.95) {
    self.event = event
    self.rest = rest
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "median-survival-time", title: "Median time to the event",
    formula: "the first time at which the Kaplan-Meier curve is at or below one half",
    range: "a time in the unit of the data; the upper limit may be infinite",
    assumptions: KaplanMeierCurve.card.assumptions.dropLast(),
    source: "Brookmeyer and Crowley (1982), Biometrics 38, 29-41")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "\(rest == .middle ? "middle" : "beginning") of a rest at one half, "
        + KaplanMeierCurve(event: event, level: level).stamp.convention)
  }

  /// The median, or why there is none.
  public func callAsFunction(_ table: RiskTable) -> Outcome {
    switch KaplanMeierCurve(event: event, level: level)(table) {
    case .notEstimable(let reason): .notEstimable(reason: reason)
    case .found(let curve): median(of: curve)
    }
  }

  private func median(of curve: SurvivalCurve) -> Outcome {
    // The shares are products of rounded fractions; a half is a half within that rounding.
    let half = 0.5 * (1 + 1e-12)
    guard let position = curve.steps.firstIndex(where: { $0.survival <= half }) else {
      return .notEstimable(
        reason: "Fewer than half had had the event by the end of follow-up, \(curve.followUpEnd).")
    }
    let first = curve.steps[position]
    var value = Double(first.time)
    if rest == .middle, first.survival >= 0.5 * (1 - 1e-12) {
      let next =
        position + 1 < curve.steps.count ? curve.steps[position + 1].time : curve.followUpEnd
      value = (value + Double(next)) / 2
    }
    let lower = curve.steps.first { ($0.interval?.lower ?? 1) <= half }
    let upper = curve.steps.first { ($0.interval?.upper ?? 1) <= half }
    guard let lower else { return .estimate(value) }
    return .estimate(
      value, from: Double(lower.time), to: upper.map { Double($0.time) } ?? .infinity,
      level: level, method: "log-log")
  }
}
