public import Aggregates
public import Estimates
import NumericalKernel

/// The ratio of two selection rates with the MOVER interval from Wilson limits.
///
///     lower = l1 (2 p1 - l1) / (p1 p2 + root of (p1 p2)^2 - l1 (2 p1 - l1) u2 (2 p2 - u2))
///     upper = (p1 p2 + root of (p1 p2)^2 - u1 (2 p1 - u1) l2 (2 p2 - l2)) / (l2 (2 p2 - l2))
///
/// p1 (l1 to u1): focal rate and its Wilson limits; p2 (l2 to u2): of the reference group. The
/// method of variance estimates recovery: no iteration, close to the score interval. Range 0 to
/// infinity; 1 means equal rates. Nobody selected in the focal group gives 0 with lower limit 0,
/// nobody selected in the reference group an infinite ratio, nobody selected at all leaves it
/// undefined.
/// - Source: Donner and Zou (2012), Statistical Methods in Medical Research 21, 347-359; Newcombe
///   (2016), Statistical Methods in Medical Research 25, 1774-1778.
public struct MoverRatio: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "impact-ratio-mover", title: "Impact ratio (MOVER interval)",
    formula: "(focal selected / focal total) / (reference selected / reference total)",
    range: "0 to infinity; 1 means equal rates; below 1 the focal group is selected less often",
    assumptions: ["People are selected independently with one probability per group."],
    source: "Donner and Zou (2012), Statistical Methods in Medical Research 21, 347-359")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "focal / reference, from Wilson limits without continuity correction, "
        + ConfidenceLevel.words(level))
  }

  /// The ratio of the rates, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = table.problem ?? ConfidenceLevel.problem(level) {
      return .notEstimable(reason: problem)
    }
    guard table.selected > 0 else {
      return .notEstimable(reason: "Nobody was selected in either group.")
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let focal = try WilsonInterval.limits(
        successes: table.focalSelected, total: table.focalTotal, level: level)
      let reference = try WilsonInterval.limits(
        successes: table.referenceSelected, total: table.referenceTotal, level: level)
      let product = table.focalRate * table.referenceRate
      func part(_ limit: Double, _ rate: Double) -> Double { limit * (2 * rate - limit) }
      func root(_ first: Double, _ second: Double) -> Double {
        max(0, product * product - first * second).squareRoot()
      }
      let value =
        table.referenceSelected == 0 ? Double.infinity : table.focalRate / table.referenceRate
      let low = part(focal.lower, table.focalRate)
      let lower =
        table.focalSelected == 0
        ? 0 : low / (product + root(low, part(reference.upper, table.referenceRate)))
      let least = part(reference.lower, table.referenceRate)
      let upper =
        table.referenceSelected == 0
        ? .infinity : (product + root(part(focal.upper, table.focalRate), least)) / least
      return .estimate(
        value, from: min(lower, value), to: max(upper, value), level: level, method: "MOVER Wilson")
    }
  }
}
