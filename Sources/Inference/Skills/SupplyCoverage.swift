public import Estimates

/// People per 100 posts: supply of an occupation over the demand for it.
///
///     coverage = 100 supply / demand
///
/// Range 0 and up, people per 100 posts; 100 means as many people as posts, below 100 fewer people
/// than posts. By default supply is everyone employed and those available, demand everyone employed
/// and the openings. Not the same as employed people per opening (`WorkersPerOpening`). The interval is
/// that of `SkillsGapRatio`, turned over.
/// - Source: definition; Katz et al. (1978), Biometrics 34, 469-474, for the log scale.
public struct SupplyCoverage: StatisticalMethod {
  /// What is counted as demand.
  public let demand: SkillsDemand
  /// What is counted as supply.
  public let supply: SkillsSupply
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(
    demand: SkillsDemand = .employmentAndOpenings, supply: SkillsSupply = .employedAndAvailable,
    level: Double = 0.95
  ) {
    self.demand = demand
    self.supply = supply
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "supply-coverage", title: "People per 100 posts",
    formula: "100 x supply / demand",
    range: "0 and up, people per 100 posts; below 100 fewer people than posts",
    assumptions: SkillsGapRatio.card.assumptions,
    source: "definition: supply / demand; Katz et al. (1978), Biometrics 34, 469-474")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention:
        "supply: \(supply.words); demand: \(demand.words); log-scale interval from counts, "
        + ConfidenceLevel.words(level))
  }

  /// The coverage per 100, or why there is none.
  public func callAsFunction(_ counts: LabourMarketCounts) -> Outcome {
    let sides = DemandAndSupply(counts, demand, supply)
    return SkillsGapRatio.ratio(
      of: sides.supply, over: sides.demand, times: 100, logVariance: sides.logVariance,
      level: level, without: "There is no demand to cover.")
  }
}
