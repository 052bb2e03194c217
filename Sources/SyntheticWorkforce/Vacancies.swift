/// A row of the vacancies file.
struct SyntheticVacancy {
  enum Outcome: String {
    case filled = "Filled"
    case withdrawn = "Withdrawn"
    case open = "Open"
  }

  let code: String
  let openedOn: CivilDate
  /// The day it was filled or withdrawn; `nil` while it is open.
  let closedOn: CivilDate?
  let outcome: Outcome
  let specialization: Specialization
  let level: JobLevel
  let applicants: Int
  let suitableApplicants: Int
  /// Days from opening to closing, or to the last day of the files.
  let daysOpen: Int
}

/// The vacancies behind the hires, and those that nobody was hired for.
///
/// Every hire closes one vacancy of its specialization and level on the day it starts. Beside them
/// stand vacancies that were withdrawn, as many as the share filled of each specialization asks for.
/// What will be filled or withdrawn after the last day is open on it. All draws are from a stream of
/// their own.
struct Vacancies {
  private let firstDay: CivilDate
  private let lastDay: CivilDate
  private let code: PseudonymCode
  private var draws: IntegerDraws
  private var vacancies: [SyntheticVacancy] = []
  private var count = 0

  /// A vacancy's course before it is known whether it ends within the files.
  private struct Course {
    let opened: CivilDate
    let closed: CivilDate
    let isFilled: Bool
  }

  private init(seed: UInt64, firstDay: CivilDate, lastDay: CivilDate) {
    self.firstDay = firstDay
    self.lastDay = lastDay
    code = PseudonymCode(prefix: "V", key: seed &* 0x27D4_EB2F &+ 4)
    draws = IntegerDraws(seed: seed, purpose: .vacancies)
  }

  /// The vacancies opened from the first day to the last.
  static func vacancies(
    behind hires: [SyntheticPerson], seed: UInt64, firstDay: CivilDate, lastDay: CivilDate
  ) -> [SyntheticVacancy] {
    var all = Vacancies(seed: seed, firstDay: firstDay, lastDay: lastDay)
    for hire in hires { all.add(hire.specialization, hire.level, filledOn: hire.hireDate) }
    // Hiring goes on: next year's hires, like this year's, have vacancies that are open by now.
    for hire in hires where hire.hireDate.adding(days: 365) > lastDay {
      all.add(hire.specialization, hire.level, filledOn: hire.hireDate.adding(days: 365))
    }
    return all.vacancies
  }

  private mutating func add(
    _ specialization: Specialization, _ level: JobLevel, filledOn day: CivilDate
  ) {
    let opened = day.adding(days: -draws.within(PlantedTruths.daysToFill(specialization)))
    add(Course(opened: opened, closed: day, isFilled: true), specialization, level)
    while !draws.chance(PlantedTruths.vacanciesFilled(specialization)) {
      let opened = opened.adding(days: draws.within(-20...20))
      let closed = opened.adding(days: draws.within(90...180))
      add(Course(opened: opened, closed: closed, isFilled: false), specialization, level)
    }
  }

  private mutating func add(
    _ course: Course, _ specialization: Specialization, _ level: JobLevel
  ) {
    let suitable = draws.within(PlantedTruths.suitableApplicants(specialization))
    let others = draws.within(4...20)
    guard course.opened >= firstDay, course.opened <= lastDay else { return }
    let isOpen = course.closed > lastDay
    let end = isOpen ? lastDay : course.closed
    // A vacancy opened today has been open for a day.
    vacancies.append(
      SyntheticVacancy(
        code: code(count), openedOn: course.opened, closedOn: isOpen ? nil : course.closed,
        outcome: isOpen ? .open : course.isFilled ? .filled : .withdrawn,
        specialization: specialization, level: level, applicants: suitable + others,
        suitableApplicants: suitable,
        daysOpen: max(1, end.dayNumber - course.opened.dayNumber)))
    count += 1
  }
}
