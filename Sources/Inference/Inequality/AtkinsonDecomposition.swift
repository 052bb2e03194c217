public import Estimates
import NumericalKernel

/// The part of an Atkinson index that lies within groups and the part between them.
///
///     1 - within = sum s_g (1 - A_g),  1 - between = (1 - A) / (1 - within)
///
/// s_g: a group's share of all pay. Within is what could be given up if each group divided its own
/// pay evenly; between is what could be given up after that. They do not add up: the total is
/// within + between - within × between, and the last term is reported as the interaction. The share
/// between is between / total; with the share within it is above 1 by the interaction. The
/// influence of a person on the sum D of r_g p_g (1 - A_g), r_g a group's mean over everybody's, is
/// `r_g (1 - A_g) + (1 - A_g) (z - r_g) - r_g influence on A_g - D z`.
/// - Source: Blackorby, Donaldson and Auersperg (1981), Canadian Journal of Economics 14, 665-685.
public struct AtkinsonDecomposition: CataloguedMethod {
  /// One group's own index.
  public struct Group: Hashable, Sendable {
    /// The group's name.
    public let label: String
    /// Its share of all pay.
    public let shareOfAmounts: Double
    /// Its own index, with the standard error of its own people.
    public let index: Outcome
  }

  /// The decomposition.
  public struct Result: Hashable, Sendable {
    /// The index of everybody.
    public let total: Outcome
    /// The part within groups.
    public let within: Outcome
    /// The part between groups.
    public let between: Outcome
    /// Minus the product of the two, so that the three parts add up to the total.
    public let interaction: Outcome
    /// The part between groups over the total.
    public let betweenShare: Outcome
    /// The groups, in the order given; empty where nothing can be computed.
    public let groups: [Group]
  }

  /// The aversion to inequality eps, positive.
  public let aversion: Double
  /// The nominal coverage of the intervals.
  public let level: Double

  /// Makes the method.
  public init(aversion: Double, level: Double = 0.95) {
    self.aversion = aversion
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "atkinson-decomposition", title: "Atkinson index within and between groups",
    formula: "1 - within = sum s (1 - A_g), 1 - between = (1 - A) / (1 - within), s a group's "
      + "share of all pay",
    range: "0 to 1 each; total = within + between - within × between",
    assumptions: [
      "The intervals treat people, with their groups, as independent draws of one process.",
      "For eps of 1 or more every amount is above 0.",
    ],
    source: "Blackorby, Donaldson and Auersperg (1981), Canadian Journal of Economics 14, 665-685")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "eps = \(ConfidenceLevel.plain(aversion)), groups at their equally distributed "
        + "equivalents, standard errors from influence functions with n / (n - 1), "
        + "\(IntervalScale.logit.words) (identity for the interaction), "
        + ConfidenceLevel.words(level))
  }

  /// The decomposition, or why there is none in each of its outcomes.
  public func callAsFunction(_ amounts: GroupedAmounts) -> Result {
    do throws(InequalityProblem) {
      return try parts(amounts)
    } catch {
      let none = Outcome.notEstimable(reason: error.reason)
      return Result(
        total: none, within: none, between: none, interaction: none, betweenShare: none,
        groups: [])
    }
  }

  private func parts(_ amounts: GroupedAmounts) throws(InequalityProblem) -> Result {
    if let problem = amounts.problem { throw InequalityProblem(reason: problem) }
    let method = AtkinsonIndex(aversion: aversion, level: level)
    let total = try method.linearized(amounts.everybody)
    let kernel = EntropyKernel(exponent: 1 - aversion)
    let entropy = try kernel.linearized(amounts.everybody).value
    let entropies = try amounts.groups.map { group throws(InequalityProblem) in
      try kernel.linearized(group).value
    }
    let map = AtkinsonMap(aversion: aversion, entropy: entropy)
    let maps = entropies.map { AtkinsonMap(aversion: aversion, entropy: $0) }
    let own = try amounts.groups.map { group throws(InequalityProblem) in
      try method.linearized(group)
    }
    let means = amounts.relativeMeans
    let pay = zip(amounts.shares, means).map { $0 * $1 }
    let within = CompensatedSum(zip(pay, own).map { $0 * $1.value }).value
    let kept = 1 - within
    let between = (total.value - within) / kept
    let share = between / total.value

    var sums = (InfluenceSum(), InfluenceSum(), InfluenceSum(), InfluenceSum())
    amounts.visit { value, group, weight, squaredWeight in
      let z = value / amounts.everybody.mean
      let onTotal = map.slope * kernel.influence(z, entropy: entropy)
      let onOwn =
        maps[group].slope
        * kernel.influence(value / amounts.groups[group].mean, entropy: entropies[group])
      let groupKept = 1 - own[group].value
      let onKept = groupKept * z - means[group] * onOwn - kept * z
      let onBetween = onTotal / kept + (1 - total.value) / (kept * kept) * onKept
      func add(_ influence: Double, to sum: inout InfluenceSum) {
        sum.add(influence, weight: weight, squaredWeight: squaredWeight)
      }
      add(-onKept, to: &sums.0)
      add(onBetween, to: &sums.1)
      add(onKept * between - within * onBetween, to: &sums.2)
      add((onBetween - share * onTotal) / total.value, to: &sums.3)
    }
    func outcome(_ value: Double, _ sum: InfluenceSum, _ scale: IntervalScale = .logit) -> Outcome {
      amounts.outcome(value, sum, scale: scale, level: level)
    }
    return Result(
      total: total.outcome(level: level, scale: .logit), within: outcome(within, sums.0),
      between: outcome(max(0, between), sums.1),
      interaction: outcome(-within * max(0, between), sums.2, .identity),
      betweenShare: amounts.everybody.areEqual
        ? .notEstimable(reason: "Everybody has the same amount.")
        : outcome(max(0, share), sums.3),
      groups: own.indices.map { index in
        Group(
          label: amounts.labels[index], shareOfAmounts: pay[index],
          index: own[index].outcome(level: level, scale: .logit))
      })
  }
}
