public import Estimates
import NumericalKernel

/// The part of a generalized entropy that lies within groups and the part between them.
///
///     within = sum p_g r_g^a GE_g(a),  between = sum p_g (r_g^a - 1) / (a (a - 1))
///
/// p_g: a group's share of people, r_g: its mean over everybody's. The two add up to the entropy of
/// everybody. The share between is between / total. With few, large groups it cannot reach 1; the
/// maximum between is that of groups of the same sizes, in the order of their means, that do not
/// overlap at all (Elbers, Lanjouw, Mistiaen and Özler), and has no standard error here. The share
/// between is never negative and is above 0 by chance alone, the more so the smaller the groups.
/// The influences are, with `term` and `slope` those of the entropy and z_g the amount over the
/// group's mean,
///
///     contribution: [in g] r_g^a term(z_g) - contribution (1 + a (z - 1))
///     between:      term(r_g) + slope(r_g) (z - r_g) - between (1 + a (z - 1))
/// - Source: Shorrocks (1980), Econometrica 48, 613-625; Elbers, Lanjouw, Mistiaen and Özler
///   (2008), Journal of Economic Inequality 6, 231-256, for the maximum.
public struct GeneralizedEntropyDecomposition: CataloguedMethod {
  /// The parts of one group.
  public struct Group: Hashable, Sendable {
    /// The group's name.
    public let label: String
    /// Its share of all people, or of all weight.
    public let shareOfPeople: Double
    /// Its mean over everybody's.
    public let relativeMean: Double
    /// Its own entropy, with the standard error of its own people.
    public let entropy: Outcome
    /// Its part of the entropy within groups.
    public let contribution: Outcome
  }

  /// The decomposition.
  public struct Result: Hashable, Sendable {
    /// The entropy of everybody.
    public let total: Outcome
    /// The part within groups.
    public let within: Outcome
    /// The part between groups.
    public let between: Outcome
    /// The part between groups over the total.
    public let betweenShare: Outcome
    /// The largest part between groups of these sizes and this order of means.
    public let maximumBetween: Outcome
    /// The part between groups over its maximum.
    public let shareOfMaximum: Outcome
    /// The groups, in the order given; empty where nothing can be computed.
    public let groups: [Group]
  }

  /// The exponent a: 0 for the mean log deviation, 1 for Theil's T.
  public let exponent: Double
  /// The nominal coverage of the intervals.
  public let level: Double

