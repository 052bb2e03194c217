import Aggregates
import Estimates
import Inference

/// How strong something that was not recorded would have to be to explain a significant difference.
struct OmittedFactor {
  private let bound: OmittedVariableBound
  private let needed: OmittedVariableBound.Result
  private let gamma: RosenbaumCriticalGamma
  private let factor: Outcome
  private let isLess: Bool

  /// Nothing, where the primary test does not reject equal rates.
  init?(table: TwoByTwoTable, level: Double, alpha: Double, primary: CalculatedResult?) {
    guard let pValue = primary?.pValue, pValue.value < alpha else { return nil }
    isLess =
      table.focalSelected * table.referenceTotal < table.referenceSelected * table.focalTotal
    bound = OmittedVariableBound(level: level)
    needed = bound(table)
    gamma = RosenbaumCriticalGamma(alpha: alpha / 2, direction: isLess ? .focalLess : .focalMore)
    factor = gamma(StratifiedTables([StratifiedTables.Stratum(label: "All", table: table)]))
  }

  /// The bounds.
  var results: [CalculatedResult] {
    func line(_ label: String, _ suffix: String, _ outcome: Outcome) -> CalculatedResult {
      CalculatedResult(
        heading, label,
        MethodStamp(
          id: "\(bound.stamp.id)-\(suffix)", title: bound.stamp.title,
          convention: bound.stamp.convention, source: bound.stamp.source),
        outcome)
    }
    return [
      line("Least ratio, Cornfield and Gastwirth", "least-ratio", needed.leastRatio),
      line("Both ratios equal, E-value", "e-value", needed.eValue),
      CalculatedResult(
        heading, "Odds of people who look alike, Rosenbaum", gamma.stamp, factor),
    ]
  }

  /// The bounds as sentences.
  var notes: [String] {
    guard let least = needed.leastRatio.estimate, let both = needed.eValue.estimate,
      least.value.isFinite, let near = both.interval?.lower
    else { return [] }
    let favoured = isLess ? "reference" : "focal"
    var words =
      "To explain the whole difference, something not recorded would have to be at least "
      + "\(Figures.fixed(least.value, 2)) times as frequent in the \(favoured) group and make "
      + "selection at least \(Figures.fixed(least.value, 2)) times as likely; both "
      + "\(Figures.fixed(both.value, 2)) times if they are equally strong"
    if near > 1 {
      words += ", and \(Figures.fixed(near, 2)) times to bring the interval to equal rates"
    }
    if let factor = factor.estimate {
      words +=
        ". To make the difference compatible with chance, the odds of people who look alike would "
        + "have to differ by a factor of \(Figures.fixed(factor.value, 2)) (Rosenbaum)"
    }
    return [words + ". This does not say that there is such a thing."]
  }

  private let heading = "Not recorded, and needed to explain the difference"
}

extension Outcome {
  /// The estimate, where there is one.
  fileprivate var estimate: Estimate? {
    if case .estimate(let estimate) = self { return estimate }
    return nil
  }
}
