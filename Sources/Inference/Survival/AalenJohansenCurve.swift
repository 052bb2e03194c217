public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The share of people who have had an event of one cause by each time, where other causes take
/// people away, by Aalen and Johansen.
///
///     incidence(t) = sum over event times s <= t of S(s-) x eventsOfCause(s) / atRisk(s)
///
/// S(s-) is the Kaplan-Meier share without an event of any cause just before s. The incidences of
/// all causes and the share without an event add up to 1; one minus a Kaplan-Meier curve with the
/// other causes censored does not, and is too high. The standard error is Greenwood's for several
/// causes: events at each time are multinomial among the people at risk. The limits are
/// incidence ^ exp(± z standardError / (incidence log incidence)).
/// - Source: Aalen and Johansen (1978), Scandinavian Journal of Statistics 5, 141-150; Andersen,
///   Borgan, Gill and Keiding (1993), Statistical Models Based on Counting Processes, section 4.4.
public struct AalenJohansenCurve: CataloguedMethod {
  /// The cause, numbered from 1.
  public let cause: Int
  /// The nominal coverage of each interval.
  public let level: Double

  /// Makes the method.
  public init(cause: Int, level: Double = 0.95) {
    self.cause = cause
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "aalen-johansen", title: "Cumulative incidence of one cause (Aalen-Johansen)",
    formula: "sum over event times up to t of (share without any event just before) x events of "
      + "the cause / people at risk",
    range: "0 to 1: the share that has had an event of the cause by the time; it starts at 0 and "
      + "rises",
    assumptions: [
      "Those whose watch ended without an event would have fared like those still watched.",
      "Those who entered late fared like those watched from the start.",
      "It says how often the cause happens beside the others, not how often it would without them.",
    ],
    source: "Aalen and Johansen (1978), Scandinavian Journal of Statistics 5, 141-150; Andersen, "
      + "Borgan, Gill and Keiding (1993), Statistical Models Based on Counting Processes, section "
      + "4.4")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "cause \(cause), Greenwood, log-log interval, " + ConfidenceLevel.words(level))
  }

  /// The cumulative incidence, or why there is none.
  public func callAsFunction(_ table: RiskTable) -> SurvivalOutcome<CumulativeCurve> {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    guard (1...max(1, table.causeCount)).contains(cause), table.causeCount > 0 else {
      return .notEstimable(reason: "There is no cause number \(cause).")
    }
    guard let end = table.followUpEnd else {
      return .notEstimable(reason: "Nobody was at risk.")
    }
    do {
      let z = try NormalDistribution.standard.criticalValue(level: level)
      return .found(CumulativeCurve(steps: steps(table, criticalValue: z), followUpEnd: end))
    } catch {
      return .notEstimable(reason: "The computation did not succeed: \(error.description).")
    }
  }

  private func steps(_ table: RiskTable, criticalValue z: Double) -> [CumulativeCurve.Step] {
    var state = State()
    var steps: [CumulativeCurve.Step] = []
    for row in table.rows {
      let all = row.events(.any).reduce(0, +)
      guard all > 0 else { continue }
      let events = row.events(.cause(cause)).reduce(0, +)
      state.take(events: events, all: all, atRisk: row.people)
      guard events > 0 || !steps.isEmpty else { continue }
      let value = state.incidence
      let error = max(0, state.incidenceVariance).squareRoot()
      var interval: ConfidenceInterval?
      if value < 1 {
        let logarithm = log(value)
        let spread = exp(z * error / (value * -logarithm))
        interval = ConfidenceInterval(
          lower: exp(logarithm * spread), upper: exp(logarithm / spread), level: level,
          method: "log-log")
      }
      steps.append(
        .init(
          time: row.time, atRisk: row.people, events: events, value: value,
          standardError: error, interval: interval))
    }
    return steps
  }

  /// The share without an event and the incidence, with their covariances.
  private struct State {
    var survival = 1.0
    var incidence = 0.0
    var survivalVariance = 0.0
    var covariance = 0.0
    var incidenceVariance = 0.0

    /// One time: the covariances are carried through the step and those of the step's multinomial
    /// fractions added.
    mutating func take(events: Int, all: Int, atRisk: Int) {
      let people = Double(atRisk)
      let ofCause = Double(events) / people
      let any = Double(all) / people
      let kept = Double(atRisk - all) / people
      let scale = survival * survival / people
      let notOfCause = Double(atRisk - events) / people
      incidenceVariance +=
        2 * ofCause * covariance + ofCause * ofCause * survivalVariance
        + scale * ofCause * notOfCause
      covariance =
        kept * (covariance + ofCause * survivalVariance) - scale * ofCause * kept
      survivalVariance = kept * kept * survivalVariance + scale * any * kept
      incidence += survival * ofCause
      survival *= kept
    }
  }
}
