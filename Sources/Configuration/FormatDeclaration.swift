/// The format of `parity.toml`, as data: every table, key, type and default.
///
/// The check of a configuration, the printed configuration and the published JSON Schema all come
/// from this one declaration.
enum FormatDeclaration {
  /// The version of the format.
  static let version = 1

  static let root = TableShape([
    KeyShape("schema", .whole, .required, "The version of this format: \(version)."),
    KeyShape("organisation", .table(organisation), .required, "Who is reported on."),
    KeyShape("period", .table(period), .required, "The quarter reported."),
    KeyShape(
      "inputs", .table(free("an input", .table(input), "A file and how it is written.")),
      .required, "The files."),
    KeyShape(
      "mapping", .table(free("an input", .table(mapping), "What the columns of the file are.")),
      .required, "The columns of the files. A column that is not named is an error."),
    KeyShape(
      "attributes",
      .table(free("an attribute", .table(attribute), "A property of people, with its levels.")),
      .none, "The properties of people."),
    KeyShape(
      "values", .table(free("an attribute", .table(values), "Which texts stand for which level.")),
      .none, "The texts of the levels in the files."),
    KeyShape("levels", .table(levels), .none, "The grades, lowest first: the attribute level."),
    KeyShape(
      "derived",
      .table(
        free("a measure or attribute", .table(derived), "A measure divided, or years since a date.")
      ), .none, "Measures and attributes made from columns."),
    KeyShape(
      "intersections", .tables(intersection), .none,
      "Attributes whose combinations are reported."),
    KeyShape("pay", .table(pay), .none, "What pay is compared by."),
    KeyShape("training", .table(training), .none, "What training costs."),
    KeyShape(
      "skills", .table(skills), .none, "The domain of every skill that is recorded of people."),
    KeyShape("benchmarks", .tables(benchmark), .none, "Shares from outside to compare with."),
    KeyShape("targets", .table(targets), .none, "Shares the organisation aims at."),
    KeyShape(
      "breaks", .tables(seriesBreak), .none,
      "Quarters from which a characteristic cannot be compared with the quarters before."),
    KeyShape("privacy", .table(privacy), .none, "Who reads the report, and the smallest groups."),
    KeyShape("tests", .table(tests), .none, "How differences are tested and judged."),
    KeyShape("report", .table(report), .none, "What is written."),
    KeyShape(
      "collaboration", .table(collaboration), .none, "What the organisation is compared with."),
    KeyShape("actions", .tables(action), .none, "What the organisation does."),
    KeyShape("taxonomy", .table(taxonomy), .none, "The specializations whose skills are followed."),
    KeyShape(
      "scenarios", .tables(scenario), .none, "What would become of the targets if rates changed."),
  ])

  private static func free(
    _ name: String, _ shape: ValueShape, _ documentation: String, isInline: Bool = false
  ) -> TableShape {
    TableShape(
      others: TableShape.Others(name: name, shape: shape, documentation: documentation),
      isInline: isInline)
  }

  // MARK: - Who and when

  static let organisation = TableShape([
    KeyShape("name", .text, .required, "The name of the organisation."),
    KeyShape(
      "locale", .choice(ReportLocale.all), .value("\"en-GB\""), "Language and number format."),
    KeyShape(
      "currency", .text, .computed("GBP for en-GB, USD for en-US, else EUR"),
      "The currency of every amount, as a code of three letters."),
    KeyShape(
      "status", .choice(["final", "draft"]), .value("\"final\""),
      "Whether the figures may still change."),
  ])

  static let period = TableShape([
    KeyShape("quarter", .text, .required, "The quarter reported: 2025Q3, or FY2025Q3."),
    KeyShape("snapshot", .day, .required, "The day of the snapshot reported."),
    KeyShape(
      "quarters", .whole(least: 1, greatest: 80), .value("1"),
      "Quarters used, the reported one included."),
    KeyShape(
      "fiscal_year_start", .text, .value("\"01-01\""),
      "The first day of the year, as MM-dd; quarters are FY2025Q3 unless it is 01-01."),
  ])

  // MARK: - Files

