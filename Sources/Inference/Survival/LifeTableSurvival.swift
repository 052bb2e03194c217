public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The share without the event by a time, from a life table of occasions at risk.
///
///     survival = product over intervals of (1 - events / occasions) ^ periods
///
/// Each row of the table is an interval that ends at its time, and counts in it the occasions at
/// risk: one for every period (a quarter, say) that somebody was there at the start of. Within an
/// interval the chance of the event per period is taken as constant. Range 0 to 1. The standard
/// error is Greenwood's, survival x square root of the sum of periods^2 events / (occasions
/// (occasions - events)); the interval is made on the scale of log(-log survival). With one period
/// per interval it is the Kaplan-Meier curve.
/// - Source: Greenwood (1926), Reports on Public Health and Medical Subjects 33; Cutler and Ederer
///   (1958), Journal of Chronic Diseases 8, 699-712.
public struct LifeTableSurvival: StatisticalMethod {
  /// The time, the end of one of the table's intervals.
  public let time: Int
  /// Periods in one unit of time, for example 4 quarters in a year.
  public let periodsPerUnit: Int
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(at time: Int, periodsPerUnit: Int, level: Double = 0.95) {
    self.time = time
    self.periodsPerUnit = periodsPerUnit
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "life-table-survival", title: "Share without the event by a time (life table)",
    formula: "product over intervals up to the time of (1 - events / occasions at risk) ^ periods "
      + "in the interval",
    range: "0 to 1; the complement is the share that has had the event",
    assumptions: [
      "Within an interval the chance of the event per period is constant.",
      "People of the same length of service share one chance, whenever they began; the curve "
        + "describes nobody's own course.",
    ],
    source: "Greenwood (1926), Reports on Public Health and Medical Subjects 33; Cutler and Ederer "
      + "(1958), Journal of Chronic Diseases 8, 699-712")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "at the time stated, \(periodsPerUnit) periods per unit of time, Greenwood, "
        + "log-log interval, " + ConfidenceLevel.words(level))
  }

  /// The share at the time, or why there is none.
  public func callAsFunction(_ table: RiskTable) -> Outcome {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    guard table.rows.contains(where: { $0.time == time }) else {
      return .notEstimable(reason: "The life table has no interval that ends at \(time).")
    }
    guard let curve = LifeTableCurve(table, periodsPerUnit: periodsPerUnit, through: time) else {
      return .notEstimable(reason: "In one of the intervals nobody was at risk.")
    }
    return .computing { () throws(NumericalError) -> Outcome in
      guard let end = curve.ends.last, end.logarithm.isFinite else { return .estimate(0) }
      guard end.variance > 0 else { return .estimate(1) }
      let z = try NormalDistribution.standard.criticalValue(level: level)
      let limits = end.limits(criticalValue: z)
      return .estimate(
        exp(end.logarithm), standardError: exp(end.logarithm) * end.variance.squareRoot(),
        from: exp(limits.lower), to: exp(limits.upper), level: level, method: "log-log")
    }
  }
}

/// The logarithm of a life table's survival and its variance at the end of each interval.
struct LifeTableCurve {
  /// The end of one interval.
  struct End {
    let time: Int
    /// The logarithm of the survival, minus infinity where all have had the event.
    let logarithm: Double
    /// The variance of the logarithm.
    let variance: Double

    /// The logarithms of the limits on the scale of log(-log survival).
    func limits(criticalValue z: Double) -> (lower: Double, upper: Double) {
      guard logarithm < 0, logarithm.isFinite else { return (logarithm, logarithm) }
      let spread = exp(z * variance.squareRoot() / -logarithm)
      return (logarithm * spread, logarithm / spread)
    }
  }

  /// The ends, in order of time.
  let ends: [End]

  /// Follows the table through a time; `nil` where an interval has nobody at risk.
  init?(_ table: RiskTable, periodsPerUnit: Int, through time: Int = .max) {
    var ends: [End] = []
    var logarithm = CompensatedSum()
    var variance = CompensatedSum()
    var isOver = false
    var start = 0
    for row in table.rows where row.time <= time {
      let people = Double(row.people)
      let events = Double(row.events(.any).reduce(0, +))
      guard people > 0 else { return nil }
      let periods = Double((row.time - start) * periodsPerUnit)
      start = row.time
      if events == people {
        isOver = true
      } else {
        logarithm.add(periods * log1p(-events / people))
        variance.add(periods * periods * (events / (people * (people - events))))
      }
      ends.append(
        End(
          time: row.time, logarithm: isOver ? -.infinity : logarithm.value,
          variance: variance.value))
    }
    self.ends = ends
  }
}
