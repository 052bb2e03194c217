public import Estimates

/// Benjamini and Hochberg's adjustment of a family of p-values for the false discovery rate.
///
///     adjusted(i) = min over j ≥ i of (m / j) · p(j),   p(1) ≤ … ≤ p(m)
///
/// Rejecting where the adjusted value is at most α keeps the expected share of false rejections
/// among all rejections at α where the tests are independent or positively dependent. For scans of
/// many comparisons, never for a verdict.
/// - Source: Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57, 289-300.
public struct BenjaminiHochbergAdjustment: CataloguedMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "benjamini-hochberg", title: "Benjamini-Hochberg adjustment",
    formula: "from the largest p-value down, the smallest so far of (number of tests / rank) × p",
    range: "a number between 0 and 1, at least the p-value adjusted",
    assumptions: [
      "The tests are independent or positively dependent.",
      "It limits the share of false findings among the findings, not the chance of any.",
    ],
    source: "Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57, 289-300")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "false discovery rate, step-up") }

  /// The adjusted p-values, in the order given.
  ///
  /// A test that was made but may not be shown belongs in the family: pass `PValue.one` for it.
  public static func adjust(_ pValues: [PValue]) -> [PValue] {
    StepUp.adjust(pValues) { rank in Double(pValues.count) / Double(rank) }
  }
}
