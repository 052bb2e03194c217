public import Estimates
import NumericalKernel

/// People with a property among those of a finite population who answered.
public struct FinitePopulationCount: Hashable, Sendable, Codable {
  /// Those who answered.
  public let answered: BinomialCount
  /// Everyone, those who did not answer included.
  public let population: Int

  /// Makes a count; `nil` where more answered than there are people.
  public init?(successes: Int, answered: Int, population: Int) {
    guard let count = BinomialCount(successes: successes, total: answered),
      answered <= population
    else { return nil }
    self.answered = count
    self.population = population
  }

  /// Reads a count, with the conditions of a new one.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let count = try container.decode(BinomialCount.self, forKey: .answered)
    let population = try container.decode(Int.self, forKey: .population)
    guard
      let whole = FinitePopulationCount(
        successes: count.successes, answered: count.total, population: population)
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .population, in: container,
        debugDescription: "No more people answer than there are.")
    }
    self = whole
  }

  /// The shares of the population that remain possible whatever the others are.
  var possible: ClosedRange<Double> {
    let others = population - answered.total
    let whole = Double(population)
    return Double(answered.successes) / whole...Double(answered.successes + others) / whole
  }
}

/// The share of a finite population, from those of it who answered.
///
///     Wilson: n (N - 1) / (N - n) people in place of n, n of N answered
///     exact:  every M of N for which the hypergeometric tails that hold the x seen are both above
///             (1 - level) / 2
///
/// Range 0 to 1. Where everyone answered there is no sampling error and both limits are the share
/// itself. Limits outside what the answers leave possible, x / N to (x + N - n) / N, are drawn in.
/// The answers must be as good as a random draw; who does not answer seldom is. Cost of the exact
/// interval: some 40 hypergeometric tails. For up to ten million people.
/// - Source: Cochran (1977), Sampling Techniques, chapters 2 and 3; Buonaccorsi (1987), The
///   American Statistician 41, 215-218, for the exact limits.
public struct FinitePopulationShare: StatisticalMethod {
  /// How the limits are found.
  public enum Limits: String, Codable, Hashable, Sendable, CaseIterable {
    /// Wilson's score limits with the finite population's number of people.
    case wilson
    /// The hypergeometric distribution inverted.
    case exact
  }

  /// How the limits are found.
  public let limits: Limits
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(limits: Limits = .wilson, level: Double = 0.95) {
    self.limits = limits
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "finite-population-share", title: "Share of a finite population",
    formula: "successes / answered, for all people of whom so many answered",
    range: "0 to 1; a certain number where everyone answered",
    assumptions: [
      "Those who answered are a random draw without replacement from a population of known size."
    ],
    source: "Cochran (1977), Sampling Techniques, chapters 2 and 3; Buonaccorsi (1987), The "
      + "American Statistician 41, 215-218")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: FinitePopulationShare.card.id + "-" + limits.rawValue,
      convention: limits.words + ", " + ConfidenceLevel.words(level), inference: .finitePopulation)
  }

  /// The share, or why there is none.
  public func callAsFunction(_ count: FinitePopulationCount) -> Outcome {
    if let problem = count.answered.problem ?? ConfidenceLevel.problem(level) {
      return .notEstimable(reason: problem)
    }
    guard count.population <= 10_000_000 else {
      return .notEstimable(
        reason: "Shares of finite populations are made for at most ten million people.")
    }
    let share = count.answered.share
    return .computing { () throws(NumericalError) -> Outcome in
      guard count.answered.total < count.population else {
        return .estimate(
          share, standardError: 0, from: share, to: share, level: level,
          method: "none, everyone answered")
      }
      let ends =
        switch limits {
        case .wilson: try wilson(count)
        case .exact: try exact(count)
        }
      return .estimate(
        share, from: ends.lower, to: ends.upper, level: level, method: limits.words)
    }
  }

  private func wilson(
    _ count: FinitePopulationCount
  ) throws(NumericalError) -> (lower: Double, upper: Double) {
    let (n, whole) = (Double(count.answered.total), Double(count.population))
    let factor = (whole - 1) / (whole - n)
    let limits = WilsonInterval.limits(
      successes: Double(count.answered.successes) * factor, total: n * factor,
      z: try NormalDistribution.standard.criticalValue(level: level))
    return (
      max(limits.lower, count.possible.lowerBound), min(limits.upper, count.possible.upperBound)
    )
  }

  /// The smallest and the largest number of the population that neither tail rejects.
  ///
  /// Both tails are monotone in that number, so bisection finds the ends. A tail equal to half the
  /// error within one part in a thousand million is rejected.
  private func exact(
    _ count: FinitePopulationCount
  ) throws(NumericalError) -> (lower: Double, upper: Double) {
    let (seen, n, whole) = (count.answered.successes, count.answered.total, count.population)
    let tail = (1 - level) / 2 * (1 + 1e-9)
    func distribution(_ marked: Int) throws(NumericalError) -> Hypergeometric {
      try Hypergeometric(population: whole, marked: marked, drawn: n)
    }
    let possible = seen...(seen + whole - n)
    var (lower, rejected) = (possible.upperBound, possible.lowerBound - 1)
    while lower - rejected > 1 {
      let next = rejected + (lower - rejected) / 2
      if try distribution(next).upperTail(from: seen) > tail {
        lower = next
      } else {
        rejected = next
      }
    }
    var upper = possible.lowerBound
    rejected = possible.upperBound + 1
    while rejected - upper > 1 {
      let next = upper + (rejected - upper) / 2
      if try distribution(next).lowerTail(through: seen) > tail {
        upper = next
      } else {
        rejected = next
      }
    }
    return (Double(lower) / Double(whole), Double(upper) / Double(whole))
  }
}

extension FinitePopulationShare.Limits {
  /// The limits as they are printed.
  var words: String {
    switch self {
    case .wilson: "Wilson score for a finite population"
    case .exact: "exact hypergeometric"
    }
  }
}