  static let input = TableShape([
    KeyShape(
      "kind", .choice(["snapshots", "events", "applications", "training", "skills", "vacancies"]),
      .required,
      "What a row stands for."),
    KeyShape(
      "path", .text, .required,
      "The file, relative to this one; a leading \"$PARITY_DATA/\" is replaced."),
    KeyShape(
      "snapshot_date", .day, .computed("[period] snapshot, where no column has it"),
      "Snapshots only: the day all rows stand for, where no column has it."),
    KeyShape(
      "encoding", .choice(["utf-8", "utf-16le", "utf-16be", "windows-1252"]), .none,
      "The character encoding; detected if not given."),
    KeyShape(
      "delimiter", .choice([",", ";", "\t", "|"]), .none,
      "The character between fields; detected if not given."),
    KeyShape(
      "skip_rows", .whole(least: 0, greatest: 1000), .value("0"), "Lines above the header."),
    KeyShape(
      "header_rows", .whole(least: 0, greatest: 100), .computed("1; 0 for columns by position"),
      "Lines the header takes."),
    KeyShape(
      "footer_rows", .whole(least: 0, greatest: 1000), .value("0"),
      "Lines at the end that are no data."),
    KeyShape(
      "columns_by_position", .truth, .value("false"),
      "Whether [mapping] numbers columns, 1 for the first."),
    KeyShape(
      "missing", .list(.anyText, least: 0), .value("[]"),
      "Texts that mean an empty field."),
    KeyShape("profile", .text, .none, "The vendor of the export, for information."),
    KeyShape("fingerprint", .text, .none, "The header the mapping was made for."),
    KeyShape(
      "stages", .list(.text, least: 2), .none,
      "Applications and training: the stages in order, the first one first."),
    KeyShape(
      "exclude",
      .table(
        free(
          "an attribute", .list(.text, least: 1), "Labels of levels that are not counted.",
          isInline: true)), .none, "People who are not counted; the report says so."),
    KeyShape(
      "source", .choice(["already-published"]), .none,
      "For historical figures that are public already."),
  ])

  static let mapping = TableShape(
    [
      KeyShape("person_id", column, .none, "The pseudonym of a person, stable over time."),
      KeyShape("application_id", column, .none, "The identifier of an application."),
      KeyShape("requisition_id", column, .none, "The identifier of a requisition."),
      KeyShape(
        "vacancy_id", column, .none,
        "The identifier of a vacancy; its outcome is the attribute vacancy_outcome, with a level Filled."
      ),
      KeyShape("snapshot_date", column, .none, "The day a row of a snapshot stands for."),
      KeyShape("date", column, .none, "The day of an event, a course or a vacancy."),
      KeyShape("entered_on", column, .none, "The day an application was made."),
      KeyShape(
        "hire_date", column, .none,
        "The day a person was hired; in snapshots and events it gives length of service."),
      KeyShape("kind", column, .none, "Events only: what happened."),
      KeyShape("stage", column, .none, "Applications and training: the furthest stage reached."),
      KeyShape(
        "skills", column, .none,
        "Skills only: the skills of a person, with the text between them as multi."),
      KeyShape("count", column, .none, "How many people a row stands for."),
      KeyShape(
        "drop", .list(.either([.text, .whole(least: 1, greatest: nil)]), least: 0), .none,
        "Columns that are known and never read."),
    ],
    others: TableShape.Others(
      name: "an attribute, date or measure", shape: column,
      documentation: "The column of an attribute, of a date (format) or of a measure (unit)."))

  /// A column by header or number, or a table with options.
  private static let column = ValueShape.either([
    .text, .whole(least: 1, greatest: nil), .table(columnOptions),
  ])

  static let columnOptions = TableShape(
    [
      KeyShape(
        "column", .either([.text, .whole(least: 1, greatest: nil)]), .required,
        "The header, or the number where columns are by position."),
      KeyShape("format", .text, .none, "Dates: the pattern, for example dd/MM/yyyy."),
      KeyShape("multi", .text, .none, "Attributes: the text between several answers."),
      KeyShape(
        "multi_level", .text, .none, "Attributes: the level of people with several answers."),
      KeyShape("unit", .text, .none, "Measures: the unit as printed, for example USD/year."),
      KeyShape("title", .text, .none, "Measures: the title a reader sees."),
      KeyShape("decimal", .choice([".", ","]), .none, "Measures: the mark before the decimals."),
      KeyShape(
        "group", .choice([",", ".", " ", "'", "\u{a0}", "\u{202f}"]), .none,
        "Measures: the mark between thousands."),
      KeyShape("scale", .whole(least: 0, greatest: 9), .none, "Measures: decimals kept."),
      KeyShape("minimum", .number, .none, "Measures: the smallest amount that is believed."),
      KeyShape("maximum", .number, .none, "Measures: the largest amount that is believed."),
    ], isInline: true)

