public import Estimates
import NumericalKernel

/// The Gini coefficient as a part within groups, a part between them and what their overlap adds.
///
///     within = sum p_g s_g G_g,  between = sum over pairs |s_g p_h - s_h p_g| / 2
///     overlap = G - within - between
///
/// p_g and s_g: a group's shares of people and of all pay. Between is the Gini coefficient if
/// everybody had the mean of the group; overlap is 0 where the groups' ranges of pay do not overlap
/// and above 0 otherwise. The overlap is no remainder of an error: the index cannot be divided into
/// two parts. The share between is between / total. The influences are
///
///     within:  s_g G_g + p_g G_g z + s_g influence on G_g - within (1 + z)
///     between: a_g z - b_g - between (1 + z)
///
/// with a_g and b_g the shares of people and of pay of groups with lower means minus those with
/// higher means.
/// - Source: Bhattacharya and Mahalanobis (1967), Journal of the American Statistical Association
///   62, 143-161; Lambert and Aronson (1993), Economic Journal 103, 1221-1227, for the overlap.
public struct GiniDecomposition: CataloguedMethod {
  /// One group's own index.
  public struct Group: Hashable, Sendable {
    /// The group's name.
    public let label: String
    /// Its share of all people, or of all weight.
    public let shareOfPeople: Double
    /// Its share of all pay.
    public let shareOfAmounts: Double
    /// Its own coefficient, with the standard error of its own people.
    public let coefficient: Outcome
  }

  /// The decomposition.
  public struct Result: Hashable, Sendable {
    /// The coefficient of everybody.
    public let total: Outcome
    /// The part within groups.
    public let within: Outcome
    /// The part between the groups' means.
    public let between: Outcome
    /// What the overlap of the groups adds.
    public let overlap: Outcome
    /// The part between groups over the total.
    public let betweenShare: Outcome
    /// The groups, in the order given; empty where nothing can be computed.
    public let groups: [Group]
  }

  /// The nominal coverage of the intervals.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "gini-decomposition", title: "Gini coefficient within, between and by overlap of groups",
    formula: "within = sum p s G_g, between = Gini of the group means, overlap = G - within - "
      + "between, p and s a group's shares of people and of pay",
    range: "0 to 1 each; the three add up to the Gini coefficient",
    assumptions: [
      "The intervals treat people, with their groups, as independent draws of one process.",
      "The part within has weights that do not add up to 1.",
      "Where two groups have the same mean the part between has a kink and its error is too small.",
    ],
    source: "Bhattacharya and Mahalanobis (1967), Journal of the American Statistical Association "
      + "62, 143-161; Lambert and Aronson (1993), Economic Journal 103, 1221-1227")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "not corrected for n, standard errors from influence functions with n / (n - 1), "
        + "\(IntervalScale.logit.words), \(ConfidenceLevel.words(level))")
  }

  /// The decomposition, or why there is none in each of its outcomes.
  public func callAsFunction(_ amounts: GroupedAmounts) -> Result {
    do throws(InequalityProblem) {
      if let problem = amounts.problem { throw InequalityProblem(reason: problem) }
      let method = GiniCoefficient(level: level)
      let total = try method.linearized(amounts.everybody)
      let own = try amounts.groups.map { group throws(InequalityProblem) in
        try method.linearized(group)
      }
      return parts(amounts, own: own, total: total)
    } catch {
      let none = Outcome.notEstimable(reason: error.reason)
      return Result(
        total: none, within: none, between: none, overlap: none, betweenShare: none, groups: [])
    }
  }

  private func parts(
    _ amounts: GroupedAmounts, own: [LinearizedValue], total: LinearizedValue
  ) -> Result {
    let (people, means) = (amounts.shares, amounts.relativeMeans)
    let pay = zip(people, means).map { $0 * $1 }
    let coefficients = own.map(\.value)
    let within = CompensatedSum(own.indices.map { people[$0] * pay[$0] * coefficients[$0] }).value
    func lead(_ shares: [Double], of group: Int) -> Double {
      CompensatedSum(
        shares.indices.map {
          means[group] > means[$0] ? shares[$0] : means[group] < means[$0] ? -shares[$0] : 0
        }
      ).value
    }
    let leadsOfPeople = own.indices.map { lead(people, of: $0) }
    let leadsOfPay = own.indices.map { lead(pay, of: $0) }
    let between = CompensatedSum(
      own.indices.map { people[$0] * (means[$0] - 1) * leadsOfPeople[$0] }
    ).value
    let overlap = total.value - within - between
    let share = between / total.value

    var onAll = MeanDifference(amounts.everybody)
    var onOwn = amounts.groups.map { MeanDifference($0) }
    var sums = (InfluenceSum(), InfluenceSum(), InfluenceSum(), InfluenceSum())
    amounts.visit { value, group, weight, squaredWeight in
      let z = value / amounts.everybody.mean
      let ownZ = value / amounts.groups[group].mean
      let gini = coefficients[group]
      let onTotal = onAll.relativeToMean(value, weight: weight) - total.value * (1 + z)
      let onGroup = onOwn[group].relativeToMean(value, weight: weight) - gini * (1 + ownZ)
      let onWithin =
        pay[group] * gini + people[group] * gini * z + pay[group] * onGroup - within * (1 + z)
      let onBetween = leadsOfPeople[group] * z - leadsOfPay[group] - between * (1 + z)
      func add(_ influence: Double, to sum: inout InfluenceSum) {
        sum.add(influence, weight: weight, squaredWeight: squaredWeight)
      }
      add(onWithin, to: &sums.0)
      add(onBetween, to: &sums.1)
      add(onTotal - onWithin - onBetween, to: &sums.2)
      add((onBetween - share * onTotal) / total.value, to: &sums.3)
    }
    func outcome(_ value: Double, _ sum: InfluenceSum) -> Outcome {
      amounts.outcome(value, sum, scale: .logit, level: level)
    }
    return Result(
      total: total.outcome(level: level, scale: .logit), within: outcome(within, sums.0),
      between: outcome(between, sums.1),
      overlap: outcome(abs(overlap) < 1e-14 ? 0 : overlap, sums.2),
      betweenShare: amounts.everybody.areEqual
        ? .notEstimable(reason: "Everybody has the same amount.") : outcome(share, sums.3),
      groups: own.indices.map { index in
        Group(
          label: amounts.labels[index], shareOfPeople: people[index], shareOfAmounts: pay[index],
          coefficient: own[index].outcome(level: level, scale: .logit))
      })
  }
}
