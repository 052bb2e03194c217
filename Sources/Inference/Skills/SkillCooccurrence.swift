public import Aggregates
public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How much more, or less, often two skills are found in one person than if they had nothing to do
/// with each other.
///
///     lift = n both / (first x second)
///     Jaccard = both / (people with either)
///     log odds ratio = ln(both neither / (first only x second only))
///
/// Lift: 0 and up, 1 without a connection; its interval is the delta method's on the log scale for a
/// multinomial sample, `variance = (sum over cells of p g^2 - 1) / n` with g the derivative of the log.
/// Jaccard: 0 to 1, Wilson's interval. Log odds ratio: any number, 0 without a connection, delta
/// method's interval. A lift is bounded by how common the skills are; compare pairs by the log odds
/// ratio. A connection over everyone may be that of specializations. Where nobody has both skills
/// the lift is 0 without an interval; the log odds ratio is not defined with an empty cell, and
/// nothing is added to it.
/// - Source: Brin, Motwani and Silverstein (1997), Proceedings of SIGMOD 97, 265-276, for lift;
///   Jaccard (1912), New Phytologist 11, 37-50; Agresti (2013), Categorical Data Analysis, 3rd
///   edition, section 3.1, for the intervals.
public struct SkillCooccurrence: StatisticalMethod {
  /// Which measure.
  public enum Measure: String, Codable, Hashable, Sendable, CaseIterable {
    /// People with both over those expected without a connection.
    case lift
    /// People with both over people with either.
    case jaccard
    /// The logarithm of the odds ratio.
    case logOdds = "log_odds"

    var words: String {
      switch self {
      case .lift: "lift, delta method on the log scale"
      case .jaccard: "Jaccard, Wilson's interval"
      case .logOdds: "log odds ratio, delta method"
      }
    }
  }

  /// Which measure.
  public let measure: Measure
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(_ measure: Measure = .lift, level: Double = 0.95) {
    self.measure = measure
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "skill-cooccurrence", title: "Two skills in one person",
    formula: "n x both / (first x second); both / either; the log odds ratio",
    range: "lift 0 and up, 1 without a connection; Jaccard 0 to 1; log odds any number, 0 without",
    assumptions: [
      "The people are independent draws.",
      "A connection over everyone may be one between specializations.",
    ],
    source: "Brin, Motwani and Silverstein (1997), SIGMOD 97, 265-276; Jaccard (1912), New "
      + "Phytologist 11, 37-50; Agresti (2013), Categorical Data Analysis, 3rd edition, section 3.1"
  )

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: measure.words + ", " + ConfidenceLevel.words(level))
  }

  /// The measure, or why there is none.
  public func callAsFunction(_ pair: SkillPair) -> Outcome {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    switch measure {
    case .lift: return lift(pair)
    case .jaccard:
      guard let count = BinomialCount(successes: pair.both, total: pair.either), pair.either > 0
      else { return .notEstimable(reason: "Nobody has either skill.") }
      return WilsonInterval(level: level)(count)
    case .logOdds: return logOdds(pair)
    }
  }

  private func lift(_ pair: SkillPair) -> Outcome {
    guard pair.first > 0, pair.second > 0 else {
      return .notEstimable(reason: "Nobody has one of the skills, so no number is expected.")
    }
    let people = Double(pair.people)
    let (both, first, second) = (Double(pair.both), Double(pair.first), Double(pair.second))
    let value = people * both / (first * second)
    guard pair.both > 0 else { return .estimate(0) }
    return .computing { () throws(NumericalError) -> Outcome in
      // The derivatives of the log in the shares of both, first only and second only.
      let (one, other) = (people / first, people / second)
      let all = people / both - one - other
      let squares =
        both / people * all * all + (first - both) / people * one * one
        + (second - both) / people * other * other
      let error = max(0, (squares - 1) / people).squareRoot()
      let reach = exp(try NormalDistribution.standard.criticalValue(level: level) * error)
      return .estimate(
        value, from: value / reach, to: value * reach, level: level, method: "log-scale delta")
    }
  }

  private func logOdds(_ pair: SkillPair) -> Outcome {
    let cells = [
      pair.both, pair.people - pair.either, pair.first - pair.both, pair.second - pair.both,
    ].map(Double.init)
    guard cells.allSatisfy({ $0 > 0 }) else {
      return .notEstimable(reason: "One of the four cells is empty, so the odds have no logarithm.")
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let value = log(cells[0] / cells[2] * (cells[1] / cells[3]))
      let error = cells.reduce(0) { $0 + 1 / $1 }.squareRoot()
      let reach = try NormalDistribution.standard.criticalValue(level: level) * error
      return .estimate(
        value, standardError: error, from: value - reach, to: value + reach, level: level,
        method: "delta")
    }
  }
}

/// How many of some people have each of two skills, and how many have both.
public struct SkillPair: Hashable, Sendable, Codable {
  /// Everyone.
  public let people: Int
  /// Those with the first skill.
  public let first: Int
  /// Those with the second skill.
  public let second: Int
  /// Those with both.
  public let both: Int

  /// Makes a pair; `nil` where the counts are impossible.
  public init?(people: Int, first: Int, second: Int, both: Int) {
    guard both >= 0, both <= min(first, second), max(first, second) <= people,
      first - both <= people - second
    else { return nil }
    self.people = people
    self.first = first
    self.second = second
    self.both = both
  }

  /// Reads a pair, with the conditions of a new one.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard
      let pair = SkillPair(
        people: try container.decode(Int.self, forKey: .people),
        first: try container.decode(Int.self, forKey: .first),
        second: try container.decode(Int.self, forKey: .second),
        both: try container.decode(Int.self, forKey: .both))
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .both, in: container,
        debugDescription: "The counts of the two skills are impossible.")
    }
    self = pair
  }

  /// Those with either skill.
  public var either: Int { first - both + second }

  /// The second skill among those with the first and among those without it, for tests of a
  /// connection.
  public var table: TwoByTwoTable? {
    TwoByTwoTable(
      focalSelected: both, focalRejected: first - both, referenceSelected: second - both,
      referenceRejected: people - either)
  }
}
