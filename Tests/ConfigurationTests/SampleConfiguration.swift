import Configuration

/// A configuration without a problem, to be spoilt by tests, and ways to read it.
enum SampleConfiguration {
  /// The example of the format, complete.
  static let text = """
    schema = 1
    [organisation]
    name = "Example Health Trust"
    locale = "en-GB"
    currency = "USD"
    status = "final"
    [period]
    quarter = "2025Q3"
    snapshot = 2025-09-30
    quarters = 9
    fiscal_year_start = "01-01"
    [inputs.employees]
    kind = "snapshots"
    path = "data/employees.csv"
    encoding = "utf-8"
    delimiter = ","
    header_rows = 1
    columns_by_position = false
    missing = ["", "N/A"]
    profile = "workday"
    fingerprint = "3f9c…"
    exclude = { pay_group = ["Seasonal"] }
    [inputs.events]
    kind = "events"
    path = "$PARITY_DATA/events.csv"
    [inputs.applications]
    kind = "applications"
    path = "applications.csv"
    stages = ["Applied", "Screened", "Interviewed", "Offered", "Hired"]
    source = "already-published"
    [mapping.employees]
    person_id = "Employee ID"
    snapshot_date = { column = "Snapshot", format = "yyyy-MM-dd" }
    gender = "Gender"
    ethnicity = { column = "Ethnicity", multi = ";", multi_level = "Two or more" }
    level = "Band"
    function = "Function"
    pay_group = "Pay Group"
    hire_date = "Hire Date"
    annual_pay = { column = "Base Pay", unit = "USD/year", title = "Base pay", decimal = ".", group = ",", scale = 2, minimum = 0, maximum = 10000000 }
    weekly_hours = { column = "Hours", unit = "hours/week" }
    bonus = { column = "Bonus", unit = "USD/year" }
    drop = ["Name", "E-mail"]
    [mapping.events]
    person_id = "Employee ID"
    date = { column = "Effective", format = "dd/MM/yyyy" }
    kind = "Event"
    gender = "Gender"
    [mapping.applications]
    application_id = "Application"
    stage = "Furthest stage"
    entered_on = "Applied On"
    gender = "Gender"
    count = "people"
    [attributes.gender]
    title = "Gender"
    role = "characteristic"
    levels = ["Women", "Men", "Another gender"]
    ordered = false
    reference = "Men"
    focal = ["Women"]
    merge = [ { label = "Another gender or not stated", members = ["Another gender", "Prefer not to say", "No answer recorded"] } ]
    declined_label = "Prefer not to say"
    [attributes.ethnicity]
    role = "characteristic"
    levels = ["Asian", "Black", "White", "Two or more"]
    [attributes.function]
    role = "structure"
    levels = ["Clinical", "Software development"]
    [attributes.pay_group]
    role = "other"
    levels = ["Permanent", "Seasonal"]
    [values.gender]
    Women = ["F", "Female"]
    declined = ["Prefer not to say"]
    [values.event]
    Hire = ["HIR"]
    [levels]
    order = ["Band 2-4", "Band 5-7", "Band 8-9", "Executive"]
    leadership_from = "Band 8-9"
    title = "Level"
    [derived.hourly_pay]
    numerator = "annual_pay"
    denominator = "weekly_hours"
    factor = 52
    scale = 4
    unit = "USD/hour"
    title = "Hourly pay"
    [derived.tenure]
    date = "hire_date"
    on = 2025-09-30
    bounds = [0, 2, 5, 10]
    labels = ["Under 2 years", "2 to 4 years", "5 to 9 years", "10 years or more"]
    title = "Time with the organisation"
    role = "structure"
    [[intersections]]
    attributes = ["gender", "ethnicity"]
    [pay]
    measure = "hourly_pay"
    bonus = "bonus"
    [[benchmarks]]
    attribute = "gender"
    level = "Women"
    value = 0.468
    standard_error = "unknown"
    within = { function = "Software development" }
    source = "US Bureau of Labor Statistics, CPS table 11, 2022 annual averages"
    date = "2022"
    note = "A caveat"
    [targets]
    "gender.Women.leadership" = { value = 0.45, by = "2027Q4" }
    [privacy]
    audience = "public"
    min_group = 10
    min_group_pay = 10
    key_file = "parity.key"
    ledger = "private/parity.ledger"
    [privacy.roles]
    pay_group = "sensitive"
    weekly_hours = "quasi-identifier"
    [tests]
    confidence = 0.95
    multiplicity = "holm"
    band_ratio = [0.80, 1.25]
    band_share_points = 2
    band_pay_percent = 5
    [report]
    profiles = ["leadership", "full"]
    brand = "brand.toml"
    previous_release = "2025Q2/results.json"
    description = "One paragraph about the data, printed under Who is counted"
    [collaboration]
    pool = "2025Q1/pool"
    [[actions]]
    text = "Structured shortlisting in all band 8 campaigns"
    owner = "Head of Resourcing"
    due = 2026-01-31
    """

  static func read(_ text: String) throws(ConfigurationProblems) -> RunConfiguration {
    try ConfigurationReader.read(
      text: text, file: "parity.toml", folder: "/trust", environment: ["PARITY_DATA": "/data"])
  }

  /// The problems of a text, none if it reads.
  static func problems(_ text: String) -> [ConfigurationProblem] {
    do {
      _ = try read(text)
      return []
    } catch {
      return error.problems
    }
  }

  /// The sample with a line replaced; the line is the one that begins so.
  static func replacing(_ pairs: [(String, String)]) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (start, replacement) in pairs {
      if let index = lines.firstIndex(where: { $0.hasPrefix(start) }) { lines[index] = replacement }
    }
    return lines.joined(separator: "\n")
  }

  /// The number of the line that begins so, 1 for the first.
  static func line(_ start: String, in text: String = text) -> Int {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return (lines.firstIndex { $0.hasPrefix(start) } ?? -1) + 1
  }
}
