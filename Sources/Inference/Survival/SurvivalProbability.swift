public import Estimates

/// The share of people who have not had the event by one time, read off the Kaplan-Meier curve.
///
/// Range 0 to 1. Where nobody has had the event the share is 1 without an interval; after the last
/// time anybody was watched it is not known.
/// - Source: Kaplan and Meier (1958), Journal of the American Statistical Association 53, 457-481.
public struct SurvivalProbability: StatisticalMethod {
  /// The time, in the unit of the table.
  public let time: Int
  /// What counts as the event.
  public let event: EventOfInterest
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(at time: Int, event: EventOfInterest = .any, level: Double = 0.95) {
    self.time = time
    self.event = event
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "survival-probability", title: "Share without the event by a time",
    formula: "the Kaplan-Meier curve at the time",
    range: "0 to 1; the complement is the share that has had the event",
    assumptions: KaplanMeierCurve.card.assumptions.dropLast(),
    source: "Kaplan and Meier (1958), Journal of the American Statistical Association 53, 457-481")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "at time \(time), "
        + KaplanMeierCurve(event: event, level: level).stamp.convention)
  }

  /// The share at the time, or why there is none.
  public func callAsFunction(_ table: RiskTable) -> Outcome {
    switch KaplanMeierCurve(event: event, level: level)(table) {
    case .notEstimable(let reason): return .notEstimable(reason: reason)
    case .found(let curve):
      guard let share = curve.survival(at: time) else {
        return .notEstimable(
          reason: "Nobody was watched for longer than \(curve.followUpEnd).")
      }
      let step = curve.step(at: time)
      return .estimate(share, standardError: step?.standardError, interval: step?.interval)
    }
  }
}
