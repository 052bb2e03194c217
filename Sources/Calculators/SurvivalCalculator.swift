import Encoders
import Estimates
import Inference

/// `parity test survival people.csv --time days --event left --group sex`: when groups have an event,
/// where not everyone is watched to the end.
package struct SurvivalCalculator: Sendable {
  let data: SurvivalData
  let level: Double
  let alpha: Double

  /// Reads the arguments and the file they name.
  package init(
    path: String, time: String, entry: String?, event: String, group: String, focal: String?,
    reference: String?, strata: String?, controls: String?, cause: String?, times: String?,
    level: Double, alpha: Double
  ) throws(FileProblems) {
    data = try SurvivalData(
      path: path,
      arguments: SurvivalArguments(
        time: time, entry: entry, event: event, group: group, focal: focal, reference: reference,
        strata: strata, controls: controls, cause: cause, times: times))
    self.level = level
    self.alpha = alpha
  }

  private var records: SurvivalRecords { data.records }

  /// The event that is compared: the one, or the cause with the others as the end of the watch.
  private var event: EventOfInterest { data.cause == nil ? .any : .cause(1) }

  /// The shares of each group by the times.
  private var shares: [CalculatedResult] {
    let table = records.riskTable
    var results: [CalculatedResult] = []
    for (position, name) in records.groups.enumerated() {
      guard let group = table.group(position) else { continue }
      for time in data.times {
        let method = SurvivalProbability(at: time, level: level)
        results.append(
          CalculatedResult(
            data.cause == nil
              ? "Share without the event, Kaplan-Meier" : "Share without any event, Kaplan-Meier",
            "\(Facts.name(name)), by \(time)", method.stamp, method(group), unit: .share,
            subject: name))
      }
    }
    return results + incidences(table) + medians(table)
  }

  private func medians(_ table: RiskTable) -> [CalculatedResult] {
    records.groups.enumerated().compactMap { position, name in
      let method = MedianSurvivalTime(level: level)
      return table.group(position).map {
        CalculatedResult(
          data.cause == nil
            ? "Time by which half have had the event"
            : "Time by which half have "
              + "had any event", Facts.name(name), method.stamp, method($0), unit: .time,
          subject: name)
      }
    }
  }

  /// The shares that have had the event of the cause, beside the others.
  private func incidences(_ table: RiskTable) -> [CalculatedResult] {
    guard let cause = data.cause else { return [] }
    let method = AalenJohansenCurve(cause: 1, level: level)
    var results: [CalculatedResult] = []
    for (position, name) in records.groups.enumerated() {
      guard let group = table.group(position) else { continue }
      let curve = method(group)
      for time in data.times {
        let outcome: Outcome
        switch curve {
        case .notEstimable(let reason): outcome = .notEstimable(reason: reason)
        case .found(let found) where time > found.followUpEnd:
          outcome = .notEstimable(
            reason: "Nobody was watched for longer than \(found.followUpEnd).")
        case .found(let found):
          let step = found.step(at: time)
          outcome =
            Estimate(
              step?.value ?? 0, standardError: step?.standardError, interval: step?.interval
            ).map { .estimate($0) } ?? .notEstimable(reason: "The share is not a number.")
        }
        let stamp = MethodStamp(
          id: method.stamp.id, title: method.stamp.title,
          convention: "at time \(time), \(method.stamp.convention)", source: method.stamp.source)
        results.append(
          CalculatedResult(
            "Share with the event of \(Facts.name(cause)), beside other causes (Aalen-Johansen)",
            "\(Facts.name(name)), by \(time)", stamp, outcome, unit: .share, subject: name))
      }
    }
    return results
  }

  /// The tests of equal rates, the one the closing sentence is about first where there are no
  /// controls.
  private var tests: [CalculatedResult] {
    let heading = "Tests of equal rates"
    let pooled = StratifiedRiskTables(records.riskTable)
    let plain = LogRankTest(event: event)
    let early = LogRankTest(event: event, rho: 1)
    var results: [CalculatedResult] = []
    if let strata = data.strata, let tables = records.stratifiedRiskTables {
      let stamp = MethodStamp(
        id: plain.stamp.id + "-stratified", title: plain.stamp.title,
        convention: "within \(Facts.name(strata)), \(plain.stamp.convention)",
        source: plain.stamp.source)
      results.append(
        CalculatedResult(heading, "Log-rank, within strata", stamp, plain(tables)))
    }
    return results + [
      CalculatedResult(heading, "Log-rank", plain.stamp, plain(pooled)),
      CalculatedResult(heading, "Log-rank, early times weigh more", early.stamp, early(pooled)),
    ]
  }

  /// Everything of the regression: ratios, tests and the check of their constancy.
  private var regression: SurvivalRegression {
    SurvivalRegression(data: data, event: event, level: level)
  }

  /// The answer.
  package func callAsFunction() -> Calculation {
    let (tests, regression) = (tests, regression)
    return Calculation(
      "survival", input: input, facts: data.facts,
      results: shares + tests + regression.results, supplements: regression.supplements,
      notes: data.notes + notes(regression), sentence: sentence(tests, regression))
  }

  private func notes(_ regression: SurvivalRegression) -> [String] {
    var notes: [String] = []
    if let changing = regression.constancy.first(where: {
      ($0.pValue ?? .one).value < alpha
    }), let pValue = changing.pValue {
      notes.append(
        "The ratio of the rates changes with time (\(changing.label), p "
          + "\(Figures.pValue(pValue.value))), so that one ratio is an average over it; look at the "
          + "shares by time.")
    }
    if data.cause != nil {
      notes.append(
        "Tests and ratios are of the cause's own rate, with other causes as the end of the watch; how "
          + "many have the event also depends on how many are taken by the others.")
    }
    return notes
  }

  private func sentence(
    _ tests: [CalculatedResult], _ regression: SurvivalRegression
  ) -> String {
    let names = records.groups.map { Facts.name($0) }
    let equal = data.heldEqual
    let start =
      equal.isEmpty ? "" : equal.prefix(1).uppercased() + equal.dropFirst() + ", "
    let what = data.cause.map { "the event of \(Facts.name($0))" } ?? "the event"
    let ratio = regression.ratios.first
    let isTwo = names.count == 2
    var size = start + (isTwo ? "" : "\(names.count) groups are compared")
    if isTwo {
      guard let ratio, let estimate = ratio.estimate else {
        return
          "\(start)\(names[0]) and \(names[1]) cannot be compared by one ratio of their rates; "
          + verdict(tests) + "."
      }
      let interval = estimate.interval.map { ", \(Facts.interval($0))" } ?? ""
      size +=
        "\(names[0]) have \(what) at \(Figures.fixed(estimate.value, 2)) times the rate of "
        + "\(names[1]) (Cox\(interval))"
    } else {
      size = size.prefix(1).uppercased() + size.dropFirst()
    }
    let voting =
      records.covariates.isEmpty
      ? tests : regression.tests.filter { $0.method.id.hasSuffix("-likelihood-ratio") }
    return size + "; " + verdict(voting) + "."
  }

  private func verdict(_ tests: [CalculatedResult]) -> String {
    let level = Facts.percent(alpha)
    guard let test = tests.first, let pValue = test.pValue else {
      return "whether their rates are equal cannot be tested with these rows"
    }
    let label = test.label.prefix(1).lowercased() + test.label.dropFirst()
    let words =
      "(\(records.covariates.isEmpty ? label : "Cox, " + label), p \(Figures.pValue(pValue.value)))"
    return pValue.value < alpha
      ? "equal rates are rejected at the \(level) level \(words)"
      : "that is not shown to differ from equal rates at the \(level) level \(words)"
  }

  private var input: [String: JSONValue] {
    var input = data.input
    input["level"] = .number(level)
    input["alpha"] = .number(alpha)
    return input
  }
}