  // MARK: - Attributes and measures

  private static let merge = KeyShape(
    "merge",
    .list(
      .table(
        TableShape(
          [
            KeyShape("label", .text, .required, "The label of the merged level."),
            KeyShape("members", .list(.text, least: 2), .required, "The levels that go into it."),
          ], isInline: true)), least: 0), .value("[]"),
    "Roll-ups used in turn where groups are small.")

  private static let title = KeyShape(
    "title", .text, .computed("the identifier in words"), "The title a reader sees.")

  private static let role = KeyShape(
    "role", .choice(["characteristic", "structure", "other"]), .required,
    "characteristic: groups compared; structure: where people work; other: not reported.")

  private static let missingLabels = [
    KeyShape(
      "declined_label", .text, .value("\"Prefer not to say\""),
      "The label of people who preferred not to say."),
    KeyShape(
      "blank_label", .text, .value("\"No answer recorded\""),
      "The label of people whose field is empty."),
    KeyShape(
      "not_asked_label", .text, .value("\"Not asked\""),
      "The label of people who were never asked."),
  ]

  private static let reference = KeyShape(
    "reference", .text, .value("\"rest\""), "A level, or rest: all other declared people.")

  private static let focal = KeyShape(
    "focal", .list(.text, least: 1), .computed("every declared level but the reference"),
    "The levels compared with the reference.")

  static let attribute = TableShape(
    [
      title, role,
      KeyShape("levels", .list(.text, least: 1), .required, "The labels of the levels, in order."),
      KeyShape("ordered", .truth, .value("false"), "Whether the order of the levels means more."),
      reference, focal, merge,
    ] + missingLabels)

  static let levels = TableShape(
    [
      KeyShape("title", .text, .value("\"Level\""), "The title a reader sees."),
      KeyShape("order", .list(.text, least: 1), .required, "The levels, lowest first."),
      KeyShape("leadership_from", .text, .none, "The lowest level of leadership."),
      merge,
    ] + missingLabels)

  static let values = TableShape(
    [
      KeyShape(
        "declined", .list(.text, least: 0), .none, "Texts of people who preferred not to say."),
      KeyShape("not_asked", .list(.text, least: 0), .none, "Texts of people never asked."),
    ],
    others: TableShape.Others(
      name: "a level", shape: .list(.text, least: 0), documentation: "Texts of the level."))

  static let derived = TableShape([
    title,
    KeyShape("numerator", .text, .none, "Measures: what is divided."),
    KeyShape("denominator", .text, .none, "Measures: what it is divided by."),
    KeyShape(
      "factor", .whole(least: 1, greatest: 1_000_000), .none,
      "Measures: multiplies the denominator; 1 if not given."),
    KeyShape(
      "scale", .whole(least: 0, greatest: 9), .none,
      "Measures: decimals kept; 2 if not given."),
    KeyShape("unit", .text, .none, "Measures: the unit as printed."),
    KeyShape("date", .text, .none, "Attributes: the date years are counted from."),
    KeyShape(
      "on", .day, .none, "Attributes: the day years are counted to; [period] snapshot if not given."
    ),
    KeyShape(
      "bounds", .list(.whole(least: 0, greatest: 200), least: 1), .none,
      "Attributes: the fewest completed years of each level."),
    KeyShape("labels", .list(.text, least: 1), .none, "Attributes: the labels of the levels."),
    KeyShape(
      "role", .choice(["characteristic", "structure", "other"]), .none,
      "Attributes: what the attribute is to the report."),
    KeyShape("reference", .text, .none, "Attributes: a level, or rest; rest if not given."),
    KeyShape("focal", .list(.text, least: 1), .none, "Attributes: the levels compared with it."),
    KeyShape(merge.name, merge.shape, .none, "Attributes: roll-ups where groups are small."),
  ])

  // MARK: - Comparisons

  static let intersection = TableShape([
    KeyShape("attributes", .list(.text, least: 2), .required, "The attributes combined.")
  ])

  static let pay = TableShape([
    KeyShape("measure", .text, .required, "The measure compared."),
    KeyShape("bonus", .text, .none, "The measure of bonuses."),
  ])

