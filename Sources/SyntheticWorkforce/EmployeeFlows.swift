/// What happens to employed people in a quarter: exits, promotions, moves and new answers.
struct EmployeeFlows {
  let quarter: CalendarQuarter
  var draws: IntegerDraws
  private(set) var events: [SyntheticEvent] = []

  init(seed: UInt64, quarter: CalendarQuarter, index: Int) {
    self.quarter = quarter
    draws = IntegerDraws(seed: seed, purpose: .employees, quarter: index)
  }

  /// Lets one person live through the quarter.
  mutating func pass(_ person: inout SyntheticPerson) {
    review(&person)
    if let reason = reasonToLeave(person) {
      let day = quarter.firstDay.adding(days: draws.below(quarter.days))
      person.exitDate = day
      events.append(SyntheticEvent(date: day, kind: .exit, exitType: reason, person: person))
      return
    }
    for (day, step) in steps() { take(step, on: day, &person) }
  }

  private enum Step { case promotion, siteMove, specializationMove, answers }

  /// The steps a person may take this quarter, in the order of their days.
  private mutating func steps() -> [(CivilDate, Step)] {
    var days = Set<Int>()
    while days.count < 4 { days.insert(draws.below(quarter.days)) }
    let inOrder = days.sorted().map { quarter.firstDay.adding(days: $0) }
    let first = draws.below(4)
    let all: [Step] = [.promotion, .siteMove, .specializationMove, .answers]
    return inOrder.indices.map { (inOrder[$0], all[(first + $0) % 4]) }
  }

  /// The pay review and bonus of January.
  private mutating func review(_ person: inout SyntheticPerson) {
    guard quarter.number == 1 else { return }
    person.hourlyCents = SyntheticPay.raised(person.hourlyCents, &draws)
    person.bonus = SyntheticPay.bonus(person, &draws)
  }

  private mutating func reasonToLeave(_ person: SyntheticPerson) -> ExitType? {
    var voluntary = PlantedTruths.voluntaryExit(person.specialization)
    if person.hasDisability {
      voluntary = voluntary * PlantedTruths.voluntaryExitFactorOfDisabledPeople / 10_000
    }
    let other = person.ageBand == .sixtyAndOver ? 220 : 25
    return draws.pick(
      [
        (.voluntary, voluntary), (.involuntary, 55), (.other, other),
        (nil, 10_000 - voluntary - 55 - other),
      ], otherwise: nil)
  }

  private mutating func take(_ step: Step, on day: CivilDate, _ person: inout SyntheticPerson) {
    switch step {
    case .promotion: promote(on: day, &person)
    case .siteMove:
      guard draws.chance(60) else { return }
      let old = person.site
      let new = draws.pick(WorkforceMix.sites(person.specialization), otherwise: old)
      guard new != old else { return }
      person.site = new
      record(.move, on: day, "location", old.rawValue, new.rawValue, person)
    case .specializationMove:
      guard draws.chance(35) else { return }
      let old = person.specialization
      let new = Specialization.allCases[draws.below(Specialization.allCases.count)]
      guard new != old else { return }
      person.specialization = new
      record(.move, on: day, "specialization", old.rawValue, new.rawValue, person)
    case .answers: renewAnswers(on: day, &person)
    }
  }

  private mutating func promote(on day: CivilDate, _ person: inout SyntheticPerson) {
    let rate = PlantedTruths.promotion(from: person.level, gender: person.gender)
    guard draws.chance(rate), let new = person.level.above,
      day.dayNumber - person.hireDate.dayNumber > 180
    else { return }
    let old = person.level
    person.level = new
    let usual = SyntheticPay.hourlyCents(
      person.specialization, new, person.site, person.ageBand, gender: person.gender,
      yearsOfRises: quarter.year - 2023, &draws)
    person.hourlyCents = SyntheticPay.promoted(person.hourlyCents, usual: usual)
    record(.promotion, on: day, "level", old.text, new.text, person)
  }

  private mutating func renewAnswers(on day: CivilDate, _ person: inout SyntheticPerson) {
    let gender = person.recordedGender
    person.recordedGender = DeclaredAnswers.renewed(
      gender, truth: person.gender.rawValue, &draws)
    declare("gender", on: day, gender, person.recordedGender, person)
    let race = person.recordedRace
    person.recordedRace = DeclaredAnswers.renewed(race, truth: person.race.rawValue, &draws)
    declare("race_ethnicity", on: day, race, person.recordedRace, person)
    let disability = person.recordedDisability
    person.recordedDisability = DeclaredAnswers.renewedDisability(
      person, quarter: quarter, &draws)
    declare("disability", on: day, disability, person.recordedDisability, person)
  }

  private mutating func declare(
    _ attribute: String, on day: CivilDate, _ old: String, _ new: String, _ person: SyntheticPerson
  ) {
    guard old != new else { return }
    record(.declaration, on: day, attribute, old, new, person)
  }

  private mutating func record(
    _ kind: SyntheticEvent.Kind, on day: CivilDate, _ attribute: String, _ old: String,
    _ new: String, _ person: SyntheticPerson
  ) {
    events.append(
      SyntheticEvent(
        date: day, kind: kind,
        change: SyntheticEvent.Change(attribute: attribute, from: old, to: new), person: person))
  }
}
