public import Estimates
import NumericalKernel

/// Shares of many cells drawn towards what is expected of them, the raw beside the shrunk.
///
///     share of a cell ~ Beta(M m, M (1 - m)),   count ~ Binomial(people, share)
///     shrunk share = (successes + M m) / (people + M)
///
/// m is the share expected of the cell: that of everyone, or what the main effects of the two
/// attributes give (a logistic regression without interaction). M is found by maximum likelihood
/// with m held; the fewer people a cell has, the more it is drawn. The interval is that of the
/// cell's beta distribution given its count. It takes m and M as known, so it is too short with few
/// cells. Where cells differ by no more than chance M is infinite: every shrunk share is m and has
/// no interval of its own. Never rank cells by their raw shares. Cost: some 200 logarithms per
/// person.
/// - Source: Casella (1985), The American Statistician 39, 83-87, for empirical Bayes; Skellam
///   (1948), Journal of the Royal Statistical Society B 10, 257-261, for the beta-binomial.
public struct ShrunkShares: CataloguedMethod {
  /// What is expected of a cell.
  public enum Centre: String, Codable, Hashable, Sendable, CaseIterable {
    /// The share of everyone.
    case pooled
    /// What both attributes give without an interaction.
    case mainEffects = "main_effects"
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
    /// The correlation of two people of a cell, `1 / (1 + M)`: 0 where cells differ by no more than
    /// chance, 1 where each has nobody or everybody.
    public let correlation: Outcome
    /// How many people the expectation counts as, M; may be infinite.
    public let precision: Outcome
  }

  /// What is expected of a cell.
  public let centre: Centre
  /// The nominal coverage of the intervals.
  public let level: Double

  /// Makes the method.
  public init(centre: Centre = .mainEffects, level: Double = 0.95) {
    self.centre = centre
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "shrunk-shares", title: "Shares of intersections, shrunk (empirical Bayes)",
    formula: "(successes + M x expected share) / (people + M), M by maximum likelihood",
    range: "0 to 1; between the raw share and the expected one",
    assumptions: [
      "True shares spread around the expected ones as a beta distribution does.",
      "The expected shares and their spread are taken as known, so intervals are too short with few "
        + "cells.",
    ],
    source: "Casella (1985), The American Statistician 39, 83-87; Skellam (1948), Journal of the "
      + "Royal Statistical Society B 10, 257-261")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: Self.card.id + (centre == .pooled ? "-pooled" : "-main-effects"),
      convention: (centre == .pooled ? "towards the pooled share" : "towards the main effects")
        + ", beta-binomial maximum likelihood, " + ConfidenceLevel.words(level))
  }

  /// The shares of all cells, each with a reason where it is not defined.
  public func callAsFunction(_ intersections: IntersectionCounts) -> Result {
    let expected = expectedShares(intersections)
    let problem = ConfidenceLevel.problem(level) ?? expected.problem
    guard problem == nil else {
      return result(intersections, expected: nil, spread: nil, problem: problem ?? "")
    }
    let spread = BetaBinomialSpread(intersections.counts, means: expected.shares)
    do throws(NumericalError) {
      guard let theta = try spread.mostLikely() else {
        return result(
          intersections, expected: expected.shares, spread: nil,
          problem: "Every cell has nobody or everybody, so nothing says how far to shrink.")
      }
      return result(intersections, expected: expected.shares, spread: theta, problem: "")
    } catch {
      return result(
        intersections, expected: expected.shares, spread: nil,
        problem: "The computation did not succeed: \(error.description).")
    }
  }

  private func result(
    _ intersections: IntersectionCounts, expected: [Double]?, spread: Double?, problem: String
  ) -> Result {
    let none = Outcome.notEstimable(reason: problem)
    return Result(
      rows: intersections.cells.indices.map { position in
        let cell = intersections.cells[position]
        var shrunk = none
        if let expected, let spread {
          shrunk = Self.shrunk(
            cell.count, towards: expected[position], spread: spread, level: level)
        }
        return Result.Row(
          cell: cell, raw: WilsonInterval(level: level)(cell.count),
          expected: expected.map { .estimate($0[position]) } ?? none, shrunk: shrunk)
      },
      correlation: spread.map { .estimate($0 / (1 + $0)) } ?? none,
      precision: spread.map { .estimate($0 == 0 ? .infinity : 1 / $0) } ?? none)
  }

  /// The mean of the beta distribution given the count, with its central interval.
  static func shrunk(
    _ count: BinomialCount, towards mean: Double, spread: Double, level: Double
  ) -> Outcome {
    guard spread > 0 else { return .estimate(mean) }
    return .computing { () throws(NumericalError) -> Outcome in
      let precision = 1 / spread
      let yes = Double(count.successes) + precision * mean
      let no = Double(count.total - count.successes) + precision * (1 - mean)
      let value = yes / (yes + no)
      // Beyond a million the beta distribution is normal to all digits that matter.
      guard yes + no < 1e6 else {
        let error = (value * (1 - value) / (yes + no + 1)).squareRoot()
        let reach = try NormalDistribution.standard.criticalValue(level: level) * error
        return .estimate(
          value, standardError: error, from: max(0, value - reach), to: min(1, value + reach),
          level: level, method: "empirical Bayes, normal")
      }
      let tail = (1 - level) / 2
      let lower = try BetaDistribution(alpha: yes, beta: no).quantile(tail)
      let upper = try 1 - BetaDistribution(alpha: no, beta: yes).quantile(tail)
      return .estimate(
        value, standardError: (value * (1 - value) / (yes + no + 1)).squareRoot(), from: lower,
        to: upper, level: level, method: "empirical Bayes, beta")
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
    switch centre {
    case .pooled:
      return (intersections.cells.map { _ in pooled.share }, nil)
    case .mainEffects:
      return MainEffects.shares(intersections)
    }
  }
}
