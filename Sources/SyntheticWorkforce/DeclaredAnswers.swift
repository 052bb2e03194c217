/// What people tell their employer about themselves, and when they start to.
enum DeclaredAnswers {
  static func gender(_ gender: Gender, _ draws: inout IntegerDraws) -> String {
    let (declined, blank) = gender == .nonbinary ? (1_800, 600) : (130, 120)
    return answer(gender.rawValue, declined: declined, blank: blank, &draws)
  }

  static func race(_ race: RaceEthnicity, _ draws: inout IntegerDraws) -> String {
    answer(race.rawValue, declined: 420, blank: 260, &draws)
  }

  /// The answer on the disability form of an applicant.
  static func disability(_ hasDisability: Bool, _ draws: inout IntegerDraws) -> String {
    hasDisability
      ? answer(
        draws.chance(7_600) ? "Yes" : "No", declined: 2_400, blank: 1_000, &draws)
      : answer("No", declined: 900, blank: 600, &draws)
  }

  /// The record of an employee of the opening stock: the form came in January 2022, and most who
  /// were hired before it have never been asked.
  static func openingDisability(
    _ hasDisability: Bool, hired: CivilDate, _ draws: inout IntegerDraws
  ) -> String {
    let formIntroduced = CivilDate(year: 2022, month: 1, day: 1)
    if hired < formIntroduced, draws.chance(7_800) { return NoAnswer.notAsked }
    return hasDisability
      ? answer(
        draws.chance(7_000) ? "Yes" : "No", declined: 2_800, blank: 2_000, &draws)
      : answer("No", declined: 1_100, blank: 1_800, &draws)
  }

  /// The new answer on disability in a quarter, or the same one.
  ///
  /// In the second quarter of a year
  /// everyone is asked again.
  static func renewedDisability(
    _ person: SyntheticPerson, quarter: CalendarQuarter, _ draws: inout IntegerDraws
  ) -> String {
    let current = person.recordedDisability
    let isCampaign = quarter.number == 2
    let answers =
      switch current {
      case NoAnswer.notAsked: isCampaign ? 6_000 : 0
      case NoAnswer.blank: isCampaign ? 3_500 : 100
      case NoAnswer.declined: isCampaign ? 1_200 : 30
      case "No": person.hasDisability && isCampaign ? 1_000 : 0
      default: 0
      }
    if draws.chance(answers) {
      return person.hasDisability
        ? answer("Yes", declined: current == "No" ? 0 : 1_500, blank: 0, &draws)
        : answer("No", declined: 700, blank: 0, &draws)
    }
    return current == NoAnswer.notAsked && isCampaign ? NoAnswer.blank : current
  }

  /// The new answer on gender or race: a few of those without one give it.
  static func renewed(
    _ current: String, truth: String, _ draws: inout IntegerDraws
  ) -> String {
    switch current {
    case NoAnswer.blank: draws.chance(400) ? truth : current
    case NoAnswer.declined: draws.chance(60) ? truth : current
    default: current
    }
  }

  private static func answer(
    _ truth: String, declined: Int, blank: Int, _ draws: inout IntegerDraws
  ) -> String {
    draws.pick(
      [
        (truth, 10_000 - declined - blank), (NoAnswer.declined, declined), (NoAnswer.blank, blank),
      ], otherwise: truth)
  }
}
