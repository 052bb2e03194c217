public import Estimates
import NumericalKernel

/// Shares of many cells drawn towards what is expected of them, the raw beside the shrunk.
///
///     share of a cell ~ Beta(M m, M (1 - m)),   count ~ Binomial(people, share)
///     shrunk share = (successes + M m) / (people + M)
///
/// m is the share expected of the cell: that of everyone, or what the main effects of the two
/// attributes give (a logistic regression without interaction). It is held; the fewer people a cell
/// has, the more it is drawn. Averaged: over all M, weighted by their likelihood where every
/// correlation `1 / (1 + M)` is as likely beforehand. Most likely: at the M of the largest
/// likelihood, as if it were known: in simulations of six cells of 8 to 200 people such a 95 %
/// interval held the true share in 82 % of cases and did not exist in one of four, where the
/// averaged one held it in 93 to 96 %. Where cells differ by no more than chance M is infinite, and
/// at the most likely M every shrunk share is then m, without interval. Never rank cells by their
/// raw shares. For up to a million people; cost: some 1,200 products per person.
/// - Source: Casella (1985), The American Statistician 39, 83-87, for empirical Bayes; Skellam
///   (1948), Journal of the Royal Statistical Society B 10, 257-261, for the beta-binomial; Deely
///   and Lindley (1981), Journal of the American Statistical Association 76, 833-841, for the
///   average.
public struct ShrunkShares: CataloguedMethod {
  /// What is expected of a cell.
  public enum Centre: String, Codable, Hashable, Sendable, CaseIterable {
    /// The share of everyone.
    case pooled
    /// What both attributes give without an interaction.
    case mainEffects = "main_effects"
  }

  /// How the spread of the true shares enters.
  public enum Spread: String, Codable, Hashable, Sendable, CaseIterable {
    /// Every spread, weighted by its likelihood.
    case averaged
    /// The most likely spread, as if it were known.
    case mostLikely = "most_likely"
  }

  /// The shrunk shares and the spread they come from.
  public struct Result: Hashable, Sendable {
    /// One cell.
    public struct Row: Hashable, Sendable {
      /// The cell.
      public let cell: IntersectionCounts.Cell
      /// Its share as counted, with Wilson's interval.
      public let raw: Outcome
      /// The share expected of it.
      public let expected: Outcome
      /// Its share drawn towards that.
      public let shrunk: Outcome
    }

    /// The cells in their order.
    public let rows: [Row]
    /// The most likely correlation of two people of a cell, `1 / (1 + M)`: 0 where cells differ by
    /// no more than chance, not defined where each has nobody or everybody.
    public let correlation: Outcome
    /// How many people the expectation counts as at that correlation, M; may be infinite.
    public let precision: Outcome
  }

  /// What is expected of a cell.
  public let centre: Centre
  /// How the spread of the true shares enters.
  public let spread: Spread
  /// The nominal coverage of the intervals.
  public let level: Double

