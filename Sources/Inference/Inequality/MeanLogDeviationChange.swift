public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why the mean log deviation changed between two dates, by groups, in four terms.
///
///     within groups           = sum average p_g change of L_g
///     composition, within     = sum average L_g change of p_g
///     composition, between    = - sum average (ln r_g) change of p_g
///     relative means          = - sum average p_g change of ln r_g
///
/// p_g: a group's share of people, L_g: its mean log deviation, r_g: its mean over everybody's;
/// averages are over the two dates. The four add up to the change exactly. Groups' means are taken
/// relative to everybody's at the same date; the approximation of the last two terms that uses
/// absolute means is not. People of the two dates are treated as independent, so where the same
/// people appear at both, the standard errors are too large for changes that everybody shared. The
/// influences are those of p_g, L_g and ln r_g,
///
///     [in g] - p_g,  [in g] influence on L_g / p_g,  [in g] (z_g - 1) / p_g - (z - 1)
/// - Source: Mookherjee and Shorrocks (1982), Economic Journal 92, 886-902.
public struct MeanLogDeviationChange: CataloguedMethod {
  /// The change and its terms, later minus earlier.
  public struct Result: Hashable, Sendable {
    /// The change of everybody's mean log deviation.
    public let change: Outcome
    /// Inequality within the groups changed.
    public let withinGroups: Outcome
    /// People moved to groups with more or less inequality within them.
    public let compositionWithin: Outcome
    /// People moved to groups with means nearer to or farther from everybody's.
    public let compositionBetween: Outcome
    /// The groups' means moved apart or together.
    public let relativeMeans: Outcome
  }

  /// The nominal coverage of the intervals.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "mean-log-deviation-change", title: "Change of the mean log deviation by groups",
    formula: "sum p ΔL + sum L Δp - sum ln r Δp - sum p Δ ln r, averages over the two dates; p a "
      + "group's share of people, L its mean log deviation, r its mean over everybody's",
    range: "any number; positive where inequality grew; the four terms add up to the change",
    assumptions: [
      "The same groups exist at both dates.",
      "Every amount is above 0.",
      "The intervals treat the people of the two dates as independent.",
    ],
    source: "Mookherjee and Shorrocks (1982), Economic Journal 92, 886-902")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "later minus earlier, averages over both dates, exact with means relative to "
        + "everybody's, standard errors from influence functions with n / (n - 1), "
        + "\(IntervalScale.identity.words), \(ConfidenceLevel.words(level))")
  }

  /// The change and its terms, or why there is none in each of its outcomes.
  public func callAsFunction(earlier: GroupedAmounts, later: GroupedAmounts) -> Result {
    do throws(InequalityProblem) {
      guard earlier.labels == later.labels else {
        throw InequalityProblem(reason: "The groups of the two dates are not the same.")
      }
      return parts(try GroupStates(earlier, date: "earlier"), try GroupStates(later, date: "later"))
    } catch {
      let none = Outcome.notEstimable(reason: error.reason)
      return Result(
        change: none, withinGroups: none, compositionWithin: none, compositionBetween: none,
        relativeMeans: none)
    }
  }

  private func parts(_ earlier: GroupStates, _ later: GroupStates) -> Result {
    func term(_ first: [Double], _ second: [Double]) -> Double {
      CompensatedSum(zip(first, second).map { $0 * $1 }).value
    }
    let people = Movement(earlier.shares, later.shares)
    let inside = Movement(earlier.deviations, later.deviations)
    let means = Movement(earlier.logMeans, later.logMeans)
    let early = earlier.errors(sign: -1, people, inside, means)
    let late = later.errors(sign: 1, people, inside, means)
    func outcome(_ value: Double, _ place: Int) -> Outcome {
      let error: Double? =
        if let first = early[place], let second = late[place] {
          (first * first + second * second).squareRoot()
        } else { nil }
      return LinearizedValue(value: value, standardError: error)
        .outcome(level: level, scale: .identity)
    }
    return Result(
      change: outcome(later.total - earlier.total, 0),
      withinGroups: outcome(term(people.average, inside.change), 1),
      compositionWithin: outcome(term(inside.average, people.change), 2),
      compositionBetween: outcome(-term(means.average, people.change), 3),
      relativeMeans: outcome(-term(people.average, means.change), 4))
  }
}

/// The averages and the changes of the groups' numbers.
private struct Movement {
  let average: [Double]
  let change: [Double]

  init(_ earlier: [Double], _ later: [Double]) {
    average = zip(earlier, later).map { ($0 + $1) / 2 }
    change = zip(earlier, later).map { $1 - $0 }
  }
}

/// What the groups are like at one date.
private struct GroupStates {
  private static let kernel = EntropyKernel(exponent: 0)

  let amounts: GroupedAmounts
  let total: Double
  let shares: [Double]
  let deviations: [Double]
  let logMeans: [Double]

  init(_ amounts: GroupedAmounts, date: String) throws(InequalityProblem) {
    if let problem = amounts.problem ?? amounts.everybody.problem(zeros: .no) {
      throw InequalityProblem(reason: "At the \(date) date: \(problem)")
    }
    self.amounts = amounts
    shares = amounts.shares
    logMeans = amounts.relativeMeans.map { log($0) }
    total = try Self.kernel.linearized(amounts.everybody).value
    deviations = try amounts.groups.map { group throws(InequalityProblem) in
      try Self.kernel.linearized(group).value
    }
  }

  /// The standard errors that this date's people give the change and its four terms.
  func errors(
    sign: Double, _ people: Movement, _ inside: Movement, _ means: Movement
  ) -> [Double?] {
    func mean(_ values: [Double]) -> Double {
      CompensatedSum(zip(shares, values).map { $0 * $1 }).value
    }
    let meanChangeInside = mean(inside.change)
    let meanInside = mean(inside.average)
    let meanChangeOfMeans = mean(means.change)
    let meanOfMeans = mean(means.average)
    var sums = Array(repeating: InfluenceSum(), count: 5)
    amounts.visit { value, group, weight, squaredWeight in
      let z = value / amounts.everybody.mean
      let ownZ = value / amounts.groups[group].mean
      let share = shares[group]
      let onDeviation = Self.kernel.influence(ownZ, entropy: deviations[group]) / share
      let onLogMean = (ownZ - 1) / share
      func add(_ influence: Double, to place: Int) {
        sums[place].add(influence, weight: weight, squaredWeight: squaredWeight)
      }
      add(Self.kernel.influence(z, entropy: total), to: 0)
      add(
        (inside.change[group] - meanChangeInside) / 2
          + sign * people.average[group] * onDeviation, to: 1)
      add(
        people.change[group] * onDeviation / 2 + sign * (inside.average[group] - meanInside),
        to: 2)
      add(
        -people.change[group] * onLogMean / 2 - sign * (means.average[group] - meanOfMeans), to: 3)
      add(
        -(means.change[group] - meanChangeOfMeans) / 2
          - sign * (people.average[group] * onLogMean - (z - 1)), to: 4)
    }
    return sums.map { amounts.standardError($0) }
  }
}
