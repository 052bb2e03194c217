public import Aggregates
public import Estimates

/// How many more people of the focal group would have been selected at the rate of everyone.
///
///     shortfall = focalTotal * selected / total - focalSelected
///
/// In people, not rounded; positive when the focal group is short. As many people of the reference
/// group are selected above that rate, so it is the number of selections that would have to be
/// exchanged for equal rates. It is the shortfall to the pool rate, smaller than that to the
/// reference rate.
/// - Source: Morris and Dunleavy (2017), Adverse Impact Analysis, chapter 6.
public struct ShortfallToPoolRate: StatisticalMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "shortfall-pool-rate", title: "Shortfall to the pool rate",
    formula: "focal total x selected / total - focal selected",
    range: "people; positive when the focal group is short",
    assumptions: ["As many people are selected in all as were."],
    source: "Morris and Dunleavy (2017), Adverse Impact Analysis, chapter 6")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "people, not rounded, no interval") }

  /// The shortfall of the focal group, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = table.problem { return .notEstimable(reason: problem) }
    // In integers up to the division, so equal rates give exactly zero.
    return .estimate(0 - Double(table.crossDifference) / Double(table.total))
  }
}
