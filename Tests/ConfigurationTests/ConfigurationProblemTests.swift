import Configuration
import TestSupport
import Testing

/// A spoilt line of the sample and the one problem it must lead to.
struct SpoiltLine: Sendable, CustomTestStringConvertible {
  let start: String
  let replacement: String
  let code: String
  /// What the message must contain.
  let part: String
  /// How many lines below the replaced one the problem is.
  let offset: Int

  init(_ start: String, _ replacement: String, _ code: String, _ part: String, offset: Int = 0) {
    self.start = start
    self.replacement = replacement
    self.code = code
    self.part = part
    self.offset = offset
  }

  var testDescription: String { "\(code) \(replacement)" }
}

@Suite("Problems of a configuration") struct ConfigurationProblemTests {
  static let spoilt = [
    SpoiltLine("schema", "schema = 2", "C003", "reads version 1"),
    SpoiltLine(
      "min_group = ", "min_grup = 10", "C010",
      "unknown key \"min_grup\" in [privacy]; did you mean \"min_group\"?"),
    SpoiltLine("name = ", "nmae = \"X\"", "C010", "did you mean \"name\"?"),
    SpoiltLine("[tests]", "[test]", "C010", "unknown table [test]; did you mean [tests]?"),
    SpoiltLine("owner", "wholly_new = 1", "C010", "unknown key \"wholly_new\" in [[actions]]"),
    SpoiltLine("name = ", "", "C012", "missing key \"name\" in [organisation]", offset: -1),
    SpoiltLine("name = ", "name = 7", "C011", "must be a text, not a whole number"),
    SpoiltLine("min_group = ", "min_group = \"10\"", "C011", "must be a whole number, not a text"),
    SpoiltLine("min_group = ", "min_group = 10.0", "C011", "must be a whole number"),
    SpoiltLine("snapshot = ", "snapshot = \"2025-09-30\"", "C011", "must be a date"),
    SpoiltLine("snapshot = ", "snapshot = 2025-09-30T00:00:00", "C011", "not a time"),
    SpoiltLine("date = \"2022\"", "date = 2022", "C011", "must be a text"),
    SpoiltLine("ordered", "ordered = \"false\"", "C011", "must be true or false"),
    SpoiltLine("focal", "focal = \"Women\"", "C011", "must be a list of texts"),
    SpoiltLine("locale", "locale = \"en-UK\"", "C013", "is \"en-UK\""),
    SpoiltLine("audience", "audience = \"everyone\"", "C013", "which is not known"),
    SpoiltLine("multiplicity", "multiplicity = \"bonferroni\"", "C013", "\"bonferroni\""),
    SpoiltLine("profiles", "profiles = [\"ful\"]", "C013", "did you mean \"full\"?"),
    SpoiltLine("brand", "crosswalk = [\"uk-gpq\"]", "C013", "did you mean \"uk-gpg\"?"),
    SpoiltLine("brand", "croswalk = [\"wres\"]", "C010", "did you mean \"crosswalk\"?"),
    SpoiltLine("currency", "currency = \"dollar\"", "C014", "three letters"),
    SpoiltLine("name = ", "name = \" \"", "C014", "is empty"),
    SpoiltLine("quarters", "quarters = 0", "C014", "is 0"),
    SpoiltLine("confidence", "confidence = 95", "C014", "is 95"),
    SpoiltLine("value = 0.468", "value = 46.8", "C014", "no share"),
    SpoiltLine("standard_error", "standard_error = -0.1", "C014", "negative"),
    SpoiltLine("fiscal", "fiscal_year_start = \"04-06\"", "C014", "not supported"),
    SpoiltLine("fiscal", "fiscal_year_start = \"April\"", "C014", "not a day of the year"),
    SpoiltLine("bounds", "bounds = [0, 2, 5]", "C014", "3 bounds and 4 labels"),
    SpoiltLine("bounds", "bounds = [0, 5, 2, 10]", "C014", "do not rise"),
    SpoiltLine(
      "date = { column", "date = { column = \"Effective\", format = \"dd/MM\" }", "C014",
      "needs year, month and day"),
    SpoiltLine("focal", "focal = [\"Women\", \"Men\"]", "C014", "both the reference and in focus"),
    SpoiltLine(
      "\"gender.Women", "\"gender.Women\" = { value = 0.45, by = \"2027Q4\" }", "C014",
      "no three parts"),
    SpoiltLine("quarter = ", "quarter = \"2025-Q3\"", "C020", "is not a quarter"),
    SpoiltLine("quarter = ", "quarter = \"2025Q5\"", "C020", "is not a quarter"),
    SpoiltLine("quarter = ", "quarter = \"FY2025Q3\"", "C020", "is not a quarter"),
    SpoiltLine(
      "\"gender.Women", "\"gender.Women.leadership\" = { value = 0.45, by = \"2027\" }", "C020",
      "is not a quarter"),
    SpoiltLine("snapshot = ", "snapshot = 2025-10-01", "C021", "is not in 2025Q3"),
    SpoiltLine("min_group = ", "min_group = 0", "C022", "protects nobody"),
    SpoiltLine("min_group = ", "min_group = 1", "C022", "protects nobody"),
    SpoiltLine("min_group = ", "min_group = -5", "C022", "protects nobody"),
    SpoiltLine("min_group = ", "min_group = 9", "C022", "floor of 10 for audience \"public\""),
    SpoiltLine("key_file = ", "", "C012", "\"ledger\" in [privacy] needs \"key_file\"", offset: 1),
    SpoiltLine("ledger = ", "ledger = 7", "C011", "ledger"),
    SpoiltLine("previous_release", "previous_release = 7", "C011", "must be a text"),
    SpoiltLine(
      "previous_release", "previous_realease = \"x\"", "C010", "did you mean \"previous_release\"?"),
    SpoiltLine("min_group_pay", "min_group_pay = 5", "C022", "floor of 10"),
    SpoiltLine("band_ratio", "band_ratio = [1.25, 0.80]", "C023", "band_ratio"),
    SpoiltLine("band_ratio", "band_ratio = [0.8, 1.25, 2.0]", "C023", "band_ratio"),
    SpoiltLine("band_share", "band_share_points = 0", "C023", "is 0"),
    SpoiltLine("band_pay", "band_pay_percent = 100", "C023", "is 100"),
    SpoiltLine(
      "attributes = [", "attributes = [\"gender\", \"etnicity\"]", "C030",
      "did you mean \"ethnicity\"?"),
    SpoiltLine("attribute = ", "attribute = \"age\"", "C030", "unknown attribute \"age\""),
    SpoiltLine("exclude", "exclude = { paygroup = [\"Seasonal\"] }", "C030", "pay_group"),
    SpoiltLine("[values.event]", "[values.evnt]", "C030", "did you mean \"event\"?"),
    SpoiltLine("within", "within = { nation = \"X\" }", "C030", "unknown attribute \"nation\""),
    SpoiltLine("exclude", "exclude = { pay_group = [\"Casual\"] }", "C031", "\"Casual\""),
    SpoiltLine("reference", "reference = \"Man\"", "C031", "did you mean \"Men\"?"),
    SpoiltLine("level = \"Women\"", "level = \"Woman\"", "C031", "did you mean \"Women\"?"),
    SpoiltLine("Women = ", "Wimen = [\"F\"]", "C031", "did you mean \"Women\"?"),
    SpoiltLine("Hire = ", "Fire = [\"F\"]", "C031", "did you mean \"Hire\"?"),
    SpoiltLine("leadership_from", "leadership_from = \"Band 9\"", "C031", "\"Band 9\""),
    SpoiltLine("within", "within = { function = \"IT\" }", "C031", "unknown level \"IT\""),
    SpoiltLine(
      "merge", "merge = [ { label = \"X\", members = [\"Women\", \"Others\"] } ]", "C031",
      "\"Others\""),
    SpoiltLine(
      "ethnicity = {",
      "ethnicity = { column = \"Ethnicity\", multi = \";\" , multi_level = \"2\" }",
      "C031", "unknown level \"2\""),
    SpoiltLine("measure = ", "measure = \"hourly\"", "C033", "unknown measure \"hourly\""),
    SpoiltLine("numerator", "numerator = \"anual_pay\"", "C033", "did you mean \"annual_pay\"?"),
    SpoiltLine("date = \"hire_date\"", "date = \"hired\"", "C033", "unknown date \"hired\""),
    SpoiltLine("level = \"Band\"", "levle = \"Band\"", "C034", "did you mean \"level\"?"),
    SpoiltLine("count = ", "unheard_of = \"people\"", "C034", "unknown name \"unheard_of\""),
    SpoiltLine("function = ", "", "C035", "no [mapping] names", offset: 30),
    SpoiltLine("level = \"Band\"", "level = \"Gender\"", "C040", "mapped to gender and to level"),
    SpoiltLine("drop", "drop = [\"Name\", \"Bonus\"]", "C040", "mapped to bonus and to drop"),
    SpoiltLine(
      "Women = ", "Women = [\"F\"]\nMen = [\"M\",\n  \"F\"]", "C041",
      "stands for \"Women\" and for \"Men\"", offset: 2),
    SpoiltLine("Women = ", "Women = [\"Men\"]", "C041", "stands for \"Men\" and for \"Women\""),
    SpoiltLine("order = ", "order = [\"Band 8-9\", \"Band 8-9\"]", "C042", "is listed twice"),
    SpoiltLine("[derived.tenure]", "[derived.bonus]", "C042", "declared elsewhere too"),
    SpoiltLine(
      "levels = [\"Clin", "levels = [\"Software development\", \"No answer recorded\"]", "C042",
      "gave no answer"),
    SpoiltLine(
      "merge", "merge = [ { label = \"Women\", members = [\"Men\", \"Another gender\"] } ]", "C043",
      "is a level that is not merged"),
    SpoiltLine("gender = ", "gender = 3", "C044", "columns have headers"),
    SpoiltLine(
      "bonus = {", "bonus = { column = \"Bonus\", unit = \"EUR/year\" }", "C045", "not in USD"),
    SpoiltLine(
      "person_id", "person_id = { column = \"Employee ID\", unit = \"x\" }", "C046",
      "does not belong to a key"),
    SpoiltLine("on = ", "on = 2025-09-30\nfactor = 2", "C046", "for a measure only", offset: 1),
    SpoiltLine("count = ", "kind = \"people\"", "C046", "is for events only"),
    SpoiltLine("[privacy.roles]", "[privacy.role]", "C010", "roles"),
    SpoiltLine(
      "weekly_hours = \"q", "weekly_hours = true", "C011",
      "must be one of \"quasi-identifier\", \"sensitive\""),
    SpoiltLine(
      "weekly_hours = \"q", "weekly_hours = \"sensitiv\"", "C013", "did you mean \"sensitive\"?"),
    SpoiltLine(
      "weekly_hours = \"q", "weekly_hour = \"sensitive\"", "C030",
      "unknown attribute, date or measure \"weekly_hour\" in [privacy.roles]; did you mean "
        + "\"weekly_hours\"?"),
    SpoiltLine(
      "weekly_hours = \"q", "snapshot_date = \"sensitive\"", "C030", "\"snapshot_date\""),
  ]

