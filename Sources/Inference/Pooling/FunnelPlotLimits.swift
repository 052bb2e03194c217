public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The limits of a funnel plot: how far from a target share an organisation of some size lies by
/// chance, and by chance with the spread that organisations have anyway.
///
///     none: exact binomial limits, interpolated between whole people
///     multiplicative: target +- z sqrt(phi target (1 - target) / n)
///     additive: target +- z sqrt(target (1 - target) / n + tau^2)
///
/// phi is the mean of the organisations' squared z-scores, the scores drawn in to their lower and
/// upper tenth (winsorised) so that an organisation out of line does not widen the limits it is held
/// to; tau^2 is DerSimonian and Laird's with the same sum. Where the scores spread by no more than
/// chance, phi is 1 and tau 0, and the limits are the exact ones. Limits are cut at 0 and 1.
/// - Source: Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202, sections 3 and 5 and
///   appendix A.1.
public struct FunnelPlotLimits: CataloguedMethod {
  /// What is done about organisations that differ by more than chance.
  public enum Overdispersion: String, Codable, Hashable, Sendable, CaseIterable {
    /// Nothing: exact binomial limits.
    case none
    /// The variance is multiplied by phi.
    case multiplicative
    /// A variance tau squared is added.
    case additive

    /// The choice as it is printed.
    var words: String {
      switch self {
      case .none: "exact binomial"
      case .multiplicative: "variance times winsorised phi"
      case .additive: "winsorised additive variance"
      }
    }
  }

  /// What is done about organisations that differ by more than chance.
  public let overdispersion: Overdispersion
  /// The share of scores drawn in at each end, from 0 to below one half.
  public let winsorised: Double