  static let benchmark = TableShape([
    KeyShape("attribute", .text, .required, "The attribute."),
    KeyShape("level", .text, .required, "The level the share is of."),
    KeyShape("value", .number, .required, "The share, 0 to 1."),
    KeyShape(
      "standard_error", .either([.number, .choice(["unknown"])]), .value("\"unknown\""),
      "The standard error of the share."),
    KeyShape(
      "within",
      .table(free("an attribute", .text, "The level the benchmark is for.", isInline: true)),
      .none, "The part of the workforce the benchmark is for."),
    KeyShape("source", .text, .required, "Where the figure is from."),
    KeyShape("date", .text, .required, "The date or period of the figure, in quotes."),
    KeyShape("note", .text, .none, "A caveat printed beside it."),
  ])

  static let targets = free(
    "\"attribute.level.scope\"",
    .table(
      TableShape(
        [
          KeyShape("value", .number, .required, "The share aimed at, 0 to 1."),
          KeyShape("by", .text, .required, "The quarter it is to be reached in."),
        ], isInline: true)), "A target, for example \"gender.Women.leadership\".")

  static let seriesBreak = TableShape([
    KeyShape("attribute", .text, .required, "The characteristic."),
    KeyShape("quarter", .text, .required, "The first quarter counted the new way."),
    KeyShape("text", .text, .required, "What changed, as a sentence printed beside the numbers."),
  ])

  // MARK: - Rules and output

  static let privacy = TableShape([
    KeyShape(
      "audience", .choice(["public", "internal"]), .value("\"public\""),
      "Who reads the report: it decides the smallest group."),
    KeyShape(
      "min_group", .whole, .computed("10 for public, 5 for internal"),
      "The smallest group whose count is shown; no lower than the default."),
    KeyShape(
      "min_group_pay", .whole, .computed("min_group, and at least 10"),
      "The smallest group whose pay is shown; no lower than the default."),
    KeyShape("key_file", .text, .none, "The key of input digests, relative to this file."),
    KeyShape(
      "signing_key", .text, .none, "The key that releases are signed with, relative to this file."),
    KeyShape(
      "roles",
      .table(
        free(
          "an attribute, date or measure", .choice(["quasi-identifier", "sensitive"]),
          "quasi-identifier: others may know it of a person; sensitive: nobody is to learn it.")),
      .none, "What columns are to the people in them, where the rule of the intake is not meant."),
    KeyShape(
      "rounding", .whole, .none,
      "Shown counts are rounded to multiples of this; shares become approximate, and tests and"
        + " intervals of counts are left out."),
    KeyShape(
      "ledger", .text, .none,
      "The private ledger of releases, relative to this file: a report that would tell too much"
        + " together with earlier ones is refused. Needs key_file."),
  ])

  static let tests = TableShape([
    KeyShape("confidence", .number, .value("0.95"), "The level of confidence intervals."),
    KeyShape(
      "multiplicity", .choice(["holm"]), .value("\"holm\""),
      "The adjustment for several tests; a family is one section."),
    KeyShape(
      "band_ratio", .list(.number, least: 2), .value("[0.80, 1.25]"),
      "Ratios that are parity in practice."),
    KeyShape(
      "band_share_points", .number, .value("2"),
      "Differences of shares that are parity in practice, in percentage points."),
    KeyShape(
      "band_pay_percent", .number, .value("5"),
      "Pay gaps that are parity in practice, in per cent."),
  ])

  static let report = TableShape([
    KeyShape(
      "profiles", .list(.choice(["leadership", "full", "research"]), least: 1),
      .value("[\"leadership\", \"full\"]"), "The profiles written when none is asked for."),
    KeyShape(
      "crosswalk", .list(.choice(ReportConfiguration.frameworks), least: 0), .none,
      "The frameworks whose lines are answered in an annex; all of them, in the research profile"
        + " alone, if not given."),
    KeyShape("brand", .text, .none, "The brand file, relative to this file."),
    KeyShape("description", .text, .none, "A paragraph about the data."),
    KeyShape(
      "previous_release", .text, .none,
      "The last report, its folder or its results.json, relative to this file: the report says what "
        + "is different since."),
    KeyShape(
      "terminology", .text, .none,
      "The file of the organisation's words and allowed attributes, relative to this file."),
  ])

  static let action = TableShape([
    KeyShape("text", .text, .required, "What is done."),
    KeyShape("owner", .text, .none, "Who answers for it."),
    KeyShape("due", .day, .none, "The day it is due."),
  ])
}
