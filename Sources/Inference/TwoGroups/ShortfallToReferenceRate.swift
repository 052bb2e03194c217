public import Aggregates
public import Estimates

/// How many more people of the focal group would have been selected at the reference group's rate.
///
///     shortfall = focalTotal * referenceRate - focalSelected
///
/// In people, not rounded; positive when the focal group is short. It is the shortfall to the
/// reference rate, not to the rate of everyone.
/// - Source: Morris and Dunleavy (2017), Adverse Impact Analysis, chapter 6.
public struct ShortfallToReferenceRate: StatisticalMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "shortfall-reference-rate", title: "Shortfall to the reference rate",
    formula: "focal total x reference rate - focal selected",
    range: "people; positive when the focal group is short",
    assumptions: ["The reference group's rate is the one to compare with."],
    source: "Morris and Dunleavy (2017), Adverse Impact Analysis, chapter 6")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "people, not rounded, no interval") }

  /// The shortfall of the focal group, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = table.problem { return .notEstimable(reason: problem) }
    // In integers up to the division, so equal rates give exactly zero.
    let scaled =
      Int128(table.focalTotal) * Int128(table.referenceSelected)
      - Int128(table.focalSelected) * Int128(table.referenceTotal)
    return .estimate(Double(scaled) / Double(table.referenceTotal))
  }
}
