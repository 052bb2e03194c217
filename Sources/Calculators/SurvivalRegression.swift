import Encoders
import Estimates
import Inference

/// Cox's regression of the groups of a file, with the controls.
struct SurvivalRegression {
  /// The ratio of each group's rate to the reference group's.
  let ratios: [CalculatedResult]
  /// The tests that the ratios are 1.
  let tests: [CalculatedResult]
  /// The tests that the ratios are the same at all times.
  let constancy: [CalculatedResult]
  /// The coefficients of groups and controls.
  let supplements: [Calculation.Supplement]

  /// Everything, in the order it is printed.
  var results: [CalculatedResult] { ratios + tests + constancy }

  init(data: SurvivalData, event: EventOfInterest, level: Double) {
    let records = data.records
    let groups = records.groups.enumerated().filter { $0.offset != data.reference }.map(\.element)
    let referenceName = Facts.name(records.groups[data.reference])
    let method = CoxRegression(event: event, level: level)
    let hazard = HazardRatio(regression: method).stamp
    let equal = data.heldEqual.isEmpty ? "" : ", \(data.heldEqual)"
    let heading = "Ratio of the event's rates to that of \(referenceName) (Cox)\(equal)"
    func variant(_ stamp: MethodStamp, _ suffix: String) -> MethodStamp {
      MethodStamp(
        id: "\(stamp.id)-\(suffix)", title: stamp.title, convention: stamp.convention,
        source: stamp.source)
    }
    guard let indicated = records.addingGroupIndicators(reference: data.reference) else {
      (ratios, tests, constancy, supplements) = ([], [], [], [])
      return
    }
    let fit: CoxFit
    switch method(indicated) {
    case .notEstimable(let reason):
      ratios = [
        CalculatedResult(heading, "Cox", hazard, .notEstimable(reason: reason), subject: groups[0])
      ]
      (tests, constancy, supplements) = ([], [], [])
      return
    case .found(let found): fit = found
    }
    ratios = zip(groups, fit.coefficients).map { name, coefficient in
      CalculatedResult(
        heading, Facts.name(name), hazard, .estimate(coefficient.hazardRatio), subject: name)
    }
    let testHeading = "Tests of a ratio of 1 (Cox)\(equal)"
    var tests = zip(groups, fit.coefficients).map { name, coefficient in
      CalculatedResult(
        testHeading, groups.count == 1 ? "Wald" : "\(Facts.name(name)), Wald",
        variant(hazard, "wald"), .test(coefficient.test), subject: name)
    }
    tests.append(
      CalculatedResult(
        testHeading, "Likelihood ratio", variant(hazard, "likelihood-ratio"),
        method.likelihoodRatioTest(of: Array(groups.indices), in: indicated)))
    if records.covariates.isEmpty {
      tests.append(
        CalculatedResult(
          testHeading, "Score", variant(hazard, "score"), .test(fit.scoreTest)))
    }
    self.tests = tests
    constancy = Self.constancy(indicated, groups, method)
    supplements = [Self.coefficients(fit)]
  }

  private static func constancy(
    _ records: SurvivalRecords, _ groups: [String], _ method: CoxRegression
  ) -> [CalculatedResult] {
    let heading = "Tests of ratios that are the same at all times (Grambsch-Therneau)"
    let check = ProportionalHazardsTest(regression: method)
    switch check.check(records) {
    case .notEstimable(let reason):
      return [
        CalculatedResult(heading, "All", check.stamp, .notEstimable(reason: reason))
      ]
    case .found(let found):
      let each = zip(groups, found.each).map { name, test in
        CalculatedResult(heading, Facts.name(name), check.stamp, .test(test), subject: name)
      }
      guard records.covariates.count > 1 else { return each }
      let stamp = MethodStamp(
        id: "\(check.stamp.id)-all", title: check.stamp.title, convention: check.stamp.convention,
        source: check.stamp.source)
      return each + [CalculatedResult(heading, "All coefficients", stamp, .test(found.all))]
    }
  }

  private static func coefficients(_ fit: CoxFit) -> Calculation.Supplement {
    let shown = 30
    let rest = fit.coefficients.count - shown
    return Calculation.Supplement(
      "coefficients", heading: "Coefficients, log rates (Cox)",
      lines: fit.coefficients.prefix(shown).map { coefficient in
        "\(Facts.name(coefficient.name)): \(Figures.fixed(coefficient.value, 4)) "
          + "(standard error \(Figures.fixed(coefficient.standardError, 4))), "
          + "p \(Figures.pValue(coefficient.test.pValue.value))"
      } + (rest > 0 ? ["and \(rest) more; all of them with --json"] : []),
      json: .array(
        fit.coefficients.map { coefficient in
          .object([
            "name": .text(coefficient.name), "estimate": .number(coefficient.value),
            "standard_error": .number(coefficient.standardError),
            "p_value": .number(coefficient.test.pValue.value),
          ])
        }))
  }
}
