public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A composite index of shortage, with how far the ranking depends on the weights.
///
///     score of an occupation = sum over indicators of weight x standardised value
///
/// Indicators are turned so that high means scarce and standardised; the weights are at least 0 and sum
/// to 1. A composite has no right weights, so the ranking by equal weights stands beside the share of
/// all weightings in which each occupation comes first, or among the first few, and its highest and
/// lowest rank over them. Occupations with the same score share the higher rank. An indicator that is
/// the same for all tells nothing and counts as 0. The cost is the weightings times occupations times
/// indicators; at most 1,000,000 weightings.
/// - Source: Saisana, Saltelli and Tarantola (2005), Journal of the Royal Statistical Society A 168,
///   307-323; OECD (2008), Handbook on Constructing Composite Indicators.
public struct CompositeRanking: CataloguedMethod {
  /// How values are made comparable.
  public enum Standardization: String, Codable, Hashable, Sendable, CaseIterable {
    /// (value - mean) / standard deviation over the occupations, divisor n.
    case standardScore = "standard_score"
    /// (value - lowest) / (highest - lowest).
    case range
  }

  /// One occupation in the ranking.
  public struct Place: Hashable, Sendable {
    /// The occupation.
    public let occupation: String
    /// The score with equal weights; high means scarce.
    public let score: Double
    /// The rank with equal weights, 1 for the scarcest.
    public let rank: Int
    /// The share of weightings in which the occupation is first.
    public let shareFirst: Double
    /// The share of weightings in which it is among the first `top`.
    public let shareInTop: Double
    /// The highest rank over the weightings.
    public let highestRank: Int
    /// The lowest rank over the weightings.
    public let lowestRank: Int
  }

  /// The ranking, or why there is none.
  public enum Result: Hashable, Sendable {
    /// The occupations, in the order given.
    case found([Place])
    /// Why there is no ranking, in words a reader understands.
    case notEstimable(reason: String)
  }

  /// How values are made comparable.
  public let standardization: Standardization
  /// The sets of weights that are gone through.
  public let weights: WeightChoices
  /// How many first places count as the top.
  public let top: Int

  /// Makes the method.
  public init(
    standardization: Standardization = .standardScore, weights: WeightChoices = .grid(steps: 10),
    top: Int = 3
  ) {
    self.standardization = standardization
    self.weights = weights
    self.top = top
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "composite-ranking", title: "Composite ranking with sensitivity to weights",
    formula: "sum of weight x standardised indicator, over many sets of weights",
    range: "ranks from 1, the scarcest; shares of weightings 0 to 1",
    assumptions: [
      "The indicators are turned so that high means scarce.",
      "A low value of one indicator may be made up for by a high one of another.",
      "The shares say how far the ranking depends on weights, not how sure the indicators are.",
    ],
    source:
      "Saisana, Saltelli and Tarantola (2005), Journal of the Royal Statistical Society A 168, "
      + "307-323; OECD (2008), Handbook on Constructing Composite Indicators")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: (standardization == .range ? "range 0 to 1" : "standard scores (divisor n)")
        + ", \(weights.words), top \(top)")
  }

  /// The most sets of weights that are gone through.
  public static let mostWeightings = 1_000_000

  /// The ranking, or why there is none.
  public func callAsFunction(_ indicators: SkillsIndicators) -> Result {
    guard top >= 1 else { return .notEstimable(reason: "The top must hold at least one place.") }
    let values = indicators.indicators.map(standardised)
    let occupations = indicators.occupations.indices
    var tally = Tally(count: occupations.count, top: top)
    let wasDone = WeightSets(weights, indicators: values.count, most: Self.mostWeightings).forEach {
      set in
      tally.add(ranks(Self.scores(values, set, occupations.count)))
    }
    guard wasDone, tally.weightings > 0 else {
      return .notEstimable(
        reason: "There must be at least 1 and at most \(Self.mostWeightings) sets of weights.")
    }
    let equal = Self.scores(
      values, values.map { _ in 1 / Double(values.count) }, occupations.count)
    let equalRanks = ranks(equal)
    return .found(
      occupations.map { position in
        Place(
          occupation: indicators.occupations[position], score: equal[position],
          rank: equalRanks[position],
          shareFirst: Double(tally.first[position]) / Double(tally.weightings),
          shareInTop: Double(tally.inTop[position]) / Double(tally.weightings),
          highestRank: tally.highest[position], lowestRank: tally.lowest[position])
      })
  }

  private func standardised(_ indicator: SkillsIndicators.Indicator) -> [Double] {
    let sign = indicator.isHighScarce ? 1.0 : -1.0
    let values = indicator.values.map { sign * $0 }
    let count = Double(values.count)
    guard let lowest = values.min(), let highest = values.max(), lowest < highest else {
      return values.map { _ in 0 }
    }
    switch standardization {
    case .range: return values.map { ($0 - lowest) / (highest - lowest) }
    case .standardScore:
      let mean = values.reduce(0, +) / count
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
      return values.map { ($0 - mean) / variance.squareRoot() }
    }
  }

  private static func scores(_ values: [[Double]], _ weights: [Double], _ count: Int) -> [Double] {
    (0..<count).map { position in
      zip(values, weights).reduce(0) { $0 + $1.1 * $1.0[position] }
    }
  }

  /// 1 and the number of occupations with a higher score; scores within rounding are the same.
  private func ranks(_ scores: [Double]) -> [Int] {
    scores.map { own in 1 + scores.count { $0 > own + 1e-12 } }
  }

  /// What is counted over the weightings.
  private struct Tally {
    let top: Int
    var weightings = 0
    var first: [Int]
    var inTop: [Int]
    var highest: [Int]
    var lowest: [Int]

    init(count: Int, top: Int) {
      self.top = top
      first = [Int](repeating: 0, count: count)
      inTop = first
      highest = [Int](repeating: count, count: count)
      lowest = [Int](repeating: 1, count: count)
    }

    mutating func add(_ ranks: [Int]) {
      weightings += 1
      for (position, rank) in ranks.enumerated() {
        if rank == 1 { first[position] += 1 }
        if rank <= top { inTop[position] += 1 }
        highest[position] = min(highest[position], rank)
        lowest[position] = max(lowest[position], rank)
      }
    }
  }
}

