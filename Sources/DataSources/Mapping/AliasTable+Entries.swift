extension AliasTable {
  private static func entry(
    _ id: String, _ title: String, _ kind: Kind, _ aliases: [(Vendor, [String])]
  ) -> Entry {
    Entry(target: Target(id: id, title: title, kind: kind), aliases: aliases)
  }

  /// The table, in the order in which a mapping is written.
  static let entries: [Entry] = [
    entry(
      "person_id", "Person", .key,
      [
        (.workday, ["Employee ID", "Worker ID", "worker_code"]),
        (.successfactors, ["personIdExternal", "userId", "Person ID External"]),
        (.bamboohr, ["employeeNumber", "Employee #"]),
        (.adp, ["Associate ID", "associateOID"]),
        (.ukg, ["Employee Number", "employee_id"]),
        (.greenhouse, ["candidate_id"]),
        (
          .generic,
          [
            "Employee ID", "Employee No", "Staff ID", "Staff Number", "Person", "Person Number",
            "Pseudonym", "Worker",
          ]
        ),
      ]),
    entry(
      "application_id", "Application", .key,
      [
        (.greenhouse, ["application_id"]),
        (.lever, ["opportunity_id", "Opportunity"]),
        (.generic, ["Application"]),
      ]),
    entry(
      "requisition_id", "Requisition", .key,
      [
        (.workday, ["Job Requisition ID"]),
        (.greenhouse, ["requisition_id", "job_id"]),
        (.lever, ["posting_id"]),
        (.generic, ["Requisition", "Requisition Number", "Vacancy ID", "Job Number"]),
      ]),
    entry(
      "gender", "Gender", .characteristic,
      [
        (.workday, ["Gender", "gender_identity"]),
        (.successfactors, ["gender"]),
        (.bamboohr, ["gender"]),
        (.adp, ["gender", "gender_identity"]),
        (.greenhouse, ["candidate_gender"]),
        (.lever, ["eeo_gender"]),
        (.generic, ["Gender", "Sex", "Gender Identity", "Geschlecht", "Sexe", "Genero"]),
      ]),
    entry(
      "ethnicity", "Ethnicity", .characteristic,
      [
        (.workday, ["ethnicity_codes", "Race/Ethnicity", "Ethnicity"]),
        (.successfactors, ["Ethnic Group"]),
        (.bamboohr, ["ethnicity"]),
        (.adp, ["race", "ethnicity", "ethnicity_group"]),
        (.greenhouse, ["candidate_race"]),
        (.lever, ["eeo_race"]),
        (.generic, ["Ethnicity", "Race", "Race Ethnicity", "Ethnic Origin", "Ethnic Group"]),
      ]),
    entry(
      "hispanic", "Hispanic or Latino", .characteristic,
      [
        (.workday, ["is_hispanic_or_latino", "Hispanic or Latino"]),
        (.generic, ["Hispanic", "Hispanic Latino"]),
      ]),
    entry(
      "disability", "Disability", .characteristic,
      [
        (.workday, ["Disability Status"]),
        (.adp, ["disabled_indicator", "disability_identification"]),
        (.greenhouse, ["candidate_disability_status"]),
        (.lever, ["eeo_disability"]),
        (.generic, ["Disability", "Disabled", "Disability Status"]),
      ]),
    entry(
      "veteran", "Veteran status", .characteristic,
      [
        (.workday, ["military_status", "Veteran Status"]),
        (.adp, ["military_status", "protected_veteran_status"]),
        (.greenhouse, ["candidate_veteran_status"]),
        (.lever, ["eeo_veteran"]),
        (.generic, ["Veteran", "Veteran Status", "Military Status"]),
      ]),
    entry(
      "orientation", "Sexual orientation", .characteristic,
      [
        (.workday, ["sexual_orientation"]),
        (.generic, ["Sexual Orientation", "Orientation"]),
      ]),
    entry(
      "religion", "Religion or belief", .characteristic,
      [
        (.generic, ["Religion", "Religion or Belief", "Religious Belief"])
      ]),
    entry(
      "nationality", "Nationality", .characteristic,
      [
        (.workday, ["Primary Nationality"]),
        (.generic, ["Nationality", "Citizenship"]),
      ]),
    entry(
      "birth_date", "Date of birth", .date,
      [
        (.workday, ["date_of_birth"]),
        (.successfactors, ["dateOfBirth"]),
        (.bamboohr, ["dateOfBirth"]),
        (.adp, ["birth_date"]),
        (
          .generic,
          [
            "DOB", "Birth Date", "Date of Birth", "Geburtsdatum", "Date de naissance",
            "Fecha de nacimiento",
          ]
        ),
      ]),
    entry(
      "age_band", "Age", .characteristic,
      [
        (.bamboohr, ["age"]),
        (.generic, ["Age Band", "Age Range", "Age Group", "Age"]),
      ]),
    entry(
      "hire_date", "Hire date", .date,
      [
        (.workday, ["Hire Date", "Original Hire Date"]),
        (.successfactors, ["startDate", "originalStartDate"]),
        (.bamboohr, ["hireDate"]),
        (.adp, ["Hire Date", "hire_date", "Original Hire Date"]),
        (.ukg, ["date_of_last_hire", "original_hire_date"]),
        (
          .generic,
          [
            "Hire Date", "Date of Hire", "Hired On", "Start Date", "Joining Date", "Eintrittsdatum",
            "Date d embauche", "Fecha de ingreso",
          ]
        ),
      ]),
    entry(
      "exit_date", "Exit date", .date,
      [
        (.workday, ["departure_date", "Termination Date"]),
        (.successfactors, ["endDate"]),
        (.bamboohr, ["terminationDate"]),
        (.adp, ["Termination Date", "termination_date"]),
        (.ukg, ["date_of_termination"]),
        (
          .generic,
          [
            "Exit Date", "Leaving Date", "Leave Date", "Left On", "Termination Date", "End Date",
            "Austrittsdatum",
          ]
        ),
      ]),
    entry(
      "exit_reason", "Reason for leaving", .structure,
      [
        (
          .workday,
          [
            "primary_termination_category", "primary_termination_reason",
            "is_regrettable_termination",
          ]
        ),
        (.successfactors, ["eventReason"]),
        (.bamboohr, ["terminationReason"]),
        (.adp, ["Termination Reason"]),
        (
          .generic,
          [
            "Exit Reason", "Leaving Reason", "Reason for Leaving", "Termination Reason",
            "Exit Type",
          ]
        ),
      ]),
    entry(
      "level", "Level", .structure,
      [
        (
          .workday,
          ["Management Level", "worker_levels", "compensation_grade", "Compensation Grade"]
        ),
        (.successfactors, ["payGrade", "payScaleLevel", "Pay Grade"]),
        (.adp, ["Pay Grade"]),
        (.ukg, ["pay_scale_code", "job_group_code"]),
        (.greenhouse, ["categories_level"]),
        (.lever, ["categories_level"]),
        (
          .generic,
          [
            "Level", "Grade", "Band", "Job Level", "Job Grade", "Seniority", "Career Level",
            "Pay Band",
          ]
        ),
      ]),
    entry(
      "job", "Job", .structure,
      [
        (.workday, ["job_profile", "Job Profile", "business_title"]),
        (.successfactors, ["jobCode"]),
        (.bamboohr, ["jobTitle"]),
        (.adp, ["Job Title"]),
        (.ukg, ["job_title"]),
        (.greenhouse, ["job_title", "job_name"]),
        (.lever, ["posting_title"]),
        (
          .generic,
          [
            "Job", "Job Title", "Position Title", "Business Title", "Job Profile", "Occupation",
            "Role",
          ]
        ),
      ]),
    entry(
      "function", "Function", .structure,
      [
        (.workday, ["Job Family", "Job Family Group"]),
        (.successfactors, ["jobFunction"]),
        (
          .generic,
          [
            "Function", "Job Family", "Job Function", "Job Category", "EEO Job Group",
            "EEO Category", "EEO-1 Category", "Occupation Group",
          ]
        ),
      ]),
    entry(
      "department", "Department", .structure,
      [
        (.workday, ["supervisory_organization", "Supervisory Organization"]),
        (.successfactors, ["department", "division"]),
        (.bamboohr, ["department", "division"]),
        (.adp, ["home_department", "Home Department"]),
        (.ukg, ["organization_level_1"]),
        (.greenhouse, ["job_departments"]),
        (.lever, ["categories_department", "categories_team"]),
        (
          .generic,
          [
            "Department", "Dept", "Dept Name", "Department Name", "Division", "Business Unit",
            "Unit", "Directorate", "Abteilung", "Departement", "Departamento",
          ]
        ),
      ]),
    entry(
      "location", "Location", .structure,
      [
        (.workday, ["Location"]),
        (.successfactors, ["location"]),
        (.bamboohr, ["location"]),
        (.adp, ["Work Location", "home_work_location"]),
        (.ukg, ["location_code"]),
        (.greenhouse, ["job_offices"]),
        (.lever, ["categories_location"]),
        (.generic, ["Location", "Site", "Office", "Work Site", "Country", "Region", "Standort"]),
      ]),
    entry(
      "contract", "Contract", .structure,
      [
        (.workday, ["Worker Type", "Employee Type", "Time Type"]),
        (.bamboohr, ["employmentHistoryStatus", "Employment Status"]),
        (.ukg, ["full_time_or_part_time"]),
        (
          .generic,
          [
            "Contract", "Contract Type", "Employment Type", "Employee Type", "Pay Group",
            "Full Time Part Time",
          ]
        ),
      ]),
    entry(
      "fte", "Full-time equivalent", .measure,
      [
        (.workday, ["fte_percent", "FTE %"]),
        (.successfactors, ["fte"]),
        (.adp, ["FTE", "full_time_equivalence_ratio"]),
        (.generic, ["FTE", "Full Time Equivalent"]),
      ]),
    entry(
      "weekly_hours", "Weekly hours", .measure,
      [
        (.workday, ["Scheduled Weekly Hours", "Default Weekly Hours"]),
        (.successfactors, ["standardHours"]),
        (.bamboohr, ["standardHoursPerWeek"]),
        (.adp, ["standard_hours", "Standard Hours"]),
        (.ukg, ["scheduled_work_hrs"]),
        (
          .generic,
          [
            "Weekly Hours", "Hours per Week", "Contracted Hours", "Std Hours", "Standard Hours",
            "Standard Weekly Hours",
          ]
        ),
      ]),
    entry(
      "base_pay", "Base pay", .measure,
      [
        (
          .workday,
          [
            "annual_currency_summary_total_base_pay", "Total Base Pay - Annualised",
            "Total Base Pay Annualized", "Total Base Pay",
          ]
        ),
        (.successfactors, ["paycompvalue"]),
        (.bamboohr, ["payRate", "Pay rate"]),
        (.adp, ["Pay Rate", "annual_rate", "Annual Salary"]),
        (.ukg, ["annual_salary"]),
        (
          .generic,
          [
            "Base Pay", "Base Salary", "Annual Salary", "Annual Pay", "Annual Rate", "Annual Rt",
            "Salary", "Basic Pay", "Grundgehalt", "Salaire", "Salario",
          ]
        ),
      ]),
    entry(
      "hourly_pay", "Hourly pay", .measure,
      [
        (.adp, ["Hourly Rate"]),
        (.ukg, ["hourly_pay_rate"]),
        (.generic, ["Hourly Pay", "Hourly Rate", "Hourly Pay Rate"]),
      ]),
    entry(
      "bonus", "Bonus", .measure,
      [
        (.workday, ["Bonus Amount", "Total Bonus"]),
        (.generic, ["Bonus", "Bonus Pay", "Annual Bonus", "Variable Pay"]),
      ]),
    entry(
      "currency", "Currency", .structure,
      [
        (.workday, ["annual_currency_summary_currency", "Currency"]),
        (.successfactors, ["currencyCode"]),
        (.generic, ["Currency", "Currency Code"]),
      ]),
    entry(
      "promotion", "Promotion", .structure,
      [
        (.bamboohr, ["payChangeReason"]),
        (.ukg, ["is_promotion"]),
        (.generic, ["Promotion", "Promoted", "Is Promotion"]),
      ]),
    entry(
      "event", "Event", .structure,
      [
        (.generic, ["Event", "Event Type", "Kind", "Action"])
      ]),
    entry(
      "date", "Date", .date,
      [
        (.ukg, ["job_effective_date"]),
        (.generic, ["Date", "Event Date", "Effective Date", "Date of Event"]),
      ]),
    entry(
      "snapshot_date", "Snapshot", .date,
      [
        (
          .generic,
          [
            "Snapshot", "Snapshot Date", "As Of", "As Of Date", "Report Date", "Reporting Date",
            "Effective As Of", "Stichtag",
          ]
        )
      ]),
    entry(
      "stage", "Stage", .structure,
      [
        (.greenhouse, ["new_stage", "current_stage"]),
        (.lever, ["stage"]),
        (.generic, ["Stage", "Furthest Stage", "Application Stage", "Application Status"]),
      ]),
    entry(
      "applied_at", "Applied on", .date,
      [
        (.greenhouse, ["applied_at"]),
        (.lever, ["applied_date", "created_at"]),
        (.generic, ["Applied At", "Applied On", "Application Date", "Date Applied"]),
      ]),
    entry(
      "entered_on", "Entered on", .date,
      [
        (.greenhouse, ["valid_from"]),
        (.generic, ["Entered On", "Stage Date", "Entered Stage"]),
      ]),
    entry(
      "rejected_reason", "Reason for rejection", .structure,
      [
        (.greenhouse, ["rejected_reason", "rejection_reason"]),
        (.lever, ["archive_reason", "archived_reason"]),
        (.generic, ["Rejection Reason"]),
      ]),
  ]
}
