public import Aggregates
public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A group's share of an area over its share of a base, such as a site and all sites.
///
///     LQ = (x / X) / (y / Y)
///     separate people: variance of log = 1/x - 1/X + 1/y - 1/Y
///     the area is part of the base, the others having y' of Y':
///         variance of log = (y' / y)^2 (1/x - 1/X + 1/y' - 1/Y')
///
/// x of X in the area and y of Y in the base. Range 0 to infinity, at most Y / X where the area is
/// part of the base; 1 means the share of the base, below 1 the group is under-represented in the
/// area. Treating an area that is part of the base as separate overstates the error. The area has
/// the focal counts of the table, the base or the others the reference counts: with `partOfBase`
/// pass the others, without the area. Where x is 0 the quotient is 0 and has no interval; likewise
/// where it is infinite.
/// - Source: Isserman (1977), Journal of the American Institute of Planners 43, 33-41, for the
///   quotient; Katz et al. (1978), Biometrics 34, 469-474, for the error of the log.
public struct LocationQuotient: StatisticalMethod {
  /// What the area is compared with.
  public enum Base: String, Codable, Hashable, Sendable, CaseIterable {
    /// Other people than those of the area.
    case separate
    /// The area and the others together.
    case partOfBase = "part_of_base"
  }

  /// What the area is compared with.
  public let base: Base
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(base: Base = .separate, level: Double = 0.95) {
    self.base = base
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "location-quotient", title: "Location quotient",
    formula: "(group in the area / area) / (group in the base / base)",
    range: "0 and up; 1 means the share of the base; below 1 the group is under-represented",
    assumptions: [
      "The people are independent draws with one probability in the area and one in the others.",
      "Large-sample approximation on the log scale; do not rank small areas by it.",
    ],
    source: "Isserman (1977), Journal of the American Institute of Planners 43, 33-41; Katz et al. "
      + "(1978), Biometrics 34, 469-474")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: Self.card.id + (base == .separate ? "-separate" : "-nested"),
      convention: (base == .separate
        ? "base of other people" : "base of the area and the others together")
        + ", log-scale interval, " + ConfidenceLevel.words(level))
  }

  /// The quotient of the focal counts, the area, and the reference counts, the base or the others;
  /// or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if table.focalTotal == 0 { return .notEstimable(reason: "Nobody is in the area.") }
    if table.referenceTotal == 0 {
      return .notEstimable(
        reason: base == .separate ? "Nobody is in the base." : "Nobody is outside the area.")
    }
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    if table.selected == 0 {
      return .notEstimable(reason: "Nobody of the group is in the area or in the base.")
    }
    let baseWith = base == .separate ? table.referenceSelected : table.selected
    let baseTotal = base == .separate ? table.referenceTotal : table.total
    guard baseWith > 0 else { return .estimate(.infinity) }
    let value = table.focalRate / (Double(baseWith) / Double(baseTotal))
    guard table.focalSelected > 0 else { return .estimate(0) }
    return .computing { () throws(NumericalError) -> Outcome in
      // 1/x - 1/X is the part without over x X.
      let area =
        Double(table.focalRejected) / Double(table.focalSelected) / Double(table.focalTotal)
      let variance: Double
      switch base {
      case .separate:
        variance =
          area + Double(table.referenceRejected) / Double(table.referenceSelected)
          / Double(table.referenceTotal)
      case .partOfBase:
        let others = Double(table.referenceSelected) / Double(baseWith)
        variance =
          others * others * area + others / Double(baseWith)
          * (Double(table.referenceRejected) / Double(table.referenceTotal))
      }
      let error = variance.squareRoot()
      let reach = try exp(NormalDistribution.standard.criticalValue(level: level) * error)
      return .estimate(
        value, standardError: value * error, from: value / reach, to: value * reach, level: level,
        method: "log-scale delta")
    }
  }
}
