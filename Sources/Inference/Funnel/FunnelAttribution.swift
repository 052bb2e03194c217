import Aggregates
public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where along a process the difference between two groups at its end arises.
///
///     log impact ratio of the funnel = sum over stages of the log impact ratio of the stage
///     variance of a stage's log impact ratio = 1 / passed - 1 / entered, summed over both groups
///
/// The variances telescope: their sum is the variance of the funnel's log impact ratio. A stage's
/// share is its logarithm over the funnel's, with the delta method's interval. In people: the
/// Shapley part is the mean, over all orders in which stages could be given the reference group's
/// rate, of the people the focal group gains at this stage's turn; the equalized headcount is the
/// gain where this stage alone is changed. The line for the warnings compares rates in whole
/// numbers. Cost: the cube of the number of stages.
/// - Source: Shapley (1953), A Value for n-Person Games; Katz et al. (1978), Biometrics 34,
///   469-474, for the variance of a log ratio; Connecticut v. Teal, 457 U.S. 440 (1982).
public struct FunnelAttribution: CataloguedMethod {
  /// The ratio of rates under which a stage or the funnel is named in a warning.
  public let line: Fraction
  /// The nominal coverage of all intervals.
  public let level: Double

  /// Makes the method.
  public init(line: Fraction = .fourFifths, level: Double = 0.95) {
    self.line = line
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "funnel-attribution", title: "Attribution of a difference to the stages of a funnel",
    formula: "log impact ratio of a stage / log impact ratio of the funnel; Shapley parts of the "
      + "shortfall to the reference rate",
    range: "shares add up to 1, people add up to the shortfall; positive where the stage costs the "
      + "focal group people, negative where it works the other way",
    assumptions: [
      "People pass each stage independently with one probability per group and stage.",
      "Delta-method intervals need more than a few people of each group at the end.",
      "A stage's rate would stay the same if an earlier stage let more people through.",
    ],
    source: "Shapley (1953), A Value for n-Person Games; Katz et al. (1978), Biometrics 34, "
      + "469-474")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "focal / reference, shares of the log impact ratio, people to the reference "
        + "rate, warning line \(line.words), " + ConfidenceLevel.words(level))
  }

  /// The parts of all stages, each with a reason where it is not defined.
  public func callAsFunction(_ counts: FunnelCounts) -> FunnelAttributionResult? {
    let tables = counts.stageTables
    let cumulative = counts.cumulativeTables
    let names = counts.stageNames
    guard let whole = cumulative.last, tables.count == names.count,
      cumulative.count == names.count
    else { return nil }
    let overall = LogRatio(whole)
    let people = FunnelHeadcounts(tables, entered: whole.focalTotal)
    var warnings = FunnelAttribution.warnings(tables: tables, whole: whole, line: line)
    if case .estimate(let estimate) = overall.outcome(level: level),
      estimate.interval?.contains(0) == true
    {
      warnings.append(.unstableShares)
    }
    return FunnelAttributionResult(
      stages: names.indices.map { position in
        let logRatio = LogRatio(tables[position])
        return FunnelAttributionResult.Stage(
          name: names[position], table: tables[position],
          impactRatio: ImpactRatio(level: level)(tables[position]),
          test: PooledZTest()(tables[position]),
          cumulativeImpactRatio: ImpactRatio(level: level)(cumulative[position]),
          logImpactRatio: logRatio.outcome(level: level),
          share: share(of: logRatio, in: overall),
          shapleyHeadcount: people.shapley(position),
          equalizedHeadcount: people.equalized(position))
      },
      table: whole, impactRatio: ImpactRatio(level: level)(whole), test: PooledZTest()(whole),
      logImpactRatio: overall.outcome(level: level),
      shortfall: ShortfallToReferenceRate()(whole), warnings: warnings)
  }

  /// A stage's part of the whole.
  ///
  /// With share s, stage variance v and whole variance V, the delta method gives the variance
  /// `((1 - s)^2 v + s^2 (V - v)) / whole^2`, since stages are uncorrelated.
  private func share(of stage: LogRatio, in whole: LogRatio) -> Outcome {
    if let problem = stage.problem ?? whole.problem ?? ConfidenceLevel.problem(level) {
      return .notEstimable(reason: problem)
    }
    guard whole.isRatioOne == false, whole.value != 0 else {
      return .notEstimable(
        reason: "Both groups get through at the same rate; there is no difference to divide.")
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let share = stage.value / whole.value
      let rest = max(0, whole.variance - stage.variance)
      let error =
        ((1 - share) * (1 - share) * stage.variance + share * share * rest).squareRoot()
        / abs(whole.value)
      let reach = try NormalDistribution.standard.criticalValue(level: level) * error
      return .estimate(
        share, standardError: error, from: share - reach, to: share + reach, level: level,
        method: "delta")
    }
  }

  /// What the last line hides, first against the focal group and then against the other.
  private static func warnings(
    tables: [TwoByTwoTable], whole: TwoByTwoTable, line: Fraction
  ) -> [FunnelWarning] {
    func isUnder(_ table: TwoByTwoTable, _ group: FunnelWarning.Group) -> Bool {
      guard table.problem == nil else { return false }
      switch group {
      case .focal:
        return line.isAbove(
          table.focalSelected, of: table.focalTotal, against: table.referenceSelected,
          of: table.referenceTotal)
      case .reference:
        return line.isAbove(
          table.referenceSelected, of: table.referenceTotal, against: table.focalSelected,
          of: table.focalTotal)
      }
    }
    return FunnelWarning.Group.allCases.flatMap { group -> [FunnelWarning] in
      let under = tables.indices.filter { isUnder(tables[$0], group) }
      switch (isUnder(whole, group), under.isEmpty) {
      case (true, true): return [.accumulated(against: group)]
      case (false, false): return under.map { .hiddenStage(position: $0, against: group) }
      default: return []
      }
    }
  }
}

