/// The columns of a system's export, as it names them.
///
/// Exports can be arranged freely, so a header may differ; `parity map` compares them with a file.
struct VendorExport: Sendable {
  /// A column that may not be there.
  struct Column: Sendable {
    let header: String
    /// The text between several answers, where the system allows them.
    var multi: String?
    /// The pattern of a date, where it is not yyyy-MM-dd.
    var format: String?

    init(_ header: String, multi: String? = nil, format: String? = nil) {
      self.header = header
      self.multi = multi
      self.format = format
    }
  }

  let id: String
  let title: String
  /// Whether the export holds applications rather than employees.
  let isApplicantTracking: Bool
  let person: String
  let gender: Column
  let ethnicity: Column
  let function: Column
  let location: Column
  /// The column of the grade; for applications, of the stage.
  let level: String
  let date: Column
  let pay: String?
  let hours: String?
  /// The identifiers of the application and the requisition.
  let application: String?
  let requisition: String?
  /// Columns to leave unread.
  let drop: [String]
  /// What to look out for, in sentences.
  let notes: [String]

  static let all = [
    workday, successfactors, bamboohr, adp, ukg, greenhouse, lever, generic,
  ]

  private static func employees(
    _ id: String, _ title: String, person: String, gender: String, ethnicity: Column,
    function: String, location: String, level: String, hired: Column, pay: String, hours: String,
    drop: [String], notes: [String]
  ) -> VendorExport {
    VendorExport(
      id: id, title: title, isApplicantTracking: false, person: person, gender: Column(gender),
      ethnicity: ethnicity, function: Column(function), location: Column(location), level: level,
      date: hired, pay: pay, hours: hours, application: nil, requisition: nil, drop: drop,
      notes: notes)
  }

  private static func applications(
    _ id: String, _ title: String, person: String, application: String, requisition: String,
    gender: String, ethnicity: String, function: Column, location: Column, stage: String,
    applied: Column, drop: [String], notes: [String]
  ) -> VendorExport {
    VendorExport(
      id: id, title: title, isApplicantTracking: true, person: person, gender: Column(gender),
      ethnicity: Column(ethnicity), function: function, location: location, level: stage,
      date: applied, pay: nil, hours: nil, application: application, requisition: requisition,
      drop: drop, notes: notes)
  }

  private static let workday = employees(
    "workday", "Workday", person: "Employee ID", gender: "Gender",
    ethnicity: Column("Ethnicity", multi: ";"), function: "Job Family", location: "Location",
    level: "Management Level", hired: Column("Original Hire Date"),
    pay: "Total Base Pay - Annualized", hours: "Scheduled Weekly Hours",
    drop: ["Legal Name", "Email"],
    notes: [
      "Ethnicity can hold several answers, and Hispanic or Latino is a column of its own.",
      "Hire Date is the latest hire, Original Hire Date the first; choose one and keep to it.",
    ])

  private static let successfactors = employees(
    "successfactors", "SAP SuccessFactors", person: "personIdExternal", gender: "gender",
    ethnicity: Column("ethnicGroup"), function: "department", location: "location",
    level: "payGrade", hired: Column("originalStartDate"), pay: "paycompvalue",
    hours: "standardHours", drop: ["displayName", "email"],
    notes: [
      "The ethnic group comes from the section of each country.",
      "paycompvalue has a frequency and a currency beside it; export yearly amounts.",
    ])

  private static let bamboohr = employees(
    "bamboohr", "BambooHR", person: "employeeNumber", gender: "gender",
    ethnicity: Column("ethnicity"), function: "department", location: "location",
    level: "jobLevel", hired: Column("hireDate"), pay: "payRate", hours: "standardHoursPerWeek",
    drop: ["displayName", "workEmail"],
    notes: [
      "There is no grade; jobLevel stands for a column made from jobTitle.",
      "payRate counts per payPer; export yearly amounts.",
    ])

  private static let adp = employees(
    "adp", "ADP Workforce Now", person: "worker_id", gender: "gender", ethnicity: Column("race"),
    function: "home_department", location: "work_location", level: "pay_grade",
    hired: Column("hire_date", format: "MM/dd/yyyy"), pay: "annual_salary",
    hours: "standard_hours",
    drop: ["legal_name", "personal_email", "ethnicity", "ethnicity_group"],
    notes: [
      "race, ethnicity and ethnicity_group overlap; choose one and drop the others."
    ])

  private static let ukg = employees(
    "ukg", "UKG Pro", person: "employee_id", gender: "gender", ethnicity: Column("ethnic_code"),
    function: "organization_level_1", location: "work_location", level: "pay_scale_code",
    hired: Column("original_hire_date"), pay: "annual_salary", hours: "scheduled_work_hours",
    drop: ["full_name", "email_address"],
    notes: ["Gender and ethnicity are not in every export; ask for them."])

  private static let greenhouse = applications(
    "greenhouse", "Greenhouse Recruiting", person: "candidate_id", application: "application_id",
    requisition: "job_id", gender: "candidate_gender", ethnicity: "candidate_race",
    function: Column("job_departments", multi: ";"), location: Column("job_offices", multi: ";"),
    stage: "furthest_stage", applied: Column("applied_at"),
    drop: ["candidate_name", "candidate_email", "candidate_phone", "resume_url"],
    notes: [
      "Leave prospects out (is_prospect): one that applies later appears twice.",
      "furthest_stage is made from the history of stages (new_stage).",
    ])

  private static let lever = applications(
    "lever", "Lever", person: "contact_id", application: "opportunity_id",
    requisition: "posting_id", gender: "gender", ethnicity: "race",
    function: Column("categories_department"), location: Column("categories_location"),
    stage: "furthest_stage", applied: Column("created_at"),
    drop: ["name", "emails", "phones"],
    notes: ["furthest_stage is made from the changes of stage."])

  private static let generic = employees(
    "generic", "any system", person: "person_id", gender: "gender",
    ethnicity: Column("ethnicity"), function: "function", location: "location", level: "level",
    hired: Column("hire_date"), pay: "base_pay", hours: "weekly_hours", drop: ["name", "email"],
    notes: ["Replace each header with the one in the file, or run parity map."])
}
