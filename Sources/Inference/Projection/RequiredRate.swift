public import Estimates
import NumericalKernel

/// What one rate would have to be for the expected share to reach a target at its date.
///
/// The share of hires, or the multiplier of promotion or exit chances of the groups followed, at
/// which the expected path meets the target; everything else stays as it was. Where not even the
/// end of the range leads there, the target cannot be reached in this way, which is an outcome. The
/// expected path is meant: at this rate the chance of reaching the target is about one half. Cost:
/// about ten expected paths.
/// - Source: Brent (1973), Algorithms for Minimization without Derivatives, chapter 4, for the root.
public struct RequiredRate: CataloguedMethod {
  /// What is turned.
  public enum Lever: String, Hashable, Sendable, Codable, CaseIterable {
    /// The groups' share of hires, between 0 and 1, the same at every level.
    case hireShare = "hire_share"
    /// The multiplier of the groups' chances of getting to a higher level, up to ten.
    case promotions
    /// The multiplier of the groups' chances of leaving, down to 0.
    case exits

    /// The lever as it is printed.
    public var words: String {
      switch self {
      case .hireShare: "share of hires"
      case .promotions: "multiplier of promotion chances"
      case .exits: "multiplier of exit chances"
      }
    }

    /// The range that is searched.
    var range: ClosedRange<Double> {
      switch self {
      case .hireShare: 0...1
      case .promotions: 0...10
      case .exits: 0...10
      }
    }
  }

  /// What is turned.
  public let lever: Lever
  /// The target.
  public let target: ShareTarget
  /// What was known of the rates before.
  public let prior: DirichletPrior

  /// Makes the method.
  public init(lever: Lever, target: ShareTarget, prior: DirichletPrior = .standard) {
    self.lever = lever
    self.target = target
    self.prior = prior
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "required-rate", title: "Rate needed to reach a target share",
    formula: "the share of hires, or the multiplier of chances, at which the share of n(t + 1) = "
      + "n(t) P + h is the target at its date",
    range: "a share between 0 and 1, or a multiplier between 0 and 10",
    assumptions: [
      "The new rate holds from the first period on; all others stay as they were.",
      "The share expected moves one way with the rate.",
      "At this rate the target is reached about as often as not.",
    ],
    source: "Brent (1973), Algorithms for Minimization without Derivatives, chapter 4")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: Self.card.id + "-" + lever.rawValue.replacing("_", with: "-"),
      convention: "\(lever.words), target \(ConfidenceLevel.percent(target.value)) % by period "
        + "\(target.by), expected path, \(prior.words)")
  }

  /// The rate, or why there is none.
  public func callAsFunction(_ chain: LevelChain, share: FollowedShare) -> Outcome {
    if let problem = share.problem(in: chain) ?? target.problem {
      return .notEstimable(reason: problem)
    }
    guard target.by <= 1_000 else {
      return .notEstimable(reason: "The target's date lies more than 1,000 periods ahead.")
    }
    let (made, problem) = ChainRates.make(
      chain, prior: prior, levers: ChainLevers(groups: chain.groups.count))
    guard made != nil else { return .notEstimable(reason: problem ?? "The rates are not known.") }
    return .computing { () throws(NumericalError) -> Outcome in
      func difference(_ value: Double) -> Double {
        guard let people = expected(value, chain, share), people.everyone > 0 else { return .nan }
        return people.group / people.everyone - target.value
      }
      let range = lever.range
      let low = difference(range.lowerBound)
      let high = difference(range.upperBound)
      guard !low.isNaN, !high.isNaN else {
        return .notEstimable(reason: "Nobody is left to take a share of at the target's date.")
      }
      guard low != high else {
        return .notEstimable(reason: "The \(lever.words) does not change the share.")
      }
      let best = target.direction == .atLeast ? max(low, high) : min(low, high)
      let isReachable = target.direction == .atLeast ? best >= -1e-12 : best <= 1e-12
      guard isReachable else {
        let end = ConfidenceLevel.plain(
          best == low ? range.lowerBound : range.upperBound)
        return .notEstimable(
          reason: "The target cannot be reached in this way: with a \(lever.words) of \(end) the "
            + "share would be \(Self.percent(best + target.value)) %.")
      }
      let worst = target.direction == .atLeast ? min(low, high) : max(low, high)
      let isMetAnyhow = target.direction == .atLeast ? worst >= 0 : worst <= 0
      if isMetAnyhow { return .estimate(worst == low ? range.lowerBound : range.upperBound) }
      if abs(best) <= 1e-12 {
        return .estimate(best == low ? range.lowerBound : range.upperBound)
      }
      return .estimate(
        try RootFinder.brent(
          from: range.lowerBound, to: range.upperBound, tolerance: 1e-12, difference))
    }
  }

  private func expected(
    _ value: Double, _ chain: LevelChain, _ share: FollowedShare
  ) -> (group: Double, everyone: Double)? {
    var levers = ChainLevers(groups: chain.groups.count)
    switch lever {
    case .hireShare:
      // Several groups followed divide the share as their hires were divided.
      let (made, _) = ChainRates.make(chain, prior: prior, levers: levers)
      guard let hires = made?.hires else { return nil }
      let own = share.groups.map { group in
        hires[(group * chain.levels.count)..<((group + 1) * chain.levels.count)].reduce(0, +)
      }
      let all = own.reduce(0, +)
      for (group, number) in zip(share.groups, own) {
        levers.hireShares[group] =
          value * (all > 0 ? number / all : 1 / Double(share.groups.count))
      }
    case .promotions: for group in share.groups { levers.promotions[group] = value }
    case .exits: for group in share.groups { levers.exits[group] = value }
    }
    let (made, _) = ChainRates.make(chain, prior: prior, levers: levers)
    guard let rates = made,
      let cells = ExpectedPath(chain, rates, periods: target.by).cells.last
    else { return nil }
    return share.people(cells, in: chain)
  }

  private static func percent(_ share: Double) -> String {
    ConfidenceLevel.plain((share * 1_000).rounded() / 10)
  }
}
