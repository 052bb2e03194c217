import Encoders
package import Estimates
import Inference

/// `parity test adjust --method holm 0.01 0.02 …`: p-values adjusted as one family.
package struct AdjustCalculator: Sendable {
  /// How a family is adjusted.
  package enum Adjustment: String, CaseIterable, Sendable {
    /// Number of tests times p.
    case bonferroni
    /// Holm's step-down.
    case holm
    /// Hochberg's step-up.
    case hochberg
    /// Hommel's closed Simes tests.
    case hommel
    /// Benjamini and Hochberg's false discovery rate.
    case benjaminiHochberg = "bh"
    /// Benjamini and Yekutieli's false discovery rate.
    case benjaminiYekutieli = "by"
  }

  /// The p-values, in the order given.
  package let pValues: [PValue]
  /// How the family is adjusted.
  package let adjustment: Adjustment
  /// The error probability the family is held against in words.
  package let alpha: Double

  /// Reads the p-values.
  package init(
    pValues: [String], method: String, alpha: Double
  ) throws(ArgumentProblems) {
    var reader = ArgumentReader()
    if pValues.isEmpty {
      reader.note("no p-value was given", fix: "parity test adjust --method holm 0.01 0.02 0.04")
    }
    let read = pValues.enumerated().compactMap { index, text in
      reader.number(text, in: "p-value \(index + 1)", from: 0, to: 1, example: "0.01")
        .flatMap { PValue($0) }
    }
    let adjustment = Adjustment(rawValue: method)
    if adjustment == nil {
      reader.note(
        "--method: \(ArgumentReader.quoted(method[...])) is not an adjustment",
        fix: "one of " + Adjustment.allCases.map(\.rawValue).joined(separator: ", "))
    }
    try reader.finish()
    guard let adjustment else { throw ArgumentProblems([]) }
    self.pValues = read
    self.adjustment = adjustment
    self.alpha = alpha
  }

  private var adjusted: (stamp: MethodStamp, pValues: [PValue]) {
    switch adjustment {
    case .bonferroni:
      (
        MethodStamp(
          id: "bonferroni", title: "Bonferroni's adjustment",
          convention: "family-wise error, number of tests times p", source: "Dunn (1961)"),
        pValues.map { PValue(min(1, Double(pValues.count) * $0.value)) ?? .one }
      )
    case .holm:
      (
        MethodStamp(
          id: "holm", title: "Holm's adjustment", convention: "family-wise error, step-down",
          source: "Holm (1979), Scandinavian Journal of Statistics 6, 65-70"),
        HolmAdjustment.adjust(pValues)
      )
    case .hochberg: (HochbergAdjustment().stamp, HochbergAdjustment.adjust(pValues))
    case .hommel: (HommelAdjustment().stamp, HommelAdjustment.adjust(pValues))
    case .benjaminiHochberg:
      (BenjaminiHochbergAdjustment().stamp, BenjaminiHochbergAdjustment.adjust(pValues))
    case .benjaminiYekutieli:
      (BenjaminiYekutieliAdjustment().stamp, BenjaminiYekutieliAdjustment.adjust(pValues))
    }
  }

  /// The answer; results stand in the order of the p-values.
  package func callAsFunction() -> Calculation {
    let (stamp, values) = adjusted
    let results = zip(pValues, values).map { original, adjusted in
      CalculatedResult(
        stamp.title, "p \(Figures.pValue(original.value)) becomes", stamp,
        .test(TestResult(pValue: adjusted, convention: stamp.convention)))
    }
    let rejected = values.count { $0.value <= alpha }
    let level = Facts.percent(alpha)
    let kind =
      [.benjaminiHochberg, .benjaminiYekutieli].contains(adjustment)
      ? "false discovery rate" : "family-wise error"
    let one = rejected == 1
    return Calculation(
      "adjust",
      input: [
        "method": .text(adjustment.rawValue),
        "p_values": .array(pValues.map { .number($0.value) }), "alpha": .number(alpha),
      ],
      facts: ["\(pValues.count) p-values as one family"], results: results,
      notes: ["The family must have been declared before its p-values were seen."],
      sentence: "\(rejected) of \(pValues.count) \(one ? "test rejects" : "tests reject") at a "
        + "\(kind) of \(level).")
  }
}
