public import Estimates
import NumericalKernel

/// How many suitable applicants a vacancy had.
public struct ApplicantCounts: Hashable, Sendable, Codable {
  /// Applicants who met what the vacancies asked for.
  public let suitable: Int
  /// The vacancies.
  public let vacancies: Int

  /// Makes counts; `nil` if one is negative.
  public init?(suitable: Int, vacancies: Int) {
    guard min(suitable, vacancies) >= 0 else { return nil }
    self.suitable = suitable
    self.vacancies = vacancies
  }
}

/// Suitable applicants per vacancy with exact Poisson limits.
///
///     rate = suitable applicants / vacancies
///     lower = chiSquared(lower tail (1 - level) / 2; 2 suitable) / 2 / vacancies
///     upper = chiSquared(upper tail (1 - level) / 2; 2 suitable + 2) / 2 / vacancies
///
/// Range 0 and up, people per vacancy. Applicants who apply for several vacancies count at each.
/// Vacancies that differ much in how many they draw make the limits too narrow.
/// - Source: Garwood (1936), Biometrika 28, 437-442.
public struct SuitableApplicantsPerVacancy: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "suitable-applicants-per-vacancy", title: "Suitable applicants per vacancy",
    formula: "suitable applicants / vacancies",
    range: "0 and up, people per vacancy",
    assumptions: [
      "Suitable applicants come independently at one rate per vacancy.",
      "Who is suitable is judged alike for every vacancy.",
    ],
    source: "Garwood (1936), Biometrika 28, 437-442")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "exact Poisson, " + ConfidenceLevel.words(level))
  }

  /// The rate, or why there is none.
  public func callAsFunction(_ counts: ApplicantCounts) -> Outcome {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    guard counts.vacancies > 0 else { return .notEstimable(reason: "There were no vacancies.") }
    return .computing { () throws(NumericalError) -> Outcome in
      let limits = try PoissonDifference.limits(counts.suitable, level: level)
      let vacancies = Double(counts.vacancies)
      return .estimate(
        Double(counts.suitable) / vacancies, from: limits.lower / vacancies,
        to: limits.upper / vacancies, level: level, method: "Garwood exact Poisson")
    }
  }
}
