/// A first `parity.toml`, to be completed.
public enum ConfigurationTemplate {
  /// The systems there is a template for.
  public static let vendors: [String] = VendorExport.all.map(\.id)

  /// A complete, commented configuration for the export of a system; `nil` for an unknown one.
  ///
  /// It reads without a problem as it is. Lines that begin with `#` and no space are settings to
  /// take up; they read without a problem too.
  ///
  /// - Parameters:
  ///   - vendor: one of `vendors`.
  ///   - name: the name of the organisation.
  ///   - quarter: the quarter reported, as `2025Q3`.
  ///   - snapshot: a day of that quarter, as `2025-09-30`.
  ///   - locale: a tag of `ReportLocale.all`.
  ///   - currency: the currency of amounts.
  public static func text(
    vendor: String, name: String = "Your organisation", quarter: String = "2025Q3",
    snapshot: String = "2025-09-30", locale: String = "en-GB", currency: String = "GBP"
  ) -> String? {
    guard let export = VendorExport.all.first(where: { $0.id == vendor }) else { return nil }
    var lines: [String] = []
    lines += head(export, name, quarter, snapshot, locale, currency)
    lines += export.isApplicantTracking ? applications(export) : employees(export, currency)
    lines += attributes(export)
    lines += export.isApplicantTracking ? [] : grades(currency)
    lines += comparisons(export)
    lines += rules
    return lines.joined(separator: "\n") + "\n"
  }

  private static func head(
    _ export: VendorExport, _ name: String, _ quarter: String, _ snapshot: String,
    _ locale: String, _ currency: String
  ) -> [String] {
    var lines = [
      "# parity.toml for an export of \(export.title).",
      "# Every key is checked. Settings after a # without a space can be taken up.",
      "schema = 1",
      "",
      "[organisation]",
      "name = \(TOMLText.quoted(name))",
      "locale = \(TOMLText.quoted(locale))",
      "currency = \(TOMLText.quoted(currency))",
      "status = \"draft\"                # final when the figures no longer change",
      "",
      "[period]",
      "quarter = \(TOMLText.quoted(quarter))",
      "snapshot = \(snapshot)           # a day of the quarter",
      "quarters = 1                    # quarters of history, the reported one included",
      "",
    ]
    lines += export.notes.map { "# \($0)" }
    return lines
  }

  // MARK: - Files

  private static func employees(_ export: VendorExport, _ currency: String) -> [String] {
    let drop = TOMLText.list(export.drop)
    return [
      "[inputs.employees]",
      "kind = \"snapshots\"              # one row per person",
      "path = \"data/employees.csv\"",
      "missing = [\"\", \"N/A\", \"#N/A\"]",
      "profile = \(TOMLText.quoted(export.id))",
      "",
      "[mapping.employees]             # what it is = the column's header",
      line("person_id", VendorExport.Column(export.person)),
      "# A file of several snapshots has a column for the day; one file per snapshot has not.",
      "#snapshot_date = \"Snapshot Date\"",
      line("gender", export.gender),
      line("ethnicity", export.ethnicity),
      line("level", VendorExport.Column(export.level)),
      line("function", export.function),
      line("location", export.location),
      line("hire_date", export.date),
      "base_pay = { column = \(TOMLText.quoted(export.pay ?? "")), "
        + "unit = \(TOMLText.quoted(currency + "/year")), minimum = 0 }",
      "weekly_hours = { column = \(TOMLText.quoted(export.hours ?? "")), "
        + "unit = \"hours/week\", minimum = 0, maximum = 80 }",
      "drop = \(drop)   # known, and never read",
      "",
      "# Hires, exits and promotions come from a file of events.",
      "#[inputs.events]",
      "#kind = \"events\"",
      "#path = \"data/events.csv\"",
      "#[mapping.events]",
      "#person_id = \(TOMLText.quoted(export.person))",
      "#date = \"Event Date\"",
      "#kind = \"Event\"",
      "#gender = \(TOMLText.quoted(export.gender.header))",
      "#ethnicity = \(TOMLText.quoted(export.ethnicity.header))",
      "#level = \(TOMLText.quoted(export.level))",
      "#[values.event]",
      "#Hire = [\"HIR\", \"REH\"]",
      "#Exit = [\"TER\"]",
      "",
    ]
  }

  private static func applications(_ export: VendorExport) -> [String] {
    let drop = TOMLText.list(export.drop)
    return [
      "[inputs.applications]",
      "kind = \"applications\"           # one row per application",
      "path = \"data/applications.csv\"",
      "missing = [\"\", \"N/A\"]",
      "profile = \(TOMLText.quoted(export.id))",
      "stages = [\"Applied\", \"Screened\", \"Interviewed\", \"Offered\", \"Hired\"]",
      "",
      "[mapping.applications]          # what it is = the column's header",
      line("person_id", VendorExport.Column(export.person)),
      line("application_id", VendorExport.Column(export.application ?? "")),
      line("requisition_id", VendorExport.Column(export.requisition ?? "")),
      line("stage", VendorExport.Column(export.level)) + "   # the furthest one reached",
      line("entered_on", export.date),
      line("gender", export.gender),
      line("ethnicity", export.ethnicity),
      line("function", export.function),
      line("location", export.location),
      "drop = \(drop)   # known, and never read",
      "",
      "#[values.stage]",
      "#Applied = [\"Application Review\"]",
      "#Interviewed = [\"Face to Face\", \"Phone Interview\"]",
      "",
    ]
  }

