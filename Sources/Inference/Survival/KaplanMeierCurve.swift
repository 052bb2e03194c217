public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The share of people who have not had the event by each time, by Kaplan and Meier.
///
///     survival(t) = product over event times s <= t of (1 - events(s) / atRisk(s))
///     standardError(t) = survival(t) x square root of the sum of
///       events / (atRisk (atRisk - events))          (Greenwood)
///     limits(t) = survival(t) ^ exp(± z standardError / (survival log survival))
///
/// Range 0 to 1, falling from 1. People watched from later than time 0 count from their entry on.
/// The limits are made on the scale of log(-log survival), so they stay between 0 and 1; where the
/// curve is 0 they and the standard error are undefined. All groups of the table are taken together;
/// take `RiskTable.group` for one.
/// - Source: Kaplan and Meier (1958), Journal of the American Statistical Association 53, 457-481;
///   Kalbfleisch and Prentice (2002), The Statistical Analysis of Failure Time Data, section 1.4.
public struct KaplanMeierCurve: CataloguedMethod {
  /// What counts as the event.
  public let event: EventOfInterest
  /// The nominal coverage of each interval.
  public let level: Double

  /// Makes the method.
  public init(event: EventOfInterest = .any, level: Double = 0.95) {
    self.event = event
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "kaplan-meier", title: "Kaplan-Meier curve",
    formula: "product over event times up to t of (1 - events / people at risk)",
    range: "0 to 1: the share that has not had the event by the time; it starts at 1 and falls",
    assumptions: [
      "Those whose watch ended without the event would have fared like those still watched.",
      "Those who entered late fared like those watched from the start.",
      "The interval holds at each time by itself, not for the whole curve at once.",
    ],
    source: "Kaplan and Meier (1958), Journal of the American Statistical Association 53, 457-481; "
      + "Kalbfleisch and Prentice (2002), The Statistical Analysis of Failure Time Data, section "
      + "1.4")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "\(event.words), Greenwood, log-log interval, " + ConfidenceLevel.words(level))
  }

  /// The curve, or why there is none.
  public func callAsFunction(_ table: RiskTable) -> SurvivalOutcome<SurvivalCurve> {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    guard let end = table.followUpEnd else {
      return .notEstimable(reason: "Nobody was at risk.")
    }
    do {
      let z = try NormalDistribution.standard.criticalValue(level: level)
      return .found(SurvivalCurve(steps: steps(table, criticalValue: z), followUpEnd: end))
    } catch {
      return .notEstimable(reason: "The computation did not succeed: \(error.description).")
    }
  }

  private func steps(_ table: RiskTable, criticalValue z: Double) -> [SurvivalCurve.Step] {
    var steps: [SurvivalCurve.Step] = []
    var survival = 1.0
    var logarithm = CompensatedSum()
    var variance = CompensatedSum()
    for row in table.rows {
      let events = row.events(event).reduce(0, +)
      guard events > 0 else { continue }
      let people = row.people
      survival *= Double(people - events) / Double(people)
      logarithm.add(log1p(-Double(events) / Double(people)))
      variance.add(Double(events) / (Double(people) * Double(people - events)))
      guard survival > 0 else {
        steps.append(
          .init(
            time: row.time, atRisk: people, events: events, survival: 0, standardError: nil,
            interval: nil))
        continue
      }
      // On the scale of log(-log survival) the standard error is root / |log survival|.
      let root = variance.value.squareRoot()
      let spread = exp(z * root / -logarithm.value)
      steps.append(
        .init(
          time: row.time, atRisk: people, events: events, survival: survival,
          standardError: survival * root,
          interval: ConfidenceInterval(
            lower: exp(logarithm.value * spread), upper: exp(logarithm.value / spread),
            level: level, method: "log-log")))
    }
    return steps
  }
}

/// The share of people who have not had the event, as steps in time.
public struct SurvivalCurve: Hashable, Sendable {
  /// One fall of the curve.
  public struct Step: Hashable, Sendable {
    /// When it falls.
    public let time: Int
    /// People at risk just before.
    public let atRisk: Int
    /// Events at the time.
    public let events: Int
    /// The share from this time to the next fall.
    public let survival: Double
    /// The standard error of the share, where the share is above 0.
    public let standardError: Double?
    /// The interval of the share, where the share is above 0.
    public let interval: ConfidenceInterval?
  }

  /// The falls in order of time; before the first the share is 1.
  public let steps: [Step]
  /// The last time at which anybody was at risk; what comes after is not known, unless the share has
  /// reached 0.
  public let followUpEnd: Int

  /// The last fall at or before a time, or `nil` before the first one.
  public func step(at time: Int) -> Step? { steps.last { $0.time <= time } }

  /// The share at a time; `nil` after the end of follow-up, unless it has reached 0.
  public func survival(at time: Int) -> Double? {
    let share = step(at: time)?.survival ?? 1
    return time <= followUpEnd || share == 0 ? share : nil
  }
}