/// The sets of weights of a choice.
struct WeightSets {
  private let choices: WeightChoices
  private let indicators: Int
  private let most: Int

  init(_ choices: WeightChoices, indicators: Int, most: Int) {
    self.choices = choices
    self.indicators = indicators
    self.most = most
  }

  /// Visits every set; `false` where there are none or too many.
  func forEach(_ body: ([Double]) -> Void) -> Bool {
    switch choices {
    case .grid(let steps):
      guard steps >= 1, gridSize(steps) <= most else { return false }
      var parts = [Int](repeating: 0, count: indicators)
      visit(steps, at: 0, of: steps, &parts, body)
      return true
    case .drawn(let count, let seed):
      guard count >= 1, count <= most else { return false }
      for replicate in 0..<count {
        body(drawn(seed: seed, replicate: UInt64(replicate)))
      }
      return true
    }
  }

  /// The number of ways to share the steps among the indicators, or more than `most`.
  private func gridSize(_ steps: Int) -> Int {
    var ways = 1
    for part in 1..<max(indicators, 1) {
      // (steps + part) choose part, each a whole number.
      let (product, isHigh) = ways.multipliedReportingOverflow(by: steps + part)
      if isHigh { return .max }
      ways = product / part
      if ways > most { return ways }
    }
    return ways
  }

  private func visit(
    _ left: Int, at position: Int, of steps: Int, _ parts: inout [Int], _ body: ([Double]) -> Void
  ) {
    if position == indicators - 1 {
      parts[position] = left
      body(parts.map { Double($0) / Double(steps) })
      return
    }
    for part in 0...left {
      parts[position] = part
      visit(left - part, at: position + 1, of: steps, &parts, body)
    }
  }

  /// Exponential draws over their sum.
  private func drawn(seed: UInt64, replicate: UInt64) -> [Double] {
    var generator = PhiloxGenerator(seed: seed, replicate: replicate)
    let lengths = (0..<indicators).map { _ in
      -log((Double(generator.next() >> 11) + 0.5) * 0x1p-53)
    }
    let total = lengths.reduce(0, +)
    return lengths.map { $0 / total }
  }
}