  /// Makes the method.
  public init(exponent: Double, level: Double = 0.95) {
    self.exponent = exponent
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "generalized-entropy-decomposition", title: "Generalized entropy within and between groups",
    formula: "within = sum p r^a GE_g, between = sum p (r^a - 1) / (a (a - 1)), p a group's share "
      + "of people and r its mean over everybody's",
    range: "0 upwards; within and between add up to the total; the share between 0 to 1",
    assumptions: [
      "The intervals treat people, with their groups, as independent draws of one process.",
      "Where the groups' means are nearly the same the error of the part between is too small.",
      "Small groups make the share between larger by chance alone.",
      "The share between says how far means differ, not why.",
    ],
    source: "Shorrocks (1980), Econometrica 48, 613-625; Elbers, Lanjouw, Mistiaen and Özler "
      + "(2008), Journal of Economic Inequality 6, 231-256")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention:
        "a = \(ConfidenceLevel.plain(exponent)), standard errors from influence functions "
        + "with n / (n - 1), \(IntervalScale.logarithm.words) (logit for shares), "
        + ConfidenceLevel.words(level))
  }

  /// The decomposition, or why there is none in each of its outcomes.
  public func callAsFunction(_ amounts: GroupedAmounts) -> Result {
    let kernel = EntropyKernel(exponent: exponent)
    do throws(InequalityProblem) {
      if let problem = amounts.problem ?? kernel.problem(amounts.everybody) {
        throw InequalityProblem(reason: problem)
      }
      let own = try amounts.groups.map { group throws(InequalityProblem) in
        try kernel.linearized(group)
      }
      let total = try kernel.linearized(amounts.everybody)
      return parts(amounts, kernel, own: own, total: total)
    } catch {
      let none = Outcome.notEstimable(reason: error.reason)
      return Result(
        total: none, within: none, between: none, betweenShare: none, maximumBetween: none,
        shareOfMaximum: none, groups: [])
    }
  }

  private func parts(
    _ amounts: GroupedAmounts, _ kernel: EntropyKernel, own: [LinearizedValue],
    total: LinearizedValue
  ) -> Result {
    let (shares, means) = (amounts.shares, amounts.relativeMeans)
    let scales = means.map { kernel.power($0) }
    let heights = means.map { kernel.term($0) }
    let slopes = means.map { kernel.slope($0) }
    let contributions = own.indices.map { shares[$0] * scales[$0] * own[$0].value }
    let within = CompensatedSum(contributions).value
    let between = CompensatedSum(zip(shares, heights).map { $0 * $1 }).value
    let share = between / total.value

    var onWithin = InfluenceSum()
    var onBetween = InfluenceSum()
    var onShare = InfluenceSum()
    var onGroups = own.map { _ in InfluenceSum() }
    amounts.visit { value, group, weight, squaredWeight in
      let z = value / amounts.everybody.mean
      let reach = 1 + exponent * (z - 1)
      let inside = scales[group] * kernel.term(value / amounts.groups[group].mean)
      let outside = heights[group] + slopes[group] * (z - means[group])
      func add(_ influence: Double, to sum: inout InfluenceSum) {
        sum.add(influence, weight: weight, squaredWeight: squaredWeight)
      }
      add(inside - within * reach, to: &onWithin)
      add(outside - between * reach, to: &onBetween)
      add(((1 - share) * outside - share * inside) / total.value, to: &onShare)
      for index in onGroups.indices {
        add((index == group ? inside : 0) - contributions[index] * reach, to: &onGroups[index])
      }
    }
    func outcome(_ value: Double, _ sum: InfluenceSum) -> Outcome {
      amounts.outcome(value, sum, scale: .logarithm, level: level)
    }
    let maximum = kernel.maximumBetween(amounts)
    let same = Outcome.notEstimable(reason: "Everybody has the same amount.")
    let isEqual = amounts.everybody.areEqual
    return Result(
      total: total.outcome(level: level, scale: .logarithm), within: outcome(within, onWithin),
      between: outcome(between, onBetween),
      betweenShare: isEqual
        ? same : amounts.outcome(share, onShare, scale: .logit, level: level),
      maximumBetween: .estimate(maximum),
      shareOfMaximum: isEqual
        ? same
        : maximum > 0
          ? .estimate(min(1, between / maximum))
          : .notEstimable(reason: "With one group nothing can lie between groups."),
      groups: own.indices.map { index in
        Group(
          label: amounts.labels[index], shareOfPeople: shares[index], relativeMean: means[index],
          entropy: own[index].outcome(level: level, scale: .logarithm),
          contribution: outcome(contributions[index], onGroups[index]))
      })
  }
}

extension EntropyKernel {
  /// The largest entropy between groups of the given sizes that do not overlap, in the order of
  /// their means (groups with the same mean in the order given).
  func maximumBetween(_ amounts: GroupedAmounts) -> Double {
    let (shares, means) = (amounts.shares, amounts.relativeMeans)
    let order = means.indices.sorted { (means[$0], $0) < (means[$1], $1) }
    var people = CompensatedSum()
    var below = 0.0
    var sum = CompensatedSum()
    for (place, group) in order.enumerated() {
      people.add(shares[group])
      let ordinate =
        place == order.count - 1
        ? 1 : LorenzOrdinate(at: people.value, of: amounts.everybody).value
      sum.add(shares[group] * term(max(0, ordinate - below) / shares[group]))
      below = ordinate
    }
    return sum.value
  }
}
