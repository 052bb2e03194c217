import Aggregates
import Encoders
import Estimates
import Inference

/// Every group of a comparison with its ratio, its difference, its tests and the family they form.
struct GroupComparisons {
  /// The comparator in words.
  let comparator: String
  /// The ratios, differences and tests group by group, then the family.
  let results: [CalculatedResult]
  /// Why an interval and a p-value that stand together say different things.
  let notes: [String]
  private let compared: [Compared]
  private let isNobodySelected: Bool
  private let level: Double
  private let alpha: Double

  /// One group beside its comparator.
  private struct Compared {
    let name: String
    let ratio: CalculatedResult
    let adjusted: PValue?
  }

  init(rows: ComparisonRows, against comparator: String, level: Double, alpha: Double) {
    self.comparator = comparator
    isNobodySelected = rows.rows.allSatisfy { $0.group.selected == 0 }
    self.level = level
    self.alpha = alpha
    let ratioStamp = ImpactRatio(level: level).stamp
    var ratios: [CalculatedResult] = []
    var differences: [CalculatedResult] = []
    var tests: [CalculatedResult] = []
    var notes: [String] = []
    for (index, row) in rows.rows.enumerated() where index != rows.comparator {
      let name = Facts.name(row.group.name)
      let ratio = CalculatedResult(
        "Ratio of the rates, group / comparator (Koopman)", name, ratioStamp, row.impactRatio,
        subject: row.group.name)
      guard let table = row.table else {
        ratios.append(ratio)
        continue
      }
      func line(
        _ heading: String, _ words: String, _ method: some StatisticalMethod<TwoByTwoTable>,
        _ unit: CalculatedResult.Unit = .number
      ) -> CalculatedResult {
        CalculatedResult(
          heading, name + words, method.stamp, method(table), unit: unit, subject: row.group.name)
      }
      let made = [
        line("Tests of equal rates", ", Fisher", FisherExactTest()),
        line("Tests of equal rates", ", Z, pooled", PooledZTest()),
      ]
      let difference = line(
        "Difference of the rates, group - comparator (Newcombe)", "", RiskDifference(level: level),
        .percentagePoints)
      let coherence = Coherence(tests: made, intervals: [ratio, difference], alpha: alpha)
      ratios.append(coherence.intervals[0])
      differences.append(coherence.intervals[1])
      tests += made
      notes += coherence.notes.map { "\(name): \($0)" }
    }
    // The family is every comparison made here, by Fisher's exact test.
    let family = tests.filter { $0.method.id == FisherExactTest().stamp.id && $0.pValue != nil }
    let adjusted = HolmAdjustment.adjust(family.compactMap(\.pValue))
    let stamp = MethodStamp(
      id: "holm", title: "Holm's adjustment",
      convention: "family of \(family.count) by \(FisherExactTest().stamp.id), "
        + "family-wise error, step-down",
      source: "Holm (1979), Scandinavian Journal of Statistics 6, 65-70")
    let holm = zip(family, adjusted).map { test, pValue in
      CalculatedResult(
        "Fisher, adjusted for a family of \(family.count) by Holm",
        test.subject.map { Facts.name($0) } ?? test.label, stamp,
        .test(TestResult(pValue: pValue, convention: stamp.convention)), subject: test.subject)
    }
    compared = ratios.map { ratio in
      Compared(
        name: ratio.subject.map { Facts.name($0) } ?? ratio.label, ratio: ratio,
        adjusted: holm.first { $0.subject == ratio.subject }?.pValue)
    }
    results = ratios + differences + tests + holm
    self.notes = notes
  }

  /// The answer in one plain sentence.
  var sentence: String {
    let tested = compared.filter { $0.adjusted != nil }
    guard !tested.isEmpty else { return "No group can be compared with another here." }
    if isNobodySelected {
      return "Nobody was selected in any group, so the rates cannot be compared."
    }
    let error = Facts.percent(alpha)
    let words = tested.count == 1 ? "Fisher" : "Fisher, Holm for \(tested.count) comparisons"
    let differing = tested.filter { ($0.adjusted ?? .one).value < alpha }
    guard !differing.isEmpty else {
      let subject = tested.count == 1 ? tested[0].name : "None of the \(tested.count) groups"
      let verb = tested.count == 1 ? "is not shown" : "is shown"
      return
        "\(subject) \(verb) to be selected at another rate than \(comparator), at the \(error) "
        + "level (\(words)), which does not show that the rates are equal."
    }
    let parts = differing.map { "\($0.name)\(size($0.ratio))" }
    let others = tested.count - differing.count
    let rest =
      others == 0
      ? "" : "; \(others) other \(others == 1 ? "group is" : "groups are") not shown to differ"
    return "At the \(error) level (\(words)) the rate differs from that of \(comparator): "
      + Facts.list(parts) + rest + "."
  }

  private func size(_ ratio: CalculatedResult) -> String {
    guard let estimate = ratio.estimate, estimate.value.isFinite, let interval = estimate.interval
    else { return "" }
    return ", at \(Figures.fixed(estimate.value, 2)) times the rate (\(Facts.interval(interval)))"
  }
}

/// What a rule of practice draws, group by group: its lines as dated data, and never a verdict.
struct RuleReading {
  let pack: RulePack
  let rows: ComparisonRows

  /// The lines for people and the value for machines.
  var supplement: Calculation.Supplement {
    Calculation.Supplement(
      "rules", heading: "Beside the significance: \(pack.title) (\(pack.id))",
      lines: [
        "\(pack.jurisdiction), from \(pack.inForceFrom): \(pack.source).",
        "As of \(pack.statusDate): \(pack.statusNote)",
      ]
        + groups.map {
          "\(Facts.name($0.name)): " + $0.indicators.map(\.words).joined(separator: "; ")
        },
      json: .object([
        "id": .text(pack.id), "title": .text(pack.title),
        "jurisdiction": .text(pack.jurisdiction), "in_force_from": .text(pack.inForceFrom),
        "status": .text(pack.status.rawValue), "status_note": .text(pack.statusNote),
        "status_date": .text(pack.statusDate), "source": .text(pack.source),
        "indicators": .array(
          groups.map {
            .object([
              "subject": .text($0.name),
              "indicators": .array($0.indicators.map { .text($0.words) }),
            ])
          }),
      ]))
  }

  private var groups: [(name: String, indicators: [RulePack.Indicator])] {
    rows.rows.enumerated().compactMap { index, row in
      if let table = row.table { return (row.group.name, pack.indicators(table)) }
      guard index != rows.comparator, case .notEstimable(let reason) = row.impactRatio else {
        return nil
      }
      return (row.group.name, [.notEstimable(reason: reason)])
    }
  }
}

extension RulePack.Indicator {
  /// The side of the line in words.
  var words: String {
    switch self {
    case .below(let line): "ratio below \(line.numerator)/\(line.denominator)"
    case .notBelow(let line): "ratio not below \(line.numerator)/\(line.denominator)"
    case .beyond(let count): "Z beyond \(count) standard deviations"
    case .within(let count): "Z within \(count) standard deviations"
    case .noLine: "the rule prints the ratio and draws no line"
    case .notEstimable(let reason): reason
    }
  }
}
