/// A person of the synthetic employer: what is true and what the employer has recorded.
struct SyntheticPerson {
  /// The pseudonym.
  let code: String
  let gender: Gender
  let race: RaceEthnicity
  let ageBand: AgeBand
  let hasDisability: Bool
  /// The recorded answers: what the files show.
  var recordedGender: String
  var recordedRace: String
  var recordedDisability: String
  var specialization: Specialization
  var level: JobLevel
  var site: Site
  var contract: Contract
  var weeklyHours: Int
  /// Gross pay per hour, in cents.
  var hourlyCents: Int
  /// The last yearly bonus in dollars; `nil` before the first one.
  var bonus: Int?
  var hireDate: CivilDate
  var exitDate: CivilDate?

  /// Gross pay per year for the hours worked, in whole dollars.
  var annualPay: Int { (hourlyCents * weeklyHours * 52 + 50) / 100 }
}

/// A row of the events file, with the person's attributes after the event.
struct SyntheticEvent {
  enum Kind: String {
    case hire = "Hire"
    case exit = "Exit"
    case promotion = "Promotion"
    case move = "Move"
    case declaration = "Declaration"
  }

  /// One attribute that took another value.
  struct Change {
    let attribute: String
    let from: String
    let to: String
  }

  let date: CivilDate
  let kind: Kind
  var exitType: ExitType?
  var change: Change?
  let person: SyntheticPerson
}

/// A row of the applications file.
struct SyntheticApplication {
  enum Stage: Int, CaseIterable {
    case applied, screened, interviewed, offered, hired

    var text: String {
      switch self {
      case .applied: "Applied"
      case .screened: "Screened"
      case .interviewed: "Interviewed"
      case .offered: "Offered"
      case .hired: "Hired"
      }
    }
  }

  let code: String
  let requisition: String
  let enteredOn: CivilDate
  let specialization: Specialization
  let level: JobLevel
  let stage: Stage
  let outcome: String
  let recordedGender: String
  let recordedRace: String
  let recordedDisability: String
}

/// A row of the training file.
struct SyntheticEnrolment {
  let person: String
  let course: String
  let specialization: Specialization
  let startedOn: CivilDate
  let status: String
  let recordedGender: String
  let recordedRace: String
}

/// A row of the employees file: a person at a snapshot date.
struct SyntheticSnapshot {
  let date: CivilDate
  let people: [SyntheticPerson]
}