/// The logarithm of a ratio of two rates with its delta variance.
struct LogRatio {
  /// Why there is none, or `nil`.
  let problem: String?
  /// The logarithm; 0 where there is none.
  let value: Double
  /// `1 / selected - 1 / total`, summed over both groups; 0 where there is none.
  let variance: Double
  /// Whether the rates are equal, in whole numbers.
  let isRatioOne: Bool

  /// The logarithm of a table's impact ratio.
  init(_ table: TwoByTwoTable) {
    var problem = table.problem
    if problem == nil, table.focalSelected == 0 {
      problem = "Nobody of the focal group got through, so the ratio has no logarithm."
    }
    if problem == nil, table.referenceSelected == 0 {
      problem = "Nobody of the reference group got through, so the ratio has no logarithm."
    }
    self.problem = problem
    isRatioOne = table.crossDifference == 0
    guard problem == nil else {
      (value, variance) = (0, 0)
      return
    }
    value = isRatioOne ? 0 : log(table.focalRate / table.referenceRate)
    // (total - selected) / (selected total) is 1 / selected - 1 / total without cancellation.
    func part(_ selected: Int, _ rejected: Int) -> Double {
      Double(rejected) / Double(selected) / Double(selected + rejected)
    }
    variance =
      part(table.focalSelected, table.focalRejected)
      + part(table.referenceSelected, table.referenceRejected)
  }

  /// The logarithm with its interval, or why there is none.
  func outcome(level: Double) -> Outcome {
    if let problem = problem ?? ConfidenceLevel.problem(level) {
      return .notEstimable(reason: problem)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let error = variance.squareRoot()
      let reach = try NormalDistribution.standard.criticalValue(level: level) * error
      return .estimate(
        value, standardError: error, from: value - reach, to: value + reach, level: level,
        method: "log-scale delta")
    }
  }
}
