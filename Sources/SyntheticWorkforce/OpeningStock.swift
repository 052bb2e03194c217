/// The people employed on the day before the first quarter.
enum OpeningStock {
  static func people(seed: UInt64, code: PseudonymCode, lastDay: CivilDate) -> [SyntheticPerson] {
    var draws = IntegerDraws(seed: seed, purpose: .openingStock)
    var people: [SyntheticPerson] = []
    for specialization in Specialization.allCases {
      for _ in 0..<WorkforceMix.openingHeadcount(specialization) {
        let gender = draws.pick(WorkforceMix.genders(specialization), otherwise: .man)
        let level = draws.pick(WorkforceMix.openingLevels(gender), otherwise: .associate)
        people.append(
          person(
            code(people.count), specialization, level, gender, lastDay: lastDay, &draws))
      }
    }
    return people
  }

  private static func person(
    _ code: String, _ specialization: Specialization, _ level: JobLevel, _ gender: Gender,
    lastDay: CivilDate, _ draws: inout IntegerDraws
  ) -> SyntheticPerson {
    let race = draws.pick(WorkforceMix.races(specialization), otherwise: .white)
    let age = draws.pick(WorkforceMix.ages(level), otherwise: .thirties)
    let site = draws.pick(WorkforceMix.sites(specialization), otherwise: .remote)
    let hasDisability = draws.chance(WorkforceMix.disability(age))
    let hired = lastDay.adding(days: -daysEmployed(level, age, &draws))
    var person = SyntheticPerson(
      code: code, gender: gender, race: race, ageBand: age, hasDisability: hasDisability,
      recordedGender: DeclaredAnswers.gender(gender, &draws),
      recordedRace: DeclaredAnswers.race(race, &draws),
      recordedDisability: DeclaredAnswers.openingDisability(hasDisability, hired: hired, &draws),
      specialization: specialization, level: level, site: site,
      contract: draws.chance(WorkforceMix.fixedTerm(specialization)) ? .fixedTerm : .regular,
      weeklyHours: weeklyHours(specialization, gender, &draws),
      hourlyCents: SyntheticPay.hourlyCents(
        specialization, level, site, age, gender: gender, yearsOfRises: 0, &draws),
      bonus: nil, hireDate: hired)
    person.bonus = SyntheticPay.bonus(person, &draws)
    return person
  }

  /// The smaller of two draws, so that short service is common; longer for higher levels and ages.
  private static func daysEmployed(
    _ level: JobLevel, _ age: AgeBand, _ draws: inout IntegerDraws
  ) -> Int {
    let longest =
      switch age {
      case .under30: 1_400
      case .thirties: 3_400
      case .forties: 5_200
      case .fifties, .sixtyAndOver: 7_200
      }
    let days = min(draws.below(longest), draws.below(longest))
    return 20 + days + level.rawValue * 60
  }

  static func weeklyHours(
    _ specialization: Specialization, _ gender: Gender, _ draws: inout IntegerDraws
  ) -> Int {
    guard draws.chance(WorkforceMix.partTime(specialization, gender: gender)) else { return 40 }
    return draws.pick([(20, 40), (24, 20), (32, 40)], otherwise: 32)
  }
}
