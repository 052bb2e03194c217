public import Estimates
import NumericalKernel

/// Where a share is heading: a fan of possible paths, and whether and when it reaches a target.
///
///     n(t + 1) = n(t) P + h
///
/// Each draw takes chances from the Dirichlet distributions of the counted transitions and hires
/// from their gamma distributions (what is not known of the rates), then follows every period: the
/// people of a cell are divided at random by their chances, and hires come at random (chance in
/// what happens). The fan gives quantiles over draws of each period, not a path. A target is reached
/// in the first period that meets it. Draws have random numbers of their own, fixed by the seed, so
/// the answer is the same however many processors share the work. Cost: draws times periods times
/// cells; 10,000 draws over 20 periods of 48 cells take about two seconds of processor time.
/// - Source: Bartholomew, Forbes and McClean (1991), Statistical Techniques for Manpower Planning,
///   chapters 3 and 4.
public struct MarkovProjection: CataloguedMethod {
  /// How many people are hired.
  public enum HireProcess: String, Hashable, Sendable, Codable {
    /// The number of hires of each group and level is a Poisson number.
    case poisson
    /// As many people are hired as expected; who they are is random.
    case multinomial

    /// The process as it is printed.
    public var words: String {
      switch self {
      case .poisson: "Poisson hires"
      case .multinomial: "a fixed number of hires"
      }
    }
  }

  /// The quantiles of the fan.
  public static let probabilities = [0.05, 0.25, 0.5, 0.75, 0.95]

  /// The share to be reached, where there is one.
  public let target: ShareTarget?
  /// How many periods are followed.
  public let horizon: Int
  /// What is changed.
  public let scenario: ProjectionScenario
  /// What was known of the rates before.
  public let prior: DirichletPrior
  /// How many people are hired.
  public let hires: HireProcess
  /// How many draws are made.
  public let draws: Int
  /// The seed of the random numbers.
  public let seed: UInt64
  /// The part of draws that the interval of the time to the target covers.
  public let level: Double

  /// Makes the method.
  public init(
    target: ShareTarget? = nil, horizon: Int = 20, scenario: ProjectionScenario = .asBefore,
    prior: DirichletPrior = .standard, hires: HireProcess = .poisson, draws: Int = 10_000,
    seed: UInt64 = 1, level: Double = 0.9
  ) {
    self.target = target
    self.horizon = horizon
    self.scenario = scenario
    self.prior = prior
    self.hires = hires
    self.draws = draws
    self.seed = seed
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "markov-projection", title: "Markov projection of a share",
    formula: "n(t + 1) = n(t) P + h, with rows of P from Dirichlet distributions, people divided "
      + "multinomially and hires Poisson or multinomial",
    range: "shares and probabilities between 0 and 1; times in periods from 1",
    assumptions: [
      "Rates stay what they were: it says where they lead, not what will happen.",
      "People of one group and level have the same chances, whatever their history.",
      "One person's move does not depend on another's; places that must be filled are not modelled.",
    ],
    source: "Bartholomew, Forbes and McClean (1991), Statistical Techniques for Manpower Planning, "
      + "chapters 3 and 4")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "\(horizon) periods, \(scenario.words), \(prior.words), \(hires.words), "
        + "\(draws) draws, seed \(seed), \(ConfidenceLevel.words(level))")
  }

  /// The projection of a share; every number of it says why where there is none.
  public func callAsFunction(_ chain: LevelChain, share: FollowedShare) -> MarkovProjectionResult {
    func fails(_ reason: String) -> MarkovProjectionResult {
      MarkovProjectionResult(reason: reason)
    }
    if let problem = share.problem(in: chain) ?? scenario.problem(in: chain) ?? target?.problem
      ?? ConfidenceLevel.problem(level)
    {
      return fails(problem)
    }
    guard horizon > 0, horizon <= 1_000 else {
      return fails("The horizon must lie between 1 and 1,000 periods.")
    }
    guard draws > 0, draws <= 1_000_000 else {
      return fails("Between 1 and 1,000,000 draws can be made.")
    }
    if let target, target.by > horizon {
      return fails("The target's date lies beyond the horizon.")
    }
    let (made, problem) = ChainRates.make(
      chain, prior: prior, levers: scenario.levers(in: chain))
    guard let rates = made else { return fails(problem ?? "The rates are not known.") }
    let path = ExpectedPath(chain, rates, periods: horizon)
    let (followed, whole) = share.cells(of: chain)
    let sampler = LevelChainSampler(
      levels: chain.levels.count, stock: chain.groups.flatMap(\.stock), rows: rates.rows,
      hires: rates.hiring, hasFixedTotal: hires == .multinomial, levers: rates.levers,
      followed: followed, whole: whole)
    let drawn = DrawnPaths(
      sampler.paths(draws: draws, periods: horizon, seed: seed), periods: horizon)
    return MarkovProjectionResult(
      stocks: path.cells.map { cells in
        chain.groups.indices.map { group in
          Array(cells[(group * chain.levels.count)..<((group + 1) * chain.levels.count)])
        }
      },
      expected: path.cells.map { cells in
        let (group, everyone) = share.people(cells, in: chain)
        return everyone > 0
          ? .estimate(group / everyone)
          : .notEstimable(reason: "Nobody is left to take a share of.")
      },
      fan: (0..<horizon).map { drawn.quantiles(Self.probabilities, period: $0) },
      arrival: target.map { arrival($0, drawn) })
  }

  private func arrival(_ target: ShareTarget, _ drawn: DrawnPaths) -> TargetArrival {
    let first = drawn.firstPeriods(meeting: target).sorted()
    let never = first.count { $0 == Int.max }
    func chance(_ count: Int) -> Outcome {
      let part = Double(count) / Double(draws)
      return .estimate(
        part, standardError: (part * (1 - part) / Double(draws)).squareRoot())
    }
    /// The first period by which at least this part of draws has arrived; infinite where none has.
    func time(_ probability: Double) -> Double {
      let rank = Int((probability * Double(draws) - 1e-9).rounded(.up))
      let period = first[min(max(rank, 1), draws) - 1]
      return period == Int.max ? .infinity : Double(period)
    }
    let median = time(0.5)
    return TargetArrival(
      target: target,
      byDate: chance(first.count { $0 <= target.by }),
      onDate: chance(drawn.count(meeting: target, period: target.by - 1)),
      never: chance(never),
      medianTime: median.isFinite
        ? .estimate(
          median, from: time((1 - level) / 2), to: time((1 + level) / 2), level: level,
          method: "quantiles over draws")
        : .notEstimable(
          reason: "In half of the draws or more the target is not reached within \(horizon) "
            + "\(horizon == 1 ? "period" : "periods")."))
  }
}
