public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The test that the groups have their events at equal rates at every time, by Mantel.
///
///     chi-squared = U' V^-1 U,   U = sum over strata and times of w (events - expected)
///
/// At each time the events are dealt to the people at risk as in a hypergeometric draw, which gives
/// the expectation events x atRisk(group) / atRisk and the variance with (atRisk - 1) below the
/// line. With w = 1 this is the log-rank test; Fleming and Harrington's w = S(t-)^rho, with S the
/// Kaplan-Meier curve of the stratum, gives early times more weight (rho = 1 is Peto and Peto's
/// test). Late entry is allowed. Groups nobody of which could have had an event cost no degree of
/// freedom.
/// - Source: Mantel (1966), Cancer Chemotherapy Reports 50, 163-170; Fleming and Harrington (1981),
///   Communications in Statistics A 10, 763-794.
public struct LogRankTest: StatisticalMethod {
  /// What counts as the event.
  public let event: EventOfInterest
  /// The power of the share without the event by which times are weighted; 0 for equal weights.
  public let rho: Double

  /// Makes the method.
  public init(event: EventOfInterest = .any, rho: Double = 0) {
    self.event = event
    self.rho = rho
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "log-rank", title: "Log-rank test",
    formula: "quadratic form of the sum over strata and event times of w (events - events x people "
      + "at risk of the group / people at risk) with its hypergeometric covariance",
    range: "chi-squared from 0; degrees of freedom are the groups less one; the observed and "
      + "expected events have the direction",
    assumptions: [
      "Those whose watch ended without the event would have fared like those still watched.",
      "Normal approximation to the sum over times.",
      "Rates that cross cancel; look at the curves.",
    ],
    source: "Mantel (1966), Cancer Chemotherapy Reports 50, 163-170; Fleming and Harrington "
      + "(1981), Communications in Statistics A 10, 763-794")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    rho == 0
      ? stamp(convention: "\(event.words), equal weights, hypergeometric variance")
      : stamp(
        id: LogRankTest.card.id + "-fleming-harrington",
        convention: "\(event.words), weight S(t-)^\(ConfidenceLevel.plain(rho)), hypergeometric "
          + "variance")
  }

  /// The test of equal rates, or why there is none.
  public func callAsFunction(_ tables: StratifiedRiskTables) -> Outcome {
    switch comparison(tables) {
    case .notEstimable(let reason): return .notEstimable(reason: reason)
    case .found(let comparison):
      // The last group's difference is minus the sum of the others.
      let free = comparison.observed.indices.dropLast()
      let matrix = InformationMatrix(
        free.map { row in free.map { comparison.covariance[row][$0] } })
      guard matrix.rank > 0 else {
        return .notEstimable(reason: "At no event were people of two groups at risk.")
      }
      let differences = free.map { comparison.differences[$0] }
      let statistic = matrix.quadraticForm(differences)
      let freedom = Double(matrix.rank)
      return .computing { () throws(NumericalError) -> Outcome in
        try .test(
          "chi-squared", statistic, degreesOfFreedom: freedom,
          pValue: matrix.rank == 1
            ? NormalDistribution.standard.twoSidedTail(statistic.squareRoot())
            : ChiSquared(degreesOfFreedom: freedom).upperTail(statistic),
          convention: comparison.naming(stamp.convention))
      }
    }
  }

  /// What the test is made of, or why there is none.
  public func comparison(
    _ tables: StratifiedRiskTables
  ) -> SurvivalOutcome<LogRankComparison> {
    guard rho.isFinite else { return .notEstimable(reason: "The weight's power is not finite.") }
    guard let groups = tables.strata.first?.table.groupCount, groups > 1 else {
      return .notEstimable(reason: "There are fewer than two groups.")
    }
    var sums = Sums(groups: groups)
    var without: [String] = []
    for stratum in tables.strata where !take(stratum.table, into: &sums) {
      without.append(stratum.label)
    }
    guard without.count < tables.strata.count else {
      return .notEstimable(reason: "At no event were people of two groups at risk.")
    }
    return .found(
      LogRankComparison(
        observed: sums.observed.map(\.value), expected: sums.expected.map(\.value),
        differences: sums.differences.map(\.value),
        covariance: sums.covariance.map { $0.map(\.value) }, strataWithoutInformation: without))
  }

  private struct Sums {
    var observed: [CompensatedSum]
    var expected: [CompensatedSum]
    var differences: [CompensatedSum]
    var covariance: [[CompensatedSum]]

    init(groups: Int) {
      observed = (0..<groups).map { _ in CompensatedSum() }
      expected = observed
      differences = observed
      covariance = observed.map { _ in (0..<groups).map { _ in CompensatedSum() } }
    }
  }

  /// Adds a stratum; says whether it bears on the question.
  private func take(_ table: RiskTable, into sums: inout Sums) -> Bool {
    var bears = false
    var survival = 1.0
    for row in table.rows {
      let byGroup = row.events(event)
      let events = byGroup.reduce(0, +)
      guard events > 0 else { continue }
      let people = row.people
      let weight = rho == 0 ? 1 : pow(survival, rho)
      survival *= Double(people - events) / Double(people)
      let spread =
        people > 1
        ? weight * weight * Double(events) * (Double(people - events) / Double(people - 1)) : 0
      for group in byGroup.indices {
        let atRisk = row.atRisk[group]
        let share = Double(atRisk) / Double(people)
        // (d n - D m) / n is the count less its expectation, and exact where the rates are equal.
        let product =
          Int128(byGroup[group]) * Int128(people) - Int128(events) * Int128(atRisk)
        sums.observed[group].add(weight * Double(byGroup[group]))
        sums.expected[group].add(weight * Double(events) * share)
        sums.differences[group].add(weight * (Double(product) / Double(people)))
        for other in byGroup.indices {
          let remaining =
            other == group
            ? Double(people - atRisk) / Double(people)
            : -Double(row.atRisk[other]) / Double(people)
          sums.covariance[group][other].add(spread * share * remaining)
        }
        if atRisk > 0, atRisk < people { bears = true }
      }
    }
    return bears
  }
}

/// Observed and expected events of each group, weighted as the test weights them.
public struct LogRankComparison: Hashable, Sendable {
  /// Weighted events per group.
  public let observed: [Double]
  /// Weighted events per group if all had the same rates.
  public let expected: [Double]
  /// Observed less expected, without the rounding of the two.
  public let differences: [Double]
  /// The covariance of the differences.
  public let covariance: [[Double]]
  /// The strata in which no event found people of two groups at risk.
  public let strataWithoutInformation: [String]

  /// A convention followed by the strata without information if there are any.
  func naming(_ words: String) -> String {
    strataWithoutInformation.isEmpty
      ? words
      : words + "; strata without information: " + strataWithoutInformation.joined(separator: ", ")
  }
}