  @Test("every kind of mistake is one problem, on its line", arguments: spoilt)
  func spoiltLine(_ spoilt: SpoiltLine) throws {
    let text = SampleConfiguration.replacing([(spoilt.start, spoilt.replacement)])
    let problems = SampleConfiguration.problems(text)
    #expect(problems.map(\.code) == [spoilt.code], "\(problems.map(\.description))")
    let problem = try #require(problems.first)
    #expect(problem.message.contains(spoilt.part), "\(problem)")
    #expect(problem.line == SampleConfiguration.line(spoilt.start) + spoilt.offset, "\(problem)")
    #expect(problem.file == "parity.toml")
    #expect(problem.message.contains("did you mean") || !problem.fix.isEmpty)
    #expect(ConfigurationProblem.meaning(of: problem.code) != nil)
  }

  @Test("the sample has none")
  func none() {
    #expect(SampleConfiguration.problems(SampleConfiguration.text).map(\.description) == [])
  }

  @Test("five broken keys at once are five problems")
  func five() {
    let text = SampleConfiguration.replacing([
      ("locale", "locale = \"xx\""), ("quarters", "quarters = \"nine\""),
      ("min_group = ", "min_grup = 10"), ("band_ratio", "band_ratio = [0.5, 0.9]"),
      ("due", "due = \"soon\""),
    ])
    let problems = SampleConfiguration.problems(text)
    #expect(problems.map(\.code) == ["C013", "C011", "C010", "C023", "C011"])
    #expect(
      problems.map(\.line)
        == ["locale", "quarters", "min_grup", "band_ratio", "due"].map {
          SampleConfiguration.line($0, in: text)
        })
  }

  @Test("a problem prints in one line with its place, and its fix below")
  func printed() {
    let text = SampleConfiguration.replacing([
      ("min_group = ", "min_grup = 10"), ("confidence", "confidence = 2"),
    ])
    let problems = SampleConfiguration.problems(text)
    let line = SampleConfiguration.line("min_grup", in: text)
    #expect(
      ConfigurationProblems(problems).description == """
        error C010 parity.toml:\(line): unknown key "min_grup" in [privacy]; \
        did you mean "min_group"?
        error C014 parity.toml:\(line + 8): "confidence" in [tests] is 2
          fix: write a number from 0.5 to below 1, for example 0.95
        """)
    #expect(ConfigurationProblems.exitCode == 78)
  }

  @Test("text that is not TOML is one problem with line and column")
  func syntax() throws {
    let problem = try #require(SampleConfiguration.problems("schema = 1\nname = \"open\n").first)
    #expect(problem.code == "C001" && problem.line == 2)
    #expect((problem.column ?? 0) > 7)
    #expect(problem.description.hasPrefix("error C001 parity.toml:2:"))
    let twice = SampleConfiguration.problems("schema = 1\nschema = 1\n")
    #expect(twice.map(\.code) == ["C001"] && twice.first?.line == 2)
    let date = SampleConfiguration.problems("schema = 1\nday = 2025-02-30\n")
    #expect(date.map(\.code) == ["C001"] && date.first?.line == 2)
    let null = SampleConfiguration.problems("schema = 1\n\u{0}[organisation]")
    #expect(null.map(\.code) == ["C001"] && null.first?.line == 2)
  }

  @Test("an empty text lacks every required table and no other")
  func empty() {
    let problems = SampleConfiguration.problems("")
    #expect(problems.map(\.code) == ["C012", "C012", "C012", "C012", "C012"])
    #expect(problems.allSatisfy { $0.line == 1 })
  }

  @Test("a path with a variable that is not set is a problem")
  func environment() throws {
    #expect {
      try ConfigurationReader.read(
        text: SampleConfiguration.text, file: "parity.toml", folder: ".", environment: [:])
    } throws: { error in
      let problems = (error as? ConfigurationProblems)?.problems ?? []
      return problems.map(\.code) == ["C050"]
        && problems.first?.line == SampleConfiguration.line("path = \"$PARITY_DATA")
    }
  }

  @Test("mappings and inputs must name each other")
  func inputs() {
    let lone =
      SampleConfiguration.text + "\n[inputs.extra]\nkind = \"training\"\npath = \"x.csv\"\n"
    #expect(SampleConfiguration.problems(lone).map(\.code) == ["C035"])
    let stray = SampleConfiguration.replacing([("[mapping.events]", "[mapping.evnts]")])
    let problems = SampleConfiguration.problems(stray)
    #expect(problems.map(\.code) == ["C032"])
    #expect(problems.first?.message.contains("did you mean \"events\"?") == true)
  }

  @Test("two inputs of snapshots without a date are told apart")
  func undated() {
    let text = """
      schema = 1
      organisation = { name = "A" }
      period = { quarter = "2020Q2", snapshot = 2020-06-30 }
      [inputs.a]
      kind = "snapshots"
      path = "a.csv"
      [inputs.b]
      kind = "snapshots"
      path = "b.csv"
      [inputs.c]
      kind = "snapshots"
      path = "c.csv"
      snapshot_date = 2020-03-31
      [mapping]
      a.person_id = "id"
      b.person_id = "id"
      c.person_id = "id"
      """
    let problems = SampleConfiguration.problems(text)
    #expect(problems.map(\.code) == ["C012", "C021"])
    #expect(problems.map(\.line) == [7, 13])
  }

  @Test("identifiers with a meaning of their own are refused")
  func reserved() {
    let text =
      SampleConfiguration.text + """

        [attributes.quarter]
        role = "other"
        levels = ["a"]
        """
    #expect(SampleConfiguration.problems(text).map(\.code).contains("C015"))
  }

  @Test("a text without any one of its lines reads or says why, on a line it has")
  func lineLost() {
    let lines = SampleConfiguration.text.split(separator: "\n", omittingEmptySubsequences: false)
    for index in lines.indices {
      var rest = lines
      rest.remove(at: index)
      let problems = SampleConfiguration.problems(rest.joined(separator: "\n"))
      #expect(problems.allSatisfy { (1...rest.count).contains($0.line) }, "\(lines[index])")
    }
  }

  @Test("a mistyped key of the format is found, with the key that was meant")
  func mistyped() {
    let lines = SampleConfiguration.text.split(separator: "\n", omittingEmptySubsequences: false)
    let free = ["[mapping", "[values", "[targets", "[privacy.roles"]
    var heading = Substring()
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("[") { heading = line }
      guard let key = line.split(separator: " =").first, !line.hasPrefix("["), key.count > 3,
        !free.contains(where: { heading.hasPrefix($0) })
      else { continue }
      var spoilt = lines
      spoilt[index] = "x" + line
      let problems = SampleConfiguration.problems(spoilt.joined(separator: "\n"))
      let here = problems.filter { $0.line == index + 1 }
      #expect(here.map(\.code) == ["C010"], "\(line): \(problems)")
      #expect(here.first?.message.contains("did you mean \"\(key)\"?") == true, "\(here)")
    }
  }

  @Test("text of a level cannot be the label of another, missing ones included")
  func missingText() {
    let text = SampleConfiguration.replacing([("Women = ", "Women = [\"No answer recorded\"]")])
    #expect(SampleConfiguration.problems(text).map(\.code) == ["C041"])
  }
}
