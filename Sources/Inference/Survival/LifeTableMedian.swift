public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The time by which half have had the event, from a life table of occasions at risk.
///
/// Within an interval survival falls by the same share in every period, so its logarithm is a
/// straight line; the median is where it crosses log 1/2, and the limits are where the limits of
/// the survival, joined in the same way, cross it. In the table's unit of time. A limit that is
/// never reached is infinite; a median that is never reached is not known.
/// - Source: Cutler and Ederer (1958), Journal of Chronic Diseases 8, 699-712; Brookmeyer and
///   Crowley (1982), Biometrics 38, 29-41.
public struct LifeTableMedian: StatisticalMethod {
  /// Periods in one unit of time.
  public let periodsPerUnit: Int
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(periodsPerUnit: Int, level: Double = 0.95) {
    self.periodsPerUnit = periodsPerUnit
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "life-table-median", title: "Median time to the event (life table)",
    formula: "where the logarithm of the life table's survival, a straight line within each "
      + "interval, crosses log 1/2",
    range: "a time in the table's unit; the upper limit may be infinite",
    assumptions: LifeTableSurvival.card.assumptions,
    source: "Cutler and Ederer (1958), Journal of Chronic Diseases 8, 699-712; Brookmeyer and "
      + "Crowley (1982), Biometrics 38, 29-41")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "\(periodsPerUnit) periods per unit of time, constant within intervals, log-log "
        + "interval, " + ConfidenceLevel.words(level))
  }

  /// The median, or why there is none.
  public func callAsFunction(_ table: RiskTable) -> Outcome {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    guard let curve = LifeTableCurve(table, periodsPerUnit: periodsPerUnit),
      let last = curve.ends.last
    else { return .notEstimable(reason: "In one of the intervals nobody was at risk.") }
    let times = curve.ends.map(\.time)
    return .computing { () throws(NumericalError) -> Outcome in
      guard let median = Self.crossing(times, curve.ends.map(\.logarithm)) else {
        return .notEstimable(
          reason: "Fewer than half had had the event after \(last.time).")
      }
      let z = try NormalDistribution.standard.criticalValue(level: level)
      let limits = curve.ends.map { $0.limits(criticalValue: z) }
      return .estimate(
        median, from: min(median, Self.crossing(times, limits.map(\.lower)) ?? median),
        to: max(median, Self.crossing(times, limits.map(\.upper)) ?? .infinity), level: level,
        method: "log-log")
    }
  }

  /// Where a line that starts at 0 and runs through some logarithms first reaches log 1/2.
  private static func crossing(_ times: [Int], _ logarithms: [Double]) -> Double? {
    let half = -log(2.0)
    var time = 0.0
    var value = 0.0
    for (end, logarithm) in zip(times, logarithms) {
      if logarithm <= half {
        guard logarithm.isFinite else { return Double(end) }
        return time + (Double(end) - time) * (half - value) / (logarithm - value)
      }
      time = Double(end)
      value = logarithm
    }
    return nil
  }
}
