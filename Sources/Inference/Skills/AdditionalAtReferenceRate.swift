public import Aggregates
public import Estimates

/// How many more people of a group would have been hired, trained or kept at the reference group's
/// rate, with an interval.
///
///     additional = focalTotal (referenceRate - focalRate)
///
/// In people, not rounded; positive where the focal group's rate is lower, negative where it is higher.
/// The number of people of the focal group is taken as given; the interval is Newcombe's for the
/// difference of the rates, times it. What would have been is arithmetic, not a forecast: a place
/// filled by one may have been taken from another.
/// - Source: definition; Newcombe (1998), Statistics in Medicine 17, 873-890, method 10.
public struct AdditionalAtReferenceRate: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "additional-at-reference-rate", title: "Additional people at the reference rate",
    formula: "focal total x (reference rate - focal rate)",
    range: "people; positive where the focal group's rate is lower",
    assumptions: [
      "People are selected independently with one probability per group.",
      "As many people of the group would have come; the places are not limited.",
    ],
    source: "definition; Newcombe (1998), Statistics in Medicine 17, 873-890, method 10")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "people, not rounded, Newcombe interval of the difference of rates, "
        + ConfidenceLevel.words(level))
  }

  /// The additional people, or why they are not known.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    let people = Double(table.focalTotal)
    guard case .estimate(let difference) = RiskDifference(level: level)(table),
      let interval = difference.interval
    else { return RiskDifference(level: level)(table) }
    guard case .estimate(let shortfall) = ShortfallToReferenceRate()(table) else {
      return ShortfallToReferenceRate()(table)
    }
    return .estimate(
      shortfall.value, from: -people * interval.upper, to: -people * interval.lower, level: level,
      method: "Newcombe hybrid score")
  }
}
