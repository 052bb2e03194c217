/// The rows of the files.
///
/// No field holds a comma or a quote, so none is quoted.
enum HealthTechFiles {
  static func employees(_ snapshots: [SyntheticSnapshot]) -> String {
    var text = line([
      "snapshot_date", "person_id", "gender", "race_ethnicity", "age_band", "disability",
      "specialization", "level", "location", "contract", "weekly_hours", "annual_pay", "bonus",
      "hire_date",
    ])
    for snapshot in snapshots {
      for person in snapshot.people.sorted(by: { $0.code < $1.code }) {
        text += line([
          snapshot.date.text, person.code, person.recordedGender, person.recordedRace,
          person.ageBand.rawValue, person.recordedDisability, person.specialization.rawValue,
          person.level.text, person.site.rawValue, person.contract.rawValue,
          "\(person.weeklyHours)", "\(person.annualPay)", person.bonus.map { "\($0)" } ?? "",
          person.hireDate.text,
        ])
      }
    }
    return text
  }

  static func events(_ events: [SyntheticEvent]) -> String {
    var text = line([
      "person_id", "date", "kind", "exit_type", "attribute", "from", "to", "from_level", "gender",
      "race_ethnicity", "age_band", "disability", "specialization", "level", "location",
      "hire_date",
    ])
    let inOrder = events.enumerated().sorted { left, right in
      (left.element.date, left.element.person.code, left.offset)
        < (right.element.date, right.element.person.code, right.offset)
    }
    for (_, event) in inOrder {
      let person = event.person
      text += line([
        person.code, event.date.text, event.kind.rawValue, event.exitType?.rawValue ?? "",
        event.change?.attribute ?? "", event.change?.from ?? "", event.change?.to ?? "",
        event.kind == .promotion ? event.change?.from ?? "" : "", person.recordedGender,
        person.recordedRace, person.ageBand.rawValue, person.recordedDisability,
        person.specialization.rawValue, person.level.text, person.site.rawValue,
        person.hireDate.text,
      ])
    }
    return text
  }

  static func applications(_ applications: [SyntheticApplication]) -> String {
    var text = line([
      "application_id", "requisition_id", "entered_on", "specialization", "level", "stage",
      "outcome", "gender", "race_ethnicity", "disability",
    ])
    let inOrder = applications.sorted { ($0.enteredOn, $0.code) < ($1.enteredOn, $1.code) }
    for application in inOrder {
      text += line([
        application.code, application.requisition, application.enteredOn.text,
        application.specialization.rawValue, application.level.text, application.stage.text,
        application.outcome, application.recordedGender, application.recordedRace,
        application.recordedDisability,
      ])
    }
    return text
  }

  static func training(_ enrolments: [SyntheticEnrolment]) -> String {
    var text = line([
      "person_id", "course", "specialization", "started_on", "status", "gender", "race_ethnicity",
    ])
    let inOrder = enrolments.sorted { ($0.startedOn, $0.person) < ($1.startedOn, $1.person) }
    for enrolment in inOrder {
      text += line([
        enrolment.person, enrolment.course, enrolment.specialization.rawValue,
        enrolment.startedOn.text, enrolment.status, enrolment.recordedGender,
        enrolment.recordedRace,
      ])
    }
    return text
  }

  static func vacancies(_ vacancies: [SyntheticVacancy]) -> String {
    var text = line([
      "vacancy_id", "opened_on", "closed_on", "days_open", "outcome", "specialization", "level",
      "applicants", "suitable_applicants",
    ])
    for vacancy in vacancies.sorted(by: { ($0.openedOn, $0.code) < ($1.openedOn, $1.code) }) {
      text += line([
        vacancy.code, vacancy.openedOn.text, vacancy.closedOn?.text ?? "", "\(vacancy.daysOpen)",
        vacancy.outcome.rawValue, vacancy.specialization.rawValue, vacancy.level.text,
        "\(vacancy.applicants)", "\(vacancy.suitableApplicants)",
      ])
    }
    return text
  }

  static func skills(_ snapshots: [SkillRecords.Snapshot]) -> String {
    var text = line([
      "snapshot_date", "person_id", "specialization", "level", "gender", "race_ethnicity", "skills",
    ])
    for snapshot in snapshots {
      for (person, skills) in zip(snapshot.people, snapshot.skills) {
        text += line([
          snapshot.date.text, person.code, person.specialization.rawValue, person.level.text,
          person.recordedGender, person.recordedRace, skills.joined(separator: ";"),
        ])
      }
    }
    return text
  }

  private static func line(_ fields: [String]) -> String {
    fields.joined(separator: ",") + "\n"
  }
}
