public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Demand for an occupation over its supply.
///
///     ratio = demand / supply
///     variance of log, nothing counted in both = 1 / demand + 1 / supply
///     people employed counted in both, E of them =
///       (demand - E) / demand^2 + (supply - E) / supply^2 + E (1 / demand - 1 / supply)^2
///
/// Range 0 to infinity; 1 means as many posts as people, above 1 more posts than people. What is
/// counted in demand and in supply is an option and is printed, because ratios with other
/// denominators are other numbers. Counts are taken as Poisson. No demand gives 0 without an interval;
/// no supply leaves the ratio undefined.
/// - Source: definition; Katz et al. (1978), Biometrics 34, 469-474, for the log scale.
public struct SkillsGapRatio: StatisticalMethod {
  /// What is counted as demand.
  public let demand: SkillsDemand
  /// What is counted as supply.
  public let supply: SkillsSupply
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(
    demand: SkillsDemand = .openings, supply: SkillsSupply = .available, level: Double = 0.95
  ) {
    self.demand = demand
    self.supply = supply
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "skills-gap-ratio", title: "Skills gap ratio",
    formula: "demand / supply",
    range: "0 to infinity; 1 means as many posts as people; above 1 more posts than people",
    assumptions: [
      "The counts are of one occupation, place and time, and independent Poisson counts.",
      "What demand and supply hold is printed; ratios with other denominators are other numbers.",
      "No single number shows a shortage: read fill rates, time to fill and pay beside it.",
    ],
    source: "definition: demand / supply; Katz et al. (1978), Biometrics 34, 469-474")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention:
        "demand: \(demand.words); supply: \(supply.words); log-scale interval from counts, "
        + ConfidenceLevel.words(level))
  }

  /// The ratio, or why there is none.
  public func callAsFunction(_ counts: LabourMarketCounts) -> Outcome {
    let sides = DemandAndSupply(counts, demand, supply)
    return Self.ratio(
      of: sides.demand, over: sides.supply, logVariance: sides.logVariance, level: level,
      without: "There is no supply to compare demand with.")
  }

  /// A ratio of two counts times a factor, with an interval on the log scale.
  static func ratio(
    of above: Int, over below: Int, times factor: Double = 1, logVariance: Double, level: Double,
    without reason: String
  ) -> Outcome {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    guard below > 0 else { return .notEstimable(reason: reason) }
    guard above > 0 else { return .estimate(0) }
    let value = factor * Double(above) / Double(below)
    return .computing { () throws(NumericalError) -> Outcome in
      let error = logVariance.squareRoot()
      let reach = try exp(NormalDistribution.standard.criticalValue(level: level) * error)
      return .estimate(
        value, standardError: value * error, from: value / reach, to: value * reach, level: level,
        method: "log-scale delta")
    }
  }
}