  /// Makes the method.
  public init(overdispersion: Overdispersion = .additive, winsorised: Double = 0.1) {
    self.overdispersion = overdispersion
    self.winsorised = winsorised
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "funnel-plot-limits", title: "Limits of a funnel plot",
    formula: "target +- z sqrt(target (1 - target) / n), exact, with the variance times phi, or "
      + "with tau squared added",
    range: "0 to 1, on both sides of the target",
    assumptions: [
      "Within an organisation people come independently with its share.",
      "The spread of most organisations is of no interest in itself; what lies outside is to be "
        + "looked into, and is not thereby wrong.",
      "phi and tau of fewer than about ten organisations are rough.",
    ],
    source: "Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: Self.card.id + "-" + (overdispersion == .none ? "exact" : overdispersion.rawValue),
      convention: overdispersion.words
        + (overdispersion == .none
          ? "" : ", scores winsorised at \(ConfidenceLevel.percent(winsorised)) %"))
  }

  /// How organisations spread about a target.
  public struct Spread: Hashable, Sendable {
    /// The mean of the squared scores; 1 where they spread by no more than chance.
    public let phi: Outcome
    /// The standard deviation tau beyond chance, in the unit of the share; 0 where there is none.
    public let deviation: Outcome
    /// Whether the organisations spread by more than chance; `nil` where it is not known.
    public let isOverdispersed: Bool?
  }

  /// How far organisations spread about a target share strictly between 0 and 1.
  public func spread(of organisations: OrganisationCounts, about target: Double) -> Spread {
    let counts = organisations.occupied
    if let problem = Self.problem(target, winsorised) ?? organisations.problem {
      let none = Outcome.notEstimable(reason: problem)
      return Spread(phi: none, deviation: none, isOverdispersed: nil)
    }
    let variances = counts.map { target * (1 - target) / Double($0.total) }
    let scores = zip(counts, variances).map { ($0.share - target) / $1.squareRoot() }
    let sorted = scores.sorted()
    let (low, high) = (
      Self.quantile(sorted, winsorised), Self.quantile(sorted, 1 - winsorised)
    )
    let squares = scores.map { score in
      let drawn = min(max(score, low), high)
      return drawn * drawn
    }
    let sum = CompensatedSum(squares).value
    let degrees = Double(counts.count - 1)
    guard sum > degrees else {
      return Spread(phi: .estimate(1), deviation: .estimate(0), isOverdispersed: false)
    }
    let weights = variances.map { 1 / $0 }
    let all = CompensatedSum(weights).value
    let scale = all - CompensatedSum(weights.map { $0 * $0 }).value / all
    return Spread(
      phi: .estimate(sum / Double(counts.count)),
      deviation: .estimate(((sum - degrees) / scale).squareRoot()), isOverdispersed: true)
  }

  /// The limits for an organisation of some people, as the interval of the target, or why there are
  /// none.
  ///
  /// - Parameters:
  ///   - target: the share aimed at, strictly between 0 and 1.
  ///   - people: how many people an organisation has.
  ///   - spread: how organisations spread, from ``spread(of:about:)``.
  ///   - level: the probability of lying between the limits, commonly 0.95 and 0.998.
  public func limits(
    about target: Double, people: Int, spread: Spread, level: Double
  ) -> Outcome {
    if let problem = Self.problem(target, winsorised) ?? ConfidenceLevel.problem(level) {
      return .notEstimable(reason: problem)
    }
    guard people > 0 else { return .notEstimable(reason: "There is nobody to take a share of.") }
    return .computing { () throws(NumericalError) -> Outcome in
      let chance = target * (1 - target) / Double(people)
      let variance: Double
      switch (overdispersion, spread.phi, spread.deviation) {
      case (.none, _, _):
        return try exact(target, people, level)
      case (.multiplicative, .estimate(let phi), _): variance = chance * phi.value
      case (.additive, _, .estimate(let tau)): variance = chance + tau.value * tau.value
      case (.multiplicative, .notEstimable(let reason), _),
        (.additive, _, .notEstimable(let reason)):
        return .notEstimable(reason: reason)
      default: return .notEstimable(reason: "How organisations spread is not known.")
      }
      if spread.isOverdispersed != true { return try exact(target, people, level) }
      let reach =
        try NormalDistribution.standard.criticalValue(level: level) * variance.squareRoot()
      return .estimate(
        target, from: max(0, target - reach), to: min(1, target + reach), level: level,
        method: "Funnel limits, " + overdispersion.words)
    }
  }

  private func exact(
    _ target: Double, _ people: Int, _ level: Double
  ) throws(NumericalError) -> Outcome {
    let tail = (1 - level) / 2
    return try .estimate(
      target, from: max(0, Self.exactLimit(target, people, lowerTail: tail)),
      to: min(1, 1 - Self.exactLimit(1 - target, people, lowerTail: tail)), level: level,
      method: "Funnel limits, exact binomial")
  }

  /// The interpolated share below which a binomial share falls with a probability.
  ///
  /// r is the smallest number of people whose lower tail exceeds the probability; the limit lies below
  /// it by the part of its own probability that is too much.
  private static func exactLimit(
    _ target: Double, _ people: Int, lowerTail tail: Double
  ) throws(NumericalError) -> Double {
    let distribution = try BinomialDistribution(
      trials: people, probability: target, complement: 1 - target)
    var (low, high) = (-1, people)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if distribution.lowerTail(through: middle) > tail { high = middle } else { low = middle }
    }
    let own = exp(distribution.logProbability(of: high))
    guard own > 0 else { return Double(high) / Double(people) }
    let excess = (distribution.lowerTail(through: high) - tail) / own
    return (Double(high) - excess) / Double(people)
  }

  private static func problem(_ target: Double, _ winsorised: Double) -> String? {
    if !(target > 0 && target < 1) { return "The target must lie strictly between 0 and 1." }
    if !(winsorised >= 0 && winsorised < 0.5) {
      return "The share of scores drawn in must lie between 0 and one half."
    }
    return nil
  }

  /// The quantile of sorted values by linear interpolation (type 7).
  private static func quantile(_ sorted: [Double], _ probability: Double) -> Double {
    let place = probability * Double(sorted.count - 1)
    let below = min(Int(place), sorted.count - 1)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }
}
