public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The test that the ratio of rates is the same at all times, by Grambsch and Therneau.
///
/// Coefficients that change as b + c g(t) are set against constant ones by the score test of c = 0.
/// Its score is the sum over events of g(t) x Schoenfeld residual (covariate of the one who had the
/// event less the mean of those at risk); its variance uses the covariance of the people at risk at
/// each event. That is what R's survival prints since version 3.0; earlier versions took that
/// covariance as the same at all times.
/// - Source: Grambsch and Therneau (1994), Biometrika 81, 515-526; Schoenfeld (1982), Biometrika 69,
///   239-241.
public struct ProportionalHazardsTest: StatisticalMethod {
  /// The course in time that is set against a constant ratio.
  public enum TimeScale: String, Codable, Hashable, Sendable, CaseIterable {
    /// One less the Kaplan-Meier share just before the event, all strata together.
    case kaplanMeier = "kaplan_meier"
    /// Time itself.
    case identity
    /// The logarithm of time; events must come after time 0.
    case logarithm
    /// The rank of the time among all times at which a watch ended.
    case rank

    /// The course as it is printed.
    var words: String {
      switch self {
      case .kaplanMeier: "one less the Kaplan-Meier share"
      case .identity: "time"
      case .logarithm: "log time"
      case .rank: "rank of time"
      }
    }
  }

  /// The regression whose ratios are tested.
  public let regression: CoxRegression
  /// The course in time that is set against a constant ratio.
  public let timeScale: TimeScale

