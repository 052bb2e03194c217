public import Estimates

/// Hochberg's step-up adjustment of a family of p-values.
///
///     adjusted(i) = min over j ≥ i of (m - j + 1) · p(j),   p(1) ≤ … ≤ p(m)
///
/// Rejecting where the adjusted value is at most α keeps the chance of any false rejection in the
/// family at α where the tests are independent or positively dependent. Never larger than Holm's.
/// - Source: Hochberg (1988), Biometrika 75, 800-802.
public struct HochbergAdjustment: CataloguedMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "hochberg", title: "Hochberg's adjustment",
    formula: "from the largest p-value down, the smallest so far of (number of larger p-values "
      + "+ 1) × p",
    range: "a p-value between 0 and 1, at least the one adjusted",
    assumptions: [
      "The tests are independent or positively dependent.",
      "The family was declared before the p-values were seen; a withheld test counts as 1.",
    ],
    source: "Hochberg (1988), Biometrika 75, 800-802")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "family-wise error, step-up") }

  /// The adjusted p-values, in the order given.
  ///
  /// A test that was made but may not be shown belongs in the family: pass `PValue.one` for it.
  public static func adjust(_ pValues: [PValue]) -> [PValue] {
    StepUp.adjust(pValues) { rank in Double(pValues.count - rank + 1) }
  }
}
