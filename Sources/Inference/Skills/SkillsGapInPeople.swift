public import Estimates
import NumericalKernel

/// How many more posts than people there are in an occupation.
///
///     gap = demand - supply
///
/// In people, positive where there are more posts than people. People counted in both drop out. The
/// interval joins the exact Poisson limits of what is counted in demand alone and in supply alone
/// (squared distances added), so it holds for small counts and for none.
/// - Source: definition; Zou and Donner (2008), Statistics in Medicine 27, 1693-1702, for joining the
///   limits; Garwood (1936), Biometrika 28, 437-442, for the limits.
public struct SkillsGapInPeople: StatisticalMethod {
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
    id: "skills-gap-people", title: "Skills gap in people",
    formula: "demand - supply",
    range: "people; positive where there are more posts than people",
    assumptions: SkillsGapRatio.card.assumptions,
    source: "Zou and Donner (2008), Statistics in Medicine 27, 1693-1702; Garwood (1936), "
      + "Biometrika 28, 437-442")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "demand: \(demand.words); supply: \(supply.words); from exact Poisson limits, "
        + ConfidenceLevel.words(level))
  }

  /// The gap in people, or why there is none.
  public func callAsFunction(_ counts: LabourMarketCounts) -> Outcome {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    let sides = DemandAndSupply(counts, demand, supply)
    return .computing { () throws(NumericalError) -> Outcome in
      try PoissonDifference(
        focal: sides.demandOnly, times: 1, reference: sides.supplyOnly, times: 1
      ).outcome(level: level)
    }
  }
}

/// A difference of two Poisson counts, each times a factor, from the exact limits of both.
struct PoissonDifference {
  let focal: Int
  let times: Double
  let reference: Int
  let referenceTimes: Double

  init(focal: Int, times: Double, reference: Int, times referenceTimes: Double) {
    self.focal = focal
    self.times = times
    self.reference = reference
    self.referenceTimes = referenceTimes
  }

  /// The limits of a Poisson mean.
  static func limits(
    _ events: Int, level: Double
  ) throws(NumericalError) -> (lower: Double, upper: Double) {
    let tail = (1 - level) / 2
    let count = Double(events)
    let lower =
      events == 0 ? 0 : try ChiSquared(degreesOfFreedom: 2 * count).quantile(lowerTail: tail) / 2
    let upper = try ChiSquared(degreesOfFreedom: 2 * count + 2).quantile(upperTail: tail) / 2
    return (lower, upper)
  }

  func outcome(level: Double) throws(NumericalError) -> Outcome {
    let (x, y) = (Double(focal), Double(reference))
    let first = try Self.limits(focal, level: level)
    let second = try Self.limits(reference, level: level)
    let value = times * x - referenceTimes * y
    func length(_ own: Double, _ other: Double) -> Double {
      (times * own * times * own + referenceTimes * other * referenceTimes * other).squareRoot()
    }
    return .estimate(
      value,
      standardError: (times * times * x + referenceTimes * referenceTimes * y).squareRoot(),
      from: value - length(x - first.lower, second.upper - y),
      to: value + length(first.upper - x, y - second.lower), level: level,
      method: "from exact Poisson limits")
  }
}
