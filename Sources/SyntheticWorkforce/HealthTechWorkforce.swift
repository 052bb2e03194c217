/// A synthetic HealthTech employer of about 4,000 people over nine quarters.
///
/// Everything follows from the seed by whole-number arithmetic, so the files are the same on every
/// platform. Hires, exits, promotions, moves and new answers account for every change between two
/// snapshots, and every hire is an application that reached the last stage. The differences that
/// are planted are in `PlantedTruths`.
public struct HealthTechWorkforce: Sendable {
  /// The seed the committed files of `datasets/healthtech` are made from.
  public static let publishedSeed: UInt64 = 2041

  private let seed: UInt64

  /// Makes the employer of a seed.
  public init(seed: UInt64) { self.seed = seed }

  /// The nine quarters, from 2023Q3 to 2025Q3.
  private static var quarters: [CalendarQuarter] {
    Array(sequence(first: CalendarQuarter(year: 2023, number: 3)) { $0.next }.prefix(9))
  }

  /// The files, in the order they are listed in the data package.
  public func files() -> [GeneratedFile] {
    let history = simulate()
    return [
      GeneratedFile(path: "employees.csv", text: HealthTechFiles.employees(history.snapshots)),
      GeneratedFile(path: "events.csv", text: HealthTechFiles.events(history.events)),
      GeneratedFile(
        path: "applications.csv", text: HealthTechFiles.applications(history.applications)),
      GeneratedFile(path: "training.csv", text: HealthTechFiles.training(history.enrolments)),
      GeneratedFile(path: "vacancies.csv", text: HealthTechFiles.vacancies(vacancies(history))),
      GeneratedFile(
        path: "skills.csv",
        text: HealthTechFiles.skills(
          SkillRecords.records(
            earlier: history.snapshots[4], later: history.snapshots[8], seed: seed))),
    ]
  }

  private struct History {
    var snapshots: [SyntheticSnapshot] = []
    var events: [SyntheticEvent] = []
    var applications: [SyntheticApplication] = []
    var enrolments: [SyntheticEnrolment] = []
  }

  private func vacancies(_ history: History) -> [SyntheticVacancy] {
    guard let first = Self.quarters.first, let last = Self.quarters.last else { return [] }
    return Vacancies.vacancies(
      behind: history.events.filter { $0.kind == .hire }.map(\.person), seed: seed,
      firstDay: first.firstDay, lastDay: last.lastDay)
  }

  private func simulate() -> History {
    let codes = HealthTechCodes(seed: seed)
    var history = History()
    var people = OpeningStock.people(
      seed: seed, code: codes.person, lastDay: CivilDate(year: 2023, month: 6, day: 30))
    var numberOfPeople = people.count
    var requisitions = 0
    for (index, quarter) in Self.quarters.enumerated() {
      history.enrolments += TrainingEnrolments.enrolments(
        of: people, seed: seed, quarter: quarter, index: index)
      var flows = EmployeeFlows(seed: seed, quarter: quarter, index: index)
      for position in people.indices { flows.pass(&people[position]) }
      let left = people.filter { $0.exitDate != nil }
      people.removeAll { $0.exitDate != nil }

      var recruitment = Recruitment(
        seed: seed, quarter: quarter, index: index, codes: codes,
        applicationCount: history.applications.count, requisitionCount: requisitions)
      for specialization in Specialization.allCases {
        let replaced = left.count { $0.specialization == specialization }
        recruitment.fill(
          max(1, replaced + WorkforceMix.growth(specialization)), specialization,
          firstNumber: numberOfPeople)
      }
      requisitions = recruitment.requisitionCount
      numberOfPeople += recruitment.hires.count
      people += recruitment.hires
      history.applications += recruitment.applications
      history.events += flows.events
      history.events += recruitment.hires.map {
        SyntheticEvent(date: $0.hireDate, kind: .hire, person: $0)
      }
      history.snapshots.append(SyntheticSnapshot(date: quarter.lastDay, people: people))
    }
    return history
  }
}
