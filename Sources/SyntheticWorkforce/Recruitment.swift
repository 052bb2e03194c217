/// The applications of a quarter and the people hired from them.
///
/// Every hire is an application that reached the last stage: the two files tell one story.
struct Recruitment {
  let quarter: CalendarQuarter
  let personCode: PseudonymCode
  let applicationCode: PseudonymCode
  let requisitionCode: PseudonymCode
  private var draws: IntegerDraws
  private(set) var applications: [SyntheticApplication] = []
  private(set) var hires: [SyntheticPerson] = []
  private(set) var applicationCount: Int
  private(set) var requisitionCount: Int

  init(
    seed: UInt64, quarter: CalendarQuarter, index: Int, codes: HealthTechCodes,
    applicationCount: Int, requisitionCount: Int
  ) {
    self.quarter = quarter
    personCode = codes.person
    applicationCode = codes.application
    requisitionCode = codes.requisition
    draws = IntegerDraws(seed: seed, purpose: .applications, quarter: index)
    self.applicationCount = applicationCount
    self.requisitionCount = requisitionCount
  }

  /// Fills vacancies of a specialization, one to three to a requisition.
  mutating func fill(_ vacancies: Int, _ specialization: Specialization, firstNumber: Int) {
    var remaining = vacancies
    while remaining > 0 {
      let posts = min(remaining, draws.within(1...3))
      remaining -= posts
      let level = draws.pick(WorkforceMix.vacancyLevels, otherwise: .associate)
      let opened = quarter.firstDay.adding(days: draws.within(0...30))
      let requisition = requisitionCode(requisitionCount)
      requisitionCount += 1
      for _ in 0..<(posts * draws.within(7...11)) {
        apply(specialization, level, requisition, opened, firstNumber: firstNumber)
      }
    }
  }

  private mutating func apply(
    _ specialization: Specialization, _ level: JobLevel, _ requisition: String,
    _ opened: CivilDate, firstNumber: Int
  ) {
    let gender = draws.pick(WorkforceMix.genders(specialization), otherwise: .man)
    let race = draws.pick(WorkforceMix.races(specialization), otherwise: .white)
    let age = draws.pick(WorkforceMix.ages(level), otherwise: .thirties)
    let hasDisability = draws.chance(WorkforceMix.disability(age))
    let stage = furthestStage(specialization, gender)
    let application = SyntheticApplication(
      code: applicationCode(applicationCount), requisition: requisition,
      enteredOn: opened.adding(days: draws.within(0...20)), specialization: specialization,
      level: level, stage: stage, outcome: outcome(stage),
      recordedGender: DeclaredAnswers.gender(gender, &draws),
      recordedRace: DeclaredAnswers.race(race, &draws),
      recordedDisability: DeclaredAnswers.disability(hasDisability, &draws))
    applicationCount += 1
    applications.append(application)
    guard stage == .hired else { return }
    let site = draws.pick(WorkforceMix.sites(specialization), otherwise: .remote)
    hires.append(
      SyntheticPerson(
        code: personCode(firstNumber + hires.count), gender: gender, race: race, ageBand: age,
        hasDisability: hasDisability, recordedGender: application.recordedGender,
        recordedRace: application.recordedRace,
        recordedDisability: application.recordedDisability, specialization: specialization,
        level: level, site: site,
        contract: draws.chance(WorkforceMix.fixedTerm(specialization)) ? .fixedTerm : .regular,
        weeklyHours: OpeningStock.weeklyHours(specialization, gender, &draws),
        hourlyCents: SyntheticPay.hourlyCents(
          specialization, level, site, age, gender: gender, yearsOfRises: quarter.year - 2023,
          &draws),
        bonus: nil, hireDate: application.enteredOn.adding(days: draws.within(20...35))))
  }

  private mutating func furthestStage(
    _ specialization: Specialization, _ gender: Gender
  ) -> SyntheticApplication.Stage {
    guard draws.chance(4_800) else { return .applied }
    guard draws.chance(5_500) else { return .screened }
    guard draws.chance(PlantedTruths.offer(specialization, gender: gender)) else {
      return .interviewed
    }
    return draws.chance(8_400) ? .hired : .offered
  }

  private mutating func outcome(_ stage: SyntheticApplication.Stage) -> String {
    switch stage {
    case .hired: "Hired"
    case .offered: "Offer declined"
    case .applied, .screened, .interviewed: draws.chance(1_200) ? "Withdrawn" : "Rejected"
    }
  }
}

/// The codes of the three kinds of key.
struct HealthTechCodes {
  let person: PseudonymCode
  let application: PseudonymCode
  let requisition: PseudonymCode

  init(seed: UInt64) {
    person = PseudonymCode(prefix: "P", key: seed &* 0x9E37_79B1 &+ 1)
    application = PseudonymCode(prefix: "A", key: seed &* 0x85EB_CA77 &+ 2)
    requisition = PseudonymCode(prefix: "R", key: seed &* 0xC2B2_AE3D &+ 3)
  }
}
