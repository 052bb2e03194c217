import Aggregates
import Encoders
import Estimates
import Inference

/// `parity test regression people.csv --outcome hired --group sex --focal Women --reference Men
/// --controls department,grade`: two groups with other characteristics held equal.
package struct RegressionCalculator: Sendable {
  let data: RegressionData
  let level: Double
  let alpha: Double

  /// Reads the arguments and the file they name.
  package init(
    path: String, outcome: String, group: String, focal: String, reference: String,
    controls: String?, strata: String?, cluster: String?, level: Double, alpha: Double
  ) throws(FileProblems) {
    data = try RegressionData(
      path: path,
      arguments: RegressionArguments(
        outcome: outcome, group: group, focal: focal, reference: reference, controls: controls,
        strata: strata, cluster: cluster))
    self.level = level
    self.alpha = alpha
  }

  /// Whether Firth's regression takes but a moment: people who differ times columns cubed.
  private var isQuickForFirth: Bool {
    let columns = Double(data.patterns.columns.count)
    return Double(data.patterns.patterns.count) * columns * columns * columns <= 1e6
  }

  /// A regression with its numbers about the focal group.
  private struct Model {
    let label: String
    let ratio: CalculatedResult
    let tests: [CalculatedResult]
    let fit: RegressionFit?
  }

  private func model(
    _ label: String, _ stamp: MethodStamp, _ outcome: RegressionOutcome,
    tests: [(id: String, label: String, outcome: Outcome)]
  ) -> Model {
    func variant(_ suffix: String) -> MethodStamp {
      MethodStamp(
        id: "\(stamp.id)-\(suffix)", title: stamp.title, convention: stamp.convention,
        source: stamp.source)
    }
    let ratio: Outcome =
      switch outcome {
      case .fit(let fit): fit.oddsRatio(data.focalColumn)
      case .notEstimable(let reason): .notEstimable(reason: reason)
      }
    return Model(
      label: label,
      ratio: CalculatedResult(
        "Odds ratio, focal / reference, \(data.heldEqual)", label, variant("odds-ratio"), ratio),
      tests: outcome.fit == nil
        ? []
        : tests.map {
          CalculatedResult(
            "Tests of equal odds, \(data.heldEqual)", "\(label), \($0.label)", variant($0.id),
            $0.outcome)
        },
      fit: outcome.fit)
  }

  /// The models, the one the closing sentence is about first.
  private var models: [Model] {
    let focal = data.focalColumn
    func wald(_ outcome: RegressionOutcome) -> Outcome {
      outcome.fit?.test(focal) ?? .notEstimable(reason: "There is no fit.")
    }
    var models: [Model] = []
    if let strata = data.withinStrata {
      let method = ConditionalLogisticRegression(level: level)
      let outcome = method(strata.patterns)
      models.append(
        model(
          "Conditional, within strata", method.stamp, outcome,
          tests: [
            (
              "likelihood-ratio", "likelihood ratio",
              method.likelihoodRatioTest(of: focal, in: strata.patterns)
            ), ("wald", "Wald", wald(outcome)),
          ]))
    }
    let plain = LogisticRegression(level: level)
    let likelihood = plain(data.patterns)
    if let clusters = data.clusters {
      let method = ClusterRobustCovariance(level: level)
      let outcome = method(clusters)
      models.append(
        model("Clusters", method.stamp, outcome, tests: [("wald", "Wald", wald(outcome))]))
    }
    models.append(
      model(
        "Maximum likelihood", plain.stamp, likelihood,
        tests: [
          (
            "likelihood-ratio", "likelihood ratio",
            plain.likelihoodRatioTest(of: focal, in: data.patterns)
          ), ("wald", "Wald", wald(likelihood)),
        ]))
    if likelihood.fit == nil || isQuickForFirth {
      let method = FirthLogisticRegression(level: level)
      let outcome = method(data.patterns)
      models.append(
        model(
          "Firth", method.stamp, outcome,
          tests: [("likelihood-ratio", "penalized likelihood ratio", wald(outcome))]))
    }
    return models
  }

  /// The rates if everyone had been in the one or the other group.
  private func adjusted(_ models: [Model]) -> [CalculatedResult] {
    let hasMaximum = models.contains { $0.label == "Maximum likelihood" && $0.fit != nil }
    let clusters = hasMaximum ? data.clusters : nil
    let method = AdjustedRates(
      group: data.focalColumn,
      estimation: clusters != nil ? .clusterRobust : hasMaximum ? .maximumLikelihood : .firth,
      level: level)
    let rates = method(clusters ?? data.patterns)
    func line(
      _ label: String, _ suffix: String, _ outcome: Outcome, _ unit: CalculatedResult.Unit
    ) -> CalculatedResult {
      CalculatedResult(
        "Adjusted rates: everyone in the one group, or in the other", label,
        MethodStamp(
          id: "\(method.stamp.id)-\(suffix)", title: method.stamp.title,
          convention: method.stamp.convention, source: method.stamp.source),
        outcome, unit: unit)
    }
    return [
      line("Rate, \(data.focalName)", "focal", rates.focalRate, .share),
      line("Rate, \(data.referenceName)", "reference", rates.referenceRate, .share),
      line("Ratio", "impact-ratio", rates.impactRatio, .number),
      line("Difference", "risk-difference", rates.riskDifference, .percentagePoints),
    ]
  }

  /// The same people without controls, as they are.
  private var plain: [CalculatedResult] {
    func line(
      _ heading: String, _ label: String, _ method: some StatisticalMethod<TwoByTwoTable>
    ) -> CalculatedResult {
      CalculatedResult(heading, label, method.stamp, method(data.table))
    }
    var lines = [
      line("Without controls", "Ratio of rates, Koopman", ImpactRatio(level: level)),
      line("Without controls", "Z, pooled", PooledZTest()),
      line("Without controls", "Fisher, minimum likelihood", FisherExactTest()),
    ]
    if let strata = data.strataTables {
      let exact = ExactStratifiedTest()
      let common = CochranMantelHaenszelTest()
      lines += [
        CalculatedResult(
          "Within strata, without controls", "Cochran-Mantel-Haenszel", common.stamp,
          common(strata)),
        CalculatedResult(
          "Within strata, without controls", "Exact, minimum likelihood", exact.stamp,
          exact(strata)),
      ]
    }
    return lines
  }

  /// The answer.
  package func callAsFunction() -> Calculation {
    let models = models
    let adjusted = adjusted(models)
    let main = models.first { $0.fit != nil }
    return Calculation(
      "regression", input: input, facts: data.facts,
      results: models.map(\.ratio) + models.flatMap(\.tests) + adjusted + plain,
      supplements: main.map { [coefficients($0)] } ?? [], notes: notes(main),
      sentence: sentence(main, adjusted))
  }

  private func coefficients(_ model: Model) -> Calculation.Supplement {
    let all = model.fit?.coefficients ?? []
    let shown = 30
    func line(_ coefficient: RegressionFit.Coefficient) -> String {
      let error =
        coefficient.estimate.standardError.map { " (standard error \(Figures.fixed($0, 4)))" } ?? ""
      return "\(Facts.name(coefficient.name)): "
        + "\(Figures.fixed(coefficient.estimate.value, 4))\(error), "
        + "p \(Figures.pValue(coefficient.test.pValue.value))"
    }
    let rest = all.count - shown
    return Calculation.Supplement(
      "coefficients", heading: "Coefficients, log odds (\(model.label))",
      lines: all.prefix(shown).map(line)
        + (rest > 0 ? ["and \(rest) more; all of them with --json"] : []),
      json: .array(
        all.map { coefficient in
          var object: [String: JSONValue] = [
            "name": .text(coefficient.name), "estimate": .number(coefficient.estimate.value),
            "p_value": .number(coefficient.test.pValue.value),
          ]
          object["standard_error"] = coefficient.estimate.standardError.map { .number($0) }
          if let interval = coefficient.estimate.interval {
            object["interval"] = .object([
              "level": .number(interval.level), "lower": .number(interval.lower),
              "upper": .number(interval.upper), "method": .text(interval.method),
            ])
          }
          return .object(object)
        }))
  }

  private func notes(_ main: Model?) -> [String] {
    var notes: [String] = []
    if let strata = data.withinStrata, !strata.leftOut.isEmpty {
      notes.append(
        "The same for everyone of every stratum, and so left out within strata: "
          + Facts.list(strata.leftOut.map { Facts.name($0) }) + ".")
    }
    if let count = data.clusterCount, count < 40 {
      notes.append(
        "There are \(count) clusters; with fewer than some forty the intervals are too short.")
    }
    if let interval = main?.ratio.estimate?.interval, let test = main?.tests.first,
      let pValue = test.pValue, interval.contains(1) == (pValue.value < alpha),
      abs(1 - interval.level - alpha) < 1e-9
    {
      notes.append(
        "The interval by \(interval.method) and the test by \(test.label) are different "
          + "approximations and lie on different sides of the line here.")
    }
    if !data.controls.isEmpty {
      notes.append(
        "A control that decisions of the employer have shaped, such as a grade or a rating, can "
          + "hide a difference that it carries.")
    }
    return notes
  }

  private func sentence(_ main: Model?, _ adjusted: [CalculatedResult]) -> String {
    guard let main, let ratio = main.ratio.estimate else {
      return "The regression gives no answer: \(reason)"
    }
    let interval = ratio.interval.map { " (\(main.label), \(Facts.interval($0)))" } ?? ""
    let size =
      "\(data.heldEqual.prefix(1).uppercased() + data.heldEqual.dropFirst()), the odds of "
      + "\(data.focalName) are \(Figures.fixed(ratio.value, 2)) times those of "
      + "\(data.referenceName)\(interval)"
    guard let test = main.tests.first, let pValue = test.pValue else { return size + "." }
    let level = Facts.percent(alpha)
    let words = "(\(test.label), p \(Figures.pValue(pValue.value)))"
    let verdict =
      pValue.value < alpha
      ? "; equal odds are rejected at the \(level) level \(words)"
      : "; that is not shown to differ from equal odds at the \(level) level \(words)"
    guard let focal = adjusted[0].estimate, let reference = adjusted[1].estimate else {
      return size + verdict + "."
    }
    return size + verdict + "; adjusted, the rates are \(Figures.text(focal.value, .share)) and "
      + "\(Figures.text(reference.value, .share))."
  }

  private var reason: String {
    if case .notEstimable(let reason) = FirthLogisticRegression(level: level)(data.patterns) {
      return reason.prefix(1).lowercased() + reason.dropFirst()
    }
    return "the counts do not allow one."
  }

  private var input: [String: JSONValue] {
    var input = data.input
    input["level"] = .number(level)
    input["alpha"] = .number(alpha)
    return input
  }
}
