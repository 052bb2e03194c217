public import Aggregates
public import Estimates

/// Two groups, and people whose group is not known.
public struct PartlyKnownTable: Hashable, Sendable, Codable {
  /// The people of known group.
  public let known: TwoByTwoTable
  /// People of unknown group who were selected.
  public let unknownSelected: Int
  /// People of unknown group who were not.
  public let unknownRejected: Int

  /// Makes a table; `nil` if a count is negative.
  public init?(known: TwoByTwoTable, unknownSelected: Int, unknownRejected: Int) {
    guard unknownSelected >= 0, unknownRejected >= 0 else { return nil }
    self.known = known
    self.unknownSelected = unknownSelected
    self.unknownRejected = unknownRejected
  }

  /// The table with so many of the unknown in the focal group and the rest in the reference group.
  func allocated(selected: Int, rejected: Int) -> TwoByTwoTable? {
    TwoByTwoTable(
      focalSelected: known.focalSelected + selected,
      focalRejected: known.focalRejected + rejected,
      referenceSelected: known.referenceSelected + unknownSelected - selected,
      referenceRejected: known.referenceRejected + unknownRejected - rejected)
  }
}

/// The range of results over every way the people of unknown group can belong to the two groups.
///
///     smallest: the selected belong to the reference group and the others to the focal group
///     largest:  the selected belong to the focal group and the others to the reference group
///
/// The ratio, the difference and the pooled Z all rise with each selected person who belongs to the
/// focal group and fall with each one not selected, so no other allocation lies outside. Nor does
/// one that gives some of them to third groups. These are bounds of what is possible, not an
/// interval of what is likely; both groups need someone of known membership.
/// - Source: Manski (1989), Journal of Human Resources 24, 343-360, for bounds without assumptions.
public struct UnknownDemographicsBounds: CataloguedMethod {
  /// The smallest and the largest of a quantity.
  public struct Bounds: Hashable, Sendable {
    /// The smallest.
    public let smallest: Outcome
    /// The largest.
    public let largest: Outcome
  }

  /// What the unknown can make of the comparison.
  public struct Result: Hashable, Sendable {
    /// The ratio of the rates.
    public let impactRatio: Bounds
    /// The focal rate less the reference rate.
    public let riskDifference: Bounds
    /// The pooled Z test.
    public let pooledZ: Bounds
    /// The table of the smallest values, or `nil` where there is none.
    public let smallest: TwoByTwoTable?
    /// The table of the largest values, or `nil` where there is none.
    public let largest: TwoByTwoTable?
  }

  /// The nominal coverage of the intervals at either end.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "unknown-demographics-bounds", title: "Bounds over people of unknown group",
    formula:
      "the smallest and largest result over every division of the unknown between the groups",
    range: "that of the ratio, the difference and Z; the two ends include all that is possible",
    assumptions: ["Nothing is assumed of the groups the unknown belong to."],
    source: "Manski (1989), Journal of Human Resources 24, 343-360")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "focal / reference, every division of the unknown, "
        + ConfidenceLevel.words(level) + " at either end")
  }

  /// The bounds of the ratio, the difference and Z, each with a reason where it is not defined.
  public func callAsFunction(_ table: PartlyKnownTable) -> Result {
    guard table.known.problem == nil,
      let smallest = table.allocated(selected: 0, rejected: table.unknownRejected),
      let largest = table.allocated(selected: table.unknownSelected, rejected: 0)
    else {
      let none = Outcome.notEstimable(
        reason: table.known.problem ?? "The counts are impossible.")
      let bounds = Bounds(smallest: none, largest: none)
      return Result(
        impactRatio: bounds, riskDifference: bounds, pooledZ: bounds, smallest: nil, largest: nil)
    }
    func bounds(_ method: some StatisticalMethod<TwoByTwoTable>) -> Bounds {
      Bounds(smallest: method(smallest), largest: method(largest))
    }
    return Result(
      impactRatio: bounds(ImpactRatio(level: level)),
      riskDifference: bounds(RiskDifference(level: level)), pooledZ: bounds(PooledZTest()),
      smallest: smallest, largest: largest)
  }
}