  /// Makes the method.
  public init(regression: CoxRegression = CoxRegression(), timeScale: TimeScale = .kaplanMeier) {
    self.regression = regression
    self.timeScale = timeScale
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "proportional-hazards", title: "Test of proportional hazards",
    formula: "score test of c = 0 where the coefficients are b + c g(t), from the Schoenfeld "
      + "residuals",
    range: "chi-squared from 0; degrees of freedom are the covariates",
    assumptions: [
      "A large p-value does not show that the ratios are constant; look at the residuals.",
      "The covariates act as the regression says apart from the course in time.",
    ],
    source: "Grambsch and Therneau (1994), Biometrika 81, 515-526; Schoenfeld (1982), Biometrika "
      + "69, 239-241")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "g(t) = \(timeScale.words), covariance at each event, "
        + regression.stamp.convention)
  }

  /// The test of all covariates together, or why there is none.
  public func callAsFunction(_ records: SurvivalRecords) -> Outcome {
    switch check(records) {
    case .notEstimable(let reason): .notEstimable(reason: reason)
    case .found(let check): .test(check.all)
    }
  }

  /// The test of all covariates together, of each by itself, and the scaled residuals.
  public func check(
    _ records: SurvivalRecords
  ) -> SurvivalOutcome<ProportionalHazardsCheck> {
    if timeScale == .logarithm, records.spells.contains(where: { $0.exit <= 0 }) {
      return .notEstimable(reason: "Log time needs times above 0.")
    }
    switch regression(records) {
    case .notEstimable(let reason): return .notEstimable(reason: reason)
    case .found(let fit): return check(records, fit)
    }
  }

  private func check(
    _ records: SurvivalRecords, _ fit: CoxFit
  ) -> SurvivalOutcome<ProportionalHazardsCheck> {
    let likelihood = PartialLikelihood(records, event: regression.event, ties: regression.ties)
    let coefficients = zip(fit.coefficients, likelihood.scales).map { $0.value * $1 }
    let times = likelihood.eventTimes(at: coefficients)
      .sorted { ($0.time, $0.stratum) < ($1.time, $1.stratum) }
    let courses = courses(times, records)
    let mean =
      CompensatedSum(zip(times, courses).map { Double($0.events) * $1 }).value
      / Double(likelihood.eventCount)
    let sums = CourseSums(times, courses: courses.map { $0 - mean })
    let constant = InformationMatrix(
      likelihood.value(at: coefficients).information, tolerance: 1e-14)
    let names = records.covariates
    let adjusted = names.indices.map { row in
      names.indices.map { column in
        sums.second[row][column]
          - CompensatedSum(
            zip(constant.solve(sums.first[row]), sums.first[column]).map { $0 * $1 }
          ).value
      }
    }
    let whole = InformationMatrix(adjusted)
    guard whole.rank == names.count else {
      return .notEstimable(reason: "There are too few events to see a course in time.")
    }
    do {
      let all = try CoxFit.test(whole.quadraticForm(sums.score), names.count, stamp.convention)
      var each: [TestResult] = []
      for index in names.indices {
        each.append(
          try CoxFit.test(
            sums.score[index] * sums.score[index] / adjusted[index][index], 1,
            stamp.convention))
      }
      return .found(
        ProportionalHazardsCheck(
          all: all, each: each,
          residuals: residuals(times, constant, fit, likelihood)))
    } catch {
      return .notEstimable(reason: "The computation did not succeed: \(error.description).")
    }
  }

  /// g at each event time.
  private func courses(
    _ times: [PartialLikelihood.EventTime], _ records: SurvivalRecords
  ) -> [Double] {
    switch timeScale {
    case .identity: return times.map { Double($0.time) }
    case .logarithm: return times.map { log(Double($0.time)) }
    case .rank:
      var exits = records.spells.map(\.exit).sorted()[...]
      var before = 0
      return times.map { time in
        let earlier = exits.prefix { $0 < time.time }.count
        before += earlier
        exits = exits.dropFirst(earlier)
        return Double(before) + Double(exits.prefix { $0 == time.time }.count + 1) / 2
      }
    case .kaplanMeier:
      var survival = 1.0
      var courses: [Double] = []
      var rows = records.riskTable.rows[...]
      for time in times {
        while let row = rows.first, row.time < time.time {
          let people = row.people
          let events = row.events(regression.event).reduce(0, +)
          survival *= Double(people - events) / Double(people)
          rows = rows.dropFirst()
        }
        courses.append(1 - survival)
      }
      return courses
    }
  }

  /// The residuals scaled to estimate the coefficient at each event time.
  private func residuals(
    _ times: [PartialLikelihood.EventTime], _ constant: InformationMatrix, _ fit: CoxFit,
    _ likelihood: PartialLikelihood
  ) -> [ProportionalHazardsCheck.Residual] {
    times.map { time in
      let scaled = constant.solve(time.residual.map { $0 / Double(time.events) })
      return ProportionalHazardsCheck.Residual(
        time: time.time, events: time.events,
        values: fit.coefficients.indices.map {
          fit.coefficients[$0].value
            + Double(likelihood.eventCount) * scaled[$0] / likelihood.scales[$0]
        })
    }
  }

  /// Sums over events of g x residual, g x covariance and g^2 x covariance.
  private struct CourseSums {
    let score: [Double]
    let first: [[Double]]
    let second: [[Double]]

    init(_ times: [PartialLikelihood.EventTime], courses: [Double]) {
      let size = times.first?.residual.count ?? 0
      score = (0..<size).map { row in
        CompensatedSum(zip(times, courses).map { $1 * $0.residual[row] }).value
      }
      func weighted(_ power: (Double) -> Double) -> [[Double]] {
        (0..<size).map { row in
          (0..<size).map { column in
            CompensatedSum(
              zip(times, courses).map {
                power($1) * $0.covariance[max(row, column)][min(row, column)]
              }
            ).value
          }
        }
      }
      first = weighted { $0 }
      second = weighted { $0 * $0 }
    }
  }
}

/// What the test of proportional hazards found.
public struct ProportionalHazardsCheck: Hashable, Sendable {
  /// The events of one time.
  public struct Residual: Hashable, Sendable {
    /// The time.
    public let time: Int
    /// Events at the time, of one stratum.
    public let events: Int
    /// Per covariate, the mean over these events of coefficient + events x covariance matrix x
    /// Schoenfeld residual; a smooth line through them is the coefficient's course in time.
    public let values: [Double]
  }

  /// All covariates together.
  public let all: TestResult
  /// Each covariate by itself, in the order of the records.
  public let each: [TestResult]
  /// The scaled residuals in order of time.
  public let residuals: [Residual]
}
