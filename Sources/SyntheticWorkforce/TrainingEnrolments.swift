/// The training enrolments of a quarter.
enum TrainingEnrolments {
  private static let courses: [(Specialization, String)] = [
    (.dataScience, "Python for health data"),
    (.softwareDevelopment, "Secure coding"),
    (.cybersecurity, "Cloud security"),
    (.userExperience, "Accessible design"),
    (.healthInformatics, "Health data exchange"),
    (.clinicalOperations, "Clinical systems"),
    (.corporate, "Leading people"),
  ]

  static func enrolments(
    of people: [SyntheticPerson], seed: UInt64, quarter: CalendarQuarter, index: Int
  ) -> [SyntheticEnrolment] {
    var draws = IntegerDraws(seed: seed, purpose: .training, quarter: index)
    var enrolments: [SyntheticEnrolment] = []
    for person in people where draws.chance(750) {
      let own = courses.first { $0.0 == person.specialization }?.1
      let any = courses[draws.below(courses.count)].1
      enrolments.append(
        SyntheticEnrolment(
          person: person.code, course: draws.chance(6_000) ? own ?? any : any,
          specialization: person.specialization,
          startedOn: quarter.firstDay.adding(days: draws.below(quarter.days)),
          status: status(person.race, &draws), recordedGender: person.recordedGender,
          recordedRace: person.recordedRace))
    }
    return enrolments
  }

  /// The furthest step reached.
  private static func status(_ race: RaceEthnicity, _ draws: inout IntegerDraws) -> String {
    let completion =
      race == .hispanic
      ? PlantedTruths.trainingCompletionOfHispanicLearners : PlantedTruths.trainingCompletion
    guard draws.chance(8_800) else { return "Enrolled" }
    guard draws.chance(completion) else { return "Started" }
    return draws.chance(6_500) ? "Credentialed" : "Completed"
  }
}
