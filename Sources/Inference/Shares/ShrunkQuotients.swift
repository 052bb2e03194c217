import Aggregates
public import Estimates

/// Location quotients of many areas drawn towards 1, the raw beside the shrunk.
///
///     shrunk quotient = shrunk share of the area / share of all areas together
///
/// The shares are shrunk towards the share of all areas by a beta-binomial model; the areas make up
/// the base and no person is in two. Rank areas by the shrunk quotients: the raw ones put the
/// smallest areas first and last by chance. The share of all areas is taken as known. For up to a
/// million people.
/// - Source: Casella (1985), The American Statistician 39, 83-87, for empirical Bayes; Isserman
///   (1977), Journal of the American Institute of Planners 43, 33-41, for the quotient.
public struct ShrunkQuotients: CataloguedMethod {
  /// One area.
  public struct Row: Hashable, Sendable {
    /// The area's people, and those of them in the group.
    public let area: GroupCount
    /// Its quotient as counted, with the interval of an area that is part of the base.
    public let raw: Outcome
    /// Its quotient drawn towards 1.
    public let shrunk: Outcome
  }

  /// How the spread of the true shares enters.
  public let spread: ShrunkShares.Spread
  /// The nominal coverage of the intervals.
  public let level: Double

  /// Makes the method.
  public init(spread: ShrunkShares.Spread = .averaged, level: Double = 0.95) {
    self.spread = spread
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "shrunk-quotients", title: "Location quotients, shrunk (empirical Bayes)",
    formula: "(successes + M x share of all) / (people + M) / share of all, averaged "
      + "over M by its likelihood",
    range: "0 and up; between the raw quotient and 1",
    assumptions: [
      "The areas make up the base and no person is in two.",
      "True shares spread around the share of all as a beta distribution does.",
      "The share of all is taken as known.",
    ],
    source: "Casella (1985), The American Statistician 39, 83-87; Isserman (1977), Journal of the "
      + "American Institute of Planners 43, 33-41")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "towards the share of all areas, beta-binomial, \(spread.words), "
        + ConfidenceLevel.words(level))
  }

  /// The quotients in the order of the areas, each with a reason where it is not defined.
  public func callAsFunction(_ areas: [GroupCount]) -> [Row] {
    let with = areas.reduce(0) { $0 + $1.selected }
    let everyone = areas.reduce(0) { $0 + $1.total }
    let counts = areas.map { BinomialCount(successes: $0.selected, total: $0.total) }
    let cells = counts.enumerated().compactMap { position, count in
      count.map { IntersectionCounts.Cell(first: "\(position)", second: "", count: $0) }
    }
    let shares = IntersectionCounts(cells).map {
      ShrunkShares(centre: .pooled, spread: spread, level: level)($0).rows.map(\.shrunk)
    }
    return areas.indices.map { position in
      let area = areas[position]
      let table = TwoByTwoTable(
        focalSelected: area.selected, focalRejected: area.total - area.selected,
        referenceSelected: with - area.selected,
        referenceRejected: everyone - area.total - (with - area.selected))
      let none = Outcome.notEstimable(reason: "The counts are impossible.")
      return Row(
        area: area,
        raw: table.map { LocationQuotient(base: .partOfBase, level: level)($0) } ?? none,
        shrunk: shares.map { Self.over($0[position], with: with, everyone: everyone) } ?? none)
    }
  }

  /// A share over that of everyone.
  private static func over(_ outcome: Outcome, with: Int, everyone: Int) -> Outcome {
    guard case .estimate(let estimate) = outcome else { return outcome }
    func quotient(_ share: Double) -> Double { share * Double(everyone) / Double(with) }
    guard let interval = estimate.interval else { return .estimate(quotient(estimate.value)) }
    return .estimate(
      quotient(estimate.value), standardError: estimate.standardError.map(quotient),
      from: quotient(interval.lower), to: quotient(interval.upper), level: interval.level,
      method: interval.method)
  }
}