  private static func line(_ id: String, _ column: VendorExport.Column) -> String {
    let header = TOMLText.quoted(column.header)
    var options: [String] = []
    if let multi = column.multi {
      options.append("multi = \(TOMLText.quoted(multi)), multi_level = \"Two or more\"")
    }
    if let format = column.format { options.append("format = \(TOMLText.quoted(format))") }
    if options.isEmpty { return "\(id) = \(header)" }
    return "\(id) = { column = \(header), \(options.joined(separator: ", ")) }"
  }

  // MARK: - Attributes

  private static func attributes(_ export: VendorExport) -> [String] {
    let several = { (column: VendorExport.Column) in
      column.multi == nil ? "" : ", \"Two or more\""
    }
    return [
      "[attributes.gender]",
      "title = \"Gender\"",
      "role = \"characteristic\"         # groups of people who are compared",
      "levels = [\"Women\", \"Men\", \"Another gender\"]",
      "reference = \"Men\"               # or \"rest\": all other people who declared",
      "focal = [\"Women\"]",
      "[values.gender]                 # level = texts in the file; an empty field is blank",
      "Women = [\"F\", \"Female\"]",
      "Men = [\"M\", \"Male\"]",
      "\"Another gender\" = [\"X\", \"Non-binary\"]",
      "declined = [\"Prefer not to say\", \"Decline to self-identify\"]",
      "#not_asked = [\"Not collected\"]",
      "",
      "[attributes.ethnicity]          # the categories of the file, in the order to print them",
      "title = \"Ethnicity\"",
      "role = \"characteristic\"",
      "levels = [\"Asian\", \"Black\", \"Hispanic or Latino\", \"Two or more\", \"White\", "
        + "\"Another group\"]",
      "#merge = [ { label = \"Two or more, or another group\", "
        + "members = [\"Two or more\", \"Another group\"] } ]",
      "[values.ethnicity]",
      "declined = [\"Prefer not to say\", \"Decline to self-identify\"]",
      "",
      "[attributes.function]",
      "title = \"Function\"",
      "role = \"structure\"              # where people work",
      "levels = [\"Operations\", \"Technology\", \"Corporate\"\(several(export.function))]",
      "",
      "[attributes.location]",
      "title = \"Location\"",
      "role = \"structure\"",
      "levels = [\"Head office\", \"Other sites\"\(several(export.location))]",
      "",
    ]
  }

  private static func grades(_ currency: String) -> [String] {
    [
      "[levels]                        # lowest first",
      "title = \"Level\"",
      "order = [\"Associate\", \"Professional\", \"Manager\", \"Director\", \"Executive\"]",
      "leadership_from = \"Director\"",
      "#[values.level]",
      "#Professional = [\"P1\", \"P2\", \"P3\"]",
      "",
      "[derived.tenure]",
      "title = \"Time with the organisation\"",
      "date = \"hire_date\"",
      "bounds = [0, 2, 5, 10]          # completed years",
      "labels = [\"Under 2 years\", \"2 to 4 years\", \"5 to 9 years\", \"10 years or more\"]",
      "role = \"structure\"",
      "",
      "[derived.hourly_pay]            # numerator / (factor x denominator)",
      "title = \"Hourly pay\"",
      "numerator = \"base_pay\"",
      "denominator = \"weekly_hours\"",
      "factor = 52",
      "unit = \(TOMLText.quoted(currency + "/hour"))",
      "",
      "[pay]",
      "measure = \"hourly_pay\"",
      "",
      "#[targets]",
      "#\"gender.Women.leadership\" = { value = 0.45, by = \"2027Q4\" }",
      "",
    ]
  }

  // MARK: - Rules

  private static func comparisons(_ export: VendorExport) -> [String] {
    [
      "[[intersections]]",
      "attributes = [\"gender\", \"ethnicity\"]",
      "",
      "#[[benchmarks]]",
      "#attribute = \"gender\"",
      "#level = \"Women\"",
      "#value = 0.47",
      "#standard_error = \"unknown\"",
      "#source = \"who publishes it, which table\"",
      "#date = \"2024\"",
      "",
    ]
  }

  private static let rules = [
    "[privacy]",
    "audience = \"public\"             # public: groups of 10 or more; internal: 5 or more",
    "#min_group = 20",
    "#min_group_pay = 20",
    "# rounding = 5 shows counts as multiples of 5, and no tests of counts; not with a ledger.",
    "#key_file = \"parity.key\"",
    "#signing_key = \"parity-signing.key\"",
    "#ledger = \"parity.ledger\"        # holds each report against the earlier ones",
    "",
    "[tests]",
    "confidence = 0.95",
    "multiplicity = \"holm\"",
    "band_ratio = [0.80, 1.25]       # ratios that are parity in practice",
    "band_share_points = 2           # percentage points",
    "band_pay_percent = 5            # per cent",
    "",
    "[report]",
    "profiles = [\"leadership\", \"full\"]",
    "#crosswalk = [\"uk-gpg\", \"eu-2023-970\"]   # an annex that answers their lines",
    "#description = \"One paragraph about the data.\"",
    "#brand = \"brand.toml\"           # colours, name and logo",
    "#previous_release = \"last/results.json\"   # to say what is different since",
    "",
    "#[collaboration]",
    "#pool = \"pool/pool.json\"         # to say where the organisation stands among others",
    "",
    "#[[actions]]",
    "#text = \"What is done\"",
    "#owner = \"Who answers for it\"",
    "#due = 2026-01-31",
    "",
    "#[[scenarios]]                  # what would become of the targets",
    "#name = \"Half of all hires are women\"",
    "#attribute = \"gender\"",
    "#level = \"Women\"",
    "#hire_share = 0.5               # or hires = 1.2, exits = 0.8: what rates are multiplied by",
  ]
}
