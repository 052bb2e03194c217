public import Estimates

/// Vacancies of an occupation and the people who are looking for work in it.
public struct VacanciesAndUnemployed: Hashable, Sendable, Codable {
  /// Vacancies.
  public let vacancies: Int
  /// People without work who look for it in the occupation.
  public let unemployed: Int

  /// Makes counts; `nil` if one is negative.
  public init?(vacancies: Int, unemployed: Int) {
    guard min(vacancies, unemployed) >= 0 else { return nil }
    self.vacancies = vacancies
    self.unemployed = unemployed
  }
}

/// Vacancies per unemployed person: how tight a labour market is.
///
///     ratio = vacancies / unemployed
///
/// Range 0 to infinity; above 1 more vacancies than people who look for work. The interval is exact
/// given the sum of both counts, as that of `PoissonRateRatio` is. Nobody unemployed gives an infinite
/// ratio with a finite lower limit; neither vacancies nor unemployed leave it undefined.
/// - Source: Abraham (1987), Brookings Papers on Economic Activity 1987(1), 207-248, for the ratio;
///   Przyborowski and Wilenski (1940), Biometrika 31, 313-323, for the interval.
public struct VacancyUnemploymentRatio: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "vacancy-unemployment-ratio", title: "Vacancies per unemployed person",
    formula: "vacancies / unemployed",
    range: "0 to infinity; above 1 more vacancies than people who look for work",
    assumptions: [
      "Both counts are of one occupation, place and time, and independent Poisson counts.",
      "People who change from one employer to another are in neither count.",
    ],
    source:
      "Abraham (1987), Brookings Papers on Economic Activity 1987(1), 207-248; Przyborowski and "
      + "Wilenski (1940), Biometrika 31, 313-323")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "exact given both counts together (Clopper-Pearson), "
        + ConfidenceLevel.words(level))
  }

  /// The ratio, or why there is none.
  public func callAsFunction(_ counts: VacanciesAndUnemployed) -> Outcome {
    guard counts.vacancies + counts.unemployed > 0 else {
      return .notEstimable(reason: "There are neither vacancies nor unemployed people.")
    }
    guard
      let rates = EventRates(
        focalEvents: counts.vacancies, focalExposure: 1, referenceEvents: counts.unemployed,
        referenceExposure: 1)
    else { return .notEstimable(reason: "A count is negative.") }
    return PoissonRateRatio(level: level)(rates)
  }
}
