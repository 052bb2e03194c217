public import Estimates

/// One period of a labour market.
public struct LabourMarketPeriod: Hashable, Sendable, Codable {
  /// The period's name, for example `2025Q3`.
  public let label: String
  /// Vacancies.
  public let vacancies: Int
  /// People employed.
  public let employed: Int
  /// People without work who look for it.
  public let unemployed: Int

  /// Makes a period; `nil` if a count is negative.
  public init?(label: String, vacancies: Int, employed: Int, unemployed: Int) {
    guard min(vacancies, employed, unemployed) >= 0 else { return nil }
    self.label = label
    self.vacancies = vacancies
    self.employed = employed
    self.unemployed = unemployed
  }
}

/// The points of the Beveridge curve: unemployment against vacancies, period by period.
///
///     unemployment rate = unemployed / (employed + unemployed)
///     vacancy rate      = vacancies / (employed + vacancies)
///
/// Both range 0 to 1, each with Wilson's interval. Along the curve tight markets have many vacancies and
/// few unemployed; more of both at once, a point further out, means that people and posts match less
/// well: other skills, places or pay than asked for.
/// - Source: Blanchard and Diamond (1989), Brookings Papers on Economic Activity 1989(1), 1-76.
public struct BeveridgeCurve: CataloguedMethod {
  /// One point of the curve.
  public struct Point: Hashable, Sendable {
    /// The period's name.
    public let label: String
    /// The share of those who work or look for work who are without it.
    public let unemploymentRate: Outcome
    /// The share of posts that are vacant.
    public let vacancyRate: Outcome
    /// Vacancies per unemployed person.
    public let tightness: Outcome
  }

  /// The nominal coverage of each interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "beveridge-curve", title: "Beveridge curve",
    formula: "unemployed / (employed + unemployed) against vacancies / (employed + vacancies)",
    range: "both 0 to 1; further out means that people and posts match less well",
    assumptions: [
      "Vacancies, employed and unemployed are of one occupation, place and time.",
      "Each interval holds for its rate and period by itself.",
    ],
    source: "Blanchard and Diamond (1989), Brookings Papers on Economic Activity 1989(1), 1-76")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "Wilson intervals, " + ConfidenceLevel.words(level))
  }

  /// The points, one per period in the order given.
  public func callAsFunction(_ periods: [LabourMarketPeriod]) -> [Point] {
    let tightness = VacancyUnemploymentRatio(level: level)
    return periods.map { period in
      Point(
        label: period.label,
        unemploymentRate: share(
          period.unemployed, period.employed, "Nobody works or looks for work."),
        vacancyRate: share(period.vacancies, period.employed, "There are no posts."),
        tightness: VacanciesAndUnemployed(
          vacancies: period.vacancies, unemployed: period.unemployed
        ).map { tightness($0) } ?? .notEstimable(reason: "A count is negative."))
    }
  }

  private func share(_ count: Int, _ others: Int, _ reason: String) -> Outcome {
    guard count + others > 0,
      let share = BinomialCount(successes: count, total: count + others)
    else { return .notEstimable(reason: reason) }
    return WilsonInterval(level: level)(share)
  }
}
