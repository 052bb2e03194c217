public import Aggregates
public import Estimates

/// The phi coefficient, the correlation of being in the focal group with being selected.
///
///     phi = (a d - b c) / sqrt(product of the four margins)
///
/// a, b: focal selected, rejected; c, d: reference. Range -1 to 1; positive when the focal group is
/// selected more often. Its square times N is Pearson's chi-squared. Undefined where nobody or
/// everybody was selected. It reaches 1 only where the margins allow it.
/// - Source: Yule (1912), Journal of the Royal Statistical Society 75, 579-652.
public struct PhiCoefficient: StatisticalMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "phi", title: "Phi coefficient",
    formula: "(a d - b c) / sqrt(product of the four margins); a, b focal selected and rejected, "
      + "c, d reference selected and rejected",
    range: "-1 to 1; positive when the focal group is selected more often",
    assumptions: ["Depends on the sizes of the groups; compare it only between like mixes."],
    source: "Yule (1912), Journal of the Royal Statistical Society 75, 579-652")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "focal - reference, no interval") }

  /// The correlation, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = table.problem ?? table.outcomeProblem {
      return .notEstimable(reason: problem)
    }
    let groups = (Double(table.focalTotal) * Double(table.referenceTotal)).squareRoot()
    let outcomes =
      (Double(table.selected) * Double(table.total - table.selected)).squareRoot()
    return .estimate(min(1, max(-1, Double(table.crossDifference) / groups / outcomes)))
  }
}
