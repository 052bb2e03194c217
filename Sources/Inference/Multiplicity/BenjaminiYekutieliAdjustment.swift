public import Estimates
import NumericalKernel

/// Benjamini and Yekutieli's adjustment of a family of p-values for the false discovery rate.
///
///     adjusted(i) = min over j ≥ i of (m / j) · (1 + 1/2 + … + 1/m) · p(j),   p(1) ≤ … ≤ p(m)
///
/// As the adjustment of Benjamini and Hochberg, but valid whatever the dependence of the tests.
/// - Source: Benjamini and Yekutieli (2001), Annals of Statistics 29, 1165-1188.
public struct BenjaminiYekutieliAdjustment: CataloguedMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "benjamini-yekutieli", title: "Benjamini-Yekutieli adjustment",
    formula: "from the largest p-value down, the smallest so far of (number of tests / rank) × "
      + "(1 + 1/2 + … + 1 / number of tests) × p",
    range: "a number between 0 and 1, at least the p-value adjusted",
    assumptions: [
      "None on how the tests depend on each other.",
      "It limits the share of false findings among the findings, not the chance of any.",
    ],
    source: "Benjamini and Yekutieli (2001), Annals of Statistics 29, 1165-1188")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "false discovery rate under any dependence, step-up")
  }

  /// The adjusted p-values, in the order given.
  ///
  /// A test that was made but may not be shown belongs in the family: pass `PValue.one` for it.
  public static func adjust(_ pValues: [PValue]) -> [PValue] {
    guard !pValues.isEmpty else { return [] }
    let harmonic = CompensatedSum((1...pValues.count).map { 1 / Double($0) }).value
    return StepUp.adjust(pValues) { rank in harmonic * Double(pValues.count) / Double(rank) }
  }
}