  /// Makes the method.
  public init(
    centre: Centre = .mainEffects, spread: Spread = .averaged, level: Double = 0.95
  ) {
    self.centre = centre
    self.spread = spread
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "shrunk-shares", title: "Shares of intersections, shrunk (empirical Bayes)",
    formula: "(successes + M x expected share) / (people + M), averaged over M by its likelihood",
    range: "0 to 1; between the raw share and the expected one",
    assumptions: [
      "True shares spread around the expected ones as a beta distribution does.",
      "The expected shares are taken as known; at the most likely spread so is that, and intervals "
        + "are then far too short with few cells.",
    ],
    source: "Casella (1985), The American Statistician 39, 83-87; Skellam (1948), Journal of the "
      + "Royal Statistical Society B 10, 257-261")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: Self.card.id + (centre == .pooled ? "-pooled" : "-main-effects"),
      convention: (centre == .pooled ? "towards the pooled share" : "towards the main effects")
        + ", beta-binomial, " + spread.words + ", " + ConfidenceLevel.words(level))
  }

  /// The shares of all cells, each with a reason where it is not defined.
  public func callAsFunction(_ intersections: IntersectionCounts) -> Result {
    let expected = expectedShares(intersections)
    let problem = ConfidenceLevel.problem(level) ?? expected.problem
    guard problem == nil else {
      return result(
        intersections, expected: nil, likely: nil, spreads: [], problem: problem ?? "")
    }
    let model = BetaBinomialSpread(intersections.counts, means: expected.shares)
    let unbounded = "Every cell has nobody or everybody, so nothing says how far to shrink."
    do throws(NumericalError) {
      let likely = try model.mostLikely()
      let spreads: [(theta: Double, weight: Double)] =
        switch spread {
        case .averaged: try model.averaged()
        case .mostLikely: likely.map { [(theta: $0, weight: 1)] } ?? []
        }
      return result(
        intersections, expected: expected.shares, likely: likely, spreads: spreads,
        problem: unbounded)
    } catch {
      return result(
        intersections, expected: expected.shares, likely: nil, spreads: [],
        problem: "The computation did not succeed: \(error.description).")
    }
  }

  private func result(
    _ intersections: IntersectionCounts, expected: [Double]?, likely: Double?,
    spreads: [(theta: Double, weight: Double)], problem: String
  ) -> Result {
    let none = Outcome.notEstimable(reason: problem)
    return Result(
      rows: intersections.cells.indices.map { position in
        let cell = intersections.cells[position]
        var shrunk = none
        if let expected, !spreads.isEmpty {
          shrunk = Self.shrunk(
            cell.count, towards: expected[position], spreads: spreads, level: level)
        }
        return Result.Row(
          cell: cell, raw: WilsonInterval(level: level)(cell.count),
          expected: expected.map { .estimate($0[position]) } ?? none, shrunk: shrunk)
      },
      correlation: likely.map { .estimate($0 / (1 + $0)) } ?? none,
      precision: likely.map { .estimate($0 == 0 ? .infinity : 1 / $0) } ?? none)
  }

  /// The mean of the beta distributions given the count, with their central interval; the expected
  /// share alone where there is no spread.
  private static func shrunk(
    _ count: BinomialCount, towards mean: Double, spreads: [(theta: Double, weight: Double)],
    level: Double
  ) -> Outcome {
    guard spreads.allSatisfy({ $0.theta > 0 }) else { return .estimate(mean) }
    return .computing { () throws(NumericalError) -> Outcome in
      let mixture = BetaMixture(
        components: spreads.map { spread in
          BetaMixture.Component(
            weight: spread.weight, alpha: Double(count.successes) + mean / spread.theta,
            beta: Double(count.total - count.successes) + (1 - mean) / spread.theta)
        })
      let tail = (1 - level) / 2
      return try .estimate(
        mixture.mean, standardError: mixture.variance.squareRoot(),
        from: mixture.lowerLimit(tail), to: mixture.upperLimit(tail), level: level,
        method: "empirical Bayes")
    }
  }

  /// What is expected of each cell, or why nothing is.
  private func expectedShares(
    _ intersections: IntersectionCounts
  ) -> (shares: [Double], problem: String?) {
    guard intersections.counts.count(where: { $0.total > 0 }) >= 2 else {
      return ([], "Shrinking needs two cells or more with people.")
    }
    guard let pooled = intersections.pooled, pooled.successes > 0, pooled.successes < pooled.total
    else { return ([], "Nobody or everybody has the outcome, so there is nothing to shrink.") }
    guard pooled.total <= 1_000_000 else {
      return ([], "Shares are shrunk for at most a million people.")
    }
    switch centre {
    case .pooled:
      return (intersections.cells.map { _ in pooled.share }, nil)
    case .mainEffects:
      return MainEffects.shares(intersections)
    }
  }
}

extension ShrunkShares.Spread {
  /// The choice as it is printed.
  var words: String {
    switch self {
    case .averaged: "averaged over every spread by its likelihood"
    case .mostLikely: "most likely spread taken as known"
    }
  }
}
