public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The cumulative hazard by Nelson and Aalen.
///
///     hazard(t) = sum over event times s <= t of events(s) / atRisk(s)
///     standardError(t) = square root of the sum of events / atRisk^2
///     limits(t) = hazard(t) exp(± z standardError / hazard)
///
/// Range 0 and up. It is the number of events one person would have on average who was put back
/// after each; its slope is the rate at which events come.
/// - Source: Nelson (1972), Technometrics 14, 945-966; Aalen (1978), Annals of Statistics 6,
///   701-726.
public struct NelsonAalenCurve: CataloguedMethod {
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
    id: "nelson-aalen", title: "Nelson-Aalen cumulative hazard",
    formula: "sum over event times up to t of events / people at risk",
    range: "0 and up; its slope is the rate of events",
    assumptions: KaplanMeierCurve.card.assumptions,
    source: "Nelson (1972), Technometrics 14, 945-966; Aalen (1978), Annals of Statistics 6, "
      + "701-726")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "\(event.words), Poisson variance, log interval, "
        + ConfidenceLevel.words(level))
  }

  /// The cumulative hazard, or why there is none.
  public func callAsFunction(_ table: RiskTable) -> SurvivalOutcome<CumulativeCurve> {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    guard let end = table.followUpEnd else {
      return .notEstimable(reason: "Nobody was at risk.")
    }
    do {
      let z = try NormalDistribution.standard.criticalValue(level: level)
      var hazard = CompensatedSum()
      var variance = CompensatedSum()
      var steps: [CumulativeCurve.Step] = []
      for row in table.rows {
        let events = row.events(event).reduce(0, +)
        guard events > 0 else { continue }
        let people = Double(row.people)
        hazard.add(Double(events) / people)
        variance.add(Double(events) / (people * people))
        let error = variance.value.squareRoot()
        let spread = exp(z * error / hazard.value)
        steps.append(
          .init(
            time: row.time, atRisk: row.people, events: events, value: hazard.value,
            standardError: error,
            interval: ConfidenceInterval(
              lower: hazard.value / spread, upper: hazard.value * spread, level: level,
              method: "log")))
      }
      return .found(CumulativeCurve(steps: steps, followUpEnd: end))
    } catch {
      return .notEstimable(reason: "The computation did not succeed: \(error.description).")
    }
  }
}

/// A quantity that starts at 0 and rises in steps.
public struct CumulativeCurve: Hashable, Sendable {
  /// One rise of the curve.
  public struct Step: Hashable, Sendable {
    /// When it rises.
    public let time: Int
    /// People at risk just before.
    public let atRisk: Int
    /// Events at the time.
    public let events: Int
    /// The value from this time to the next rise.
    public let value: Double
    /// The standard error of the value.
    public let standardError: Double
    /// The interval of the value, where it is defined.
    public let interval: ConfidenceInterval?
  }

  /// The rises in order of time; before the first the value is 0.
  public let steps: [Step]
  /// The last time at which anybody was at risk.
  public let followUpEnd: Int

  /// The last rise at or before a time, or `nil` before the first one.
  public func step(at time: Int) -> Step? { steps.last { $0.time <= time } }
}
